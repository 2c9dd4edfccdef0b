/**
 * Terms that a report gives a short name or a foreign one, 電子監控設備（以下稱電子監控）, and later writes with another character,
 * one more or one less: 電子式監控.
 */
import { lineAt } from '../../report/model/lines';
import type { Line } from '../../report/model/line';
import type { Report } from '../../report/model/report';
import type { Speller } from '../../spelling/speller';
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
const longest = 10;
const foreign = /[」』]?[（(][a-z]/gi;
const shortestRun = 6;
/** Names of bodies are for wording/near-duplicate-name; characters that end other things tell them apart. */
const endsBody = /[會院局所部署處校司室組課系團]$|公司$|中心$|組織$|大學$/;

/** The terms that a line gives. */
export function givenTermsOn({ text, facts }: Line): readonly GivenTerm[] {
  if (facts.fullBrackets + facts.halfBrackets === 0) return [];
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
  const isRest = (from: number, behind: number): boolean => text.startsWith(term.slice(behind), from);
  const next = at + head;
  // Another last character makes another thing of most terms.
  if (head < term.length - 1 && isRest(next + 1, head + 1)) return term.length;
  if (isRest(next + 1, head)) return term.length + 1;
  return head < term.length - 1 && isRest(next, head + 1) ? term.length - 1 : 0;
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
      if (!given.has(term)) given.set(term, { unit, note: { ...note, start: note.end - length } });
    }
  }
  if (given.size === 0) return [];
  const byFirst = new Map<string, string[]>();
  for (const term of given.keys()) byFirst.set(term[0]!, [...(byFirst.get(term[0]!) ?? []), term]);
  const { prose } = report;
  const places = new Map<string, { readonly term: string; readonly at: number[] }>();
  for (let at = 0; at < prose.length; at++) {
    const terms = byFirst.get(prose[at]!);
    if (!terms) continue;
    for (const term of terms) {
      const length = nearLength(prose, at, term);
      const form = prose.slice(at, at + length);
      if (length === 0 || notHan.test(form) || given.has(form)) continue;
      if (!form.endsWith('小組') && tellsApart.test(differenceOf(term, form))) continue;
      if (spared.some(({ start, end }) => start <= at && at + length <= end)) continue;
      const index = lineAt(report.lines, at);
      const line = report.units.lines[index]!;
      const start = at - report.lines.starts[index]!;
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
