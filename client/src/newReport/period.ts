import type { ProtocolDate } from '../../../server/src/lsp/protocol';
import { dateOfDayNumber, dayNumber, rocOffset } from '../../../server/src/text/calendar';

export interface Period {
  readonly from: ProtocolDate;
  readonly to: ProtocolDate;
}

/** Why a text is no period; the numbers are those that were read. */
export type PeriodProblem =
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'year'; readonly year: number }
  | { readonly problem: 'month'; readonly month: number }
  | { readonly problem: 'day'; readonly month: number; readonly day: number }
  | { readonly problem: 'reversed'; readonly from: ProtocolDate; readonly to: ProtocolDate }
  | { readonly problem: 'too-long'; readonly days: number };

/** A number above that of any day is a year. */
const lastDay = 31;
/** Years below are those of the Republic. */
const lastRocYear = 200;
/** The years in which somebody writes a report, by AD. */
const firstYear = 1950;
const lastYear = 2100;
/** A journey longer than a year is a slip of the pen. */
const longestInDays = 366;
/** 12/28-1/3 goes on into the next year, 8/20-8/9 is the wrong way round: of the two, that of no more days is meant. */
const longestOverNewYear = 120;

/** The date `days` after `date`, or before it where they are negative. */
export function addDays(date: ProtocolDate, days: number): ProtocolDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** How many days a period has, the first and the last among them. */
export function daysOf({ from, to }: Period): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The period as the cover writes it: 113 年 8 月 9 日至 8 月 20 日; of a single day just that day. */
export function periodText({ from, to }: Period): string {
  const day = (date: ProtocolDate): string => `${date.month} 月 ${date.day} 日`;
  const year = (date: ProtocolDate): string => `${date.year - rocOffset} 年 `;
  if (dayNumber(from) === dayNumber(to)) return `${year(from)}${day(from)}`;
  return `${year(from)}${day(from)}至 ${from.year === to.year ? '' : year(to)}${day(to)}`;
}

/** The numbers that some digits stand for: 1140810 and 20250810 are a day, 0810 a month and a day. */
function numbersOf(digits: string): readonly number[] {
  if (digits.length >= 6 && digits.length <= 8)
    return [digits.slice(0, -4), digits.slice(-4, -2), digits.slice(-2)].map(Number);
  if (/^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits))
    return [digits.slice(0, 2), digits.slice(2)].map(Number);
  return [Number(digits)];
}

const problemOf = ({ year, month, day }: ProtocolDate): PeriodProblem | undefined => {
  if (year < firstYear || year > lastYear) return { problem: 'year', year };
  if (month < 1 || month > 12) return { problem: 'month', month };
  return addDays({ year, month, day }, 0).day === day ? undefined : { problem: 'day', month, day };
};

/** An AD year: what is written as one of the Republic is counted from there. */
const adYear = (year: number): number => (year <= lastRocYear ? year + rocOffset : year);

/** The year in which a day without one lies nearest to `today`. */
function nearestYear(month: number, day: number, today: ProtocolDate): number {
  const distance = (year: number): number => Math.abs(dayNumber({ year, month, day }) - dayNumber(today));
  return [today.year - 1, today.year, today.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

/** The end of a journey that is written without its year: that of the start, or the next one over New Year. */
function endInSameYear(from: ProtocolDate, month: number, day: number): ProtocolDate {
  const to = { year: from.year, month, day };
  const later = { ...to, year: from.year + 1 };
  return dayNumber(to) < dayNumber(from) && dayNumber(later) - dayNumber(from) <= longestOverNewYear ? later : to;
}

/**
 * Reads a period in any writing that names its days by digits: 113/8/9-8/20, 1140810-1140816, 8/10-8/16, 2024-08-09
 * 2024-08-20, 113 年 8 月 9 日至 20 日, or one day alone. Years up to 200 are those of the Republic.
 *
 * @param today where no year is written, the one in which the journey is nearest to this day is meant
 */
export function readPeriod(text: string, today: ProtocolDate): Period | PeriodProblem {
  const numbers = (text.normalize('NFKC').match(/\d+/g) ?? []).flatMap(numbersOf);
  const hasYear = numbers[0] !== undefined && numbers[0] > lastDay;
  const [month, day, ...end] = hasYear ? numbers.slice(1) : numbers;
  if (month === undefined || day === undefined || end.length > 3) return { problem: 'unreadable' };
  const from = { year: hasYear ? adYear(numbers[0]!) : nearestYear(month, day, today), month, day };
  const [toDay = day, toMonth = month, toYear] = end.reverse();
  if (toYear !== undefined && toYear <= lastDay) return { problem: 'unreadable' };
  const wrong = problemOf(from) ?? problemOf({ year: toYear === undefined ? from.year : adYear(toYear), month: toMonth, day: toDay }); // prettier-ignore
  if (wrong) return wrong;
  const to =
    toYear === undefined ? endInSameYear(from, toMonth, toDay) : { year: adYear(toYear), month: toMonth, day: toDay };
  const days = daysOf({ from, to });
  if (days < 1) return { problem: 'reversed', from, to };
  return days > longestInDays ? { problem: 'too-long', days } : { from, to };
}
