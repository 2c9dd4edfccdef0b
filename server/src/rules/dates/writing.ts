/** How dates are written in messages and fixes of this family. */
import type { CalendarDate } from '../../text/calendar';
import { rocOffset, weekdayOf } from '../../text/calendar';

const names = '日一二三四五六';

/** 日, 一 … 六 for 0 … 6. */
export function weekdayName(weekday: number): string {
  return names[weekday]!;
}

/** 113年8月16日（五）. */
export function rocDate(date: CalendarDate): string {
  return `${date.year - rocOffset}年${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）`;
}
