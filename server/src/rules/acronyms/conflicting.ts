import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import type { AcronymRow } from '../../knowledge/types';
import { sentenceAround } from '../../text/sentence';
import type { Glossary } from '../engine/glossary';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, RuleFix } from '../engine/rule';
import { asDefinition, listedNames, listNotes } from './abbreviationList';
import type { ListNote } from './abbreviationList';
import { checkAcronyms } from './acronymsOfOneName';
import { namedDefinitions } from './definedAcronyms';
import type { DefinedAcronym } from './definedAcronyms';
import {
  areTwoKnown,
  beginAlike,
  commonRun,
  compareNames,
  endOfName,
  englishOf,
  likelyStart,
  mostApart,
  namedBy,
  nameOf,
  plain,
} from './fullName';
import { checkClasses } from './kindsOfAcronym';
import { glossaryRows, rightCase } from './known';
import { nearMissesOf } from './nearMisses';

/** A name that an acronym is given with. */
interface DefinedName {
  readonly definition: LineDefinition;
  /** The name without the words of its sentence, as far as they can be told from it. */
  readonly written: string;
  /** The same in plain letters. */
  readonly name: string;
  /** Whether the name's start is beyond doubt. */
  readonly quoted: boolean;
  /** Where it begins in what was read of it. */
  readonly start: number;
}

/** The name of `definition`, which begins where `other`, an earlier one of the same acronym, would begin. */
function begun(definition: LineDefinition, other: DefinedName | undefined): DefinedName {
  const { name, quoted } = namedBy(definition);
  const written = nameOf(definition);
  const start = quoted || definition.exact ? 0 : likelyStart(written, other?.written ?? '');
  if (start === 0) return { definition, written, name, quoted, start };
  const rest = written.slice(start);
  return { definition, written: rest, name: plain(rest), quoted, start };
}

/** Whether what was read for the name is no more than it: at the start of a line its sentence may begin before it. */
function isWhole({ definition, written, quoted }: DefinedName, other: DefinedName): boolean {
  if (quoted) return true;
  const isShort = definition.exact && written.length <= other.written.length + mostApart;
  return isShort && (commonRun(written, other.written) ?? 0) === 0;
}

/** Where the finding stands: the name from where it begins, or from what it has in common with the other, else the acronym. */
function placeOf(named: DefinedName, other: DefinedName): Place {
  const { definition, start, written } = named;
  if (start > 0 || named.quoted) return endOfName(definition, start);
  const common = commonRun(written, other.written) ?? (isWhole(named, other) ? 0 : undefined);
  if (common !== undefined) return endOfName(definition, common);
  return { unit: definition.unit, start: definition.acronym.start, end: definition.acronym.end };
}

/** Two names that begin alike are two writings of one, so that both their starts are certain. */
function compare(one: DefinedName, other: DefinedName, rows: readonly AcronymRow[]): ReturnType<typeof compareNames> {
  const isCertain = beginAlike(one.written, other.written);
  return isCertain
    ? compareNames({ ...one, quoted: true }, { ...other, quoted: true }, rows)
    : compareNames(one, other, rows);
}

/** One acronym, two names. @returns whether it has */
function checkNames(
  { entry, definitions }: DefinedAcronym,
  glossary: Glossary,
  find: (discovery: ReportDiscovery) => void,
): boolean {
  if (definitions.length < 2) return false;
  const rows = glossaryRows(entry.acronym, glossary);
  /** The first definition of each name. */
  const names: DefinedName[] = [];
  const seen = new Set<string>();
  for (const definition of definitions) {
    const named = begun(definition, names[0]);
    const { name } = named;
    if (name.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const compared = names.map((other) => compare(other, named, rows));
    if (compared.includes('same')) continue;
    const rival = names[compared.findIndex((result) => result === 'different' || result === 'variant')];
    if (compared.length === 0 || rival) names.push(named);
    if (!rival) continue;
    const first = rival.definition;
    const variant = compared.includes('variant');
    if (areTwoKnown(definition, first, rows)) continue;
    find({
      message: variant ? 'variants' : 'names',
      params: { acronym: entry.acronym, name: named.written, first: rival.written },
      ...(variant && { severity: 'information' as const }),
      ...placeOf(named, rival),
      related: relatedPlaces([first], 'first'),
      fixes: () =>
        isWhole(named, rival) && isWhole(rival, named) && !definition.wrapped ? [renamed(definition, first)] : [],
    });
    // Findings grow with the number of names, not with its square.
    if (names.length > 8) return true;
  }
  return names.length > 1;
}

/** The words of a foreign name that say something, without what differs between two spellings of them. */
function foreignWordsOf(definition: LineDefinition): readonly string[] {
  return englishOf(definition)
    .toLowerCase()
    .replace(/re\b/g, 'er')
    .replaceAll('z', 's')
    .replace(/\bco-/g, 'co')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:of|the|for|and|on|in|to|a|an|de|la|der|die|und)$/.test(word));
}

/** Longer endings make another word: Organisation and Organisations, Gemeinsame and Gemeinsamer. */
const longestEnding = 3;

function areSameWords(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length &&
    one.every((word, index) => {
      const [short, long] = [word, other[index]!].sort((a, b) => a.length - b.length) as [string, string];
      const stem = Math.max(Math.min(long.length, longestEnding + 1), long.length - longestEnding);
      return short.length >= stem && short.slice(0, stem) === long.slice(0, stem);
    })
  );
}

/** One acronym and one Chinese name, two English ones. */
function checkEnglish({ entry }: DefinedAcronym, find: (discovery: ReportDiscovery) => void): void {
  const given = entry.definitions.filter(({ english }) => english !== undefined);
  const [first] = given;
  if (!first) return;
  const words = foreignWordsOf(first);
  const other = given.find((definition) => !areSameWords(words, foreignWordsOf(definition)));
  if (!other || words.length === 0) return;
  const { start, end } = other.english!;
  find({
    message: 'english',
    params: { acronym: entry.acronym, name: englishOf(other), first: englishOf(first) },
    unit: other.unit,
    start,
    end,
    related: relatedPlaces([{ unit: first.unit, ...first.english! }], 'first'),
    fixes: () => {
      const edits = [{ unit: other.unit, start, end, text: englishOf(first) }];
      return other.wrapped ? [] : [{ title: 'rename', params: { name: englishOf(first) }, safety: 'review', edits }];
    },
  });
}

const twoMeanings = /其[一二]|[兩二2] ?[個種]?(?:意義|含義|[個種])|分別[指為]|[另亦也][指為]/;

/** Whether a sentence says itself that an acronym has two meanings: 「其一為植入式去顫器（ICD），其二為國際疾病分類（ICD）」. */
function hasTwoMeanings({ definitions }: DefinedAcronym): boolean {
  return definitions.some(({ unit, start }, index) => {
    const next = definitions[index + 1];
    return next?.unit === unit && twoMeanings.test(sentenceAround(unit.text, { start, end: next.end }));
  });
}

function renamed({ unit, name }: LineDefinition, first: LineDefinition): RuleFix<Place> {
  const text = nameOf(first);
  const edits = [{ unit, start: name.start, end: name.end, text }];
  return { title: 'rename', params: { name: text }, safety: 'review', edits };
}

export const rule: ReportRule<ListNote> = {
  per: 'report',
  notes: listNotes,
  id: 'acronyms/conflicting',
  title: { 'zh-TW': '縮寫與全名不一致', en: 'Acronym and full name disagree' },
  severity: 'warning',
  source: '文書處理手冊第16點（用語前後一致）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    names: {
      'zh-TW': '「{acronym}」在這裡的全名是「{name}」，前面卻是「{first}」，請統一。',
      en: '“{acronym}” is 「{name}」 here and 「{first}」 before; use one full name.',
    },
    english: {
      'zh-TW': '「{acronym}」的外文全名在這裡是「{name}」，前面卻是「{first}」，請統一。',
      en: '“{acronym}” is “{name}” here and “{first}” before; use one full name.',
    },
    variants: {
      'zh-TW': '「{acronym}」的全名有「{first}」與「{name}」兩種寫法，請統一。',
      en: 'The full name of “{acronym}” is written both 「{first}」 and 「{name}」; use one.',
    },
    acronyms: {
      'zh-TW': '「{name}」在這裡縮寫為「{acronym}」，另一處卻是「{first}」，請統一。',
      en: '「{name}」 is “{acronym}” here and “{first}” elsewhere; use one acronym.',
    },
    class: {
      'zh-TW':
        '「{acronym}」前面寫作「{first}」，這裡卻指{kind}的倡議；請將「{acronym}」的全名寫為「{name}」，或在這裡寫出全名。',
      en: '“{acronym}” was given as 「{first}」 but here it is that of {kind}; give it as 「{name}」, or write this one out.',
    },
    first: { 'zh-TW': '另一處寫在這裡', en: 'Written differently here' },
    rename: { 'zh-TW': '改為「{name}」', en: 'Write 「{name}」' },
    writeOut: { 'zh-TW': '寫成「{name}」', en: 'Write 「{name}」' },
  },
  check: ({ acronyms }, notes, context, find) => {
    const listed = listedNames(notes);
    const entries = [...acronyms.values()].filter(
      ({ acronym, definitions }) => definitions.length > 0 || listed.has(acronym),
    );
    if (entries.length === 0) return;
    // A slip of the hand is acronyms/misspelled or acronyms/letter-case, not a second acronym.
    const misses = nearMissesOf(acronyms, context);
    const sound = entries
      .filter(({ acronym }) => !misses.has(acronym) && rightCase(acronym, acronyms) === undefined)
      .map((entry): DefinedAcronym => ({ entry, definitions: namedDefinitions(entry) }));
    // What differs from the report's own list is acronyms/glossary-mismatch.
    for (const given of sound)
      if (!listed.has(given.entry.acronym) && !hasTwoMeanings(given) && !checkNames(given, context.glossary, find))
        checkEnglish(given, find);
    const withRows = sound.map(({ entry, definitions }): DefinedAcronym => {
      const row = listed.get(entry.acronym);
      return { entry, definitions: row ? [...definitions, asDefinition(row)] : definitions };
    });
    checkAcronyms(withRows, find);
    checkClasses(sound, find);
  },
};
