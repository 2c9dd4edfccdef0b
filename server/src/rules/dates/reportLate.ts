import { coverField, datesIn, dayOf, roughPeriodOf } from '../../report/queries/period';
import { mayBeDayOff } from '../../knowledge/holidays';
import type { Deadline } from '../../knowledge/types';
import type { CalendarDate } from '../../text/calendar';
import { addMonths, dateOfDayNumber, dayNumber } from '../../text/calendar';
import type { ReportRule } from '../engine/rule';
import { rocDate } from './writing';

/** `date`, or the next day on which offices are open. */
function workingDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (mayBeDayOff(day)) day = dateOfDayNumber(dayNumber(day) + 1);
  return day;
}

/**
 * The last day on which a report is due. Counted from the day after the return, a period of months ends on the same day
 * as counted from the return itself (民法第120條、第121條). 臺北市 moves its beginning to a working day; where the law
 * may be read to move its end as well, the later day holds.
 */
function limitOf(back: CalendarDate, { months, rollsForward }: Deadline): CalendarDate {
  if (!rollsForward) return addMonths(back, months);
  const first = workingDay(dateOfDayNumber(dayNumber(back) + 1));
  return workingDay(dateOfDayNumber(dayNumber(addMonths(first, months)) - 1));
}

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ cover }, _notes, { profile }, find) => {
    const period = roughPeriodOf(cover);
    const field = coverField(cover, 'report-date');
    const [date] = cover && field ? datesIn(cover, field.value) : [];
    const day = dayOf(date?.from);
    const { deadline } = profile;
    if (!cover || !period || !date || !day || !deadline) return;
    const limit = limitOf(period.to, deadline);
    if (dayNumber(day) <= dayNumber(limit)) return;
    find({
      message: 'late',
      params: { limit: rocDate(limit), months: deadline.months },
      unit: cover,
      start: date.start,
      end: date.end,
      related: [{ message: 'period', unit: cover, start: period.start, end: period.end }],
    });
  },
};
