import { rocOffset } from '../text/calendar';
import type { CalendarDate } from '../text/calendar';

/** 「113年8月16日」; the year may be left out where it was just said. */
export function rocDate(date: CalendarDate, withYear = true): string {
  return `${withYear ? `${date.year - rocOffset}年` : ''}${date.month}月${date.day}日`;
}
