import { coverField, datesIn, dayOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { Example, ReportRule, RulePage } from '../engine/rule';

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ cover }, _notes, _context, find) => {
    const field = coverField(cover, 'period');
    if (!cover || !field) return;
    const [date] = datesIn(cover, field.value);
    const from = dayOf(date?.from);
    const to = dayOf(date?.to);
    if (date && from && to && dayNumber(to) < dayNumber(from))
      find({ message: 'wrong', unit: cover, start: date.start, end: date.end });
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (period: string): string =>
  `服務機關：數位發展部\n出國期間：${period}\n報告日期：114年2月11日\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('⟦113年8月24日至8月16日⟧') },
  { in: 'report', text: report('⟦113年12月30日至113年1月5日⟧') },
  { in: 'report', text: report('⟦113/08/24-113/08/16⟧') },
  { in: 'report', text: report('113年8月16日至8月24日') },
  { in: 'report', text: report('113年12月30日至114年1月5日') },
  { in: 'report', text: report('113年8月16日至16日') },
];

export const page: RulePage = {
  explanation: '出國期間的結束日不得早於開始日。跨年的行程要寫出結束日的年份（113年12月30日至114年1月5日）。',
  leavesAlone: '當天往返（起訖同一天）是正確的。',
  summary:
    'The period on the cover must not end before it begins; a trip over the turn of the year must state the second year.',
};
