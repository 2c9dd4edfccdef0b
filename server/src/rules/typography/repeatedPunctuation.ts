import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { occurrencesOf, tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** The marks that stand on a line more than once in a row. */
function repeatedMarksOf({ text: prose }: Line): readonly UnitOccurrence[] {
  const found: UnitOccurrence[] = [];
  for (const { 0: marks, index } of prose.matchAll(/，{2,}|。{2,}|、{2,}|；{2,}|：{2,}|！{2,}|？{2,}/g)) {
    if (marks.startsWith('。') && marks.length >= 3) continue; // an ellipsis in the making
    const end = index + marks.length;
    found.push({ start: index, end, edits: [{ start: index + 1, end, text: '' }] });
  }
  return found;
}

export const rule: ReportRule<UnitOccurrence> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Repeated }, read: repeatedMarksOf },
  id: 'typography/repeated-punctuation',
  title: { 'zh-TW': '標點符號重複', en: 'Repeated punctuation' },
  severity: 'warning',
  source: '標點符號用法表（文書處理手冊附錄4）',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '標點符號重複，請刪去多餘的。', en: 'The mark is there twice; delete one.' },
    many: {
      'zh-TW': '標點符號重複（全文 {count} 處），請刪去多餘的。',
      en: 'Marks are there twice ({count} places); delete the extra ones.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去重複的標點', en: 'Delete the repeated mark' },
  },
  check: (_report, notes, _context, find) => {
    tellOccurrences(occurrencesOf(notes), { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
  },
};
