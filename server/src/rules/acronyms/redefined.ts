import { acronymClassOf } from '../../knowledge/acronymKinds';
import type { AcronymRow } from '../../knowledge/types';
import type { AcronymUses, LineDefinition } from '../../report/model/acronyms';
import type { Line } from '../../report/model/line';
import { isHeadingLine } from '../../report/parse/acronyms';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces, tellOccurrences } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';
import { isSpaced, shortened, wholeOf } from './definitionEdits';
import {
  areTwoKnown,
  beforeName,
  commonEnd,
  compareNames,
  endOfName,
  englishOf,
  namedBy,
  nameOf,
  namesOf,
  plain,
} from './fullName';
import { glossaryRows } from './known';
import { inLeadIn } from './leadIn';

/** Whether a definition stands where the full name may be given again. */
function mayRepeat({ unit, start }: LineDefinition): boolean {
  return inLeadIn(unit.firstLine.facts, start);
}

/** An abbreviation of several words in brackets, with the words before it: 檢驗結果承認備忘錄（簡稱KLQ MOX）. */
interface Introduction extends Span {
  readonly abbreviation: string;
  /** The Han characters before the brackets, which end with the full name. */
  readonly before: string;
  /** Where the bracket opens. */
  readonly open: number;
}

const introduction = /[（(](?:以下)?(?:簡稱為?|[下又]?稱)?[：:]?\s?([A-Z]{2,8}(?: [A-Z]{2,8}){1,2})[）)]/g;
const longestName = 40;
/** Names have fewer characters in common by chance. */
const shortestName = 4;

/** The Han characters right before `end`. */
function hanBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestName && classAt(text, start - 1) === CharClass.Han) start--;
  return text.slice(start, end);
}

function introductionsOn({ text, zone, surroundings }: Line): readonly Introduction[] {
  if (zone === 'cover' || zone === 'contents' || surroundings.begins === 'section') return [];
  return [...text.matchAll(introduction)].map(({ 0: bracket, 1: abbreviation, index }) => ({
    abbreviation: abbreviation!,
    before: hanBefore(text, index),
    open: index,
    start: index,
    end: index + bracket.length,
  }));
}

/** Tells every further place that gives the full name of an abbreviation of several words, which is no acronym to the parser. */
function tellRepeats(
  notes: readonly UnitNote<'line', Introduction>[],
  find: (discovery: ReportDiscovery) => void,
): void {
  const first = new Map<string, string>();
  for (const { unit, note } of notes) {
    const { abbreviation, before, open, end } = note;
    const key = `${unit.zone} ${abbreviation}`;
    const name = first.get(key);
    if (name === undefined) {
      first.set(key, before);
      continue;
    }
    const length = commonEnd(name, before);
    if (length < shortestName) continue;
    const start = open - length;
    const edits = [{ start, end, text: abbreviation }];
    tellOccurrences(
      [{ unit, start, end, edits }],
      { one: 'one', many: 'many', other: 'other', fix: 'shorten', params: { acronym: abbreviation }, safety: 'review' },
      find,
    );
  }
}

/** Brackets behind an acronym, with nothing but names in them. */
const explanation = /^ ?[（(]([^（()）。]{2,90})[）)]/;

/** Tells the places where brackets behind an acronym say again what it was given with: 「WTO（世界貿易組織）」. */
function tellExplanations(
  { acronym, definitions, occurrences }: AcronymUses,
  find: (discovery: ReportDiscovery) => void,
): void {
  for (const { unit, order, start, end, defines } of occurrences) {
    const match =
      defines || isHeadingLine(unit.facts) || inLeadIn(unit.facts, start)
        ? null
        : explanation.exec(unit.text.slice(end, end + 96));
    if (!match) continue;
    const first = definitions.find((earlier) => earlier.zone === unit.zone && earlier.order < order);
    if (!first || !match[1]!.split(/[，,；;]/).every((part) => isPartOf(first, part.trim()))) continue;
    const stop = end + match[0].length;
    const edits = [{ unit, start: end, end: stop, text: '' }];
    find({
      message: 'one',
      params: { acronym },
      unit,
      start,
      end: stop,
      related: relatedPlaces([first], 'first'),
      fixes: () => fixesOfEdits(edits, { title: 'shorten', params: { acronym }, safety: 'review' }),
    });
  }
}

/** Whether `words` are the Chinese name, or the foreign one, of a definition. */
function isPartOf(definition: LineDefinition, words: string): boolean {
  const [name, written] = [plain(nameOf(definition)), plain(words)];
  return written.length >= shortestName && (name.endsWith(written) || plain(englishOf(definition)) === written);
}

export const rule: ReportRule<Introduction> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Latin }, read: introductionsOn },
  id: 'acronyms/redefined',
  title: { 'zh-TW': '縮寫的全名重複寫出', en: 'Acronym written out again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明；首次出現附註原文）',
  checked: '2026-11-24',
  fix: 'safe',
  yieldsTo: ['acronyms/conflicting'],
  messages: {
    one: {
      'zh-TW': '「{acronym}」前面已寫出全名，這裡用縮寫即可。',
      en: '“{acronym}” has been written out before; the acronym will do here.',
    },
    many: {
      'zh-TW': '「{acronym}」前面已寫出全名，這裡用縮寫即可（共 {count} 處）。',
      en: '“{acronym}” has been written out before; the acronym will do here ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    first: { 'zh-TW': '前面在這裡寫出', en: 'Written out here before' },
    shorten: { 'zh-TW': '改為「{acronym}」', en: 'Write “{acronym}”' },
  },
  check: ({ acronyms }, notes, { glossary }, find) => {
    tellRepeats(notes, find);
    for (const uses of acronyms.values()) {
      const { acronym, definitions } = uses;
      tellExplanations(uses, find);
      // The kinds of a class (電子商務 JSI, 投資便捷化 JSI) are told apart by their full names.
      if (definitions.length < 2 || acronymClassOf(acronym)) continue;
      for (const zone of ['abstract', 'body'] as const) {
        // Headings are read by themselves.
        const own = definitions.filter((candidate) => candidate.zone === zone && !candidate.inHeading);
        const again = repeatsOf(own, glossaryRows(acronym, glossary));
        const [place, ...others] = again.map(({ definition }) => wholeOf(definition));
        if (!place) continue;
        const first = own[0]!;
        // What a line end cuts is left to its author: the number of a page may stand between.
        const onOneLine = again.filter(({ definition }) => !definition.wrapped);
        const isSafe = onOneLine.every((repeat) => repeat.isCertain && isPlainRepeat(first, repeat.definition));
        find({
          message: others.length > 0 ? 'many' : 'one',
          params: { acronym, count: again.length },
          ...place,
          related: [...relatedPlaces([first], 'first'), ...relatedPlaces(others, 'other')],
          fixes: () =>
            fixesOfEdits(
              onOneLine.map(({ definition }) => shortened(definition, isSpaced(definition))),
              { title: 'shorten', params: { acronym }, safety: isSafe ? 'safe' : 'review' },
            ),
        });
      }
    }
  },
};

/** A definition that says once more what an earlier one said. */
interface Repeat {
  /** With a name that begins where the one that repeats does. */
  readonly definition: LineDefinition;
  /** Whether the name's start is beyond doubt, so that nothing but the name is taken out. */
  readonly isCertain: boolean;
}

/** What no name begins with, though two sentences may have it before the same name. */
const noName = /^[由與及和暨並於之的]+/;
/** So many characters at the end of two names are no chance. */
const surelyOneName = 8;

/** Index in the name of `again` of what it repeats of `first`; undefined where it repeats nothing. */
function repeatedFrom(first: LineDefinition, again: LineDefinition, rows: readonly AcronymRow[]): number | undefined {
  const [earlier, later] = [nameOf(first), nameOf(again)];
  if (again.exact && (earlier === later || compareNames(namedBy(first), namedBy(again), rows) === 'same')) return 0;
  let length = commonEnd(earlier, later);
  length -= noName.exec(later.slice(later.length - length))?.[0].length ?? 0;
  const isOneEnglish = englishOf(again) !== '' && englishOf(first) === englishOf(again);
  // Of a list of words that is a name, 情境、背景、評估、建議, the last is all that is read.
  if (length < (isOneEnglish ? 1 : shortestName)) return undefined;
  const rests = [earlier.slice(0, -length), later.slice(0, -length)];
  // Two names that go on to the left in different words are acronyms/conflicting.
  const isWhole = isOneEnglish || length >= surelyOneName || rests.some((rest) => rest === '' || beforeName.test(rest));
  return isWhole ? later.length - length : undefined;
}

/** The definitions that only say once more what the first of them says. */
function repeatsOf([first, ...later]: readonly LineDefinition[], rows: readonly AcronymRow[]): readonly Repeat[] {
  if (!first) return [];
  return later.flatMap((again) => {
    // An English name given for the first time is no repetition.
    if ((again.english && !first.english) || mayRepeat(again) || areTwoKnown(first, again, rows)) return [];
    const from = repeatedFrom(first, again, rows);
    if (from === undefined) return [];
    const name = endOfName(again, from);
    const start = from === 0 ? again.start : name.start;
    return [{ definition: { ...again, start, name }, isCertain: isCertain(again, rows) }];
  });
}

/** Whether the name of `definition` surely begins where it was read to: in quotation marks, or as the glossary has it. */
function isCertain(definition: LineDefinition, rows: readonly AcronymRow[]): boolean {
  return namedBy(definition).quoted || rows.some((row) => namesOf(row).includes(nameOf(definition)));
}

/**
 * Whether `first` has all words of `again`, in Chinese and in English, so that nothing is lost without them; a figure in
 * them is not to be missed.
 */
function isPlainRepeat(first: LineDefinition, again: LineDefinition): boolean {
  const [name, english] = [nameOf(again), englishOf(again)];
  const isRepeated = nameOf(first).endsWith(name) && (english === '' || english === englishOf(first));
  return isRepeated && !/\d/.test((name + english).normalize('NFKC'));
}
