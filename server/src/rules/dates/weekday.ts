import type { DateExpression, DatePoint, Weekday } from '../../report/model/dates';
import { dayInPeriod, dayOf, periodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import type { CalendarDate } from '../../text/calendar';
import { dateOfDayNumber, dayNumber, rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import type { LineRule } from '../engine/rule';

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

export const rule: LineRule<Period | undefined> = {
  per: 'line',
  only: { holding: ['weekday'] },
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
  given: ({ cover }) => periodOf(cover),
  check: ({ facts }, period, find) => {
    for (const date of facts.dates) {
      if (date.weekdays.length === 0) continue;
      for (const { day, value, start, end } of wrongWeekdays(date, period)) {
        const right = weekdayOf(day);
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
              edits: [{ start, end, text: weekdayName(right) }],
            },
          ],
        });
      }
    }
  },
};

const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
