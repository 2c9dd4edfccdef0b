import type { Example, Rule, RulePage } from '../engine/rule';
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
  check: (report, _context, find) => {
    reportCorrections(mentionsByText(report, reader), find);
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '會中⟦新西蘭⟧分享其數位身分系統之作法。',
    fixed: '會中紐西蘭分享其數位身分系統之作法。',
  },
  { in: 'body', text: '⟦文萊⟧及⟦巴布亞新幾內亞⟧均表支持。', fixed: '汶萊及巴布亞新幾內亞均表支持。' },
  { in: 'body', text: '觀察員包括⟦意大利⟧及⟦哈薩克斯坦⟧。', fixed: '觀察員包括義大利及哈薩克斯坦。' },
  {
    in: 'body',
    text: '⟦香港特別行政區⟧說明其執行情形。',
    fixed: '香港說明其執行情形。',
  },
  {
    in: 'body',
    text: '該手冊名為「新西蘭電子商務指引」，由主辦方發送。',
    note: { 'zh-TW': '引號內保留原文', en: 'Quotations keep their own wording' },
  },
  {
    in: 'body',
    text: '香港特別行政區政府派員說明。',
    note: { 'zh-TW': '機關名稱', en: 'The name of an office' },
  },
  { in: 'body', text: '古巴新任代表與阿里巴巴新創基金負責人交換意見。' },
  { in: 'body', text: '紐西蘭、汶萊及巴布亞紐幾內亞均表支持。' },
];

export const page: RulePage = {
  explanation:
    '國名應採我國慣用之譯名。新西蘭、文萊、巴布亞新幾內亞、意大利等多由中國大陸或港澳資料轉貼而來，應改為紐西蘭、汶萊、巴布亞紐幾內亞、義大利。簡體字形的國名亦在此提出。',
  leavesAlone: '引號與書名號內的名稱，以及「香港特別行政區政府」等機關名稱，保留原文。',
  summary:
    'Names of economies as other Chinese-speaking places write them are corrected to those used in Taiwan. Quotations and names of offices are left alone.',
};
