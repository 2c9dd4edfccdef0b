import { coverField, datesIn } from '../../report/period';
import type { DateExpression } from '../../report/model';
import type { Rule } from '../rule';

/** What is left out of `date`, in the order it is written. */
function missing(date: DateExpression): 'year' | 'month' | 'day' | undefined {
  const { year, month, day } = date.from;
  return year === undefined ? 'year' : month === undefined ? 'month' : day === undefined ? 'day' : undefined;
}

export const rule: Rule = {
  id: 'dates/incomplete',
  title: { 'zh-TW': '封面日期不完整', en: 'Incomplete date on the cover' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間、報告日期）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    year: {
      'zh-TW': '封面日期缺少年份，請寫成完整的年、月、日。',
      en: 'The date on the cover has no year; write year, month and day.',
    },
    month: {
      'zh-TW': '封面日期缺少月份，請寫成完整的年、月、日。',
      en: 'The date on the cover has no month; write year, month and day.',
    },
    day: {
      'zh-TW': '封面日期缺少日，請寫成完整的年、月、日。',
      en: 'The date on the cover has no day; write year, month and day.',
    },
  },
  prose: {},
  check: (report, _context, find) => {
    for (const id of ['period', 'report-date'] as const) {
      const field = coverField(report, id);
      if (!field) continue;
      const dates = datesIn(report, field.value);
      const first = dates[0];
      const lacks = first && missing(first);
      if (lacks) find({ message: lacks, start: first.start, end: first.end });
    }
  },
};
