/** Short names that a report gives in brackets, （以下稱電子監控）, and what shows that a word is only called so. */
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';

const short = /稱(?:為|作)?[「『]?([\u4e00-\u9fff]{4,10})[」』]?[）)]/g;
/** What opens the bracket that gives a short name: （以下, （English Name，下. */
const opensShort = /[（(][^（()）]{0,30}$/;
const longestOpening = 31;
/** A full name has no more Han characters. */
export const longestFull = 20;
/** Behind these the other word is told as one that others use. */
export const calledSo = /(?:[稱即或]|俗稱|又名|譯為|譯作)[「『]?$/;

/** Where the Han characters begin that end before `end` of `text`. */
export function runBefore(text: string, end: number, longest: number): number {
  let start = end;
  while (start > 0 && end - start < longest && classAt(text, start - 1) === CharClass.Han) start--;
  return start;
}

/** The short names that a line gives, each with where its full name begins. */
export function shortNamesOn(text: string): readonly (Span & { readonly from: number })[] {
  const found: (Span & { readonly from: number })[] = [];
  for (const { 0: whole, 1: term, index } of text.matchAll(short)) {
    const opening = opensShort.exec(text.slice(Math.max(0, index - longestOpening), index))?.[0];
    if (opening === undefined) continue;
    const start = index + whole.lastIndexOf(term!);
    found.push({ from: runBefore(text, index - opening.length, longestFull), start, end: start + term!.length });
  }
  return found;
}
