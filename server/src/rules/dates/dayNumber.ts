import type { DatePoint } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, periodOf, roughPeriodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../../text/calendar';
import type { ReportDiscovery, ReportRule } from '../engine/rule';
import { dayColumn, dayNotesOf } from './numberedDays';
import type { DayNote, HeadDay, NumberedDay } from './numberedDays';
import { rocDate } from './writing';

/** So many days that count from one day say which day that is. */
const fewestAgreeing = 2;

interface PlacedDay extends NumberedDay {
  readonly unit: Line;
  /** As a day of the calendar's count. */
  readonly day: number;
  /** The days on which what is counted may begin, where that is told without a number. */
  readonly begun: readonly number[];
  /** The one of them that it is held against. */
  readonly opening: number | undefined;
}

/** The day before the one that a day is counted from. */
function originOf({ day, number }: PlacedDay): number {
  return day - number;
}

function countOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Days further from the first day of a series are none of it. */
const longestSeries = 14;

/** Whether a day is not the one that it is behind the first day of its series. */
function isOff(each: PlacedDay, opening: PlacedDay): boolean {
  const gap = each.day - opening.day;
  return gap > 0 && gap <= longestSeries && gap !== each.number - 1;
}

/** The days in their series: a first day begins another one, of the journey or of the same event. */
function seriesOf(days: readonly PlacedDay[]): readonly (readonly PlacedDay[])[] {
  const open = new Map<string, PlacedDay[]>();
  const all: PlacedDay[][] = [];
  for (const each of days) {
    let series = open.get(each.event);
    if (!series || (each.number === 1 && series[0]!.day !== each.day)) {
      open.set(each.event, (series = []));
      all.push(series);
    }
    series.push(each);
  }
  return all;
}

/** Whether the days from `begun` to `day` are so many once those of weekends are left out. */
function restsAtWeekends({ day, number }: PlacedDay, begun: number): boolean {
  let count = 0;
  for (let each = begun; each <= day; each++) if (weekdayOf(dateOfDayNumber(each)) % 6 !== 0) count++;
  return count === number;
}

/** A day of the calendar's count on which something may have begun. */
interface Beginning {
  readonly unit: Line;
  readonly day: number;
  /** The last day that is told with it. */
  readonly to: number;
  /** Whether it is no more than a row of 行程. */
  readonly isRow: boolean;
  readonly words: string;
}

/** Words for what is told under several names, and what names one of the kind: 會議 may be 年會 or 論壇. */
const kinds: readonly (readonly [event: RegExp, named: RegExp])[] = [
  [/[會壇]|議程/, /(?<!拜)會(?![面談晤見前])|論壇/],
  [/課程|訓練|研習|受訓|研修/, /課|訓|研[習修]/],
  [/展/, /展/],
];
/** What is done on the day before the first one. */
const dayBefore = /報到|註冊|會前|抵達/;
/** The end of a name that is no longer may be of many: 會議, 課程. */
const generic = 2;

/** The days on which what `each` is of may begin, by the nearest name that is told of any, and the one that it is held against. */
function beginningsOf(
  { event, name: full, unit, day, number }: PlacedDay,
  days: readonly Beginning[],
): Pick<PlacedDay, 'begun' | 'opening' | 'isOfOpening'> {
  const name = full || event;
  const others = days.filter((other) => other.unit !== unit);
  let named: readonly Beginning[] = [];
  let length = name.length + 1;
  while (named.length === 0 && --length >= generic) {
    const end = name.slice(-length);
    named = others.filter(({ words }) => words.includes(end));
  }
  const [, words] = kinds.find(([event]) => event.test(name)) ?? [];
  const ofKind = words ? others.filter((each) => words.test(each.words)) : [];
  if (named.length === 0) named = ofKind;
  // Rows of one name that follow one another are one meeting; of 會議 each may be another.
  const isOne = length > generic;
  const isTold = (at: number): boolean => named.some((other) => other.day <= at && other.to >= at);
  const begun = named.filter((each) => !isOne || !each.isRow || !isTold(each.day - 1));
  // Where a day is later than its number, what is told as the opening may have been the day before it.
  const isSure = (each: Beginning): boolean =>
    day - each.day < number ||
    each.to >= day ||
    (each.unit.surroundings.inside === 'itinerary' ? isTold(day - 1) : !dayBefore.test(each.words));
  const opening = begun
    .filter((each) => (isOne || !each.isRow) && each.day <= day && isSure(each))
    .reduce<number | undefined>((latest, each) => Math.max(latest ?? each.day, each.day), undefined);
  // What begins under another name may be the same.
  const all = [...begun, ...ofKind.filter(({ isRow }) => !isRow)];
  return { begun: all.map((each) => each.day), opening, isOfOpening: true };
}

/** Whether a Saturday or Sunday lies between two days. */
function hasWeekend(from: number, to: number): boolean {
  for (let each = from + 1; each < to; each++) if (weekdayOf(dateOfDayNumber(each)) % 6 === 0) return true;
  return false;
}

/** The day on which what is counted begins, where it is another than the one that it is counted from. */
function openingMissed(each: PlacedDay, firstDays: ReadonlySet<number>): number | undefined {
  const { day, begun, number, opening, isOfOpening } = each;
  const counted = originOf(each) + 1;
  if (opening === undefined || begun.includes(counted) || (!isOfOpening && firstDays.has(counted))) return undefined;
  const gap = day - opening;
  return gap >= 0 && gap <= longestSeries && gap !== number - 1 && !restsAtWeekends(each, opening)
    ? opening
    : undefined;
}

/**
 * What is wrong with the days of one series.
 * @param known how often each origin is counted from in the whole report
 * @param firstDays on which something begins by the report
 */
function checkDays(
  days: readonly PlacedDay[],
  period: Period,
  known: ReadonlyMap<number, number>,
  firstDays: ReadonlySet<number>,
  find: (discovery: ReportDiscovery) => void,
): void {
  const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
  const origins = countOf(days.map(originOf));
  const [origin, agreeing] = [...origins].reduce<readonly [number, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [0, 0],
  );
  const opening = days[0]!;
  const byDay = new Map<number, PlacedDay>();
  for (const each of days) {
    const { unit, number, date, day } = each;
    const { start, end } = date;
    const other = byDay.get(day);
    byDay.set(day, other ?? each);
    const place = { unit, start, end };
    const missed = each.event === '' ? undefined : openingMissed(each, firstDays);
    if (each.event === '' && (day < first || day > last))
      find({ message: 'outside', params: { from: rocDate(period.from), to: rocDate(period.to) }, ...place });
    else if (originOf(each) === origin && agreeing >= fewestAgreeing) continue;
    else if (missed !== undefined)
      find({
        message: 'number',
        params: { number, date: rocDate(dateOfDayNumber(missed + number - 1)) },
        ...place,
      });
    // A meeting may rest at a weekend between two of its days, and where the itinerary says so.
    else if (
      each.event !== '' &&
      originOf(each) > (agreeing >= fewestAgreeing ? origin : originOf(opening)) &&
      (unit.surroundings.inside === 'itinerary' || hasWeekend(opening.day, day))
    )
      continue;
    else if (other && other.number !== number)
      find({
        message: 'same',
        params: { other: other.number },
        ...place,
        related: [{ message: 'other', unit: other.unit, start: other.date.start, end: other.date.end }],
      });
    // Among the days of a meeting one may be counted from the first of the journey.
    else if (each.event === '' && (originOf(each) === first - 1 || known.get(originOf(each))! > 1)) continue;
    else if (agreeing >= fewestAgreeing && origins.get(originOf(each)) === 1)
      find({ message: 'number', params: { number, date: rocDate(dateOfDayNumber(origin + number)) }, ...place });
    else if (opening.number === 1 && isOff(each, opening))
      find({
        message: 'number',
        params: { number, date: rocDate(dateOfDayNumber(opening.day + number - 1)) },
        ...place,
      });
    // A number by itself counts from the day of departure, unless something begins on the next.
    else if (
      each.event === '' &&
      number > 2 &&
      originOf(each) === first &&
      days.length === 1 &&
      !firstDays.has(first + 1)
    )
      find({
        message: 'number',
        severity: 'hint',
        params: { number, date: rocDate(dateOfDayNumber(first + number - 1)) },
        ...place,
      });
    else if (day < first + number - 1 && (each.event === '' || number <= longestSeries) && period.between.length === 0)
      find({ message: 'early', params: { number, date: rocDate(dateOfDayNumber(first + number - 1)) }, ...place });
  }
}

export const rule: ReportRule<DayNote> = {
  per: 'report',
  notes: { per: 'line', read: dayNotesOf },
  id: 'dates/day-number',
  title: { 'zh-TW': '第幾天與日期不符', en: 'Day number does not fit its date' },
  severity: 'information',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（出國期間、行程）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    outside: {
      'zh-TW': '這一天不在封面的出國期間（{from}至{to}）內，請核對日期。',
      en: 'This day is outside the period on the cover ({from} to {to}); check the date.',
    },
    number: {
      'zh-TW': '依其他各天推算，第 {number} 天是{date}，請核對。',
      en: 'Counted by the other days, day {number} is {date}; check it.',
    },
    early: {
      'zh-TW': '出國第 {number} 天最早是{date}，請核對。',
      en: 'Day {number} of the trip is {date} at the earliest; check it.',
    },
    same: {
      'zh-TW': '第 {other} 天也是這個日期，請核對。',
      en: 'Day {other} has this date too; check both.',
    },
    next: {
      'zh-TW': '依前面的日期，這一天是{date}，請核對。',
      en: 'By the date before it this day is {date}; check it.',
    },
    other: { 'zh-TW': '另一天', en: 'The other day' },
  },
  check: ({ cover, itinerary }, notes, _context, find) => {
    const period = periodOf(cover) ?? roughPeriodOf(cover);
    if (!period || notes.length === 0) return;
    const first = dayNumber(period.from);
    const dayOf = (point: DatePoint): number | undefined => {
      const day = dayInPeriod(point, period);
      return day && dayNumber(day);
    };
    const hasDayColumn = itinerary !== undefined && dayColumn.test(textOf(itinerary.unit, itinerary.section));
    const days: PlacedDay[] = [];
    const openings = new Set<number>();
    const beginnings: Beginning[] = [];
    let head: HeadDay | undefined;
    for (const { unit, note } of notes) {
      if (note.kind === 'head') {
        head = note;
        continue;
      }
      if (note.kind === 'below') {
        const day = head && !head.date.to && dayOf(head.date.from);
        const date = rocDate(dateOfDayNumber(first + note.number - 1));
        if (typeof day === 'number' && day !== first + note.number - 1 && period.between.length === 0)
          find({ message: 'number', params: { number: note.number, date }, unit, start: note.start, end: note.end });
        continue;
      }
      const day = dayOf(note.date.from);
      if (day === undefined) continue;
      const place = { unit, start: note.date.start, end: note.date.end };
      if ('words' in note) {
        const { date, kind, words } = note;
        if (kind === 'opening' && day >= first && day <= dayNumber(period.to)) openings.add(day);
        const to = (date.to && dayOf(date.to)) ?? day;
        beginnings.push({ unit, day, to, isRow: kind === 'held', words });
      } else if ('to' in note) {
        const to = dayOf(note.to);
        const right = to === undefined ? day : to + (note.kind === 'next' ? 1 : 0);
        const date = rocDate(dateOfDayNumber(right));
        if (right !== day && Math.abs(right - day) <= longestSeries)
          find({ message: 'next', params: { date }, ...place });
      } else if (note.kind === 'journey' && day !== first + note.number - 1) {
        const date = rocDate(dateOfDayNumber(first + note.number - 1));
        find({ message: 'number', params: { number: note.number, date }, ...place });
      } else if (note.kind !== 'row' || hasDayColumn) {
        if (note.event !== '' && note.number === 1) openings.add(day);
        const begun = note.openings.flatMap((point) => dayOf(point) ?? []);
        days.push({ unit, ...note, day, begun, opening: begun.at(-1) });
      }
    }
    const own = [...openings].filter((day) => day !== first);
    const placed = days.map((each) => {
      if (each.begun.length > 0 || each.event === '') return each;
      // Behind the days of a meeting one may be counted from the first of the journey.
      if (each.name === '' && originOf(each) === first - 1) return { ...each, event: '' };
      const named = beginningsOf(each, beginnings);
      if (named.begun.length > 0) return { ...each, ...named };
      return own.length > 1 ? each : { ...each, begun: own, opening: own[0] };
    });
    const known = countOf(placed.map(originOf));
    const firstDays = new Set([first, ...openings]);
    for (const series of seriesOf(placed)) checkDays(series, period, known, firstDays, find);
  },
};
