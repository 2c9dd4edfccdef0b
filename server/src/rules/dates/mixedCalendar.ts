import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression } from '../../report/model/dates';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { rocOffset } from '../../text/calendar';
import type { Line, Place } from '../../report/model/line';
import type { CoverUnit } from '../../report/model/units';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import { fixesOfOccurrences, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** In front of a date: somebody of another country speaks. */
const ofOthers = phrasePattern`代表.{0,4}${'speech'}|該[國地市]`;

/** Behind a year: which session of that year it was, 114年第2次會議. */
const ofYear = /^年? ?第 ?[一二三四五六七八九十\d]{1,3} ?[次屆]/;

/**
 * Whether a year without a month counts the sessions of a body. Other years alone are usually part of an event's name
 * (2024年APEC, APEC 2024年第3次會議) or told of abroad.
 */
function countsSessions(text: string, { from, start, end }: DateExpression): boolean {
  return (
    from.month === undefined && ofYear.test(text.slice(end, end + 10)) && !/[a-z」』]\s*$/i.test(text.slice(0, start))
  );
}

/** Around a year alone that only says when something was done: （民國52年），於2016年經整建. */
const saysWhen = /(?:^|[，。；（(])[並又嗣後]?[於自]\s?$/;
/** In front of a year alone: when the next session will be, 下一屆會議將於. */
const nextSession = /下一?[屆次][^，。；]{0,10}[將訂定預計]{0,2}[於在]\s?$/;
const reach = 20;
const eventOfYear = new RegExp(
  phrasePattern`^\s?(?:[a-z「《〈『第全世亞國]|[^，。；]{0,12}(?:奧運|世博|賽|${'gathering'}))`,
  'iu',
);
/** A year of the ROC that is said to be one. */
const rocYear = /民國\s?(?:\d{1,3}|[一二三四五六七八九十]{1,4})\s?年/;

/** Whether a year alone tells of what was done in a sentence that dates by the ROC calendar besides. */
function tellsBeside(text: string, { from, start, end, calendar }: DateExpression): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  return (
    calendar === 'ad' &&
    from.month === undefined &&
    (saysWhen.test(text.slice(Math.max(0, start - 4), start)) || nextSession.test(before)) &&
    !eventOfYear.test(text.slice(end, end + 20)) &&
    (rocYear.test(sentenceAround(text, { start, end })) || nextSession.test(before))
  );
}

/** Behind the title of a publication, between commas: its volume and number, who published it. */
const imprint = /^(?:第?[\d一二三四五六七八九十]{1,4}[卷期冊版號]\S{0,6}|\S{0,8}(?:出版社?|書局|印行)|自版)?$/;

/** Whether the date is that of a publication: 《法學論叢》，第41卷特刊，2012年11月. */
function isPublication(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 48), at);
  const title = Math.max(before.lastIndexOf('》'), before.lastIndexOf('〉'));
  if (title < 0) return false;
  const between = before.slice(title + 1).split(/[，,、（(]/);
  return between.length > 1 && between.every((part) => imprint.test(part.trim()));
}

/** What is further back than so many years is history, which abroad is dated by AD. */
const ofHistory = 20;

/** A date that is to be written in one calendar. */
interface DateWithCalendar extends Span {
  readonly calendar: 'roc' | 'ad';
  readonly year: number;
  /** Whether it is a year alone, which counts the sessions of a body. */
  readonly isSession: boolean;
}

function datesOf({ text, facts }: Line): readonly DateWithCalendar[] {
  const found: DateWithCalendar[] = [];
  for (const date of facts.dates) {
    const { calendar, start, end } = date;
    if (date.from.year === undefined || date.otherYear !== undefined || calendar === undefined) continue;
    const isSession = countsSessions(text, date);
    if (date.from.month === undefined && !isSession && !tellsBeside(text, date)) continue;
    if (isPublication(text, start)) continue;
    // What others said of their country keeps their calendar.
    if (ofOthers.test(wordsBefore(text, start, '。'))) continue;
    // Who writes 西元 says which calendar it is.
    if (date.from.year <= rocOffset) continue; // before there was an ROC calendar
    if (calendar === 'ad' && /^(?:西元|公元)/.test(text.slice(start, end))) continue;
    found.push({ calendar, year: date.from.year, isSession, start, end });
  }
  return found;
}

/** Whether a line's date stands in the report's title, which holds the name of an event: 「2025 年 6 月例會」. */
function isInTitle(cover: CoverUnit | undefined, line: Line, date: Span): boolean {
  const title = cover?.cover.title;
  const offset = title && cover.startOf(line);
  return offset !== undefined && contains(title!, shifted(date, offset));
}

export const rule: ReportRule<DateWithCalendar> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['date'] }, read: datesOf },
  id: 'dates/mixed-calendar',
  title: { 'zh-TW': '國曆報告中使用西元日期', en: 'AD date in an ROC report' },
  severity: 'hint',
  source: '文書處理手冊第20點（公文以國曆為準；外文或譯文得用西元）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    one: {
      'zh-TW': '全文以國曆記日，這裡用了西元年份，請統一。',
      en: 'The report dates by the ROC calendar; this date uses an AD year.',
    },
    many: {
      'zh-TW': '全文以國曆記日，這裡用了西元年份（共 {count} 處），請統一。',
      en: 'The report dates by the ROC calendar; this date uses an AD year ({count} in all).',
    },
    other: { 'zh-TW': '這裡也用西元年份', en: 'Another AD date' },
    convert: { 'zh-TW': '將西元年份改為國曆', en: 'Change the AD years to ROC years' },
  },
  check: ({ cover }, notes, _context, find) => {
    // Who counts the sessions of a year by the ROC calendar once, does so everywhere.
    const rocSessions = notes.some(({ note }) => note.isSession && note.calendar === 'roc');
    const newest = Math.max(...notes.map(({ note }) => note.year));
    const dates = notes.filter(({ unit, note }) => (!note.isSession || rocSessions) && !isInTitle(cover, unit, note));
    const all = dates.filter(({ note }) => note.calendar === 'ad').map(({ unit, note }) => ({ ...note, unit }));
    const ad = all.filter(({ year }) => year > newest - ofHistory);
    const [first, ...others] = ad;
    if (!first || dates.length - all.length <= all.length) return;
    find({
      message: ad.length > 1 ? 'many' : 'one',
      params: { count: ad.length },
      unit: first.unit,
      start: first.start,
      end: first.end,
      related: relatedPlaces(others, 'other'),
      fixes: () =>
        fixesOfOccurrences(
          ad.map((place) => ({ ...place, edits: inRoc(place) })).filter(({ edits }) => edits.length > 0),
          { title: 'convert', safety: 'review' },
        ),
    });
  },
};

/** The edit that writes the year of a date by the ROC calendar. */
function inRoc({ unit, start, end, year }: DateWithCalendar & Place): readonly (Place & { readonly text: string })[] {
  const written = String(year);
  const at = unit.text.slice(start, end).indexOf(written);
  if (at < 0) return [];
  return [{ unit, start: start + at, end: start + at + written.length, text: String(year - rocOffset) }];
}
