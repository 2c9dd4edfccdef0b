import { phrasePattern } from '../../knowledge/phrases';
import type { ItineraryDay } from '../../report/model/parts';
import { dayInPeriod, dayOf, periodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import type { DatePoint } from '../../report/model/dates';
import type { Place } from '../../report/model/line';
import { isBlank, lineAt } from '../../report/model/lines';
import type { ChapterItinerary } from '../../report/model/units';
import { textOf } from '../../report/queries/read';
import { dayNumber } from '../../text/calendar';
import type { ReportRule, RuleFix } from '../engine/rule';

/** The rows put in the order of their days; nothing where a row has no day or goes on below its line. */
function sorted(
  { unit, days }: ChapterItinerary,
  firstOf: (day: ItineraryDay) => number | undefined,
): readonly RuleFix<Place>[] {
  const { lines } = unit;
  const keys = days.map(firstOf);
  for (const [index, { start }] of days.entries()) {
    if (keys[index] === undefined) return [];
    const next = days[index + 1];
    if (!next) break;
    // Days that stand in one sentence can't be exchanged without its words.
    if (lineAt(lines, next.start) === lineAt(lines, start)) return [];
    for (let line = lineAt(lines, start) + 1; line < lineAt(lines, next.start); line++) {
      if (!isBlank(lines.facts[line]!)) return [];
    }
  }
  // Numbers of rows stay where they are.
  const rows = days.map(({ start, end }, index) => {
    const line = lineAt(lines, start);
    const { number } = lines.facts[line]!.shape;
    return { start: number ? lines.starts[line]! + number.end : start, end, key: keys[index]! };
  });
  const order = [...rows].sort((a, b) => a.key - b.key);
  const edits = rows.flatMap(({ start, end }, index) => {
    const text = textOf(unit, order[index]!);
    return text === unit.text.slice(start, end) ? [] : [{ unit, start, end, text }];
  });
  return [{ title: 'sort', safety: 'review', edits }];
}

/** Without a year a month so many days before the row above is that of the next year. */
const overTheYear = 240;

/** First and last day of each row, as days of the calendar's count; without a period any year will do, as only the order counts. */
function rangesOf(
  days: readonly ItineraryDay[],
  period: Period | undefined,
): ReadonlyMap<ItineraryDay, readonly [number, number]> {
  const ranges = new Map<ItineraryDay, readonly [number, number]>();
  let year = 2024;
  let latest = 0;
  for (const day of days) {
    const { date } = day;
    const place = (point: DatePoint): number | undefined => {
      const placed = period ? dayInPeriod(point, period) : dayOf({ ...point, year: point.year ?? year });
      return placed && dayNumber(placed);
    };
    let from = place(date.from);
    if (!period && from !== undefined && date.from.year === undefined && latest - from > overTheYear) {
      year++;
      from = place(date.from);
    }
    const to = date.to ? place(date.to) : from;
    if (from === undefined || to === undefined) continue;
    ranges.set(day, [from, to]);
    latest = Math.max(latest, to);
  }
  return ranges;
}

/** Rows below one of so many days may tell what was done on some of them. */
const longStay = 10;

/** What is done on the last day of several, when they are over: 8月8日　夜間離渥太華. */
const setsOut = phrasePattern`離|[返回]程|[返回]國|搭|賦歸|\d{1,2} ?[時:：]|${'travel'}|${'late-in-the-day'}`;

export const rule: ReportRule = {
  per: 'report',
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
  check: ({ cover, itinerary }, _notes, _context, find) => {
    if (!itinerary) return;
    const { unit, days } = itinerary;
    const period = periodOf(cover);
    const ranges = rangesOf(days, period);
    let previous: { readonly day: ItineraryDay; readonly from: number; readonly to: number } | undefined;
    for (const day of days) {
      const range = ranges.get(day);
      if (!range) continue;
      const [from, to] = range;
      // 「3月5日至8月29日於創傷中心研修，期間出席下列會議」: the rows below stand within it.
      if (previous && previous.to - previous.from >= longStay && from >= previous.from && to <= previous.to) continue;
      // Several rows may speak of one day: morning and afternoon.
      const same = previous && previous.from === from && previous.to === to;
      if (previous && !same && from <= previous.to) {
        const message =
          from < previous.from ? 'order' : previous.to > previous.from || to > from ? 'overlap' : undefined;
        // On the last of several days the journey may go on.
        const isLastDay = message === 'overlap' && from === previous.to;
        if (isLastDay && setsOut.test(textOf(unit, day))) {
          previous = { day, from, to };
          continue;
        }
        const { date } = day;
        const { start, end } = previous.day.date;
        const related = [{ message: 'previous', unit, start, end }];
        const fixes = message === 'order' ? () => sorted(itinerary, (one) => ranges.get(one)?.[0]) : undefined;
        const severity = isLastDay ? ({ severity: 'information' } as const) : {};
        if (message) find({ message, ...severity, unit, start: date.start, end: date.end, related, fixes });
      }
      previous = { day, from, to };
    }
  },
};
