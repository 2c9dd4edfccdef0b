/** Short names that a report gives in brackets, （以下稱電子監控）, and what shows that a word is only called so. */
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';

const short = /(?<![亦又也或俗])稱(?:為|作)?[「『]?([\u4e00-\u9fff]{3,10})[」』]?[）)]/g;
/** The same without brackets: 「標準化單位努力漁獲量」以下簡稱標準化漁獲率。 */
const shortInClause = /以下(?:簡稱|統稱|稱)為?[「『]?([\u4e00-\u9fff]{4,10})[」』]?[，。；]/g;
/** A term that has another name, and which of the two the report uses: （亦稱局部放電，本報告統稱部分放電）. */
const chosen =
  /[亦又或也]稱[「『]?([\u4e00-\u9fff]{2,10})[」』]?[，、；]?(?:本報告|本文|以下|文中|下文)[中均皆概]{0,2}(?:一律|統一)?(?:[統簡]?稱|採用?|使用|作)為?[「『]?([\u4e00-\u9fff]{2,10})[」』]?[）)。，]/g;

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
  for (const { 0: whole, 1: term, index } of text.matchAll(shortInClause)) {
    const start = index + whole.lastIndexOf(term!);
    found.push({ from: index, start, end: start + term!.length });
  }
  return found;
}

/** Two names of one thing, the second of which the report chooses. */
export interface ChosenTerm extends Span {
  readonly kind: 'chosen-term';
  readonly other: string;
  readonly usual: string;
}

/** The terms on a line that the report chooses. */
export function chosenTermsOn(text: string): readonly ChosenTerm[] {
  return Array.from(text.matchAll(chosen), ({ 0: { length }, 1: other, 2: usual, index }) => {
    return { kind: 'chosen-term', other: other!, usual: usual!, start: index, end: index + length };
  });
}
