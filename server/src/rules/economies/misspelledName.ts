import type { Example, Rule, RulePage } from '../engine/rule';
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
  check: (report, _context, find) => {
    reportCorrections(mentionsByText(report, reader), find);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '美國、⟦菲律濱⟧及我國表示支持。', fixed: '美國、菲律賓及我國表示支持。' },
  {
    in: 'body',
    text: '⟦巴布亞紐幾內雅⟧未派員出席。',
    fixed: '巴布亞紐幾內亞未派員出席。',
  },
  { in: 'body', text: '⟦鈕西蘭⟧與⟦馬來西雅⟧簽署協定。', fixed: '紐西蘭與馬來西雅簽署協定。' },
  { in: 'body', text: '⟦澳州⟧提案數最多。', fixed: '澳洲提案數最多。' },
  { in: 'body', text: '代表來自南澳州與西澳州。', note: { 'zh-TW': '澳洲的州', en: 'States of Australia' } },
  { in: 'body', text: '訊號經重新加波長轉換後傳送。' },
  { in: 'body', text: '標題誤植為「菲律濱」，業請主辦單位更正。' },
];

export const page: RulePage = {
  explanation:
    '會員名稱常見的同音、形近誤植，如菲律濱（菲律賓）、鈕西蘭（紐西蘭）、巴布亞紐幾內雅（巴布亞紐幾內亞）。只收不可能是其他詞的寫法。',
  leavesAlone: '引號內的名稱，以及含有相同字串的其他詞（南澳州、重新加波長）不提出。',
  summary:
    'Slips of homophones and look-alike characters in the names of members. Only strings that can be nothing else are in the table; quotations are left alone.',
};
