import type { ItineraryDay } from '../../report/model';
import { dayInPeriod, dayOf, periodOf } from '../../report/period';
import { dayNumber } from '../../text/calendar';
import type { Rule } from '../rule';

export const rule: Rule = {
  id: 'dates/itinerary-order',
  title: { 'zh-TW': '行程日期順序有誤', en: 'Itinerary days out of order' },
  severity: 'warning',
  source: '出國報告行程表依日期排列的慣例（出國報告實例）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    order: {
      'zh-TW': '行程日期早於前一列，請依日期先後排列或更正日期。',
      en: 'This day is before that of the row above; sort the rows or correct the date.',
    },
    overlap: {
      'zh-TW': '行程日期與前一列重疊，請更正日期。',
      en: 'This day overlaps the row above; correct the dates.',
    },
    previous: { 'zh-TW': '前一列', en: 'The row above' },
  },
  prose: {},
  check: (report, _context, find) => {
    if (!report.itinerary) return;
    const period = periodOf(report);
    const bounds = (day: ItineraryDay): readonly [number, number] | undefined => {
      const { date } = day;
      // Without a period any year will do: only the order within it counts.
      const place = (point: typeof date.from) =>
        period ? dayInPeriod(point, period) : dayOf({ ...point, year: point.year ?? 2024 });
      const from = place(date.from);
      const to = date.to ? place(date.to) : from;
      return from && to ? [dayNumber(from), dayNumber(to)] : undefined;
    };
    let previous: { readonly day: ItineraryDay; readonly from: number; readonly to: number } | undefined;
    for (const day of report.itinerary.days) {
      const range = bounds(day);
      if (!range) continue;
      const [from, to] = range;
      // Several rows may speak of one day: morning and afternoon.
      const same = previous && previous.from === from && previous.to === to;
      if (previous && !same && from <= previous.to) {
        const message =
          from < previous.from ? 'order' : previous.to > previous.from || to > from ? 'overlap' : undefined;
        const { date } = day;
        const related = [{ message: 'previous', start: previous.day.date.start, end: previous.day.date.end }];
        if (message) find({ message, start: date.start, end: date.end, related });
      }
      previous = { day, from, to };
    }
  },
};
