import { dateOfDayNumber, dayNumber, weekdayName, weekdayOf } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';

/** A longer stay is written in weeks or months, not day by day. */
const mostDays = 62;

/** 「8月16日（五）」. */
function dayWithWeekday(date: CalendarDate): string {
  return `${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）`;
}

/**
 * The first cell of every row of an itinerary, both days included.
 * @returns empty where the stay ends before it begins or is longer than a schedule by days would be
 */
export function itineraryDays(from: CalendarDate, to: CalendarDate): readonly string[] {
  const first = dayNumber(from);
  const count = dayNumber(to) - first + 1;
  if (count < 1 || count > mostDays) return [];
  return Array.from({ length: count }, (_, index) => dayWithWeekday(dateOfDayNumber(first + index)));
}
