import type { ProtocolDate } from '../../../server/src/lsp/protocol';
import { dateOfDayNumber, dayNumber, exists, rocOffset } from '../../../server/src/text/calendar';

export interface Period {
  readonly from: ProtocolDate;
  readonly to: ProtocolDate;
}

/** Smaller numbers are no years: somebody left the year out. */
const firstYear = 80;
/** A journey longer than a year is a slip of the pen. */
const longestInDays = 366;

/** The date `days` after `date`, or before it where they are negative. */
export function addDays(date: ProtocolDate, days: number): ProtocolDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The period as the cover writes it: 113 年 8 月 9 日至 8 月 20 日; of a single day just that day. */
export function periodText({ from, to }: Period): string {
  const day = (date: ProtocolDate): string => `${date.month} 月 ${date.day} 日`;
  const year = (date: ProtocolDate): string => `${date.year - rocOffset} 年 `;
  if (dayNumber(from) === dayNumber(to)) return `${year(from)}${day(from)}`;
  return `${year(from)}${day(from)}至 ${from.year === to.year ? '' : year(to)}${day(to)}`;
}

/**
 * Reads a period in any writing that names its days by digits: 113/8/9-8/20, 2024-08-09 2024-08-20, 113 年 8 月 9 日至
 * 20 日. Years below 1912 are ROC years.
 *
 * @returns undefined where these are no two days of the calendar, or the last is before the first or over a year later
 */
export function parsePeriod(text: string): Period | undefined {
  const digits = text.normalize('NFKC').match(/\d+/g)?.map(Number) ?? [];
  const [year = 0, month = 0, day = 0, ...end] = digits;
  if (digits.length < 4 || end.length > 3 || year < firstYear) return undefined;
  const [toDay = 0, toMonth = month, toYear = year] = end.reverse();
  const date = (y: number, m: number, d: number): ProtocolDate => ({
    year: y <= rocOffset ? y + rocOffset : y,
    month: m,
    day: d,
  });
  const period = { from: date(year, month, day), to: date(toYear, toMonth, toDay) };
  const days = dayNumber(period.to) - dayNumber(period.from);
  return exists(period.from) && exists(period.to) && days >= 0 && days <= longestInDays ? period : undefined;
}
