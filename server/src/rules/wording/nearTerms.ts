/**
 * Terms that a report gives a short name or a foreign one, 電子監控設備（以下稱電子監控）, and later writes with another character,
 * one more or one less: 電子式監控.
 */
import { lineAt } from '../../report/model/lines';
import type { Line } from '../../report/model/line';
import type { Report } from '../../report/model/report';
import type { Speller } from '../../spelling/speller';
import { PairFilter } from '../../text/pairs';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import type { RenamedTerm } from './glossedTerms';
import { calledSo, longestFull, runBefore, shortNamesOn } from './shortNames';

/** A term where the report gives it. */
export interface GivenTerm extends Span {
  readonly kind: 'given-term';
  /** Whether it is what the report calls something from here on; else its words before it may be others. */
  readonly isShort: boolean;
  /** Where the words begin that it is short for, or that it ends. */
  readonly from: number;
}

const shortestGlossed = 6;
const shortestVaried = 4;
const longest = 10;
const foreign = /[」』]?[（(][a-z]/gi;
const shortestRun = 6;
/** Names of bodies are for wording/near-duplicate-name; characters that end other things tell them apart. */
const endsBody = /[會院局所部署處校司室組課系團]$|公司$|中心$|組織$|大學$/;

/** The terms that a line gives. */
export function givenTermsOn({ text, facts }: Line): readonly GivenTerm[] {
  if (facts.fullBrackets + facts.halfBrackets === 0 && !text.includes('以下')) return [];
  const found = shortNamesOn(text).map((name): GivenTerm => ({ kind: 'given-term', isShort: true, ...name }));
  for (const { index: end } of text.matchAll(foreign)) {
    const from = runBefore(text, end, longestFull);
    if (end - from < shortestRun || endsBody.test(text.slice(from, end))) continue;
    found.push({ kind: 'given-term', isShort: false, from, start: Math.max(from, end - longest), end });
  }
  return found;
}

/** How long what stands at `at` of `text` is if it is `term` but for one character; 0 if it is not. */
function nearLength(text: string, at: number, term: string): number {
  let head = 0;
  while (head < term.length && text[at + head] === term[head]) head++;
  if (head === 0 || head === term.length) return 0;
  // A short one has no character that can be left out or put in.
  if (term.length < shortestVaried) return head === 1 && text[at + 2] === term[2] ? term.length : 0;
  const isRest = (from: number, behind: number): boolean => text.startsWith(term.slice(behind), from);
  const next = at + head;
  // Another last character makes another thing of most terms.
  if (head < term.length - 1 && isRest(next + 1, head + 1)) return term.length;
  if (isRest(next + 1, head)) return term.length + 1;
  return head < term.length - 1 && isRest(next, head + 1) ? term.length - 1 : 0;
}

/**
 * Finds the terms that `nearLength` may find at a place: their first character stands there, and their second or third one
 * right behind it or one further on, whichever of the two is another, too much or left out.
 */
class TermIndex {
  readonly #byPair = new Map<number, Set<string>>();
  readonly #pairs = new PairFilter();

  constructor(terms: Iterable<string>) {
    for (const term of terms) for (const at of [1, 2]) this.#add(term.charCodeAt(0), term.charCodeAt(at), term);
  }

  #add(one: number, other: number, term: string): void {
    this.#pairs.add(one, other);
    const key = pairOf(one, other);
    const known = this.#byPair.get(key);
    if (known) known.add(term);
    else this.#byPair.set(key, new Set([term]));
  }

  /** The next place of `text` from `from` on that a term may begin at; its end without one. It is one loop: a report is long. */
  placeFrom(text: string, from: number): number {
    let first = text.charCodeAt(from);
    let next = text.charCodeAt(from + 1);
    for (let at = from; at + 2 < text.length; at += 1) {
      const afterNext = text.charCodeAt(at + 2);
      if (this.#pairs.mayHave(first, next) || this.#pairs.mayHave(first, afterNext)) return at;
      first = next;
      next = afterNext;
    }
    return text.length;
  }

  termsAt(text: string, at: number): Iterable<string> {
    const [next, afterNext] = [1, 2].map((step) =>
      this.#byPair.get(pairOf(text.charCodeAt(at), text.charCodeAt(at + step))),
    );
    return next && afterNext ? new Set([...next, ...afterNext]) : (next ?? afterNext ?? []);
  }
}

function pairOf(one: number, other: number): number {
  return one * 0x10000 + other;
}

/** Whether another word ends behind the place: 隱私強化技術 is none but for a character of 隱私強化科技. */
function goesOn(text: string, { start, end }: Span, speller: Speller | undefined): boolean {
  return speller !== undefined && (speller.isCutBy(text, { start, end }) || speller.isWord(text.slice(start, end + 1)));
}

const notHan = /[^\u4e00-\u9fff]/;
/** Pairs that tell things apart. */
const tellsApart = /[一二三四五六七八九十甲乙丙丁上下前後新舊內外東西南北大小長短公私進出高低雙單不非無未]/;

/** The characters in which two words of nearly one length differ. */
function differenceOf(one: string, other: string): string {
  let head = 0;
  while (one[head] === other[head]) head++;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return one.slice(head, one.length - tail) + other.slice(head, other.length - tail);
}

/** The places of the report that have a term that it gives but for one character. */
export function nearTerms(
  report: Report,
  notes: readonly UnitNote<'line', GivenTerm>[],
  speller: Speller | undefined,
): readonly RenamedTerm[] {
  const given = new Map<string, { readonly unit: Line; readonly note: GivenTerm }>();
  const spared: Span[] = [];
  for (const { unit, note } of notes) {
    const start = report.units.startOf(unit);
    spared.push({ start: start + note.from, end: start + note.end });
    const size = note.end - note.start;
    for (let length = note.isShort ? size : shortestGlossed; length <= size; length++) {
      const term = unit.text.slice(note.end - length, note.end);
      if (length < shortestVaried && (endsBody.test(term) || '本該此'.includes(term[0]!))) continue;
      if (!given.has(term)) given.set(term, { unit, note: { ...note, start: note.end - length } });
    }
  }
  if (given.size === 0) return [];
  const index = new TermIndex(given.keys());
  const { prose } = report;
  const places = new Map<string, { readonly term: string; readonly at: number[] }>();
  for (let at = index.placeFrom(prose, 0); at < prose.length; at = index.placeFrom(prose, at + 1)) {
    for (const term of index.termsAt(prose, at)) {
      const length = nearLength(prose, at, term);
      if (length === 0) continue;
      const form = prose.slice(at, at + length);
      if (notHan.test(form) || given.has(form)) continue;
      if (!form.endsWith('小組') && tellsApart.test(differenceOf(term, form))) continue;
      if (spared.some(({ start, end }) => start <= at && at + length <= end)) continue;
      const row = lineAt(report.lines, at);
      const line = report.units.lines[row]!;
      const start = at - report.lines.starts[row]!;
      if (calledSo.test(line.text.slice(Math.max(0, start - 4), start))) continue;
      if (line.inQuotation(start) || goesOn(line.text, { start, end: start + length }, speller)) continue;
      const known = places.get(form);
      if (known) known.at.push(at);
      else places.set(form, { term, at: [at] });
      at += length - 1;
      break;
    }
  }
  const found: RenamedTerm[] = [];
  for (const [form, { term, at }] of places) {
    const { unit, note } = given.get(term)!;
    // What stands there again and again is another thing, and the author knows it.
    if (at.length > 1 && at.length >= prose.split(term).length - 1) continue;
    for (const start of at)
      found.push({
        place: { unit: report, start, end: start + form.length },
        form,
        usual: term,
        first: { unit, start: note.start, end: note.end },
      });
  }
  return found;
}
