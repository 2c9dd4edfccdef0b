import type { Span } from '../../text/span';
import type { LineRange } from '../model/lines';
import type { LineFacts, LineTable } from '../model/lines';

/** A paragraph: a heading or numbered line, or unnumbered text, with the lines that only wrap it. */
export interface Paragraph extends Span {
  /** Its first line. */
  readonly line: number;
  /** Behind its last line. */
  readonly toLine: number;
}

/** A line that begins a paragraph whatever stands before it. */
function begins(lines: LineTable, line: number): boolean {
  const { shape } = lines.facts[line]!;
  return (
    shape.number !== undefined || shape.marks > 0 || shape.bullet || shape.cells.length > 0 || shape.label !== undefined
  );
}

function isBlank({ content }: LineFacts): boolean {
  return content.end === content.start;
}

/** Whether `line`, which is not blank, begins a paragraph where `last` is the line before it that is not blank. */
function parts(lines: LineTable, last: number, line: number): boolean {
  const { shape } = lines.facts[last]!;
  return begins(lines, line) || shape.endsSentence || shape.cells.length > 0;
}

/**
 * The paragraphs of the lines `[from, to)`, blank lines left out. A line that breaks off in the middle of a sentence
 * goes on in the next one, also over blank lines where a page break cut it.
 */
export function paragraphsOf(lines: LineTable, from: number, to: number): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0) {
      const start = lines.starts[first]! + lines.facts[first]!.content.start;
      paragraphs.push({
        line: first,
        toLine: last + 1,
        start,
        end: lines.starts[last]! + lines.facts[last]!.content.end,
      });
    }
    first = -1;
  };
  for (let line = from; line < to; line++) {
    if (isBlank(lines.facts[line]!)) continue;
    if (first < 0) first = line;
    else if (parts(lines, last, line)) {
      close();
      first = line;
    }
    last = line;
  }
  close();
  return paragraphs;
}

/** The lines of all paragraphs that the lines `[from, to)` have a part in, whatever sections they stand in. */
export function paragraphLines(lines: LineTable, from: number, to: number): LineRange {
  let first = from;
  for (let line = from - 1, next = from; line >= 0; line--) {
    if (isBlank(lines.facts[line]!)) continue;
    if (!isBlank(lines.facts[next]!) && parts(lines, line, next)) break;
    first = next = line;
  }
  let behind = to;
  for (let line = to, last = to - 1; line < lines.count; line++) {
    if (isBlank(lines.facts[line]!)) continue;
    if (last >= 0 && !isBlank(lines.facts[last]!) && parts(lines, last, line)) break;
    last = line;
    behind = line + 1;
  }
  return { from: first, to: behind };
}
