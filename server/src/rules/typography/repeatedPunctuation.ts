import { Trait } from '../../report/scan/traits';
import type { Example, Rule, RulePage } from '../engine/rule';
import { edit, reportSlips, slipsOf } from '../slips';
import type { Slip } from '../slips';
import type { LineReader } from '../lines';

const reader: LineReader<Slip> = {
  lines: { traits: Trait.Repeated },
  read: (words) => {
    const slips: Slip[] = [];
    for (const { 0: marks, index } of words.matchAll(/，{2,}|。{2,}|、{2,}|；{2,}|：{2,}|！{2,}|？{2,}/g)) {
      if (marks.startsWith('。') && marks.length >= 3) continue; // an ellipsis in the making
      const end = index + marks.length;
      slips.push({ start: index, end, edits: [edit(words, index + 1, end, '')] });
    }
    return slips;
  },
};

export const rule: Rule = {
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
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
  },
};

export const examples: readonly Example[] = [
  { in: 'body', text: '會議圓滿結束⟦。。⟧', fixed: '會議圓滿結束。' },
  { in: 'body', text: '美國⟦、、⟧日本及韓國。', fixed: '美國、日本及韓國。' },
  { in: 'body', text: '本案⟦，，⟧建議持續追蹤。', fixed: '本案，建議持續追蹤。' },
  {
    in: 'body',
    text: '討論仍在進行。。。',
    note: { 'zh-TW': '刪節號由其他規則提出', en: 'An ellipsis, another rule’s' },
  },
  { in: 'body', text: '數位化——從基礎建設做起……持續推動。' },
  { in: 'body', text: '是否支持？」主席詢問。' },
];

export const page: RulePage = {
  explanation: '同一個標點連續出現兩次，是編輯時留下的。',
  leavesAlone: '刪節號「……」與破折號「——」本來就是兩個字元；三個句號視為刪節號的誤寫。',
  summary: 'The same Chinese punctuation mark twice in a row is a slip. …… and —— are right.',
};
