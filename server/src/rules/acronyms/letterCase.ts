import type { Rule } from '../rule';
import { acronymFacts } from './facts';
import { rightCase } from './known';
import { reportMiswritten } from './places';

export const rule: Rule = {
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
  reads: [acronymFacts],
  check: (report, { glossary }, find) => {
    const wrong = new Map<string, string>();
    for (const { acronym } of report.acronyms.entries.values()) {
      const right = glossary.acronyms.has(acronym) ? undefined : rightCase(acronym, report);
      if (right !== undefined) wrong.set(acronym, right);
    }
    reportMiswritten(report, wrong, find);
  },
};
