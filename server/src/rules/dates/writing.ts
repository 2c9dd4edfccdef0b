/** How dates are written in messages and fixes of this family. */
import type { CalendarDate } from '../../text/calendar';
import { rocOffset, weekdayName, weekdayOf } from '../../text/calendar';

/** 113年8月16日（五）. */
export function rocDate(date: CalendarDate): string {
  return `${date.year - rocOffset}年${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）`;
}
