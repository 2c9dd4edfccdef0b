/** A paragraph as one run of words, whatever line ends its source cut it with. */
import { CharClass, classAt } from '../../text/characters';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import { isBlank } from '../model/lines';
import type { Block } from '../model/units';

/** The words of a paragraph without the line ends, indents, blank lines and page edges between its lines. */
export interface JoinedLines {
  /** As the lines are read; a blank stands for a line end between two Latin words. */
  readonly text: string;
  /** Offsets in `text` where a line but the first begins. */
  readonly joints: readonly number[];
  /** Whether a line end stands inside `[start, end)` of `text`. */
  isCut(start: number, end: number): boolean;
  /** What `[start, end)` of `text` covers in the paragraph; line ends inside are covered too. */
  spanOf(start: number, end: number): Span;
}

/** A line of a paragraph. */
interface Piece {
  /** Where it begins in the joined text. */
  readonly at: number;
  /** Where it begins in the paragraph. */
  readonly offset: number;
}

function isLatin(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit || text[index] === ',';
}

/** The words of a paragraph in one run. */
export function joinedLinesOf({ units, lines }: Block): JoinedLines {
  const words: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  units.forEach((line, index) => {
    const { facts } = line;
    if (isBlank(facts)) return;
    const { start, end } = facts.content;
    // The words before are not put together yet: to read a character of them would copy all of them for each line.
    const before = words.at(-1) ?? '';
    const isParted =
      before !== '' && isLatin(before, before.length - 1) && classAt(line.text, start) === CharClass.Latin;
    if (isParted) words.push(' ');
    pieces.push({ at: length + (isParted ? 1 : 0), offset: lines.starts[index]! + start });
    words.push(line.text.slice(start, end));
    length = pieces.at(-1)!.at + end - start;
  });
  const text = words.join('');
  /** The piece that holds `at`. */
  const pieceAt = (at: number): Piece => pieces[Math.max(0, partitionPoint(pieces, (piece) => piece.at <= at) - 1)]!;
  const placeOf = (at: number): number => {
    const { at: from, offset } = pieceAt(at);
    return offset + at - from;
  };
  return {
    text,
    isCut: (start, end) => pieceAt(start) !== pieceAt(end - 1),
    joints: pieces.slice(1).map(({ at }) => at),
    spanOf: (start, end) => ({ start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start) }),
  };
}
