/** How the lines of a report are read for printing. */
import type { LineFacts } from '../report/model/lines';
import type { Section } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { skipBlanks, trimBlanksEnd } from '../text/characters';
import type { Span } from '../text/span';
import type { HiddenLines } from './hiddenLines';

/** Columns that are set apart by blanks: 「日期　　　地點」 of a text that comes out of a PDF. */
export const blankGap = / {3,}|\u3000{2,}/;

/** Where the words of a line stand as they are written: tags and other marks at its ends are printed with them. */
export function writtenIn({ written }: Pick<LineFacts, 'written'>): Span {
  const start = skipBlanks(written, 0, written.length);
  return { start, end: trimBlanksEnd(written, start, written.length) };
}

/** Whether nothing of a line is printed. */
export function isBlankLine({ written }: LineFacts): boolean {
  return written.trim() === '';
}

/** The cells of a row of a table as they are written, with the marks of footnotes and whatever else is no prose. */
export function cellsIn({ written, text, content, shape }: LineFacts): readonly string[] {
  const tabOrBar = text.includes('\t') ? '\t' : '｜';
  const border = text[content.start] === '|' ? '|' : tabOrBar;
  return shape.cells.map((cell) => {
    let { start, end } = cell;
    while (start > 0 && text[start - 1] !== border) start--;
    while (end < written.length && text[end] !== border) end++;
    return written.slice(start, end).trim();
  });
}

/**
 * The title of a line as it is written, with the marks of footnotes, addresses and names of files at its ends, which are
 * no prose; without the marks of a heading. The number of the line stands before it, or not at all.
 */
export function titleIn(facts: LineFacts): { readonly before: string; readonly title: string } {
  const { written, content, shape } = facts;
  const { start, end } = writtenIn(facts);
  const title = written.slice(shape.title.start, shape.title.end);
  const behind = written.slice(shape.title.end, end).replace(/\s#+$/, '');
  const isOpen = title.split('**').length % 2 === 0;
  return {
    before: written.slice(start, content.start),
    title: title + (isOpen ? behind : behind.replaceAll('**', '')).trimEnd(),
  };
}

/** A report with what is known of its lines before it is printed. */
export interface PrintedReport {
  readonly report: Report;
  readonly hidden: HiddenLines;
  /** By the line of their titles. */
  readonly sections: ReadonlyMap<number, Section>;
}
