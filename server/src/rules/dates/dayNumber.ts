import type { DateExpression } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, periodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { dateOfDayNumber, dayNumber } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';
import { rocDate } from './writing';

const ordinal = '第(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]|day[ -]?(\\d{1,2})';
/** 第三天（5月29日）, 抵達第4日即11月7日: the number right before its date. */
const before = new RegExp(
  `(?<what>\\p{Script=Han}{0,4})(?:${ordinal})(?:行程|活動|課程|議程)?[\\s（(：:｜|，即為是]{0,4}$`,
  'iu',
);
/** 9月11日（三）\t第4天, | 4月18日（五） | Day 3 |: the number right behind it. */
const behind = new RegExp(
  `^ ?(?:[（(][^（）()]{1,6}[）)])?[\\s：:｜|，]{0,6}(?<what>\\p{Script=Han}{0,4})(?:${ordinal})(?!\\d)`,
  'iu',
);
/** What has days of its own: 會議第2天, 研討會第二天, 抵德第3日. */
const event = /[會展覽議壇程練習動營賽期訓典]$|抵.?後?$/;
/** So far before and behind a date its number is looked for. */
const reach = 18;

/** A day that is numbered and dated. */
interface NumberedDay {
  readonly number: number;
  readonly date: DateExpression;
  /** Of what the days are counted, where that is no more than a part of the journey: 會議. */
  readonly event: string;
}

function numberedDaysOf({ text, facts, zone }: Line): readonly NumberedDay[] {
  if (zone === 'cover' || zone === 'contents') return [];
  return facts.dates.flatMap((date) => {
    if (date.to || date.from.day === undefined) return [];
    const match =
      before.exec(text.slice(Math.max(0, date.start - reach), date.start)) ??
      behind.exec(text.slice(date.end, date.end + reach));
    if (!match) return [];
    const { what = '' } = match.groups!;
    return [{ number: parseCount(match[2] ?? match[3]!), date, event: event.test(what) ? what.slice(-2) : '' }];
  });
}

/** So many days that count from one day say which day that is. */
const fewestAgreeing = 2;

interface PlacedDay extends NumberedDay {
  readonly unit: Line;
  /** As a day of the calendar's count. */
  readonly day: number;
}

/** The day before the one that a day is counted from. */
function originOf({ day, number }: PlacedDay): number {
  return day - number;
}

function countOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Days further from the first day of a series are none of it. */
const longestSeries = 14;

/** Whether a day is not the one that it is behind the first day of its series. */
function isOff(each: PlacedDay, opening: PlacedDay): boolean {
  const gap = each.day - opening.day;
  return gap > 0 && gap <= longestSeries && gap !== each.number - 1;
}

/** The days in their series: a first day begins another one, of the journey or of the same event. */
function seriesOf(days: readonly PlacedDay[]): readonly (readonly PlacedDay[])[] {
  const open = new Map<string, PlacedDay[]>();
  const all: PlacedDay[][] = [];
  for (const each of days) {
    let series = open.get(each.event);
    if (!series || (each.number === 1 && series[0]!.day !== each.day)) {
      open.set(each.event, (series = []));
      all.push(series);
    }
    series.push(each);
  }
  return all;
}

/**
 * What is wrong with the days of one series.
 * @param known how often each origin is counted from in the whole report
 */
function checkDays(
  days: readonly PlacedDay[],
  period: Period,
  known: ReadonlyMap<number, number>,
  find: (discovery: ReportDiscovery) => void,
): void {
  const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
  const origins = countOf(days.map(originOf));
  const [origin, agreeing] = [...origins].reduce<readonly [number, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [0, 0],
  );
  const opening = days[0]!;
  const byDay = new Map<number, PlacedDay>();
  for (const each of days) {
    const { unit, number, date, day } = each;
    const { start, end } = date;
    const other = byDay.get(day);
    byDay.set(day, other ?? each);
    const place = { unit, start, end };
    if (each.event === '' && (day < first || day > last))
      find({ message: 'outside', params: { from: rocDate(period.from), to: rocDate(period.to) }, ...place });
    else if (originOf(each) === origin && agreeing >= fewestAgreeing) continue;
    // A meeting may rest for a day between two of its own.
    else if (each.event !== '' && originOf(each) > (agreeing >= fewestAgreeing ? origin : originOf(opening))) continue;
    else if (other && other.number !== number)
      find({
        message: 'same',
        params: { other: other.number },
        ...place,
        related: [{ message: 'other', unit: other.unit, start: other.date.start, end: other.date.end }],
      });
    // Among the days of a meeting one may be counted from the first of the journey.
    else if (each.event === '' && (originOf(each) === first - 1 || known.get(originOf(each))! > 1)) continue;
    else if (agreeing >= fewestAgreeing && origins.get(originOf(each)) === 1)
      find({ message: 'number', params: { number, date: rocDate(dateOfDayNumber(origin + number)) }, ...place });
    else if (opening.number === 1 && isOff(each, opening))
      find({
        message: 'number',
        params: { number, date: rocDate(dateOfDayNumber(opening.day + number - 1)) },
        ...place,
      });
    else if (day < first + number - 1 && period.between.length === 0)
      find({ message: 'early', params: { number, date: rocDate(dateOfDayNumber(first + number - 1)) }, ...place });
  }
}

export const rule: ReportRule<NumberedDay> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['date'] }, read: numberedDaysOf },
  id: 'dates/day-number',
  title: { 'zh-TW': '第幾天與日期不符', en: 'Day number does not fit its date' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間、行程）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    outside: {
      'zh-TW': '這一天不在封面的出國期間（{from}至{to}）內，請核對日期。',
      en: 'This day is outside the period on the cover ({from} to {to}); check the date.',
    },
    number: {
      'zh-TW': '依其他各天推算，第 {number} 天是{date}，請核對。',
      en: 'Counted by the other days, day {number} is {date}; check it.',
    },
    early: {
      'zh-TW': '出國第 {number} 天最早是{date}，請核對。',
      en: 'Day {number} of the trip is {date} at the earliest; check it.',
    },
    same: {
      'zh-TW': '第 {other} 天也是這個日期，請核對。',
      en: 'Day {other} has this date too; check both.',
    },
    other: { 'zh-TW': '另一天', en: 'The other day' },
  },
  check: ({ cover }, notes, _context, find) => {
    const period = periodOf(cover);
    if (!period || notes.length === 0) return;
    const days = notes.flatMap(({ unit, note }: UnitNote<'line', NumberedDay>) => {
      const day = dayInPeriod(note.date.from, period);
      return day ? [{ unit, ...note, day: dayNumber(day) }] : [];
    });
    const known = countOf(days.map(originOf));
    for (const series of seriesOf(days)) checkDays(series, period, known, find);
  },
};
