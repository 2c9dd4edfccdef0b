import { coverField, datesIn, dayOf, periodOf } from '../../report/period';
import { dayNumber } from '../../text/calendar';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'dates/report-early',
  title: { 'zh-TW': '報告日期早於返國日', en: 'Report is dated before the return' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間、報告日期）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    early: {
      'zh-TW': '報告日期早於返國日，請更正報告日期或出國期間。',
      en: 'The report is dated before the return; correct its date or the period.',
    },
    period: { 'zh-TW': '返國日', en: 'The day of return' },
  },
  prose: {},
  check: (report, _context, find) => {
    const period = periodOf(report);
    const field = coverField(report, 'report-date');
    const [date] = field ? datesIn(report, field.value) : [];
    const day = dayOf(date?.from);
    if (!period || !date || !day || dayNumber(day) >= dayNumber(period.to)) return;
    find({
      message: 'early',
      start: date.start,
      end: date.end,
      related: [{ message: 'period', start: period.start, end: period.end }],
    });
  },
};
