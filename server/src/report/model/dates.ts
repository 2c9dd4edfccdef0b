/** Dates as a report writes them. */
import type { Span } from '../../text/span';

export interface DatePoint {
  /** AD year; undefined where the text gives none. */
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A date, a range of days, or a list of days, as written. Values are not checked: 13 月 and 30 日 of 2 月 arrive as they are. */
export interface DateExpression extends Span {
  readonly from: DatePoint;
  /** End of a range (8 月 16 日至 8 月 24 日), or the last day of a list (十四、十五日). What the text leaves out is taken from `from`. */
  readonly to: DatePoint | undefined;
  /** The calendar of the year as written; undefined where no year is written. */
  readonly calendar: 'roc' | 'ad' | undefined;
  /** A second year beside the first, 113（2024）年 or 2024（民國113）年: its AD value. */
  readonly otherYear: number | undefined;
  readonly weekdays: readonly Weekday[];
}

export interface Weekday extends Span {
  /** 0 for Sunday to 6 for Saturday. */
  readonly value: number;
}
