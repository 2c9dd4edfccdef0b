/** Days on which offices are closed (紀念日及節日實施條例; 辦公日曆表). */
import type { CalendarDate } from '../text/calendar';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../text/calendar';

/** Holidays that fall on the same day every year, as month and day. Those from 114 on are taken for such before, too. */
const ofTheSun: ReadonlySet<string> = new Set([
  '1/1', '2/28', '4/4', '4/5', '5/1', '9/28', '10/10', '10/25', '12/25',
]); // prettier-ignore
/** Holidays by the lunar calendar: 小年夜 to 初三, 端午 and 中秋. The last month has 29 days or 30. */
const ofTheMoon: ReadonlySet<string> = new Set(['12/28', '12/29', '12/30', '1/1', '1/2', '1/3', '5/5', '8/15']);

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** Month and day by the lunar calendar, 8/15; a leap month is told apart: 6bis/1. */
function lunarDay({ year, month, day }: CalendarDate): string {
  const parts = lunar.formatToParts(new Date(Date.UTC(year, month - 1, day)));
  const valueOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${valueOf('month')}/${valueOf('day')}`;
}

const isWeekend = (date: CalendarDate): boolean => weekdayOf(date) % 6 === 0;

function isNamed(date: CalendarDate): boolean {
  return ofTheSun.has(`${date.month}/${date.day}`) || ofTheMoon.has(lunarDay(date));
}

const friday = 5;
const monday = 1;

/**
 * Whether offices may be closed on `date`: a weekend, a holiday, a Friday or Monday that may make up for a holiday on the weekend
 * beside it, or a working day between two days off. The government says each year which of these are days off, so that a few are
 * taken for such that are none.
 */
export function mayBeDayOff(date: CalendarDate): boolean {
  const near = (days: number): CalendarDate => dateOfDayNumber(dayNumber(date) + days);
  const isOff = (day: CalendarDate): boolean => isWeekend(day) || isNamed(day);
  if (isOff(date)) return true;
  const weekday = weekdayOf(date);
  if (weekday === monday && [-1, -2].some((days) => isNamed(near(days)))) return true;
  if (weekday === friday && [1, 2].some((days) => isNamed(near(days)))) return true;
  return isOff(near(-1)) && isOff(near(1));
}
