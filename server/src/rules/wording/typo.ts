import { Trait } from '../../report/scan/traits';
import { reportSlips } from '../slips';
import type { Rule } from '../rule';
import { placesByRow, replacing } from './words';

export const rule: Rule = {
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
  prose: { touching: ['typo'], traits: Trait.Unpaired, around: 'near' },
  check: (report, _context, find) => {
    for (const [row, places] of placesByRow(report, 'typo'))
      reportSlips(
        replacing(report, places, row.preferred),
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
