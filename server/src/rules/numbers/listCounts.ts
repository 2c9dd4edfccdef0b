/** What the readers of lists in a sentence share: a count, its measure, how far it may be off its list. */
import type { Span } from '../../text/span';
import type { ItemCount } from './listItems';

/** A count that its list does not bear out. */
export interface WrongCount extends Span {
  readonly stated: number;
  readonly listed: number;
  /** How the two differ, and where the list stands: fewer or more before it, others in brackets, others behind it. */
  readonly message: 'fewer' | 'more' | 'other' | 'below';
  /** Whether no other reading of the list makes the count right. */
  readonly isCertain: boolean;
  /** The list, where it stands in brackets. */
  readonly list?: Span;
}

/** The figure of a count. */
export const figures = '\\d{1,2}|[二兩三四五六七八九十]{1,2}';
export const numeral = `(${figures})`;
/** Measures of what is named. */
export const measure =
  '[項種類大款組場位名點件案家所處署局館校份座方道篇門](?!以[上下])|個(?! ?(?:月|APEC|會員|經濟體|成員|國|區域|聯盟|集團|組織|團體))';
/** No count of a list: 第三項, 每三個, 前三名, 另三項. */
export const noCount =
  '(?<!(?<![A-Z]-?\\d{0,4})\\d)(?<![.,第前後每各其另末上下這該此至到約近逾僅萬億數幾又再一二三四五六七八九十~～—–-])(?<!(?<!干)達)';
/** So far a clause is looked at. */
export const longestClause = 200;
/** Joins the last item of a list. */
export const joint = /[及與和暨]/;
/** An item that counts by itself: 已完成9項、進行中15項. */
export const ownCount = new RegExp(`[\\d一二兩三四五六七八九十] ?(?:${measure}|[人國間棟輛臺台架艘頭隻株戶床])`);
export function isNear(stated: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return stated > most ? stated === most + 1 && most > 2 : least - stated <= 2 && least > 2;
}

/** So long are the items of a list that nobody takes for clauses. */
export const plainItem = 10;
/** A count further off counts something else. */
const mostOff = 5;

export function offBy(stated: number, { least, most }: ItemCount): number {
  return Math.max(least - stated, stated - most);
}

/** Whether a list of plain items that is whole is `off` by more than a slip of the eye, but not by so much that the count is of something else. */
export function isFarOff(off: number, { least }: ItemCount, items: readonly string[]): boolean {
  return least >= 3 && off <= mostOff && items.every((item) => item.trim().length <= plainItem);
}

/** Says whether a name of an economy stands at a place. */
export type IsNamed = (place: Span) => boolean;

/** Whether every item of `clause`, which begins at `from`, holds the name of an economy. */
export function areNamed(clause: string, from: number, isNamed: IsNamed): boolean {
  return [...clause.matchAll(/[^、及與和]+/g)].every(({ 0: item, index }) =>
    isNamed({ start: from + index, end: from + index + item.length }),
  );
}

/** A count that is greater counts no list. */
export const largest = 20;

/** A count that the list in front of it does not bear out. */
export function countBehind(stated: number, listed: number, place: Span): WrongCount {
  return { stated, listed, message: stated > listed ? 'more' : 'fewer', isCertain: false, ...place };
}

/** A count that the list behind it does not bear out. */
export function countBefore(stated: number, listed: number, place: Span): WrongCount {
  return { stated, listed, message: 'below', isCertain: false, ...place };
}
