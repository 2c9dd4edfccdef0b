import { acronymClassOf } from '../../knowledge/acronymKinds';
import type { AcronymRow } from '../../knowledge/types';
import type { LineDefinition } from '../../report/model/acronyms';
import type { Line } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import { Trait } from '../../report/scan/traits';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces, tellOccurrences } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule, UnitNote } from '../engine/rule';
import { isSpaced, shortened, wholeOf } from './definitionEdits';
import { compareNames, namedBy, nameOf } from './fullName';
import { glossaryRows } from './known';
import { inLeadIn } from './leadIn';

/** Whether a definition stands where the full name may be given again. */
function mayRepeat({ unit, start }: LineDefinition): boolean {
  return inLeadIn(unit.facts, start);
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

/** How many characters two names end with alike. */
function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
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

export const rule: ReportRule<Introduction> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Latin }, read: introductionsOn },
  id: 'acronyms/redefined',
  title: { 'zh-TW': '縮寫的全名重複寫出', en: 'Acronym written out again' },
  severity: 'hint',
  source: '文書處理手冊第16點（簡明；首次出現附註原文）',
  checked: '2026-11-24',
  fix: 'safe',
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
    for (const { acronym, definitions } of acronyms.values()) {
      // The kinds of a class (電子商務 JSI, 投資便捷化 JSI) are told apart by their full names.
      if (definitions.length < 2 || acronymClassOf(acronym)) continue;
      for (const zone of ['abstract', 'body'] as const) {
        // Headings are read by themselves.
        const own = definitions.filter((candidate) => candidate.zone === zone && !candidate.inHeading);
        const again = repeatsOf(own, glossaryRows(acronym, glossary));
        const [place, ...others] = again.map(wholeOf);
        if (!place) continue;
        const first = own[0]!;
        find({
          message: others.length > 0 ? 'many' : 'one',
          params: { acronym, count: again.length },
          ...place,
          related: [...relatedPlaces([first], 'first'), ...relatedPlaces(others, 'other')],
          fixes: () =>
            fixesOfEdits(
              again.map((definition) => shortened(definition, isSpaced(definition))),
              {
                title: 'shorten',
                params: { acronym },
                safety: again.every((definition) => isPlainRepeat(first, definition)) ? 'safe' : 'review',
              },
            ),
        });
      }
    }
  },
};

/** The definitions that only say once more what the first of them says. */
function repeatsOf(
  [first, ...later]: readonly LineDefinition[],
  rows: readonly AcronymRow[],
): readonly LineDefinition[] {
  if (!first) return [];
  const words = nameOf(first);
  const name = namedBy(first);
  return later.filter((again) => {
    // An English name given for the first time is no repetition, and two names are acronyms/conflicting.
    if (!again.exact || (again.english && !first.english) || mayRepeat(again)) return false;
    return nameOf(again) === words || compareNames(name, namedBy(again), rows) === 'same';
  });
}

/** The English name that `definition` gives; empty where it gives none. */
function englishOf({ unit, english }: LineDefinition): string {
  return english ? textOf(unit, english) : '';
}

/**
 * Whether `first` has all words of `again`, in Chinese and in English, so that nothing is lost without them. What is read
 * as a name may begin with words of the sentence, and a figure in it is no part of a name that can be missed.
 */
function isPlainRepeat(first: LineDefinition, again: LineDefinition): boolean {
  const [name, english] = [nameOf(again), englishOf(again)];
  const isRepeated = nameOf(first).endsWith(name) && (english === '' || english === englishOf(first));
  return isRepeated && !/\d/.test((name + english).normalize('NFKC'));
}
