import type { DateExpression, DatePoint, Weekday } from '../../report/model';
import { dayInPeriod, dayOf, periodOf } from '../../report/period';
import type { Period } from '../../report/period';
import type { CalendarDate } from '../../text/calendar';
import { dateOfDayNumber, dayNumber, rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import { forEachNote, readersBy } from '../lines';
import type { LineReader } from '../lines';
import type { Rule } from '../rule';

/** The days that the weekdays of `date` speak of, one a weekday; empty where that is not certain. */
function daysOfWeekdays(
  date: DateExpression,
  from: CalendarDate,
  to: CalendarDate | undefined,
): readonly CalendarDate[] {
  const { weekdays } = date;
  const first = dayNumber(from);
  const last = to ? dayNumber(to) : first;
  if (weekdays.length === 1) return [to && weekdays[0]!.end >= date.end - 1 ? to : from];
  if (last - first + 1 === weekdays.length) return weekdays.map((_, index) => dateOfDayNumber(first + index));
  return weekdays.length === 2 && to ? [from, to] : [];
}

/** A date without a year is the trip's own only near the trip; elsewhere it may be of any year. */
function isNear(day: CalendarDate, period: Period): boolean {
  const slack = 31;
  const number = dayNumber(day);
  return number >= dayNumber(period.from) - slack && number <= dayNumber(period.to) + slack;
}

/** A weekday that is not that of its date. */
interface Wrong extends Weekday {
  readonly day: CalendarDate;
}

/** The day of a date in a report of `period`. */
function placeOf(point: DatePoint, period: Period | undefined): CalendarDate | undefined {
  if (point.year !== undefined) return dayOf(point);
  const day = period && dayInPeriod(point, period);
  return day && isNear(day, period) ? day : undefined;
}

function wrongWeekdays(date: DateExpression, period: Period | undefined): readonly Wrong[] {
  const from = placeOf(date.from, period);
  const to = date.to && placeOf(date.to, period);
  if (!from || (date.to && !to)) return [];
  return daysOfWeekdays(date, from, to).flatMap((day, index) => {
    const { value, start, end } = date.weekdays[index]!;
    return value === weekdayOf(day) ? [] : [{ day, value, start, end }];
  });
}

const readerFor = readersBy((period: Period | undefined): LineReader<Wrong> => ({
  lines: { holding: ['weekday'] },
  raw: true,
  read: (_words, { dates }) => dates.flatMap((date) => (date.weekdays.length > 0 ? wrongWeekdays(date, period) : [])),
}));

export const rule: Rule = {
  id: 'dates/weekday',
  title: { 'zh-TW': '星期與日期不符', en: 'Weekday does not fit the date' },
  severity: 'error',
  source: '曆法；行程表附星期的慣例（出國報告實例）',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    wrong: {
      'zh-TW': '{roc} 年 {month} 月 {day} 日是星期{right}，不是星期{wrong}。',
      en: '{year}-{month}-{day} is a {rightEn}, not a {wrongEn}.',
    },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  prose: { touching: ['date'] },
  check: (report, _context, find) => {
    const period = periodOf(report);
    const key = period ? `${dayNumber(period.from)} ${dayNumber(period.to)}` : '';
    forEachNote(report, readerFor(key, period), ({ day, value, start: from, end: to }, offset) => {
      const start = offset + from;
      const end = offset + to;
      const right = weekdayOf(day);
      const expected = report.text.slice(start, end);
      find({
        message: 'wrong',
        params: {
          ...day,
          roc: day.year - rocOffset,
          right: weekdayName(right),
          wrong: weekdayName(value),
          rightEn: english[right]!,
          wrongEn: english[value]!,
        },
        start,
        end,
        fixes: () => [
          {
            title: 'replace',
            params: { right: weekdayName(right) },
            safety: 'safe',
            edits: [{ start, end, expected, text: weekdayName(right) }],
          },
        ],
      });
    });
  },
};

const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
