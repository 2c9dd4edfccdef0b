import { textOf } from '../../report/queries/read';
import type { ReportRule } from '../engine/rule';

/** A line to write on is no value: ＿＿＿, ……. */
const onlyLine = /^[\s_＿—–\-.…]*$/;

export const rule: ReportRule = {
  per: 'report',
  id: 'cover/empty-field',
  title: { 'zh-TW': '封面項目未填寫', en: 'Empty item on the cover' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國報告格式：封面）',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    empty: { 'zh-TW': '「{label}」沒有填寫。', en: '「{label}」 is empty; fill it in.' },
  },
  check: ({ cover }, _notes, _context, find) => {
    for (const { label, value } of cover?.cover.fields ?? []) {
      if (!onlyLine.test(textOf(cover!, value))) continue;
      find({
        message: 'empty',
        params: { label: textOf(cover!, label).replace(/\s/g, '') },
        unit: cover!,
        start: label.start,
        end: label.end,
      });
    }
  },
};
