import { anyOf, phrasePattern, phrasesOf } from '../../knowledge/phrases';
import type { AcronymRow } from '../../knowledge/types';
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import type { Glossary } from '../engine/glossary';
import { relatedPlaces } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule } from '../engine/rule';
import { asDefinition, listedNames, listNotes } from './abbreviationList';
import type { ListedName, ListNote } from './abbreviationList';
import {
  areHalfAlike,
  differInForms,
  differInOneWord,
  englishWords,
  isGenericLonger,
  isNamedIn,
  withoutUnitedNations,
} from './englishNames';
import { endOfName, englishOf, likelyStart, nameOf, namesOf, nearestEnd, plain, plainNameOf } from './fullName';
import { glossaryRows } from './known';
import { differencesFrom } from './listDifferences';
import type { ListDifference } from './listDifferences';

/** Shorter names are a word or two, and one character makes another thing of them. */
const shortestName = 6;

interface Mismatch extends Place {
  /** The words at the place. */
  readonly written: string;
  readonly row: AcronymRow;
  /** Written in a way that the glossary names as wrong, not only in an unknown one. */
  readonly rejected: boolean;
  /** It is the English name that differs. */
  readonly inEnglish?: boolean;
  /** Whether a line end cuts the words. */
  readonly isCut: boolean;
}

/** What bodies and texts are called at their ends. */
const lastWord = phrasePattern`(?:合作)?(${'word-of-a-name'})$`;
/** What translators put for one such word stands together. */
const kinds: ReadonlySet<string> = new Set(['組織', '聯盟', '銀行', '基金', '公約']);

/** What a name ends with says of which kind of things it is: 組織, 銀行. */
function kindOf(name: string): string | undefined {
  return meantBy(lastWord.exec(name)?.[1] ?? '');
}

/** So many first characters say what a body is for: 國際貨幣, 世界衛生; another one of the field has another acronym. */
const longestField = 4;

/** Whether two names are of different kinds of things: 組織, 銀行. */
function differInKind(a: string, b: string): boolean {
  const [one, other] = [kindOf(a), kindOf(b)];
  return one !== other && kinds.has(one ?? '') && kinds.has(other ?? '');
}

/** A shorter name of a field has many bodies. */
const shortestStem = 4;

/** The name of a body without what says of what kind it is: 世界氣象 of 世界氣象組織. */
function stemOf(name: string): string {
  const kind = kindOf(name) ?? '';
  const isBody = kind === '委員會' || (kinds.has(kind) && kind !== '公約');
  return (isBody ? name.replace(lastWord, '') : name).replace(/合作$/, '');
}

let meantByWord: ReadonlyMap<string, string> | undefined;
const wordsOfNames = new RegExp(anyOf('word-of-a-name'), 'g');

/** The word that stands for all that translators put for the same word of a foreign name. */
function meantBy(word: string): string | undefined {
  meantByWord ??= new Map(phrasesOf('word-of-a-name').map(({ text, standsFor }) => [text, standsFor!]));
  return meantByWord.get(word);
}

/** A name with one word for all that translators put for the same word of a foreign name. */
function renderedAlike(name: string): string {
  return name.replace(wordsOfNames, (word) => meantBy(word)!);
}

/** What a name says, in whatever order. */
function meaningOf(name: string): string {
  return [...renderedAlike(name).replace(/[及、]/g, '')].sort().join('');
}

/** Where the name begins that `written` ends with, if it is `right` in other words, or their order: 全球貿易機構 for 世界貿易組織. */
function startOfRendering(written: string, right: string): number | undefined {
  const stems = [written, right].map(stemOf) as [string, string];
  for (const [one, other] of [[written, right], ...(stems[1].length < shortestStem ? [] : [stems])] as const) {
    const meant = meaningOf(other);
    for (const longer of [0, -1, 1, -2, 2, -3, 3]) {
      const start = one.length - other.length + longer;
      if (start >= 0 && meaningOf(one.slice(start)) === meant) return start;
    }
  }
  return undefined;
}

/** What the definition's name has against the glossary; undefined where it is right or simply another name. */
function mismatchOf(
  definition: LineDefinition,
  rows: readonly AcronymRow[],
  isUsed: (name: string) => boolean,
): Mismatch | undefined {
  const name = nameOf(definition);
  const isCut = definition.wrapped !== undefined;
  const written = plainNameOf(name);
  if (written.text.length < 3) return undefined;
  const endOf = (from: number): Place & Pick<Mismatch, 'written' | 'isCut'> => {
    const at = written.places[from]!;
    return { ...endOfName(definition, at), written: name.slice(at), isCut };
  };
  // A table may reject what differs in 和 for 暨 alone.
  if (!rows.some((row) => namesOf(row).some((known) => name.endsWith(known))))
    for (const row of rows) {
      const wrong = row.confidence === 'high' ? row.rejected.find((known) => name.endsWith(known)) : undefined;
      if (wrong !== undefined) return { ...endOf(written.places.length - plain(wrong).length), row, rejected: true };
    }
  for (const row of rows) {
    for (const known of namesOf(row)) {
      const right = plain(known);
      if (written.text.endsWith(right) || right.endsWith(written.text)) return undefined;
    }
  }
  for (const row of rows) {
    const right = plain(row.chinese);
    if (row.confidence !== 'high') continue;
    if (right.length < shortestName) {
      // A short name is told where the foreign one is the body's own and the report calls it right elsewhere.
      const isSure = definition.english && isNamedIn(row, englishOf(definition)) && isUsed(row.chinese);
      const { distance, start } = nearestEnd(written.text, right);
      if (isSure && distance <= Math.floor(right.length / 2)) return { ...endOf(start), row, rejected: false };
      continue;
    }
    if (differInKind(written.text, right) && !written.text.includes(right)) {
      const isNamed = definition.english && isNamedIn(row, englishOf(definition));
      const from = written.text.lastIndexOf(right.slice(0, isNamed ? 2 : longestField));
      if (from >= 0 && (isNamed || !definition.english)) return { ...endOf(from), row, rejected: false };
    }
    const stem = stemOf(right);
    if (row.category === 'organisation' && stem.length >= shortestStem && stemOf(written.text).endsWith(stem))
      return { ...endOf(stemOf(written.text).length - stem.length), row, rejected: false };
    const rendering = /organisation|agreement|body|core/.test(row.category)
      ? startOfRendering(written.text, right)
      : undefined;
    if (rendering !== undefined) return { ...endOf(rendering), row, rejected: false };
    const { distance, start } = nearestEnd(written.text, right);
    // Where the foreign name is that of the body, all of its Chinese name may be another.
    const isNamed =
      /organisation|forum/.test(row.category) && definition.english && isNamedIn(row, englishOf(definition));
    if (isNamed) {
      const from = distance <= Math.floor(right.length / 2) ? start : likelyStart(written.text, right);
      if (from > 0 || definition.exact) return { ...endOf(from), row, rejected: false };
    }
    const first = written.text[start];
    const last = written.text[written.text.length - 1];
    if (distance > Math.floor(right.length / 4) || first !== right[0] || last !== right[right.length - 1]) continue;
    return { ...endOf(start), row, rejected: false };
  }
  return undefined;
}

/** The glossary's name as it fits here: without 「APEC」 where the report leaves that out. */
function rightName({ chinese }: AcronymRow, written: string): string {
  return written.startsWith('APEC') ? chinese : chinese.replace(/^APEC\s*/, '');
}

/** The English name of a definition where it differs in one word, or in the forms of its words, from the only one that the acronym has. */
function englishMismatchOf(definition: LineDefinition, rows: readonly AcronymRow[]): Mismatch | undefined {
  const { unit, english } = definition;
  if (!english) return undefined;
  const words = englishOf(definition);
  const written = englishWords(withoutUnitedNations(words));
  const known = rows.map(({ english: name }) => englishWords(withoutUnitedNations(name)));
  if (known.some((words) => words.join(' ') === written.join(' ') || isGenericLonger(words, written))) return undefined;
  const index = known.findIndex(
    (words, at) =>
      differInOneWord(words, written) ||
      differInForms(words, written) ||
      (/organisation|forum|body/.test(rows[at]!.category) && areHalfAlike(words, written)),
  );
  const row = index < 0 ? undefined : rows[index];
  return row?.confidence === 'high'
    ? {
        unit,
        start: english.start,
        end: english.end,
        written: words,
        row,
        rejected: false,
        isCut: definition.wrapped !== undefined,
      }
    : undefined;
}

function mismatchesOf(
  acronym: string,
  definitions: readonly LineDefinition[],
  glossary: Glossary,
  isUsed: (name: string) => boolean,
): readonly Mismatch[] {
  const rows = glossaryRows(acronym, glossary);
  if (rows.length === 0) return [];
  const found: Mismatch[] = [];
  const seen = new Set<string>();
  for (const definition of definitions) {
    const name = nameOf(definition);
    const inEnglish = englishMismatchOf(definition, rows);
    if (inEnglish) found.push({ ...inEnglish, inEnglish: true });
    if (seen.has(name)) continue;
    seen.add(name);
    const mismatch = mismatchOf(definition, rows, isUsed);
    if (mismatch) found.push(mismatch);
  }
  return found;
}

export const rule: ReportRule<ListNote> = {
  per: 'report',
  notes: listNotes,
  id: 'acronyms/glossary-mismatch',
  title: { 'zh-TW': '全名與通用譯名不符', en: 'Full name differs from the glossary' },
  severity: 'warning',
  source: '各組織名稱之我國通用譯名（見 docs/knowledge.md 縮寫表）',
  checked: '2026-11-30',
  fix: 'safe',
  messages: {
    rejected: {
      'zh-TW': '「{acronym}」在我國稱為「{right}」，不用「{written}」。',
      en: '“{acronym}” is 「{right}」 in Taiwan, not 「{written}」.',
    },
    differs: {
      'zh-TW': '「{acronym}」的通用譯名是「{right}」，這裡寫作「{written}」，請核對。',
      en: 'The usual name of “{acronym}” is 「{right}」; this says 「{written}」. Please check.',
    },
    english: {
      'zh-TW': '「{acronym}」的英文全名是「{right}」，這裡寫作「{written}」，請核對。',
      en: '“{acronym}” stands for “{right}”; this says “{written}”. Please check.',
    },
    listed: {
      'zh-TW': '「{acronym}」在縮寫表中是「{right}」，這裡寫作「{written}」，請統一。',
      en: '“{acronym}” is 「{right}」 in the list of abbreviations and 「{written}」 here; use one name.',
    },
    list: { 'zh-TW': '縮寫表寫在這裡', en: 'Listed here' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write 「{right}」' },
  },
  check: (report, notes, { glossary }, find) => {
    const { acronyms } = report;
    const listed = listedNames(notes);
    const isUsed = (name: string): boolean => report.whole.prose.includes(name);
    for (const { acronym, definitions } of acronyms.values()) {
      // An acronym that the folder lists without a name is none that a name could be compared with.
      if (glossary.acronyms.get(acronym)?.chinese === '') continue;
      const row = listed.get(acronym);
      const mismatches = mismatchesOf(
        acronym,
        row ? [...definitions, asDefinition(row)] : definitions,
        glossary,
        isUsed,
      );
      for (const mismatch of mismatches) find(unlikeGlossary(acronym, mismatch));
      if (row)
        for (const difference of differencesFrom(row, definitions, glossaryRows(acronym, glossary)))
          if (!mismatches.some((told) => isAtOnePlace(told, difference))) find(unlikeList(row, difference));
    }
  },
};

function isAtOnePlace(one: Place, other: Place): boolean {
  return one.unit === other.unit && one.start < other.end && other.start < one.end;
}

function unlikeGlossary(
  acronym: string,
  { row, rejected, inEnglish = false, isCut, written, unit, start, end }: Mismatch,
): ReportDiscovery {
  const right = inEnglish ? row.english : rightName(row, written);
  // A name that nobody has compared with an official text asks for a look; it does not correct an author.
  const certain = !inEnglish && (rejected || row.trust === 'official');
  return {
    message: inEnglish ? 'english' : rejected ? 'rejected' : 'differs',
    params: { acronym, right, written },
    unit,
    start,
    end,
    ...((inEnglish || (!rejected && row.trust === 'general')) && { severity: 'information' as const }),
    // The number of a page may stand between the lines of a name that is cut.
    fixes: () => {
      const safety = certain ? 'safe' : 'review';
      const edits = [{ unit, start, end, text: right }];
      return isCut ? [] : [{ title: 'replace', params: { right }, safety, edits }];
    },
  };
}

function unlikeList(
  { acronym, at }: ListedName,
  { unit, start, end, written, right, isSure, mayReplace }: ListDifference,
): ReportDiscovery {
  return {
    message: 'listed',
    params: { acronym, right, written },
    unit,
    start,
    end,
    ...(!isSure && { severity: 'information' as const }),
    related: relatedPlaces([at], 'list'),
    fixes: () => {
      const edits = [{ unit, start, end, text: right }];
      return mayReplace ? [{ title: 'replace', params: { right }, safety: 'review', edits }] : [];
    },
  };
}
