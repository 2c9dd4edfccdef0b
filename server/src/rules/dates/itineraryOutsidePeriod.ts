import { dayInPeriod, periodOf, yearMeant } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { ReportRule } from '../engine/rule';
import { rocDate } from './writing';

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ cover, itinerary }, _notes, _context, find) => {
    const period = periodOf(cover);
    if (!cover || !period || !itinerary) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    for (const { date } of itinerary.days) {
      const from = dayInPeriod(date.from, period);
      const to = date.to ? dayInPeriod(date.to, period) : from;
      // Last year's date is for dates/wrong-year to tell.
      if (yearMeant(date.from, period) !== undefined) continue;
      if (!from || !to || (dayNumber(from) >= first && dayNumber(to) <= last)) continue;
      find({
        message: 'outside',
        params: { from: rocDate(period.from), to: rocDate(period.to) },
        unit: itinerary.unit,
        start: date.start,
        end: date.end,
        related: [{ message: 'period', unit: cover, start: period.start, end: period.end }],
      });
    }
  },
};
