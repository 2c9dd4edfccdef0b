import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression, DatePoint, Weekday } from '../../report/model/dates';
import { dayInPeriod, dayOf, isWeekdayOfYearMeant, roughPeriodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import type { CalendarDate } from '../../text/calendar';
import { dateOfDayNumber, dayNumber, rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import type { UnitEdit } from '../engine/occurrences';
import type { LineRule, RuleFix } from '../engine/rule';
import type { Span } from '../../text/span';

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
  /** Where the date itself begins; undefined where it is a range or a list of days. */
  readonly dateStart: number | undefined;
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
  if (!from || (date.to && !to) || (to && dayNumber(to) < dayNumber(from))) return [];
  return daysOfWeekdays(date, from, to).flatMap((day, index) => {
    const { value, start, end } = date.weekdays[index]!;
    const dateStart = date.to ? undefined : date.start;
    return value === weekdayOf(day) ? [] : [{ day, value, start, end, dateStart }];
  });
}

/** A day of the journey by its number, with its weekday: 此行第四天適為週三, 行程第二日（星期一）. */
const numbered = phrasePattern`(?:[此本][行趟]|${'journey'}|${'visit'}|${'study'})[的之]?第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日](?:適?[逢為是]|正[逢值])?[（(]?(?:星期|禮拜|週|周)([日一二三四五六])`;

/** The weekday of a day that is told by its number alone, where it is another. */
function wrongOfNumber(text: string, { from, between }: Period): Wrong | undefined {
  const match = numbered.exec(text);
  if (!match || between.length > 0) return undefined;
  const day = dateOfDayNumber(dayNumber(from) + parseCount(match[1]!) - 1);
  const value = '日一二三四五六'.indexOf(match[2]!);
  const end = match.index + match[0].length;
  return value === weekdayOf(day) ? undefined : { day, value, start: end - 1, end, dateStart: undefined };
}

const daysOfWeek = 7;

/** The number of the day right before its weekday, which may stand in brackets: 19日（星期. */
const dayBeforeWeekday = /(?<!\d)(\d{1,2})(?= ?[日號]?[\s（(,，]*(?:星期|禮拜|週|周)?$)/;

/**
 * The edit that writes the day of the month that the weekday fits, the nearest one: 8月19日（二） becomes 8月20日（二）.
 * @param before the text from the date's start to its weekday
 */
function dayCorrected(before: string, at: number, { day, value }: Wrong): UnitEdit | undefined {
  const match = dayBeforeWeekday.exec(before);
  if (!match || Number(match[1]) !== day.day) return undefined;
  const ahead = (value - weekdayOf(day) + daysOfWeek) % daysOfWeek;
  const right = dateOfDayNumber(dayNumber(day) + (ahead > daysOfWeek / 2 ? ahead - daysOfWeek : ahead));
  if (right.month !== day.month) return undefined;
  const start = at + match.index;
  const text = String(right.day).padStart(match[1]!.startsWith('0') ? 2 : 1, '0');
  return { start, end: start + match[1]!.length, text };
}

export const rule: LineRule<Period | undefined> = {
  per: 'line',
  id: 'dates/weekday',
  title: { 'zh-TW': '星期與日期不符', en: 'Weekday does not fit the date' },
  severity: 'error',
  source: '曆法；行程表附星期的慣例（出國報告實例）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    wrong: {
      'zh-TW': '{roc} 年 {month} 月 {day} 日是星期{right}，不是星期{wrong}。',
      en: '{year}-{month}-{day} is a {rightEn}, not a {wrongEn}.',
    },
    weekday: { 'zh-TW': '將星期改為「{right}」', en: 'Change the weekday to “{right}”' },
    date: { 'zh-TW': '將日期改為 {day} 日', en: 'Change the day to {day}' },
  },
  given: ({ cover }) => roughPeriodOf(cover),
  check: ({ text, facts, zone }, period, find) => {
    // Of the body dates/wrong-year tells that the year is wrong.
    const isOfYear = (date: DateExpression): boolean =>
      zone !== 'cover' && period !== undefined && isWeekdayOfYearMeant(date, period);
    const dated = facts.dates.filter((date) => date.weekdays.length > 0 && !isOfYear(date));
    const ofNumber = dated.length === 0 && period && wrongOfNumber(text, period);
    for (const wrongs of [...dated.map((date) => wrongWeekdays(date, period)), ofNumber ? [ofNumber] : []]) {
      for (const wrong of wrongs) {
        const { day, value, start, end, dateStart } = wrong;
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
          fixes: () => {
            // Either may be wrong, and only the author knows which.
            const written = weekdayLike(text.slice(start, end), right);
            const fixes: RuleFix<Span>[] = [
              {
                title: 'weekday',
                params: { right: written },
                safety: 'review',
                edits: [{ start, end, text: written }],
              },
            ];
            const at = dateStart ?? start;
            const day = dayCorrected(text.slice(at, start), at, wrong);
            if (day) fixes.push({ title: 'date', params: { day: day.text }, safety: 'review', edits: [day] });
            return fixes;
          },
        });
      }
    }
  },
};

const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The name of a weekday, in the language and of the length of another one. */
function weekdayLike(other: string, value: number): string {
  if (!/[a-z]/i.test(other)) return weekdayName(value);
  return other.endsWith('day') ? english[value]! : english[value]!.slice(0, 3);
}
