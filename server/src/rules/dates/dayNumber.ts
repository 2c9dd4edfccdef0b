import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression, DatePoint } from '../../report/model/dates';
import type { Line } from '../../report/model/line';
import { dayInPeriod, periodOf, roughPeriodOf } from '../../report/queries/period';
import type { Period } from '../../report/queries/period';
import { textOf } from '../../report/queries/read';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../../text/calendar';
import { parseCount } from '../../text/numerals';
import { beginsSentence } from '../../report/queries/toldDays';
import type { Span } from '../../text/span';
import type { ReportDiscovery, ReportRule } from '../engine/rule';
import { rocDate } from './writing';

const ordinal = '第(\\d{1,3}|[一二三四五六七八九十百]{1,5}) ?[天日]|day[ -]?(\\d{1,2})|(首)[日天]';
/** 第三天（5月29日）, 抵達第4日即11月7日: the number right before its date. */
const before = new RegExp(
  `(?<what>\\p{Script=Han}{0,4})(?:${ordinal})(?:行程|活動|課程|議程)?[\\s（(：:｜|，即為是亦也就正]{0,5}$`,
  'iu',
);
/** 9月11日（三）\t第4天, | 4月18日（五） | Day 3 |, 5月20日為年會首日: the number right behind it. */
const behind = new RegExp(
  `^ ?(?:[（(][^（）()]{1,6}[）)])?(?:[\\s：:｜|，（(為是即亦適已]|也就是|[上下]午|中午|晚間|清晨|當[天日]){0,6}(?<what>\\p{Script=Han}{0,4})(?:${ordinal})(?!\\d)`,
  'iu',
);
/** A row of a table that begins with a number: 3\t5月20日. */
const rowNumber = /^[\s|｜]{0,6}(\d{1,2})[\s|｜]{1,6}$/;
/** The head of the column in which such numbers are days. */
const dayColumn = /(?:[日天][次數別]|日程|day)[ *]{0,2}[\t|｜\u3000]/i;
/** What has days of its own: 會議第2天, 研討會第二天, 抵德第3日. */
const event = /[會展覽議壇程練習動營賽期訓典屆畫案]之?$|抵.?後?$/;
/** The journey itself, counted from the day on which it began. */
const journey = phrasePattern`(?:出[訪差]|離[臺台國]|[此本][行趟]|${'journey'})[之的]?$`;
/** So far before and behind a date its number is looked for. */
const reach = 18;
/** What begins on a date: 於5月20日開幕, 自5月20日起. */
const begins = phrasePattern`^(?:[（(][^（）()]{1,6}[）)])?\s*(?:[^，。；\d]{0,8}(?:\d{1,2} ?(?:[時:：] ?(?:\d{2} ?分?)?(?:許|正)?)?)?${'opening'}|起)`;
/** Right before a day on which it was to begin, and did not. */
const planned = phrasePattern`原[定訂擬本先]|${'rescheduled'}`;
/** What follows the date before it, or ends with it. */
const next = /[次翌隔][日天][（(]$/;
const last = /(?:最後一[日天]|末日|閉幕日)[（(]$/;

/** A day that is numbered and dated. */
interface NumberedDay {
  readonly kind: 'number' | 'row' | 'journey';
  readonly number: number;
  readonly date: DateExpression;
  /** Of what the days are counted, where that is no more than a part of the journey: 會議. */
  readonly event: string;
  /** The days on which something begins of which the same line has told before. */
  readonly openings: readonly DatePoint[];
  /** Whether the line tells of the same event there, or names none. */
  readonly isOfOpening: boolean;
}

/** The first day of something, or a day that stands so many days behind another one. */
interface RelatedDay {
  readonly kind: 'opening' | 'next' | 'last';
  readonly date: DateExpression;
  readonly to: DatePoint;
}

/** A day that a line begins with, or one that a line below it numbers: 10月17日（四）海牙, 行程第五天，參訪檔案館. */
interface HeadDay {
  readonly kind: 'head';
  readonly date: DateExpression;
}
interface BelowHead extends Span {
  readonly kind: 'below';
  readonly number: number;
}

type DayNote = NumberedDay | RelatedDay | HeadDay | BelowHead;

const belowHead = phrasePattern`^\s*(?:[此本][行趟]|(?:本次)?(?:[行旅]程|${'visit'}|${'study'}))[的之]?第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[天日]`;

function dayNotesOf({ text, facts, zone, surroundings }: Line): readonly DayNote[] {
  if (zone === 'cover' || zone === 'contents') return [];
  const found: DayNote[] = [];
  const below = facts.dates.length === 0 ? belowHead.exec(text) : null;
  if (below) return [{ kind: 'below', number: parseCount(below[1]!), start: 0, end: below[0].length }];
  const [head] = facts.dates;
  if (head?.from.day !== undefined && beginsSentence(text, head.start) && !facts.shape.endsSentence)
    found.push({ kind: 'head', date: head });
  const isRow = surroundings.inside === 'itinerary';
  const openings: DatePoint[] = [];
  let earlier: DateExpression | undefined;
  /** Of what the line has counted days before. */
  let counted = '';
  for (const date of facts.dates) {
    if (date.from.day === undefined) continue;
    const words = text.slice(Math.max(0, date.start - reach), date.start);
    const rest = text.slice(date.end, date.end + reach);
    if ((date.to || begins.test(rest)) && !planned.test(words)) {
      openings.push(date.from);
      found.push({ kind: 'opening', date, to: date.from });
    } else if (earlier && next.test(words)) found.push({ kind: 'next', date, to: earlier.to ?? earlier.from });
    else if (earlier?.to && last.test(words)) found.push({ kind: 'last', date, to: earlier.to });
    const match = date.to ? null : (before.exec(words) ?? behind.exec(rest));
    const row = match || date.to || !isRow ? null : rowNumber.exec(text.slice(0, date.start));
    if (row) found.push({ kind: 'row', number: Number(row[1]), date, event: '', openings: [], isOfOpening: false });
    if (match) {
      const { what = '' } = match.groups!;
      const number = match[4] ? 1 : parseCount(match[2] ?? match[3]!);
      const isJourney = journey.test(what);
      const own = !isJourney && event.test(what) ? what.replace(/之$/, '').slice(-2) : what === '' ? counted : '';
      if (!isRow) counted = own;
      const kind = isJourney ? 'journey' : 'number';
      const isOpened = openings.length > 0 && !isRow && !isJourney;
      const isOfOpening = isOpened && (own === '' || text.indexOf(own) !== text.lastIndexOf(own));
      found.push({ kind, number, date, event: own || (isOpened ? '會期' : ''), openings: [...openings], isOfOpening });
    }
    earlier = date;
  }
  return found;
}

/** So many days that count from one day say which day that is. */
const fewestAgreeing = 2;

interface PlacedDay extends NumberedDay {
  readonly unit: Line;
  /** As a day of the calendar's count. */
  readonly day: number;
  /** The days on which what is counted may begin, where that is told without a number. */
  readonly begun: readonly number[];
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

/** Whether a Saturday or Sunday lies between two days. */
function hasWeekend(from: number, to: number): boolean {
  for (let each = from + 1; each < to; each++) if (weekdayOf(dateOfDayNumber(each)) % 6 === 0) return true;
  return false;
}

/** The day on which what is counted begins, where it is another than the one that it is counted from. */
function openingMissed(each: PlacedDay, firstDays: ReadonlySet<number>): number | undefined {
  const { day, begun, number, isOfOpening } = each;
  const counted = originOf(each) + 1;
  const opening = begun.at(-1);
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
      if ('to' in note) {
        if (note.kind === 'opening') {
          if (day >= first && day <= dayNumber(period.to)) openings.add(day);
          continue;
        }
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
        days.push({ unit, ...note, day, begun: note.openings.flatMap((point) => dayOf(point) ?? []) });
      }
    }
    const own = [...openings].filter((day) => day !== first);
    const placed = days.map((each) => ({ ...each, begun: each.begun.length > 0 || own.length > 1 ? each.begun : own }));
    const known = countOf(placed.map(originOf));
    const firstDays = new Set([first, ...openings]);
    for (const series of seriesOf(placed)) checkDays(series, period, known, firstDays, find);
  },
};
