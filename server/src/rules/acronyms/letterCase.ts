import type { Line, Place } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';
import { glossaryOf } from '../../knowledge/acronyms';
import { isEnglishWord, rightCase } from './known';
import { reportMiswritten } from './miswritten';

/** Small letters by themselves among Chinese words, behind a capital or not: Gbif, gbif. */
const capitalised =
  /(?<=(?:^|[\u3000-\u9fff\uff01-\uff1f]) ?)(?:[A-Za-z][a-z]{2,9}|[A-Z][a-z])(?= ?[\u3000-\u9fff\uff01-\uff1f])/g;

/** A word that may be an acronym, and what it is for sure, if anything tells. */
interface Found extends Span {
  readonly right?: string;
}

/** The words on a line that may be acronyms of the report in small letters, which no table knows. */
function capitalisedOn(line: Line): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: word, index } of line.text.matchAll(capitalised)) {
    const known = line.facts.acronyms.some(({ start }) => start === index);
    if (line.inQuotation(index)) continue;
    // Stem is a word, and STEM all the same where the report writes that out; aids is one alone.
    if (isEnglishWord(word) ? /^[A-Z]/.test(word) : !known) found.push({ start: index, end: index + word.length });
  }
  return found;
}

/** A word in small letters, or with one capital, that ends brackets. */
const endsBrackets = /(?<![A-Za-z])[A-Za-z][a-z]{2,9}(?=」?[）)])/g;
/** The words of a foreign name before it in the brackets. */
const foreignName =
  /[（(]((?:[A-Z][a-z’'-]{0,24}|[a-z]{1,3}|&)(?:[ /-](?:[A-Z][a-z’'-]{0,24}|[a-z]{1,3}|&)){1,10})[,，;；、] ?(?:(?:以下)?[簡下]?稱)?「?$/;
/** A foreign name with its acronym is no longer, in UTF-16 code units. */
const longestName = 140;

/** The acronyms on a line that brackets write out and that have small letters: （World Meteorological Organization, Wmo）. */
function spelledOn({ text }: Line): readonly Found[] {
  const found: Found[] = [];
  for (const { 0: word, index } of text.matchAll(endsBrackets)) {
    const right = word.toUpperCase();
    const before = text.slice(Math.max(0, index - longestName), index);
    const name = foreignName.exec(before)?.[1];
    const initials = name?.match(/(?<![A-Za-z])[A-Z]/g)?.join('');
    const isNamed = glossaryOf(right).some((row) =>
      [row.chinese, ...row.variants].some((known) => /[（(]$/.test(before) && before.slice(0, -1).endsWith(known)),
    );
    if (
      isNamed ||
      initials === right ||
      (name !== undefined && glossaryOf(right).some(({ english }) => english === name))
    )
      found.push({ start: index, end: index + word.length, right });
  }
  return found;
}

export const rule: ReportRule<Found> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Latin }, read: (line) => [...capitalisedOn(line), ...spelledOn(line)] },
  id: 'acronyms/letter-case',
  title: { 'zh-TW': '縮寫大小寫有誤', en: 'Acronym in the wrong letter case' },
  severity: 'warning',
  source: '各組織官方英文縮寫（見 docs/knowledge.md 縮寫表）',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應寫作「{right}」。', en: '“{wrong}” is written “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應寫作「{right}」（共 {count} 處）。',
      en: '“{wrong}” is written “{right}” ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write “{right}”' },
  },
  check: ({ acronyms }, notes, { glossary }, find) => {
    const wrong = new Map<string, string>();
    for (const acronym of acronyms.keys()) {
      const right = glossary.acronyms.has(acronym) ? undefined : rightCase(acronym, acronyms);
      if (right !== undefined) wrong.set(acronym, right);
    }
    reportMiswritten(wrong, (word) => acronyms.get(word)!.occurrences, 'safe', find);
    // Such a word may be a name of its own: the author looks before it is changed.
    const likely = new Map<string, string>();
    const unknown = new Map<string, Place[]>();
    for (const { unit, note } of notes) {
      const word = unit.text.slice(note.start, note.end);
      const capitals = word.toUpperCase();
      const right =
        note.right ??
        [capitals, capitals.replace(/S$/, 's')].find((form) => acronyms.get(form)?.definitions.length) ??
        // apec, unesco
        (word.length > 3 && word === word.toLowerCase() ? rightCase(word, acronyms) : undefined);
      if (glossary.acronyms.has(word) || right === undefined || right === word) continue;
      likely.set(word, right);
      const places = unknown.get(word);
      if (places) places.push({ unit, ...note });
      else unknown.set(word, [{ unit, ...note }]);
    }
    reportMiswritten(likely, (word) => unknown.get(word)!, 'review', find);
  },
};
