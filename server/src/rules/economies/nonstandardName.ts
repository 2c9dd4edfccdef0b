import type { Rule } from '../rule';
import { mentionsByText, namesReader, reportCorrections } from './mentions';

const reader = namesReader('nonstandard');

export const rule: Rule = {
  id: 'economies/nonstandard-name',
  title: { 'zh-TW': '非我國慣用之國名', en: 'Name not used in Taiwan' },
  severity: 'warning',
  source: 'APEC 能源資訊網會員名稱、外交部國家與地區名稱；OpenCC 臺灣詞彙表',
  checked: '2026-11-24',
  fix: 'safe',
  messages: {
    fault: {
      'zh-TW': '「{name}」不是我國慣用名稱，應寫作「{preferred}」。',
      en: '{name} is not the name used in Taiwan; write {preferred}.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    replace: { 'zh-TW': '改為「{preferred}」', en: 'Change to {preferred}' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    reportCorrections(mentionsByText(report, reader), find);
  },
};
