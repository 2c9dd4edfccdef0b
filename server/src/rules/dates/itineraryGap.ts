import { lineAt } from '../../report/lines';
import type { ItineraryDay } from '../../report/model';
import { dayInPeriod, periodOf } from '../../report/period';
import { dateOfDayNumber, dayNumber, weekdayName, weekdayOf } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import type { Fix, Rule } from '../rule';
import { rocDate } from './writing';

/** Longer trips (studies, internships) have no itinerary by the day. */
const longestTrip = 31;

/** Longer stays are told by their working weeks. */
const longestWithWeekends = 14;

function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) % 7 === 0 || weekdayOf(date) === 6;
}

export const rule: Rule = {
  id: 'dates/itinerary-gap',
  title: { 'zh-TW': '行程漏列日期', en: 'Days missing in the itinerary' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與行程）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '出國期間有 {count} 天未列入行程：{days}。',
      en: '{count} day(s) of the period are not in the itinerary: {days}.',
    },
    add: { 'zh-TW': '補上漏列的日期', en: 'Add rows for the missing days' },
  },
  prose: {},
  check: (report, _context, find) => {
    const period = periodOf(report);
    const itinerary = report.itinerary;
    if (!period || !itinerary || itinerary.days.length < 2) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    if (last - first >= longestTrip) return;
    const covered = new Set<number>();
    /** The row behind which a day would be inserted, by the day it ends on. */
    const rows: { readonly to: number; readonly day: ItineraryDay }[] = [];
    for (const day of itinerary.days) {
      const from = dayInPeriod(day.date.from, period);
      const to = day.date.to ? dayInPeriod(day.date.to, period) : from;
      // A day that can't be read may be any of those missing.
      if (!from || !to) return;
      for (let number = dayNumber(from); number <= dayNumber(to); number++) covered.add(number);
      // 「5/15（四）、5/16（五）」: a row may hold a second date.
      for (const { from: other } of report.lines.facts[lineAt(report.lines, day.start)]!.dates.slice(1)) {
        const second = dayInPeriod(other, period);
        if (second) covered.add(dayNumber(second));
      }
      rows.push({ to: dayNumber(to), day });
    }
    const missing: number[] = [];
    for (let number = first; number <= last; number++) if (!covered.has(number)) missing.push(number);
    if (missing.length === 0 || missing.length === last - first + 1) return;
    if (last - first >= longestWithWeekends && missing.every((day) => isWeekend(dateOfDayNumber(day)))) return;
    const { title } = itinerary.section;
    const fixes = (): readonly Fix[] => {
      const { text } = report;
      const behind = new Map<number, { at: number; rows: string[] }>();
      for (const number of missing) {
        const row = rows.filter(({ to }) => to < number).sort((a, b) => b.to - a.to)[0];
        const neighbour = row?.day ?? rows[0]!.day;
        const lineEnd = /\r\n|\r|\n|$/.exec(text.slice(neighbour.end))!;
        const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
        const at = row ? neighbour.end + lineEnd.index : neighbour.start;
        const date = dateOfDayNumber(number);
        // The new row is written like its neighbour: what stands around date and activity is kept.
        const before = text.slice(neighbour.start, neighbour.date.start);
        const between = text.slice(neighbour.date.end, neighbour.activity.start);
        const after = text.slice(neighbour.activity.end, neighbour.end);
        const words = `${before}${date.month}月${date.day}日（${weekdayName(weekdayOf(date))}）${between}（待填）${after}`;
        const entry = behind.get(at) ?? { at, rows: [] };
        entry.rows.push(row ? eol + words : words + eol);
        behind.set(at, entry);
      }
      const edits = [...behind.values()]
        .sort((a, b) => a.at - b.at)
        .map(({ at, rows: lines }) => ({ start: at, end: at, expected: '', text: lines.join('') }));
      return [{ title: 'add', safety: 'review', edits }];
    };
    const days = missing.map((number) => rocDate(dateOfDayNumber(number))).join('、');
    find({ message: 'missing', params: { count: missing.length, days }, start: title.start, end: title.end, fixes });
  },
};
