/** What of some words is prose: the words as they are to be read. */
import { invisibleCharacters, lookAlikes, ordinaryOf } from './lookAlikes';
import type { Span } from './span';

/** A stretch of a line that is no prose. */
export interface Stretch extends Span {
  /**
   * `thing` stands in its sentence as a word does: code, an address, a file's name. `mark` is read through as if it were not
   * there: the marks of a link, the tag of a bold word, a footnote's number. `border` parts words (`<br>`, `<td>`) and is
   * read through where none stand on both sides.
   */
  readonly kind: 'thing' | 'mark' | 'border';
}

/** Stands for every unit of a thing; it is neither Han nor Latin nor punctuation. */
export const thing = '\ufffc';

/** Stands for every unit that is read through; it is a blank. */
export const readThrough = '\u200b';

const unusual = new RegExp(`${invisibleCharacters.source}|${lookAlikes.source}`);

/** `words` with look-alike characters as what they stand for and invisible ones read through; as long as before. */
function inOrdinaryCharacters(words: string): string {
  if (!unusual.test(words)) return words;
  return words
    .replace(invisibleCharacters, readThrough)
    .replace(lookAlikes, (character) => ordinaryOf(character).padEnd(character.length, readThrough));
}

/** Whether nothing of `words` but blanks and marks of Markdown stands in `[start, end)` outside of `stretches`. */
function isBare(words: string, start: number, end: number, stretches: readonly Stretch[]): boolean {
  let at = start;
  for (const stretch of stretches) {
    if (stretch.end <= at) continue;
    if (stretch.start >= end) break;
    if (stretch.kind === 'thing') return false;
    if (!/^[\s#*>+-]*$/.test(words.slice(at, Math.min(end, stretch.start)))) return false;
    at = stretch.end;
  }
  return at >= end || /^[\s#*>+-]*$/.test(words.slice(at, end));
}

/**
 * The words of a line as they are read, as long as the line, so that every offset holds.
 * @param stretches what of it is no prose, in order, none overlapping
 */
export function proseOf(words: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return inOrdinaryCharacters(words);
  let prose = '';
  let at = 0;
  for (const { start, end, kind } of stretches) {
    const parts =
      kind === 'thing' ||
      (kind === 'border' && !isBare(words, 0, start, stretches) && !isBare(words, end, words.length, stretches));
    prose += words.slice(at, start) + (parts ? thing : readThrough).repeat(end - start);
    at = end;
  }
  return inOrdinaryCharacters(prose + words.slice(at));
}
