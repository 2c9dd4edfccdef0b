/** Edits that move a definition, or take it back to the bare acronym. */
import type { AcronymDefinition } from '../../report/model/mentions';
import type { Report } from '../../report/model/report';
import { textOf } from '../../report/queries/read';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import type { TextEdit } from '../../text/edit';

function isWord(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** The opening quotation mark before a name that stands in one, and all of the definition behind it. */
export function wholeOf({ text }: Report, { start, end, name }: AcronymDefinition): Span {
  return name.start === start && '「『《〈'.includes(text[start - 1] ?? ' ')
    ? { start: start - 1, end }
    : { start, end };
}

/** Writes the bare acronym for a whole definition; blanks around it as Latin words need and as `spaced` asks. */
export function shortened(report: Report, definition: AcronymDefinition, spaced: boolean): TextEdit {
  const { text } = report;
  const { start, end } = wholeOf(report, definition);
  const acronym = textOf(report, definition.acronym);
  const gap = (index: number): string =>
    isWord(text, index) || (spaced && classAt(text, index) === CharClass.Han) ? ' ' : '';
  return { start, end, expected: text.slice(start, end), text: gap(start - 1) + acronym + gap(end) };
}

/** Writes the whole definition for the bare acronym at `use`; a blank before Chinese words goes. */
export function writtenOut(report: Report, definition: AcronymDefinition, use: Span): TextEdit {
  const { text } = report;
  const words = textOf(report, wholeOf(report, definition));
  let { start, end } = use;
  const joins = (index: number): boolean => classAt(text, index) === CharClass.Han;
  if (classAt(words, 0) !== CharClass.Latin && text[start - 1] === ' ' && joins(start - 2)) start--;
  if (words.endsWith('）') && text[end] === ' ' && joins(end + 1)) end++;
  return { start, end, expected: text.slice(start, end), text: words };
}

/** Whether the report sets a blank between a Chinese character and the Latin word at `span`. */
export function isSpaced({ text }: Report, { start, end }: Span): boolean {
  return text[start - 1] === ' ' || text[end] === ' ';
}
