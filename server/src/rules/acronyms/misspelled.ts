import type { ReportRule } from '../engine/rule';
import { reportMiswritten } from './miswritten';
import { nearMissesOf } from './nearMisses';

/** Acronyms of so few letters are near each other. */
const shortest = 3;

export const rule: ReportRule = {
  per: 'report',
  id: 'acronyms/misspelled',
  title: { 'zh-TW': '縮寫拼錯', en: 'Misspelled acronym' },
  severity: 'warning',
  source: '各組織官方英文縮寫（見 docs/knowledge.md 縮寫表）及報告自己的定義',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '「{wrong}」應為「{right}」之誤。', en: '“{wrong}” looks like a slip for “{right}”.' },
    many: {
      'zh-TW': '「{wrong}」應為「{right}」之誤（共 {count} 處）。',
      en: '“{wrong}” looks like a slip for “{right}” ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{right}」', en: 'Write “{right}”' },
  },
  check: ({ acronyms }, _notes, context, find) => {
    const misses = nearMissesOf(acronyms, context);
    // Where a definition has it, the English name beside it may be what is wrong.
    // Three letters may be another name that nobody wrote out.
    const isUnsure = ([wrong]: readonly [string, string]): boolean =>
      wrong.length <= shortest || acronyms.get(wrong)!.definitions.length > 0;
    for (const safety of ['safe', 'review'] as const) {
      const some = new Map([...misses].filter((miss) => isUnsure(miss) === (safety === 'review')));
      reportMiswritten(some, (wrong) => acronyms.get(wrong)!.occurrences, safety, find);
    }
  },
};
