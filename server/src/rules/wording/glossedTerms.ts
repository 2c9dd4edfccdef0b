/**
 * Terms that a report gives with what they are in another language, 早期預警系統（early warning system）, and later names by
 * another word for the same: 早期示警系統.
 */
import { anyOf, phrasesOf } from '../../knowledge/phrases';
import type { Line, Place } from '../../report/model/line';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import { calledSo, shortNamesOn } from './shortNames';

/** A word of a concept with what stands around it. */
export interface ConceptWord extends Span {
  readonly kind: 'concept-word';
  readonly word: string;
  /** The concept and what stands before the word: terms with the same may be one. */
  readonly key: string;
  /** The two characters before it, or as many as there are. */
  readonly before: string;
  /** What follows it, up to the end of a term of usual length. */
  readonly behind: string;
  /** How many characters of `behind` are of the term that is given in another language; undefined where none is. */
  readonly glossed: number | undefined;
}

let words: RegExp | undefined;
let concepts: ReadonlyMap<string, string> | undefined;

const longestRest = 6;
/** So many characters of a term are compared behind where it may have a link. */
const longestTail = 8;
const han = /^[\u4e00-\u9fff]*/;
const gloss = /^([\u4e00-\u9fff]{0,6})[」』]?[（(][a-z][a-z' -]{3,}/i;

/** Characters that a term may have between two of its words or leave out: 氣體絕緣式開關 and 氣體絕緣開關. */
const links = /[式型性化]/g;
const link = 'link';
const glossedName = /([\u4e00-\u9fff]{4,14})[」』]?[（(][a-z][a-z' -]{3,}/gi;

/** Where a term that is given in another language has no link, and where something has one. */
function linksOn(line: Line): readonly ConceptWord[] {
  const { text } = line;
  const found: ConceptWord[] = [];
  const add = (start: number, word: string, glossed: number | undefined): void => {
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - 2), start);
    const behind =
      glossed === undefined ? han.exec(text.slice(end, end + longestTail))![0] : text.slice(end, end + glossed);
    if (behind.length >= 2 && han.exec(before)![0].length === 2)
      found.push({ kind: 'concept-word', word, key: `${link} ${before}`, before, behind, glossed, start, end });
  };
  for (const { 1: name, index } of text.matchAll(glossedName)) {
    const end = index + name!.length;
    for (let at = Math.max(index + 2, end - longestTail); at <= end - 2; at++) add(at, '', end - at);
  }
  for (const { 0: word, index } of text.matchAll(links)) if (!line.inQuotation(index)) add(index, word, undefined);
  return found;
}

/** The words of concepts on a line that the report says itself, and those of terms that it gives in another language. */
export function conceptWordsOn(line: Line): readonly ConceptWord[] {
  const { text, facts } = line;
  if (facts.han === 0) return [];
  words ??= new RegExp(anyOf('concept'), 'g');
  concepts ??= new Map(phrasesOf('concept').map(({ text: word, standsFor }) => [word, standsFor!]));
  const found: ConceptWord[] = [];
  const shortNames = shortNamesOn(text);
  for (const { 0: word, index: start } of text.matchAll(words)) {
    const end = start + word.length;
    if (facts.words.some((other) => other.start < end && start < other.end && other.end - other.start > 1)) continue;
    const rest = text.slice(end, end + longestRest + 8);
    const name = shortNames.find((each) => each.start <= start && end <= each.end);
    const glossed = name ? name.end - end : gloss.exec(rest)?.[1]!.length;
    const lead = text.slice(Math.max(0, start - 8), start);
    const before = /[\u4e00-\u9fff]{0,2}$/.exec(text.slice(Math.max(0, start - 8, name?.start ?? 0), start))![0];
    const isOthers = line.inQuotation(start) || calledSo.test(lead.slice(0, lead.length - before.length));
    if (glossed === undefined && isOthers) continue;
    const behind = han.exec(rest)![0].slice(0, longestRest);
    found.push({ kind: 'concept-word', word, key: `${concepts.get(word)!} ${before}`, before, behind, glossed, start, end }); // prettier-ignore
  }
  return [...found, ...linksOn(line)];
}

/** So many characters must two terms share besides the words that differ. */
const leastShared = 2;

/** A term that is named by another word than where it was given in another language. */
export interface RenamedTerm {
  readonly place: Place;
  readonly form: string;
  readonly usual: string;
  readonly first: Place;
}

/** The terms of the report that go by two words of one concept, each place by itself. */
export function renamedTerms(notes: readonly UnitNote<'line', ConceptWord>[]): readonly RenamedTerm[] {
  const given = notes.filter(({ note }) => note.glossed !== undefined);
  if (given.length === 0) return [];
  const alike = new Map(given.map(({ note }): [string, UnitNote<'line', ConceptWord>[]] => [note.key, []]));
  for (const note of notes) alike.get(note.note.key)?.push(note);
  const found: RenamedTerm[] = [];
  /** A term that is given again is the same. */
  const seen = new Set<string>();
  for (const { unit, note } of given) {
    const { word, before } = note;
    const rest = note.behind.slice(0, note.glossed);
    const term = `${note.key} ${word} ${rest}`;
    if (before.length + rest.length < leastShared || seen.has(term)) continue;
    seen.add(term);
    const placeOf = (line: Line, { start, end }: Span): Place => ({
      unit: line,
      start: start - before.length,
      end: end + rest.length,
    });
    const others = alike
      .get(note.key)!
      .filter(({ note: other }) => other.word !== word && other.behind.startsWith(rest));
    // Both are given in another language: they are two things.
    if (others.some(({ note: other }) => other.glossed === rest.length)) continue;
    for (const { unit: line, note: other } of others)
      found.push({
        place: placeOf(line, other),
        form: before + other.word + rest,
        usual: before + word + rest,
        first: placeOf(unit, note),
      });
  }
  return found;
}
