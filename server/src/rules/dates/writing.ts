/** How dates are written in messages and fixes of this family. */
import type { CalendarDate } from '../../text/calendar';
import { rocOffset, weekdayName, weekdayOf } from '../../text/calendar';
import type { Span } from '../../text/span';

/** 113年8月16日（五）. */
export function rocDate(date: CalendarDate): string {
  return `${date.year - rocOffset}年${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）`;
}

/**
 * The edit that writes `right` for the year `wrong`, both of AD, in the calendar that the date's `words` use; undefined
 * where they give no year in figures, or two.
 * @param start offset of `words`
 */
export function yearCorrected(
  words: string,
  start: number,
  wrong: number,
  right: number,
): (Span & { readonly text: string }) | undefined {
  const years = [
    [String(wrong), String(right)],
    [String(wrong - rocOffset), String(right - rocOffset)],
  ] as const;
  const found = years.flatMap(([expected, text]) => {
    const match = new RegExp(`(?<!\\d)${expected}(?=[\\s年/／.-])`).exec(words);
    return match ? [{ start: start + match.index, end: start + match.index + expected.length, text }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
