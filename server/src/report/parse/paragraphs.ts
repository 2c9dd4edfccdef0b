import type { Span } from '../../text/span';
import type { Line } from '../model/line';
import { isBlank, isNoProse } from '../model/lines';
import type { LineFacts, LineRange, LineShape, LineTable } from '../model/lines';

/** A paragraph: a heading or numbered line, or unnumbered text, with the lines that only wrap it. */
export interface ParagraphLines extends Span {
  /** Its first line. */
  readonly line: number;
  /** Behind its last line. */
  readonly toLine: number;
}

/** 「澳洲（3）、加拿大⏎（2）、中國」: a number in brackets with 、 behind it goes on with the list of the line before. */
function isFigureOfList(text: string, { number }: LineShape): boolean {
  return number?.system === 'digit-bracketed' && text[number.end - 1] === '、';
}

/** Whether a line that is not blank begins a paragraph, where `before` is the line before it that is not blank. */
function beginsParagraph({ shape: before }: LineFacts, { shape, text }: LineFacts): boolean {
  return (
    before.endsSentence ||
    before.cells.length > 0 ||
    (shape.number !== undefined && !isFigureOfList(text, shape)) ||
    shape.decimal?.isTitle === true ||
    shape.marks > 0 ||
    shape.bullet ||
    shape.cells.length > 0 ||
    shape.labels.length > 0
  );
}

/**
 * The paragraphs of the lines `[from, to)`, blank lines left out. A line that breaks off in the middle of a sentence
 * goes on in the next one, also over blank lines where a page break cut it.
 */
export function paragraphsOf(lines: LineTable, from: number, to: number): readonly ParagraphLines[] {
  const paragraphs: ParagraphLines[] = [];
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
    if (isNoProse(lines.facts[line]!)) close();
    if (isBlank(lines.facts[line]!)) continue;
    if (first < 0) first = line;
    else if (beginsParagraph(lines.facts[last]!, lines.facts[line]!)) {
      close();
      first = line;
    }
    last = line;
  }
  close();
  return paragraphs;
}

/**
 * The lines of the paragraphs of a whole report, blank lines between them left out. A paragraph stands in one zone and one
 * section, and what is no prose parts it.
 */
export function paragraphRangesOf(lines: readonly Line[]): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let from = -1;
  let last = -1;
  const close = (): void => {
    if (from >= 0) ranges.push({ from, to: last + 1 });
    from = -1;
  };
  lines.forEach((line, index) => {
    if (isNoProse(line.facts)) close();
    if (isBlank(line.facts)) return;
    if (from >= 0 && isParted(lines[last]!, line)) close();
    if (from < 0) from = index;
    last = index;
  });
  close();
  return ranges;
}

function isParted(before: Line, line: Line): boolean {
  const { zone, part, begins } = line.surroundings;
  return (
    begins !== undefined ||
    zone !== before.surroundings.zone ||
    part !== before.surroundings.part ||
    beginsParagraph(before.facts, line.facts)
  );
}
