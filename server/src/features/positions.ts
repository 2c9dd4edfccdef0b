/** Offsets to lines and characters and back: the one place where the two meet. */
import { lineAt, lineEnd } from '../report/model/lines';
import type { Report } from '../report/model/report';

/** Lines and characters count from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The position of `offset`; one inside or behind a line end is the end of its line, one outside the text its nearest end. */
export function positionAt({ lines }: Report, offset: number): Position {
  const line = lineAt(lines, offset);
  const character = Math.min(offset, lineEnd(lines, line)) - lines.starts[line]!;
  return { line, character: Math.max(0, character) };
}

/** The offset of `position`; a character behind the line's end is its end, a line outside the text its nearest end. */
export function offsetAt({ text, lines }: Report, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= lines.count) return text.length;
  return Math.min(lines.starts[line]! + Math.max(0, character), lineEnd(lines, line));
}
