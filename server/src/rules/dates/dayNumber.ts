import type { DateExpression } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, periodOf } from '../../report/queries/period';
import { dateOfDayNumber, dayNumber } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { ReportRule, UnitNote } from '../engine/rule';
import { rocDate } from './writing';

/** 第三天, right before its date; 研討會第二天 counts from another day. */
const dayOfTrip =
  /(?<![會展覽議壇程練習動營賽期訓典])第(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日](?:行程|活動|課程)?[\s（(：:｜|，]{0,4}$/;

/** A day that is numbered and dated. */
interface NumberedDay {
  readonly number: number;
  readonly date: DateExpression;
}

function numberedDaysOf({ text, facts, zone }: Line): readonly NumberedDay[] {
  if (zone === 'cover' || zone === 'contents') return [];
  return facts.dates.flatMap((date) => {
    const match = dayOfTrip.exec(text.slice(Math.max(0, date.start - 18), date.start));
    return match && !date.to && date.from.day !== undefined ? [{ number: parseCount(match[1]!), date }] : [];
  });
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
    const period = periodOf(cover);
    if (!period || notes.length === 0) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    const days = notes.flatMap(({ unit, note }: UnitNote<'line', NumberedDay>) => {
      const day = dayInPeriod(note.date.from, period);
      return day ? [{ unit, number: note.number, date: note.date, day: dayNumber(day) }] : [];
    });
    /** How often each day is the one that the others count from. */
    const origins = new Map<number, number>();
    for (const { day, number } of days) origins.set(day - number, (origins.get(day - number) ?? 0) + 1);
    const [origin, agreeing] = [...origins].reduce<readonly [number, number]>(
      (best, each) => (each[1] > best[1] ? each : best),
      [0, 0],
    );
    const byDay = new Map<number, (typeof days)[number]>();
    for (const each of days) {
      const { unit, number, date, day } = each;
      const { start, end } = date;
      const other = byDay.get(day);
      byDay.set(day, other ?? each);
      const place = { unit, start, end };
      if (day < first || day > last)
        find({ message: 'outside', params: { from: rocDate(period.from), to: rocDate(period.to) }, ...place });
      else if (day - number === origin && agreeing >= fewestAgreeing) continue;
      else if (other && other.number !== number)
        find({
          message: 'same',
          params: { other: other.number },
          ...place,
          related: [{ message: 'other', unit: other.unit, start: other.date.start, end: other.date.end }],
        });
      else if (agreeing >= fewestAgreeing && origins.get(day - number) === 1)
        find({ message: 'number', params: { number, date: rocDate(dateOfDayNumber(origin + number)) }, ...place });
      else if (day < first + number - 1 && period.between.length === 0)
        find({ message: 'early', params: { number, date: rocDate(dateOfDayNumber(first + number - 1)) }, ...place });
    }
  },
};
