import type { Line, Place } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import type { ReportRule } from '../engine/rule';
import { isEnglishWord, rightCase } from './known';
import { reportMiswritten } from './miswritten';

/** Small letters by themselves among Chinese words, behind a capital or not: Gbif, gbif. */
const capitalised = /(?<=(?:^|[\u3000-\u9fff\uff01-\uff1f]) ?)[A-Za-z][a-z]{2,9}(?= ?[\u3000-\u9fff\uff01-\uff1f])/g;

/** The words on a line that may be acronyms of the report in small letters, which no table knows. */
function capitalisedOn(line: Line): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: word, index } of line.text.matchAll(capitalised)) {
    const known = line.facts.acronyms.some(({ start }) => start === index);
    if (!known && !isEnglishWord(word) && !line.inQuotation(index))
      found.push({ start: index, end: index + word.length });
  }
  return found;
}

export const rule: ReportRule<Span> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Latin }, read: capitalisedOn },
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
      const right = [capitals, capitals.replace(/S$/, 's')].find((form) => acronyms.get(form)?.definitions.length);
      if (glossary.acronyms.has(word) || right === undefined || right === word) continue;
      likely.set(word, right);
      const places = unknown.get(word);
      if (places) places.push({ unit, ...note });
      else unknown.set(word, [{ unit, ...note }]);
    }
    reportMiswritten(likely, (word) => unknown.get(word)!, 'review', find);
  },
};
