import { Trait } from '../../report/scan/traits';
import type { Rule } from '../rule';
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
  reads: [reader],
  check: (report, _context, find) => {
    reportSlips(slipsOf(report, reader), { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
  },
};
