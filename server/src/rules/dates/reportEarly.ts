import { coverField, datesIn, dayOf, periodOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import type { Fix, Rule } from '../engine/rule';
import { yearCorrected } from './writing';

/** A report is written within so many days of the return; only then is a year less a slip. */
const longestWriting = 183;

/** The year after, where it makes a date within the time in which reports are written: in January the old one slips in. */
function nextYear(words: string, start: number, day: CalendarDate, back: CalendarDate): readonly Fix[] {
  const year = day.year + 1;
  const delay = dayNumber({ ...day, year }) - dayNumber(back);
  const edit = delay >= 0 && delay <= longestWriting ? yearCorrected(words, start, day.year, year) : undefined;
  return edit ? [{ title: 'year', params: { year: edit.text }, safety: 'review', edits: [edit] }] : [];
}

export const rule: Rule = {
  id: 'dates/report-early',
  title: { 'zh-TW': '報告日期早於返國日', en: 'Report is dated before the return' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間、報告日期）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    early: {
      'zh-TW': '報告日期早於返國日，請更正報告日期或出國期間。',
      en: 'The report is dated before the return; correct its date or the period.',
    },
    period: { 'zh-TW': '返國日', en: 'The day of return' },
    year: { 'zh-TW': '將年份改為 {year} 年', en: 'Change the year to {year}' },
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
      fixes: () => nextYear(report.text.slice(date.start, date.end), date.start, day, period.to),
    });
  },
};
