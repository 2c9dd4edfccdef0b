/** How dates are written in messages and fixes of this family. */
import type { CalendarDate } from '../../text/calendar';
import { dayNumber, rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import type { DateExpression } from '../../report/model/dates';
import { dayOf } from '../../report/queries/period';
import type { Span } from '../../text/span';

/** 113年8月16日（五）. */
export function rocDate(date: CalendarDate): string {
  return `${date.year - rocOffset}年${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）`;
}

/**
 * The edit that writes `right` for the year `wrong`, both of AD, in the calendar that the date's `words` use; undefined
 * where they give no year in figures, or two.
 * @param start offset of `words`
 */
export function yearCorrected(
  words: string,
  start: number,
  wrong: number,
  right: number,
): (Span & { readonly text: string }) | undefined {
  const years = [
    [String(wrong), String(right)],
    [String(wrong - rocOffset), String(right - rocOffset)],
  ] as const;
  const found = years.flatMap(([expected, text]) => {
    const match = new RegExp(`(?<!\\d)${expected}(?=[\\s年/.-])`).exec(words);
    return match ? [{ start: start + match.index, end: start + match.index + expected.length, text }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** A journey over the turn of the year is hardly longer than so many days. */
export const longestTrip = 120;

/** The day behind the joint of a range, where it has no year of its own. */
const lastDay = /[—–\-－～~至到─﹣−]\s*(\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2}[/.]\d{1,2}(?=$|[^\d/.]))/;

/**
 * The last day of a range over the turn of the year, as far as it is written, where its year is left out: 1月6日 in
 * 「114年12月28日至1月6日」. Undefined for any other range.
 * @param text what the offsets of `date` count in
 * @returns the words, and the year to write before them, in the calendar of the first day
 */
export function endWithoutYear(
  text: string,
  date: DateExpression,
): { readonly span: Span; readonly year: string } | undefined {
  const from = dayOf(date.from);
  const to = dayOf(date.to);
  if (!from || !to || dayNumber(to) >= dayNumber(from)) return undefined;
  const length = dayNumber({ ...to, year: to.year + 1 }) - dayNumber(from);
  const match = lastDay.exec(text.slice(date.start, date.end));
  if (!match || length > longestTrip) return undefined;
  const end = date.start + match.index + match[0].length;
  const year = String(from.year + 1 - (date.calendar === 'roc' ? rocOffset : 0));
  return { span: { start: end - match[1]!.length, end }, year };
}
