import { dayInPeriod, periodOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { Example, Rule, RulePage } from '../engine/rule';
import { rocDate } from './writing';

export const rule: Rule = {
  id: 'dates/itinerary-outside-period',
  title: { 'zh-TW': '行程日期在出國期間之外', en: 'Itinerary day outside the period' },
  severity: 'warning',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與行程）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    outside: {
      'zh-TW': '這一天不在封面的出國期間（{from}至{to}）內，請核對。',
      en: 'This day is outside the period on the cover ({from} to {to}); check both.',
    },
    period: { 'zh-TW': '封面的出國期間', en: 'The period on the cover' },
  },
  check: (report, _context, find) => {
    const period = periodOf(report);
    if (!period || !report.itinerary) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    for (const { date } of report.itinerary.days) {
      const from = dayInPeriod(date.from, period);
      const to = date.to ? dayInPeriod(date.to, period) : from;
      if (!from || !to || (dayNumber(from) >= first && dayNumber(to) <= last)) continue;
      find({
        message: 'outside',
        params: { from: rocDate(period.from), to: rocDate(period.to) },
        start: date.start,
        end: date.end,
        related: [{ message: 'period', start: period.start, end: period.end }],
      });
    }
  },
};

/* @__NO_SIDE_EFFECTS__ */
const report = (rows: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n報告日期：113年9月11日\n壹、目的\n貳、行程\n${rows}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('⟦8 月 15—17 日⟧\t出發、抵達\n8 月 18 日\t會議') },
  { in: 'report', text: report('8 月 16 日\t出發\n⟦8 月 25 日(日)⟧\t返臺') },
  { in: 'report', text: report('⟦9月18日⟧\t會議') },
  { in: 'report', text: report('8 月 16—17 日 (五、六)\t出發、抵達\n8 月 23—24 日 (五、六)\t返臺、抵臺') },
  {
    in: 'report',
    text: '服務機關：數位發展部\n出國期間：113年12月30日至114年1月3日\n壹、目的\n貳、行程\n12月30日\t出發\n1月2日\t會議\n1月3日\t返臺\n',
  },
  { in: 'report', text: report('8月18日\t會議（第一次會議於3月5日舉行）') },
];

export const page: RulePage = {
  explanation:
    '行程表的每一天都應在封面的出國期間內。兩處不一致時，不是行程打錯，就是出國期間沒有更新。跨年的行程依較近的年份推定。',
  leavesAlone: '行程說明文字中提到的其他日期不算行程日。出國期間不完整或起訖顛倒時不檢查，由其他規則提出。',
  summary:
    'Every itinerary day must lie in the period on the cover. Only dates at the start of a row are itinerary days.',
};
