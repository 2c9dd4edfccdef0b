import type { DateExpression, DatePoint, Weekday } from '../../report/model/dates';
import { dayInPeriod, dayOf, periodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import type { CalendarDate } from '../../text/calendar';
import { dateOfDayNumber, dayNumber, rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import type { Example, LineRule, RulePage } from '../engine/rule';

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

/* @__NO_SIDE_EFFECTS__ */
const report = (itinerary: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n報告日期：113年9月11日\n壹、目的\n貳、行程\n${itinerary}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('8 月 18 日(⟦六⟧)\tDPS 會議'), fixed: report('8 月 18 日(日)\tDPS 會議') },
  {
    in: 'report',
    text: report('8 月 16—17 日 (五、⟦日⟧)\t出發、抵達'),
    fixed: report('8 月 16—17 日 (五、六)\t出發、抵達'),
  },
  { in: 'report', text: report('113年8月19日星期⟦二⟧：大會'), fixed: report('113年8月19日星期一：大會') },
  {
    in: 'report',
    text: report('8月23日（⟦四⟧）至8月24日（六）：返臺'),
    fixed: report('8月23日（五）至8月24日（六）：返臺'),
  },
  {
    in: 'report',
    text: report('8 月 16—17 日 (五、六)\t出發、抵達\n8 月 18 日(日)\tDPS 會議\n8 月 19 日（星期一）\t大會'),
  },
  { in: 'report', text: report('8月16日（五）至8月24日（六）') },
  {
    in: 'report',
    text: '壹、目的\n一、8月18日（三）召開籌備會議。\n',
    note: { 'zh-TW': '沒有出國期間，不知道是哪一年', en: 'Without a period the year is not known' },
  },
  { in: 'report', text: report('8月18日（日）') + '參、出席會議情形\n一、3月18日（五）召開的第一次會議。\n' },
];

export const page: RulePage = {
  explanation:
    '行程表常在日期後加註星期，改了日期卻忘了改星期，是最容易被審核人員看到的錯誤。日期沒有寫年份時，依封面的出國期間推定；一列寫兩天（五、六）時逐日核對。',
  leavesAlone: '沒有年份、又離出國期間一個月以上的日期，可能是別的年份，不提出。沒有出國期間的報告也不推定年份。',
  summary:
    'Checks the weekday behind a date. Dates without a year are taken from the period on the cover and only near the trip; a row for several days is checked day by day.',
};
