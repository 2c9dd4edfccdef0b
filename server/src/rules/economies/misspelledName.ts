import type { Rule } from '../rule';
import { mentionsByText, namesReader, reportCorrections } from './mentions';

const reader = namesReader('misspelled');

export const rule: Rule = {
  id: 'economies/misspelled-name',
  title: { 'zh-TW': '國名誤植', en: 'Misspelled name of an economy' },
  severity: 'warning',
  source: 'APEC 能源資訊網會員名稱；同音、形近字誤植',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': '「{name}」應為「{preferred}」之誤。',
      en: '{name} is a slip for {preferred}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    reportCorrections(mentionsByText(report, reader), find);
  },
};
