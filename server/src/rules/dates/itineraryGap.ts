import { isBlank, lineAt } from '../../report/model/lines';
import type { Place } from '../../report/model/line';
import type { ItineraryDay } from '../../report/model/parts';
import type { Chapter, ChapterItinerary } from '../../report/model/units';
import type { DateExpression, DatePoint } from '../../report/model/dates';
import { readItinerary } from '../../report/parse/itinerary';
import { textOf } from '../../report/queries/read';
import { dayInPeriod, periodOf, roughPeriodOf, yearMeant } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { dateOfDayNumber, dayNumber, weekdayName, weekdayOf } from '../../text/calendar';
import type { CalendarDate } from '../../text/calendar';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ReportRule, RuleFix } from '../engine/rule';
import { rocDate } from './writing';

/** Longer trips (studies, internships) have no itinerary by the day; where all rows but two follow one another it is whole. */
const longestTrip = 31;
const fewestRows = 4;

/** Longer stays are told by their working weeks. */
const longestWithWeekends = 14;

/** A day on which nobody works: of a weekend, or the first of the year. */
function isDayOff(date: CalendarDate): boolean {
  return (date.month === 1 && date.day === 1) || weekdayOf(date) % 7 === 0 || weekdayOf(date) === 6;
}

/** Who flies westward over the Pacific passes over a day. */
const dateLine = /換日線|日界線|變更線/;
/** Where no row says so, it is one of the first days or of the last. */
const mostFlight = 2;

/** A row of the itinerary, by the day that it ends on. */
interface Row {
  readonly to: number;
  readonly day: ItineraryDay;
}

/** The days that the itinerary tells of; undefined where one can't be read, which may be any of those missing. */
function coveredDays(
  { unit, days }: ChapterItinerary,
  period: Period,
): { readonly covered: ReadonlySet<number>; readonly rows: readonly Row[] } | undefined {
  const covered = new Set<number>();
  const rows: Row[] = [];
  let lastLine = -1;
  for (const day of days) {
    // A row of last year's date is the day that it means; dates/wrong-year speaks of it.
    const { year: written } = day.date.from;
    const meant = yearMeant(day.date.from, period);
    const slip = meant === undefined || written === undefined ? 0 : meant - written;
    const placed = (point: DatePoint): CalendarDate | undefined =>
      dayInPeriod({ ...point, year: point.year && point.year + slip }, period);
    const from = placed(day.date.from);
    const to = day.date.to ? placed(day.date.to) : from;
    if (!from || !to) return undefined;
    for (let number = dayNumber(from); number <= dayNumber(to); number++) covered.add(number);
    // 「5/15（四）、5/16（五）」: a row may hold a second date.
    const line = lineAt(unit.lines, day.start);
    if (line !== lastLine)
      for (const { from: other } of unit.lines.facts[line]!.dates.slice(1)) {
        const second = dayInPeriod(other, period);
        if (second) covered.add(dayNumber(second));
      }
    lastLine = line;
    rows.push({ to: dayNumber(to), day });
  }
  return { covered, rows };
}

/** Days that follow one another, each run by itself. */
function gapsOf(missing: readonly number[]): readonly (readonly number[])[] {
  const gaps: number[][] = [];
  for (const day of missing) {
    const last = gaps.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else gaps.push([day]);
  }
  return gaps;
}

/** The rows between which `day` is missing. */
function neighboursOf(rows: readonly Row[], day: number): readonly [Row | undefined, Row | undefined] {
  const before = rows.reduce<Row | undefined>(
    (best, row) => (row.to < day && row.to >= (best?.to ?? -Infinity) ? row : best),
    undefined,
  );
  const after = rows.reduce<Row | undefined>(
    (best, row) => (row.to > day && row.to < (best?.to ?? Infinity) ? row : best),
    undefined,
  );
  return [before, after];
}

/** `date` with its weekday, which stands in a cell of its own where that of `row` does. */
function writtenLike(text: string, row: DateExpression, date: CalendarDate): string {
  const weekday = weekdayName(weekdayOf(date));
  const cell =
    row.weekdays[0] && /(?<=\S) *[\t|] *(?:星期|禮拜|週|周)?$/.exec(text.slice(row.start, row.weekdays[0].start))?.[0];
  return `${date.month}月${date.day}日${cell === undefined ? `（${weekday}）` : cell + weekday}`;
}

/** Rows for the days `missing`, each behind the last row before its day, and written like it. */
function addedRows(unit: Chapter, rows: readonly Row[], missing: readonly number[]): RuleFix<Place> {
  const { text } = unit;
  const behind = new Map<number, string[]>();
  for (const number of missing) {
    const [row] = neighboursOf(rows, number);
    const neighbour = row?.day ?? rows[0]!.day;
    const lineEnd = /\r\n|\r|\n|$/.exec(text.slice(neighbour.end))!;
    const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
    const at = row ? neighbour.end + lineEnd.index : neighbour.start;
    const date = dateOfDayNumber(number);
    // What stands around date and activity is kept.
    const before = text.slice(neighbour.start, neighbour.date.start);
    const between = text.slice(neighbour.date.end, neighbour.activity.start);
    const after = text.slice(neighbour.activity.end, neighbour.end);
    const words = `${before}${writtenLike(text, neighbour.date, date)}${between}（待填）${after}`;
    const written = row ? eol + words : words + eol;
    const known = behind.get(at);
    if (known) known.push(written);
    else behind.set(at, [written]);
  }
  const edits = [...behind].map(([at, written]) => ({ unit, start: at, end: at, text: written.join('') }));
  return { title: 'add', safety: 'review', edits };
}

/** More days than these are told from the first to the last, and no rows are written for them. */
const mostRowsAdded = 7;

function daysWritten(gap: readonly number[]): string {
  const days = gap.length > mostRowsAdded ? [gap[0]!, gap.at(-1)!] : gap;
  return days.map((number) => rocDate(dateOfDayNumber(number))).join(days === gap ? '、' : '至');
}

/** Whether several days stand on one line, so that no row can be put between them. */
function isSentence({ unit, days }: ChapterItinerary): boolean {
  return days.some(
    ({ start }, index) => index > 0 && lineAt(unit.lines, start) === lineAt(unit.lines, days[index - 1]!.start),
  );
}

/** What stands above the rows and says what they are: the heading, or the last line that is none of the table. */
function headOf({ unit, days }: ChapterItinerary): Span {
  const { facts, starts } = unit.lines;
  let line = lineAt(unit.lines, days[0]!.start) - 1;
  while (
    line > unit.section.line &&
    (isBlank(facts[line]!) || facts[line]!.shape.cells.length > 0 || facts[line]!.han === 0)
  )
    line--;
  return shifted(facts[Math.max(line, 0)]!.content, starts[Math.max(line, 0)]!);
}

/** Days that head what was done on them, where no itinerary stands; sentences that begin with a day are none. */
function diaryIn(chapters: readonly Chapter[]): ChapterItinerary | undefined {
  const unit = chapters.find(({ section }) => section.part === 'process');
  if (!unit) return undefined;
  const { section, days } = readItinerary(unit.text, unit.lines, unit.section);
  const heads = days.filter(({ start }) => !unit.lines.facts[lineAt(unit.lines, start)]!.shape.endsSentence);
  return heads.length < fewestRows ? undefined : { unit, section, days: heads };
}

export const rule: ReportRule = {
  per: 'report',
  id: 'dates/itinerary-gap',
  title: { 'zh-TW': '行程漏列日期', en: 'Days missing in the itinerary' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間與行程）',
  checked: '2026-11-29',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '出國期間有 {count} 天未列入行程：{days}。',
      en: '{count} day(s) of the period are not in the itinerary: {days}.',
    },
    head: { 'zh-TW': '行程', en: 'The itinerary' },
    next: { 'zh-TW': '下一列', en: 'The next row' },
    add: { 'zh-TW': '補上漏列的日期', en: 'Add rows for the missing days' },
  },
  check: ({ chapters, cover, itinerary: own }, _notes, _context, find) => {
    const certain = periodOf(cover);
    const period = certain ?? roughPeriodOf(cover);
    const itinerary = own ?? diaryIn(chapters);
    if (!period || !itinerary || itinerary.days.length < 2) return;
    const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
    const isLong = last - first >= longestTrip;
    const told = coveredDays(itinerary, period);
    if (!told) return;
    const missing: number[] = [];
    for (let number = first; number <= last; number++)
      if (!told.covered.has(number) && !period.between.includes(number)) missing.push(number);
    if (missing.length === 0 || missing.length === last - first + 1) return;
    if (!own && (missing.length > 1 || isDayOff(dateOfDayNumber(missing[0]!)))) return;
    if (last - first >= longestWithWeekends && missing.every((day) => isDayOff(dateOfDayNumber(day)))) return;
    const { unit } = itinerary;
    const head = headOf(itinerary);
    const crossesDateLine = dateLine.test(textOf(unit, itinerary.section));
    const overDateLine = told.rows.filter(({ day }) => dateLine.test(textOf(unit, day)));
    const isLostInFlight = (day: number, ...beside: readonly Row[]): boolean =>
      overDateLine.length > 0
        ? beside.some((row) => overDateLine.includes(row))
        : day - first <= mostFlight || last - day <= mostFlight;
    const gaps = gapsOf(missing).filter((gap) => !isLong || gap.some((day) => !isDayOff(dateOfDayNumber(day))));
    if (isLong && (gaps.length !== 1 || told.rows.length < fewestRows)) return;
    for (const gap of gaps) {
      const [before, after] = neighboursOf(told.rows, gap[0]!);
      // Where the ends of the period are turned round one may be wrong; between two rows a day is missing all the same.
      if (!certain && !(before && after)) continue;
      if (crossesDateLine && gap.length === 1 && before && after && isLostInFlight(gap[0]!, before, after)) continue;
      // At its ends a long stay may have days on which nobody works.
      if (isLong && !(before && after)) continue;
      // A row may end before it begins, on the very day that is missing.
      const { date } = (before ?? after ?? told.rows[0]!).day;
      find({
        message: 'missing',
        params: { count: gap.length, days: daysWritten(gap) },
        unit,
        start: date.start,
        end: date.end,
        related: [
          ...(before && after ? [{ message: 'next', unit, start: after.day.date.start, end: after.day.date.end }] : []),
          { message: 'head', unit, ...head },
        ],
        fixes: () =>
          !own || gap.length > mostRowsAdded || isSentence(itinerary) ? [] : [addedRows(unit, told.rows, gap)],
      });
    }
  },
};
