import { coverField, datesIn, dayOf } from '../../report/period';
import { dayNumber } from '../../text/calendar';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'dates/period-order',
  title: { 'zh-TW': '出國期間起訖顛倒', en: 'Period ends before it begins' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    wrong: {
      'zh-TW': '出國期間的結束日早於開始日，請更正起訖日期。',
      en: 'The period ends before it begins; correct its dates.',
    },
  },
  prose: {},
  check: (report, _context, find) => {
    const field = coverField(report, 'period');
    const [date] = field ? datesIn(report, field.value) : [];
    const from = dayOf(date?.from);
    const to = dayOf(date?.to);
    if (date && from && to && dayNumber(to) < dayNumber(from))
      find({ message: 'wrong', start: date.start, end: date.end });
  },
};
