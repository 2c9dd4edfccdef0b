import type { CalendarDate } from '../../text/calendar';
import { dayNumber, exists, rocOffset, weekdayOf } from '../../text/calendar';
import type { Span } from '../../text/span';
import type { Cover, CoverField } from '../model/parts';
import type { DateExpression, DatePoint } from '../model/dates';
import type { TextBlock } from '../model/lines';
import { placedDate } from '../parse/itinerary';
import { lineAt } from '../model/lines';

/** 出國期間 as days, both included. */
export interface Period extends Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The days at home between two legs, as days of the calendar's count; empty where the mission was one journey. */
  readonly between: readonly number[];
}

/** The dates written in `span`, at their places in the text. */
export function datesIn({ lines }: TextBlock, span: Span): readonly DateExpression[] {
  const found: DateExpression[] = [];
  const { starts, facts, count } = lines;
  for (let line = lineAt(lines, span.start); line < count && starts[line]! < span.end; line++) {
    for (const date of facts[line]!.dates) {
      if (starts[line]! + date.start >= span.start && starts[line]! + date.end <= span.end)
        found.push(placedDate(date, starts[line]!));
    }
  }
  return found;
}

/** `point` as a day of the calendar; undefined where something is left out or the day does not exist. */
export function dayOf(point: DatePoint | undefined): CalendarDate | undefined {
  if (point?.year === undefined || point.month === undefined || point.day === undefined) return undefined;
  const date = { year: point.year, month: point.month, day: point.day };
  return exists(date) ? date : undefined;
}

/** A text with its cover: a whole report, or the cover alone. */
export type WithCover = TextBlock & { readonly cover: Cover };

/** The first cover field of one kind. */
export function coverField(report: WithCover | undefined, id: CoverField['id']): CoverField | undefined {
  return report?.cover.fields.find((field) => field.id === id);
}

/** Between the two dates of a period. */
const rangeJoint = /^起?[，,]?[—–－～~至到迄─﹣−-]+$/;

/** The end of the period in `field` where its day is left out: 「113年8月日」 in 「113年8月16日至113年8月日」. */
export function endWithoutDay(report: WithCover, field: CoverField): DateExpression | undefined {
  const [first, second] = datesIn(report, field.value);
  if (!first || first.to || second?.from.month === undefined || second.from.day !== undefined) return undefined;
  return rangeJoint.test(report.text.slice(first.end, second.start).replace(/\s/g, '')) ? second : undefined;
}

/** A journey over the turn of the year is hardly longer than so many days. */
export const longestTrip = 120;

/** The day behind the joint of a range, where it has no year of its own. */
const lastDay = /[—–\-－～~至到迄─﹣−]\s*(\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2}[/／.]\d{1,2}(?=$|[^\d/／.]))/;

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

/** 出國期間 of the cover; undefined where it is missing, incomplete or ends before it begins. */
export function periodOf(report: WithCover | undefined): Period | undefined {
  const field = coverField(report, 'period');
  if (!report || !field) return undefined;
  const [first, second] = datesIn(report, field.value);
  if (!first) return undefined;
  const from = dayOf(first.from);
  // The end may be written as a date of its own: 113年8月16日起，113年8月24日止
  // An end whose day was never written is no day: 113年8月16日至113年8月日.
  if (endWithoutDay(report, field)) return undefined;
  const written =
    dayOf(first.to) ?? (second && dayOf({ ...second.from, year: second.from.year ?? first.from.year })) ?? from;
  // Over the turn of the year an end without a year lies in the next one: 112年12月28日至1月5日.
  const to = written && endWithoutYear(report.text, first) ? { ...written, year: written.year + 1 } : written;
  if (!from || !to || dayNumber(to) < dayNumber(from)) return undefined;
  const { start, end } = field.value;
  const further = first.to ? furtherLegs(report, field, { from, to }) : [];
  const between: number[] = [];
  let last = to;
  for (const leg of further) {
    for (let day = dayNumber(last) + 1; day < dayNumber(leg.from); day++) between.push(day);
    last = leg.to;
  }
  return { from, to: last, between, start, end };
}

/**
 * 出國期間 of the cover, and where it ends before it begins, what may be meant: the days between its two where they are near
 * each other, or the days with the year of one for both, where the day of the report shows which; where the day of its end
 * is left out, all of that month, and where that of its beginning is, from the first of the month on. For rules that only ask what a day of the trip is.
 */
export function roughPeriodOf(report: WithCover | undefined): Period | undefined {
  const period = periodOf(report);
  const field = period ? undefined : coverField(report, 'period');
  const [written, second] = report && field ? datesIn(report, field.value) : [];
  const [first, last] = [dayOf(written?.from), dayOf(written?.to)];
  if (!report || !field) return period;
  const { start, end } = field.value;
  const month = written?.from.day === undefined ? dayOf(written && { ...written.from, day: 1 }) : undefined;
  const until = dayOf(second?.from);
  if (month && until && dayNumber(month) < dayNumber(until)) return { from: month, to: until, between: [], start, end };
  if (!first) return period;
  const unfinished = dayOf(endOfMonth(endWithoutDay(report, field)?.from, first));
  if (unfinished && dayNumber(first) <= dayNumber(unfinished))
    return { from: first, to: unfinished, between: [], start, end };
  if (!last || dayNumber(first) < dayNumber(last)) return period;
  if (dayNumber(first) - dayNumber(last) <= longestSlip) return { from: last, to: first, between: [], start, end };
  const reported = coverField(report, 'report-date');
  const day = reported && dayOf(datesIn(report, reported.value)[0]?.from);
  const meant = [
    { from: first, to: { ...last, year: first.year } },
    { from: first, to: { ...last, year: first.year + 1 } },
    { from: { ...first, year: last.year }, to: last },
    { from: { ...first, year: last.year - 1 }, to: last },
  ].find(({ from, to }) => {
    const [begun, ended] = [dayNumber(from), dayNumber(to)];
    const waited = day ? dayNumber(day) - ended : -1;
    return (
      exists(from) &&
      exists(to) &&
      begun <= ended &&
      ended - begun <= longestSlip &&
      waited >= 0 &&
      waited <= longestWait
    );
  });
  return meant && { ...meant, between: [], start, end };
}

/** The last day of the month of `point`, in the year of `begin` where it names none. */
function endOfMonth(point: DatePoint | undefined, begin: CalendarDate): DatePoint | undefined {
  if (point?.month === undefined) return undefined;
  const { month, year = begin.year } = point;
  return [31, 30, 29, 28].map((day) => ({ year, month, day })).find(exists);
}

/** A period is not turned round where its ends lie further apart, and no trip of a wrong year is longer, in days. */
const longestSlip = 31;
/** A report is hardly later than half a year, in days: a year more or less is seen by it. */
const longestWait = 183;

interface Leg {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The journeys behind the first one: 「5月4日至5月6日及5月12日至5月14日」. None where one of them is not later than the one before. */
function furtherLegs(report: WithCover, field: CoverField, first: Leg): readonly Leg[] {
  const legs: Leg[] = [];
  let before = first;
  for (const { from: begin, to: finish } of datesIn(report, field.value).slice(1)) {
    const { year } = before.to;
    const from = dayOf({ ...begin, year: begin.year ?? year });
    const to = finish && dayOf({ ...finish, year: finish.year ?? from?.year });
    if (!from || !to || dayNumber(from) <= dayNumber(before.to) || dayNumber(to) < dayNumber(from)) return [];
    before = { from, to };
    legs.push(before);
  }
  return legs;
}

/** The year that `point` means where the one it names is one or two years off, and with that year it would be a day of the trip. */
export function yearMeant(point: DatePoint, period: Period): number | undefined {
  const { year: written } = point;
  const isOfTrip = (year: number): boolean => {
    const moved = { ...point, year };
    return point.day === undefined ? isMonthOf(moved, period) : isWithin(dayOf(moved), period);
  };
  if (written === undefined || isOfTrip(written)) return undefined;
  return [written + 1, written - 1, written + 2, written - 2].find(isOfTrip);
}

/**
 * Whether the weekday behind `date` is that of the day in the year it means: 113年4月23日（三） of a trip of 114, whose year is
 * wrong and not its weekday.
 */
export function isWeekdayOfYearMeant({ from, to, weekdays }: DateExpression, period: Period): boolean {
  const year = yearMeant(from, period);
  const [weekday] = weekdays;
  if (year === undefined || to || !weekday || weekdays.length > 1) return false;
  const [written, meant] = [dayOf(from), dayOf({ ...from, year })];
  return (
    written !== undefined &&
    meant !== undefined &&
    weekdayOf(written) !== weekday.value &&
    weekdayOf(meant) === weekday.value
  );
}

/** Whether a month without a day is one of the trip's. */
function isMonthOf({ year, month }: DatePoint, { from, to }: Period): boolean {
  return [from, to].some((end) => end.year === year && end.month === month);
}

function isWithin(day: CalendarDate | undefined, { from, to }: Period): boolean {
  return day !== undefined && dayNumber(day) >= dayNumber(from) && dayNumber(day) <= dayNumber(to);
}

/**
 * `point` with the year it means in a report of `period`, where none is written: that of the trip, and over the turn
 * of the year the nearer one. Undefined where the day does not exist.
 */
export function dayInPeriod(point: DatePoint, period: Period): CalendarDate | undefined {
  if (point.year !== undefined) return dayOf(point);
  const { month, day } = point;
  const early = dayOf({ year: period.from.year, month, day });
  if (period.to.year === period.from.year) return early;
  const late = dayOf({ year: period.to.year, month, day });
  if (!early || !late) return early ?? late;
  const distance = (date: CalendarDate): number =>
    Math.max(0, dayNumber(period.from) - dayNumber(date), dayNumber(date) - dayNumber(period.to));
  return distance(late) < distance(early) ? late : early;
}
