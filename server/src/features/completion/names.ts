/** Where in a sentence a name may be completed, and what of it is already typed. */
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
}

/**
 * The place of the cursor, if names may stand there: in the running text of 摘要 and body, not in the middle of English
 * words, and not on a line where nothing is written yet.
 */
export function namePlace(context: CompletionContext, ...coverFields: readonly string[]): NamePlace | undefined {
  const { report, before, offset, beforeBody, zone } = context;
  if (zone === 'contents') return undefined;
  const field = fieldAtCursor(context);
  if (field ? !coverFields.includes(field.field) : beforeBody && report.cover.fields.length > 0) return undefined;

  const wordStart = latinStart(before, before.length);
  const latin = before.slice(wordStart);
  // Behind a Latin word and a blank an English phrase goes on.
  if (/[a-z] $/i.test(before.slice(0, wordStart))) return undefined;
  if (latin !== '') return /[a-z]/i.test(latin) ? { offset, latin, han: '', atBorder: false } : undefined;
  if (before.trim() === '') return undefined;
  const start = hanStart(before, before.length);
  return { offset, latin: '', han: before.slice(start), atBorder: classAt(before, start - 1) !== CharClass.Han };
}

/**
 * How many code units before the cursor are the beginning of a name; undefined where they lead elsewhere. A single Han
 * character in the middle of a clause begins no name: the 加 of 增加 is not that of 加拿大.
 * @param chinese the name's Chinese forms
 * @param latin what Latin letters find it by
 */
export function typedOf(place: NamePlace, chinese: readonly string[], latin: string): number | undefined {
  if (place.latin !== '') return leadsTo(place.latin, latin) ? place.latin.length : undefined;
  if (place.han === '') return 0;
  const least = place.atBorder && place.han.length === 1 ? 1 : 2;
  for (let length = place.han.length; length >= least; length--) {
    const typed = place.han.slice(-length);
    if (chinese.some((name) => name.startsWith(typed))) return length;
  }
  return undefined;
}
