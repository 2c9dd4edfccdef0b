import type { ItineraryDay } from '../../report/model/parts';
import { dayInPeriod, dayOf, periodOf } from '../../report/queries/period';
import { lineAt } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { textOf } from '../../report/queries/read';
import { dayNumber } from '../../text/calendar';
import type { Fix, Rule } from '../engine/rule';
import type { TextEdit } from '../../text/edit';

/** The rows put in the order of their days; nothing where a row has no day or goes on below its line. */
function sorted(
  report: Report,
  days: readonly ItineraryDay[],
  firstOf: (day: ItineraryDay) => number | undefined,
): readonly Fix[] {
  const { lines } = report;
  const keys = days.map(firstOf);
  for (const [index, { start }] of days.entries()) {
    if (keys[index] === undefined) return [];
    const next = days[index + 1];
    if (!next) break;
    for (let line = lineAt(lines, start) + 1; line < lineAt(lines, next.start); line++) {
      const { content } = lines.facts[line]!;
      if (content.end > content.start) return [];
    }
  }
  // Numbers of rows stay where they are.
  const rows = days.map(({ start, end }, index) => {
    const line = lineAt(lines, start);
    const { number } = lines.facts[line]!.shape;
    return { start: number ? lines.starts[line]! + number.end : start, end, key: keys[index]! };
  });
  const order = [...rows].sort((a, b) => a.key - b.key);
  const edits = rows.flatMap(({ start, end }, index): TextEdit[] => {
    const expected = report.text.slice(start, end);
    const text = textOf(report, order[index]!);
    return text === expected ? [] : [{ start, end, expected, text }];
  });
  return [{ title: 'sort', safety: 'review', edits }];
}

export const rule: Rule = {
  id: 'dates/itinerary-order',
  title: { 'zh-TW': '行程日期順序有誤', en: 'Itinerary days out of order' },
  severity: 'warning',
  source: '出國報告行程表依日期排列的慣例（出國報告實例）',
  checked: '2026-11-23',
  fix: 'review',
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
    sort: { 'zh-TW': '依日期先後排列行程', en: 'Sort the rows by their days' },
  },
  check: (report, _context, find) => {
    if (!report.itinerary) return;
    const { days } = report.itinerary;
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
    for (const day of days) {
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
        const fixes = message === 'order' ? () => sorted(report, days, (one) => bounds(one)?.[0]) : undefined;
        if (message) find({ message, start: date.start, end: date.end, related, fixes });
      }
      previous = { day, from, to };
    }
  },
};
