import type { ReportRule } from '../engine/rule';
import { rightCase } from './known';
import { reportMiswritten } from './miswritten';

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ acronyms }, _notes, { glossary }, find) => {
    const wrong = new Map<string, string>();
    for (const acronym of acronyms.keys()) {
      const right = glossary.acronyms.has(acronym) ? undefined : rightCase(acronym, acronyms);
      if (right !== undefined) wrong.set(acronym, right);
    }
    reportMiswritten(acronyms, wrong, find);
  },
};
