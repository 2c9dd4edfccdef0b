import { phrasePattern } from '../../knowledge/phrases';
import type { DateExpression, DatePoint } from '../../report/model/dates';
import { coverField, datesIn, dayOf, endWithoutYear, longestTrip } from '../../report/queries/period';
import { scanDates } from '../../report/scan/dates';
import { dayNumber, rocOffset } from '../../text/calendar';
import type { Line, Place } from '../../report/model/line';
import type { CoverUnit } from '../../report/model/units';
import type { ReportRule, RuleFix } from '../engine/rule';

/** What may join the two days of a range, and what may stand within one of them. */
const joints = /起?[—–\-－～~至到迄─﹣−]+/g;
/** The year that begins a date, with what parts it from the month. */
const yearBefore = phrasePattern`^((?:${'our-calendar'})? ?\d{2,4} ?[年\/／.\-] ?)(?=\d{1,2} ?[月\/／.\-])`;
/** Year and month, where the last day of a range has neither. */
const monthBefore = phrasePattern`^((?:${'our-calendar'})? ?\d{2,4} ?年 ?\d{1,2} ?月 ?)(?=\d)`;

/** The days of a range of days as written; undefined where `words` are not one. */
function daysOf(words: string): { readonly from: number; readonly to: number } | undefined {
  const [date] = scanDates(words);
  if (date?.start !== 0 || date.end !== words.length) return undefined;
  const from = dayOf(date.from);
  const to = dayOf(date.to);
  return from && to && { from: dayNumber(from), to: dayNumber(to) };
}

interface Range {
  readonly first: string;
  readonly joint: string;
  readonly last: string;
}

/** The ways to read `words` as two days with a joint between; of 113-08-24-113-08-16 there are several. */
function rangesIn(words: string): readonly Range[] {
  return [...words.matchAll(joints)].map(({ index, 0: joint }) => {
    const before = words.slice(0, index).trimEnd();
    const last = words.slice(index + joint.length).trimStart();
    return { first: before, joint: words.slice(before.length, words.length - last.length), last };
  });
}

/** `words` with first and last day exchanged; what only the first one says (year, month) stays in front. */
function exchanged(words: string): readonly string[] {
  return rangesIn(words).flatMap(({ first, joint, last }) => {
    const shared = [yearBefore, monthBefore].map((pattern) => pattern.exec(first)?.[1] ?? '');
    return ['', ...shared].map((head) => head + last + joint + first.slice(head.length));
  });
}

/** `words` with the year after in its last day: 113年12月30日至113年1月5日 means January 114. */
function overTheYear(words: string, { calendar, from }: DateExpression): readonly string[] {
  if (from.year === undefined || calendar === undefined) return [];
  const year = String(from.year + 1 - (calendar === 'roc' ? rocOffset : 0));
  return rangesIn(words).map(({ first, joint, last }) => {
    const head = yearBefore.exec(first)?.[1] ?? '';
    return first + joint + head.replace(/\d+/, year) + last.slice((yearBefore.exec(last)?.[1] ?? '').length);
  });
}

/** What the author may have meant: the year after, or the two days the other way round. */
function ordered(cover: CoverUnit, date: DateExpression): readonly RuleFix<Place>[] {
  const { start, end } = date;
  const words = cover.text.slice(start, end);
  const written = daysOf(words);
  if (!written) return [];
  const { from, to } = written;
  const year = overTheYear(words, date).find((text) => {
    const days = daysOf(text);
    return days?.from === from && days.to >= from && days.to - from < longestTrip;
  });
  const exchange = exchanged(words).find((text) => {
    const days = daysOf(text);
    return days?.from === to && days.to === from;
  });
  return [
    ['year', year],
    ['exchange', exchange],
  ].flatMap(([title, text]) =>
    title !== undefined && text !== undefined
      ? [{ title, params: { text }, safety: 'review', edits: [{ unit: cover, start, end, text }] } as const]
      : [],
  );
}

/** A stretch over the turn of the year without the second year is hardly longer than so many days. */
const longestWinter = 150;
/** Years of schools begin in August and September, and are over by July. */
const schoolYear: readonly (number | undefined)[] = [8, 9];
const lastOfSchool = 7;
const yearBehindJoint = /[—–－～~至到迄─﹣−-]\s*(?:同|(?:中華民國|民國|西元)?\s?\d{2,4}\s?[年/／.-])/;

/** A range of days that ends before it begins: of one month, of two dates with their years, or with a second year left out that is far off. */
function isReversed(text: string, { from, to, start, end }: DateExpression): boolean {
  const words = text.slice(start, end);
  return to !== undefined && /[—–－～~至到迄─﹣−-]/.test(words) && isEarlier(from, to, yearBehindJoint.test(words));
}

/** Whether the day `to` is before `from`, with its year or, over the turn of the year, without. */
function isEarlier(from: DatePoint, to: DatePoint, hasYear = false): boolean {
  if (from.day === undefined || to.day === undefined) return false;
  const first = dayOf({ ...from, year: from.year ?? 2025 });
  const last = dayOf({ ...to, year: to.year ?? from.year ?? 2025 });
  if (!first || !last || dayNumber(last) >= dayNumber(first)) return false;
  if (from.month === to.month || hasYear) return true;
  // Over the turn of the year the second year may be left out.
  const length = dayNumber({ ...last, year: last.year + 1 }) - dayNumber(first);
  return (
    from.year !== undefined && length > longestWinter && !(schoolYear.includes(from.month) && to.month! <= lastOfSchool)
  );
}

/** Between two dates that are the ends of a range, each written by itself: 115年4月30日起至115年3月2日止. */
const between =
  /^\s?(?:[（(][^（）()]{1,4}[）)])?\s?(?:[之的]?日?(?:起算?|開始|生效))?[，,]?\s?(?:起?[至到迄]|[—–－～~─﹣−-]{1,2})\s?$/;
/** Who goes back in time says so: 由114年回溯至110年. */
const backwards = /[回追上]溯|倒推|往前/;

/** Two dates, of which the second is before the first; where it has no year of its own it is of the same one. */
function isBefore(first: DateExpression, second: DateExpression): boolean {
  const [{ from }, { from: to }] = [first, second];
  if (first.to || second.to || from.year === undefined) return false;
  if (to.year === undefined) return isEarlier(from, to);
  const order = [to.year - from.year, (to.month ?? 0) - (from.month ?? 0), (to.day ?? 0) - (from.day ?? 0)];
  const isAlike =
    (from.month === undefined) === (to.month === undefined) && (from.day === undefined) === (to.day === undefined);
  return (isAlike ? order.find((each) => each !== 0)! : order[0]!) < 0;
}

function reversedIn({ text, facts, zone }: Line): readonly DateExpression[] {
  if (zone === 'cover') return [];
  return facts.dates.flatMap((date, index) => {
    if (isReversed(text, date)) return [date];
    const next = facts.dates[index + 1];
    if (!next || !between.test(text.slice(date.end, next.start)) || !isBefore(date, next)) return [];
    return backwards.test(text.slice(Math.max(0, date.start - longestLead), next.end + longestLead))
      ? []
      : [{ ...date, end: next.end }];
  });
}

/** So far before a range and behind it words say which way it goes, in UTF-16 code units. */
const longestLead = 8;

export const rule: ReportRule<DateExpression> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['date'] }, read: reversedIn },
  id: 'dates/period-order',
  title: { 'zh-TW': '出國期間起訖顛倒', en: 'Period ends before it begins' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間）',
  checked: '2026-11-29',
  fix: 'review',
  messages: {
    wrong: {
      'zh-TW': '出國期間的結束日早於開始日，請更正起訖日期。',
      en: 'The period ends before it begins; correct its dates.',
    },
    range: {
      'zh-TW': '這段期間的結束日早於開始日，請更正日期。',
      en: 'This range of days ends before it begins; correct the dates.',
    },
    year: { 'zh-TW': '結束日改為次年：{text}', en: 'Let it end in the year after: {text}' },
    exchange: { 'zh-TW': '起訖對調：{text}', en: 'Exchange the two days: {text}' },
  },
  check: ({ cover }, notes, _context, find) => {
    for (const { unit, note } of notes)
      find({ message: 'range', severity: 'information', unit, start: note.start, end: note.end });
    const field = coverField(cover, 'period');
    if (!cover || !field) return;
    const [date] = datesIn(cover, field.value);
    const from = dayOf(date?.from);
    const to = dayOf(date?.to);
    if (date && from && to && dayNumber(to) < dayNumber(from) && !endWithoutYear(cover.text, date))
      find({
        message: 'wrong',
        unit: cover,
        start: date.start,
        end: date.end,
        fixes: () => ordered(cover, date),
      });
  },
};
