import type { Place } from '../../report/model/line';
import type { CoverUnit } from '../../report/model/units';
import { coverField, datesIn, dayOf, periodOf, roughPeriodOf } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import { dayNumber } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import type { Span } from '../../text/span';
import type { ReportRule, RuleFix } from '../engine/rule';
import { yearCorrected } from './writing';

/** A report is written within so many days of the return; only then is a year less a slip. */
const longestWriting = 183;

/** The year after, where it makes a date within the time in which reports are written: in January the old one slips in. */
function nextYear(cover: CoverUnit, date: Span, day: CalendarDate, back: CalendarDate): readonly RuleFix<Place>[] {
  const year = day.year + 1;
  const delay = dayNumber({ ...day, year }) - dayNumber(back);
  if (delay < 0 || delay > longestWriting) return [];
  const edit = yearCorrected(textOf(cover, date), date.start, day.year, year);
  if (!edit) return [];
  return [{ title: 'year', params: { year: edit.text }, safety: 'review', edits: [{ unit: cover, ...edit }] }];
}

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ cover }, _notes, _context, find) => {
    const certain = periodOf(cover);
    const period = certain ?? roughPeriodOf(cover);
    const field = coverField(cover, 'report-date');
    const [date] = cover && field ? datesIn(cover, field.value) : [];
    const day = dayOf(date?.from);
    if (!cover || !period || !date || !day) return;
    // Where the day of return can't be read, a report is early only before the trip itself.
    if (dayNumber(day) >= dayNumber(certain ? certain.to : period.from)) return;
    find({
      message: 'early',
      unit: cover,
      start: date.start,
      end: date.end,
      related: [{ message: 'period', unit: cover, start: period.start, end: period.end }],
      fixes: () => (certain ? nextYear(cover, date, day, certain.to) : []),
    });
  },
};
