import type { Line } from '../../report/model/line';
import { lookAlikes, ordinaryOf } from '../../text/lookAlikes';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Whether the character at `index` stands alone in quotation marks: the text is about the character itself. */
const isQuotedAlone = (text: string, index: number, length: number): boolean =>
  '「『“'.includes(text[index - 1] ?? ' ') && '」』”'.includes(text[index + length] ?? ' ');

/** The runs of characters on a line that only look like those that they are read as. */
function lookAlikesOf({ text, facts: { written } }: Line): readonly UnitOccurrence[] {
  if (text === written) return [];
  const found: UnitOccurrence[] = [];
  let last: { start: number; end: number; text: string } | undefined;
  const close = (): void => {
    if (last) found.push({ start: last.start, end: last.end, edits: [last] });
  };
  for (const { 0: character, index } of written.matchAll(lookAlikes)) {
    const ordinary = ordinaryOf(character);
    // Some stand for nothing else, and what is no prose is left as it is.
    if (ordinary === character || !text.startsWith(ordinary, index)) continue;
    if (isQuotedAlone(text, index, character.length)) continue;
    if (last?.end === index) {
      last = { start: last.start, end: index + character.length, text: last.text + ordinary };
      continue;
    }
    close();
    last = { start: index, end: index + character.length, text: ordinary };
  }
  close();
  return found;
}

export const rule: ReportRule<UnitOccurrence> = {
  per: 'report',
  notes: { per: 'line', read: lookAlikesOf },
  id: 'typography/look-alike-character',
  title: { 'zh-TW': '形似的部首或相容字', en: 'Radical or compatibility character in place of a character' },
  severity: 'warning',
  source: 'Unicode 標準：康熙部首與相容漢字只為對照舊字集而設，文字應使用一般漢字',
  checked: '2026-11-28',
  fix: 'safe',
  messages: {
    one: {
      'zh-TW': '這裡用的是部首、注音等符號或相容字，看起來一樣，卻搜尋不到；應使用一般的漢字。',
      en: 'This is a radical, a phonetic sign or a compatibility character: it looks the same, but no search finds it.',
    },
    many: {
      'zh-TW': '全文有 {count} 處用了部首、注音等符號或相容字，看起來一樣，卻搜尋不到；應使用一般的漢字。',
      en: '{count} places have radicals, phonetic signs or compatibility characters: they look the same, but no search finds them.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為一般漢字', en: 'Change to the ordinary character' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'replace' }, find);
  },
};
