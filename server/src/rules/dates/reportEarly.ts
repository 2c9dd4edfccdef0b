import { coverField, datesIn, dayOf, periodOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { Example, Rule, RulePage } from '../engine/rule';

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

/* @__NO_SIDE_EFFECTS__ */
const report = (period: string, date: string): string =>
  `服務機關：數位發展部\n出國期間：${period}\n報告日期：${date}\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('113年8月16日至8月24日', '⟦113年8月20日⟧') },
  { in: 'report', text: report('113年8月16日至8月24日', '⟦112年9月11日⟧') },
  { in: 'report', text: report('113年12月30日至114年1月3日', '⟦113年1月20日⟧') },
  { in: 'report', text: report('113年8月16日至8月24日', '113年8月24日') },
  { in: 'report', text: report('113年8月16日至8月24日', '113年9月11日') },
  { in: 'report', text: report('113年12月30日至114年1月3日', '114年1月20日') },
];

export const page: RulePage = {
  explanation: '報告在返國後才能完成，報告日期早於返國日必有一個日期有誤，常見的是年份沿用去年的檔案。',
  leavesAlone: '返國當天完成的報告不提出。日期或期間不完整時由 `dates/incomplete` 提出。',
  summary: 'A report can not be dated before the return. The very day of the return is fine.',
};
