import { coverField, datesIn } from '../../report/queries/period';
import type { DateExpression } from '../../report/model/dates';
import type { Example, Rule, RulePage } from '../engine/rule';

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

/* @__NO_SIDE_EFFECTS__ */
const cover = (period: string, date: string): string =>
  `出國報告（出國類別：開會）\n出席數位經濟會議報告\n服務機關：數位發展部\n姓名職稱：王小明科長\n派赴國家/地區：秘魯利馬\n出國期間：${period}\n報告日期：${date}\n壹、目的\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: cover('113年8月16日至8月24日', '⟦113年9月日⟧') },
  { in: 'report', text: cover('⟦8月16日至8月24日⟧', '113年9月11日') },
  { in: 'report', text: cover('113年8月16日至8月24日', '⟦113年9月⟧') },
  { in: 'report', text: cover('113年8月16日至8月24日', '113年9月11日') },
  { in: 'report', text: cover('113/08/16-113/08/24', '113/09/11') },
  { in: 'report', text: cover('113年8月16日', '中華民國113年9月11日') },
  { in: 'report', text: cover('113年8月16日至8月24日', '113年9月11日') + '一、下次會議訂於114年2月召開。\n' },
];

export const page: RulePage = {
  explanation: '封面的出國期間與報告日期要寫出年、月、日。「113年9月日」這種預留日期常在送件時忘了填。',
  leavesAlone:
    '本文中只寫到月份的日期（下次會議訂於114年2月召開）是正常寫法，不提出。空白的欄位由 `cover/empty-field` 提出。',
  summary:
    'The dates of the cover (period and report date) must have year, month and day. Dates in the body may be less exact.',
};
