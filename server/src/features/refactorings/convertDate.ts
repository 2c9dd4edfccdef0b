import { lineAt } from '../../report/model/lines';
import type { DateExpression } from '../../report/model/dates';
import type { Report } from '../../report/model/report';
import { render } from '../../text/message';
import type { Locale, Message } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import { rocOffset } from '../../text/calendar';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  toAd: { 'zh-TW': '改為西元：{words}', en: 'Convert to AD: {words}' },
  toRoc: { 'zh-TW': '改為民國：{words}', en: 'Convert to ROC: {words}' },
} satisfies Record<string, Message>;

/** Figures that are a year: 年 or the separator of a date follows. */
const yearFigures = /\d{2,4}(?=\s?年|[/.\-．])/g;
/** The era of the calendar that is left behind goes with its year. */
const eraBefore = /(?:中華民國|民國|西元)\s{0,2}$/;

/** `words`, a date or a range of them, with every year in the other calendar; undefined where none is written in figures. */
function converted(words: string, calendar: 'roc' | 'ad'): string | undefined {
  let result = '';
  let at = 0;
  for (const match of words.matchAll(yearFigures)) {
    const figures = match[0];
    const start = match.index;
    const year = Number(figures);
    // 113/08/16: the month and the day are no years.
    if (start > 0 && '/.-．'.includes(words[start - 1]!) && at > 0) continue;
    if (calendar === 'roc' ? year >= rocOffset : year <= rocOffset) continue;
    result += words.slice(at, start).replace(eraBefore, '');
    result += String(calendar === 'roc' ? year + rocOffset : year - rocOffset);
    at = start + figures.length;
  }
  return at === 0 ? undefined : result + words.slice(at);
}

/** The date that `span` lies in, with its place in the text. */
function dateAt(report: Report, span: Span): (Span & { readonly date: DateExpression }) | undefined {
  const line = lineAt(report.lines, span.start);
  const offset = report.lines.starts[line]!;
  for (const date of report.lines.facts[line]!.dates) {
    const start = offset + date.start;
    const end = offset + date.end;
    if (start <= span.start && span.end <= end) return { start, end, date };
  }
  return undefined;
}

/** Writing the date under the cursor in the other calendar. */
export function dateConversions(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const place = dateAt(report, span);
  if (!place?.date.calendar || place.date.otherYear !== undefined) return [];
  const expected = report.text.slice(place.start, place.end);
  const text = converted(expected, place.date.calendar);
  if (text === undefined) return [];
  const edit: TextEdit = { start: place.start, end: place.end, expected, text };
  const title = render(place.date.calendar === 'roc' ? titles.toAd : titles.toRoc, { words: text }, locale);
  return [{ title, kind: 'refactor.rewrite', edits: [edit] }];
}
