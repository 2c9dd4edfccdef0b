import type { DateExpression } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, roughPeriodOf } from '../../report/queries/period';
import { dateOfDayNumber, dayNumber } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { ReportRule, UnitNote } from '../engine/rule';
import { rocDate } from './writing';

const numbered = '(?:第(?<han>\\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]|Day ?(?<day>\\d{1,2}))';
/** 第三天, right before its date, with what it is a day of: 研討會第二天 counts from another day than the trip's. */
const numberBefore = new RegExp(
  `(?<of>\\p{Script=Han}{0,6})${numbered}(?:行程|活動|課程|議程|會議)?(?:[\\s（(：:｜|，]{0,4}|[即為是])$`,
  'iu',
);
/** The same right behind it: 4月18日（五） | Day 3. */
const numberBehind = new RegExp(`^[\\s|｜：:，）)]{0,6}(?<of>\\p{Script=Han}{0,6}?)${numbered}(?![上下晚次屆])`, 'iu');
/** In a row of 行程: 委員會會議（第二日）. */
const numberInRow = new RegExp(`(?<of>\\p{Script=Han}{2,12})[（( ]?${numbered}`, 'iu');
/** What has days of its own. */
const event = /[會展覽議壇程練習動營賽期訓典]$/;
const reach = 24;

/** A day that is numbered and dated. */
interface NumberedDay {
  readonly number: number;
  readonly date: DateExpression;
  /** The event that it is a day of; empty for the trip, and where nothing says of what. */
  readonly of: string;
}

function numberedDaysOf({ text, facts, zone, surroundings }: Line): readonly NumberedDay[] {
  if (zone === 'cover' || zone === 'contents') return [];
  const isRow = surroundings.inside === 'itinerary';
  return facts.dates.flatMap((date, index) => {
    if (date.to || date.from.day === undefined || date.from.month === undefined) return [];
    const behind = text.slice(date.end, facts.dates[index + 1]?.start ?? text.length);
    const match =
      numberBefore.exec(text.slice(Math.max(0, date.start - reach), date.start)) ??
      numberBehind.exec(behind.slice(0, reach)) ??
      (isRow && index === 0 ? numberInRow.exec(behind) : null);
    if (!match) return [];
    const { of: before = '', han, day } = match.groups as Partial<Record<'of' | 'han' | 'day', string>>;
    const words = before.replace(/^(?:上午|下午|全日|續行|續)?(?:出席|參加|參與|續行)?/, '');
    return [{ number: parseCount((han ?? day)!), date, of: event.test(words) ? words.slice(-longestEvent) : '' }];
  });
}

/** An event is told from others by so many of its last characters. */
const longestEvent = 4;

interface PlacedDay extends NumberedDay {
  readonly unit: Line;
  readonly day: number;
}

/** The days of one event in the order of the text, each time it begins anew with its first day apart. */
function runsOf(days: readonly PlacedDay[]): readonly (readonly PlacedDay[])[] {
  const runs: PlacedDay[][] = [];
  const last = new Map<string, PlacedDay[]>();
  for (const day of days) {
    const run = last.get(day.of);
    if (run && (day.number > 1 || run[0]!.day === day.day)) run.push(day);
    else {
      const begun = [day];
      runs.push(begun);
      last.set(day.of, begun);
    }
  }
  return runs;
}

/** So many days that count from one day say which day that is. */
const fewestAgreeing = 2;

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
    const period = roughPeriodOf(cover);
    if (!period || notes.length === 0) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    const days = notes.flatMap(({ unit, note }: UnitNote<'line', NumberedDay>): readonly PlacedDay[] => {
      const day = dayInPeriod(note.date.from, period);
      return day ? [{ ...note, unit, day: dayNumber(day) }] : [];
    });
    for (const run of runsOf(days)) {
      /** How often each day is the one that the others count from. */
      const origins = new Map<number, number>();
      for (const { day, number } of run) origins.set(day - number, (origins.get(day - number) ?? 0) + 1);
      const [most, agreeing] = [...origins].reduce<readonly [number, number]>(
        (best, each) => (each[1] > best[1] ? each : best),
        [0, 0],
      );
      // Where none agree, the first day says from which they count, or the first of the trip.
      const known = run[0]!.number === 1 ? run[0]!.day - 1 : origins.has(first - 1) ? first - 1 : undefined;
      const isSure = agreeing >= fewestAgreeing || (run.length > 1 && known !== undefined);
      const origin = agreeing >= fewestAgreeing ? most : (known ?? most);
      const byDay = new Map<number, PlacedDay>();
      for (const each of run) {
        const { unit, number, date, day, of } = each;
        const { start, end } = date;
        const other = byDay.get(day);
        byDay.set(day, other ?? each);
        const place = { unit, start, end };
        const isOfTrip = of === '';
        if (isOfTrip && (day < first || day > last))
          find({ message: 'outside', params: { from: rocDate(period.from), to: rocDate(period.to) }, ...place });
        else if (day - number === origin && isSure) continue;
        // A meeting may rest for a day between two of its own.
        else if (day - number > origin && (!isOfTrip || (agreeing < fewestAgreeing && origin !== first - 1))) continue;
        else if (other && other.number !== number)
          find({
            message: 'same',
            params: { other: other.number },
            ...place,
            related: [{ message: 'other', unit: other.unit, start: other.date.start, end: other.date.end }],
          });
        else if (isSure && origins.get(day - number) === 1)
          find({ message: 'number', params: { number, date: rocDate(dateOfDayNumber(origin + number)) }, ...place });
        else if (isOfTrip && day < first + number - 1 && period.between.length === 0)
          find({ message: 'early', params: { number, date: rocDate(dateOfDayNumber(first + number - 1)) }, ...place });
      }
    }
  },
};
