import { coverField, datesIn, dayOf, periodOf } from '../../report/queries/period';
import type { Deadline } from '../../knowledge/types';
import type { CalendarDate } from '../../text/calendar';
import { addMonths, dateOfDayNumber, dayNumber, weekdayOf } from '../../text/calendar';
import type { Example, Rule, RulePage } from '../engine/rule';
import { rocDate } from './writing';

/**
 * The last day on which a report is due. Counted from the day after the return, a period of months ends on the same day
 * as counted from the return itself (民法第120條、第121條), so `from` makes no difference here.
 */
function limitOf(back: CalendarDate, { months, rollsForward }: Deadline): CalendarDate {
  const limit = addMonths(back, months);
  if (!rollsForward) return limit;
  // Holidays are in no table: only Saturday and Sunday are known.
  const daysOff = { 6: 2, 0: 1 }[weekdayOf(limit)] ?? 0;
  return dateOfDayNumber(dayNumber(limit) + daysOff);
}

export const rule: Rule = {
  id: 'dates/report-late',
  title: { 'zh-TW': '報告逾期', en: 'Report is late' },
  severity: 'warning',
  source: '各機關出國報告規定：返國之日起三個月內提出（金門縣、桃園市、臺北市、智慧財產局之規定；審核表第1項）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    late: {
      'zh-TW': '報告應於返國後 {months} 個月內提出，最遲為{limit}。',
      en: 'A report is due within {months} months of the return, here by {limit}.',
    },
    period: { 'zh-TW': '返國日', en: 'The day of return' },
  },
  check: (report, { profile }, find) => {
    const period = periodOf(report);
    const field = coverField(report, 'report-date');
    const [date] = field ? datesIn(report, field.value) : [];
    const day = dayOf(date?.from);
    if (!period || !date || !day) return;
    const limit = limitOf(period.to, profile.deadline);
    if (dayNumber(day) <= dayNumber(limit)) return;
    find({
      message: 'late',
      params: { limit: rocDate(limit), months: profile.deadline.months },
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
  { in: 'report', text: report('113年8月16日至8月24日', '⟦113年11月25日⟧') },
  { in: 'report', text: report('113年8月16日至8月24日', '⟦114年9月11日⟧') },
  {
    in: 'report',
    text: report('112年11月20日至11月30日', '⟦113年3月1日⟧'),
    note: { 'zh-TW': '三個月後為二月最後一日', en: 'Three months later is the last day of February' },
  },
  { in: 'report', text: report('113年8月16日至8月24日', '113年11月24日') },
  { in: 'report', text: report('112年11月20日至11月30日', '113年2月29日') },
  { in: 'report', text: report('113年8月16日至8月24日', '113年9月11日') },
  {
    in: 'report',
    text: report('113年8月16日至8月24日', '113年11月25日'),
    profile: 'taipei-a',
    note: { 'zh-TW': '臺北市：期限逢星期日，順延一日', en: 'Taipei City: an end on Sunday moves to Monday' },
  },
];

export const page: RulePage = {
  explanation:
    '出國報告應於返國後三個月內提出；審核表第一項就是「依限繳交」。期限按月計算：11 月 30 日返國，期限是次年二月最後一日。',
  leavesAlone: '期限末日遇假日順延、自翌日起算等各機關的差異不計入，所以只提出警告。',
  summary:
    'The report date must be within three months of the return, counted in months. Holidays are not taken into account, hence a warning.',
};
