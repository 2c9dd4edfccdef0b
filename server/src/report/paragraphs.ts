import type { Span } from '../text/span';
import type { LineTable } from './lines';

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
    const { content } = lines.facts[line]!;
    if (content.end === content.start) continue;
    if (first < 0) first = line;
    else if (
      begins(lines, line) ||
      lines.facts[last]!.shape.endsSentence ||
      lines.facts[last]!.shape.cells.length > 0
    ) {
      close();
      first = line;
    }
    last = line;
  }
  close();
  return paragraphs;
}
