/** Terms that a report gives twice with the same foreign words by two names: 創客空間（makerspace）, 自造者空間（makerspace）. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import type { RenamedTerm } from './glossedTerms';
import { longestFull, runBefore } from './shortNames';

/** A term with the foreign words behind it. */
export interface ForeignTerm extends Span {
  readonly kind: 'foreign-term';
  readonly term: string;
  readonly foreign: string;
  /** Whether something before it shows where it begins. */
  readonly exact: boolean;
}

const given = /[」』]?[（(]([a-z][a-z' -]{4,60})[）)]/gi;
/** Words of the sentence before a term. */
const before = phrasePattern`^.*(?:${'before-term'}|[雖並尚]無|[的之個座項與及和或以為是在於從對將把即等有用稱設該此由各被採])`;
/** What sets a term off with its foreign words. */
const opensTerm = /[「『]/;
const closesTerm = /^[」』]?[（(][^（()）]*[）)][」』]/;
const longestGloss = 66;
const shortest = 3;
const longestOpen = 12;

/** The terms of a line that the report gives in another language, but for acronyms. */
export function foreignTermsOn(line: Line): readonly ForeignTerm[] {
  const { text, facts } = line;
  if (facts.fullBrackets + facts.halfBrackets === 0) return [];
  const found: ForeignTerm[] = [];
  for (const { 1: foreign, index: end } of text.matchAll(given)) {
    const from = runBefore(text, end, longestFull);
    const run = text.slice(from, end);
    const term = run.replace(before, '');
    if (term.length < shortest || !/[a-z]{4}/.test(foreign!)) continue;
    // What marks set off is a term by itself, no words of others: 「警報分級管理（alarm rationalization）」.
    const isMarked = opensTerm.test(text[from - 1] ?? '') && closesTerm.test(text.slice(end, end + longestGloss));
    if (line.inQuotation(end) && !isMarked) continue;
    const exact = isMarked || term.length < run.length || run.length < longestOpen;
    found.push({ kind: 'foreign-term', term, foreign: foreign!.toLowerCase(), exact, start: end - term.length, end });
  }
  return found;
}

/** So much at their ends two names of one thing have in common, whatever stands before. */
const commonName = 3;

function areTwoNames(one: ForeignTerm, other: ForeignTerm): boolean {
  const [a, b] = [one.term, other.term];
  if (!one.exact || !other.exact || a.includes(b) || b.includes(a)) return false;
  let end = 0;
  while (a.at(-1 - end) === b.at(-1 - end)) end++;
  return end < commonName;
}

/** The terms that have the foreign words of an earlier one and another name. */
export function twiceNamed(notes: readonly UnitNote<'line', ForeignTerm>[]): readonly RenamedTerm[] {
  const first = new Map<string, UnitNote<'line', ForeignTerm>>();
  const found: RenamedTerm[] = [];
  for (const each of notes) {
    const { unit, note } = each;
    const known = first.get(note.foreign);
    if (!known) first.set(note.foreign, each);
    else if (areTwoNames(known.note, note))
      found.push({
        place: { unit, start: note.start, end: note.end },
        form: note.term,
        usual: known.note.term,
        first: { unit: known.unit, start: known.note.start, end: known.note.end },
      });
  }
  return found;
}
