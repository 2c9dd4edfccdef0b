import type { WordHit } from '../../report/model/lines';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';
import { byRow, occurrencesIn, wordNotes } from './words';

export const rule: ReportRule<WordHit> = {
  per: 'report',
  notes: wordNotes(['typo']),
  id: 'wording/typo',
  title: { 'zh-TW': '疑似錯別字', en: 'Probable slip of the pen' },
  severity: 'information',
  source: '教育部《重編國語辭典修訂本》；出國報告所見錯字',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    one: { 'zh-TW': '「{wrong}」疑為「{right}」之誤。', en: '“{wrong}” looks like a slip for “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」疑為「{right}」之誤（全文 {count} 處）。',
      en: '“{wrong}” looks like a slip for “{right}” ({count} places).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Change to “{right}”' },
  },
  check: (_report, notes, _context, find) => {
    for (const [row, places] of byRow(notes))
      tellOccurrences(
        occurrencesIn(places),
        {
          one: 'one',
          many: 'many',
          other: 'other',
          fix: 'replace',
          params: { wrong: row.text, right: row.preferred },
          safety: 'review',
        },
        find,
      );
  },
};
