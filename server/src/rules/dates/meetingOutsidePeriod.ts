import { dayInPeriod, periodOf } from '../../report/queries/period';
import { dayNumber } from '../../text/calendar';
import type { ReportRule } from '../engine/rule';
import { rocDate } from './writing';

/** A date further off is another event's: an earlier session, next year's meeting. */
const near = 60;

export const rule: ReportRule = {
  per: 'report',
  id: 'dates/meeting-outside-period',
  title: { 'zh-TW': '會議日期在出國期間之外', en: 'Meeting dated outside the period' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與過程）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    outside: {
      'zh-TW': '這場會議的日期不在出國期間（{from}至{to}）內，請核對。',
      en: 'This meeting is dated outside the period ({from} to {to}); check the date.',
    },
    period: { 'zh-TW': '封面的出國期間', en: 'The period on the cover' },
  },
  check: ({ cover, meetings }, _notes, _context, find) => {
    const period = periodOf(cover);
    if (!cover || !period) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    for (const { unit, meeting } of meetings) {
      // Only the heading's date is certainly the meeting's own; a text speaks of earlier and later sessions as well.
      const { heading } = meeting.section;
      for (const date of meeting.dates) {
        if (date.start < heading.start || date.end > heading.end) continue;
        const from = dayInPeriod(date.from, period);
        const to = date.to ? dayInPeriod(date.to, period) : from;
        if (!from || !to) continue;
        const [start, end] = [dayNumber(from), dayNumber(to)];
        if (start >= first && end <= last) continue;
        if (start < first - near || end > last + near) continue;
        const related = [{ message: 'period', unit: cover, start: period.start, end: period.end }];
        find({
          message: 'outside',
          params: { from: rocDate(period.from), to: rocDate(period.to) },
          unit,
          start: date.start,
          end: date.end,
          related,
        });
      }
    }
  },
};
