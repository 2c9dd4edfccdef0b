/** Where in a sentence a name may be completed, and what of it is already typed. */
import type { EconomyCode } from '../../knowledge/types';
import { CharClass, classAt } from '../../text/characters';
import type { CompletionContext } from './context';
import { fieldAtCursor } from './coverFields';
import { hanStart, latinStart, leadsTo } from './typed';

export interface NamePlace {
  readonly offset: number;
  /** The Latin word before the cursor, or nothing. */
  readonly latin: string;
  /** The Han characters before the cursor, at most 16, where no Latin word is. */
  readonly han: string;
  /** Whether those characters begin a clause, so that a single one may begin a name. */
  readonly atBorder: boolean;
  /** Whether the cursor is in the value of a field of the cover. */
  readonly inField: boolean;
}

/** A figure before a character makes that the unit of a number: 10日, 三日, 3名. */
const figure = /[\d０１２３４５６７８９零〇○一二三四五六七八九十百千兩廿卅]/;

/**
 * The place of the cursor, if names may stand there: in the running text of 摘要 and body, not in the middle of English
 * words, not in or right behind a date or a number, and not on a line where nothing is written yet.
 */
export function namePlace(context: CompletionContext, ...coverFields: readonly string[]): NamePlace | undefined {
  const { report, before, line, offset, beforeBody, zone } = context;
  if (zone === 'contents') return undefined;
  const field = fieldAtCursor(context);
  if (field ? !coverFields.includes(field.field) : beforeBody && report.cover.fields.length > 0) return undefined;
  const inField = field !== undefined;

  const end = before.length;
  const wordStart = latinStart(before, end);
  const latin = before.slice(wordStart);
  // Behind a Latin word and a blank an English phrase goes on.
  if (/[a-z] $/i.test(before.slice(0, wordStart))) return undefined;
  if (latin !== '') return /[a-z]/i.test(latin) ? { offset, latin, han: '', atBorder: false, inField } : undefined;
  if (before.trim() === '') return undefined;
  let start = hanStart(before, end);
  for (const date of report.lines.facts[line]!.dates) {
    if (date.start < end && end <= date.end) return undefined;
    if (date.end < end) start = Math.max(start, date.end);
  }
  const atBorder = classAt(before, start - 1) !== CharClass.Han;
  // What stands behind a figure is its unit, and no name begins in the middle of a number.
  const words = start;
  while (start < end && figure.test(before[start - 1] ?? '')) start++;
  if (start === end && (start > words || figure.test(before[end - 1] ?? ''))) return undefined;
  return { offset, latin: '', han: before.slice(start), atBorder, inField };
}

/**
 * How many code units before the cursor are the beginning of a name; undefined where they lead elsewhere. A single Han
 * character in the middle of a clause begins no name: the 加 of 增加 is not that of 加拿大. Nor does one behind a figure:
 * the 日 of 10日 is not that of 日本.
 * @param chinese the name's Chinese forms
 * @param latin what Latin letters find it by
 */
export function typedOf(place: NamePlace, chinese: readonly string[], latin: string): number | undefined {
  if (place.latin !== '') return leadsTo(place.latin, latin) ? place.latin.length : undefined;
  if (place.han === '') return 0;
  const least = place.atBorder && place.han.length === 1 ? 1 : 2;
  for (let length = place.han.length; length >= least; length--) {
    const typed = place.han.slice(-length);
    if (figure.test(place.han[place.han.length - length - 1] ?? '')) continue;
    if (chinese.some((name) => name.startsWith(typed))) return length;
  }
  return undefined;
}

/** The economies that the list at the cursor names already: 日本 and 泰國 behind 「日本、泰國、越」 where `typed` is 越. */
export function namedInList({ report, line, lineStart, before }: CompletionContext, typed: number): Set<EconomyCode> {
  const named = new Set<EconomyCode>();
  let at = before.length - typed;
  for (const { row, start, end } of [...report.lines.facts[line]!.names].reverse()) {
    if (row.economy === undefined || end > at) continue;
    if (!/^[、，,及與和\s]+$/.test(report.text.slice(lineStart + end, lineStart + at))) break;
    named.add(row.economy);
    at = start;
  }
  return named;
}
