import { coverField, datesIn, dayOf, endWithoutDay, endWithoutYear } from '../../report/queries/period';
import type { CoverField } from '../../report/model/parts';
import type { DateExpression } from '../../report/model/dates';
import type { Span } from '../../text/span';
import type { ReportRule, RuleFix } from '../engine/rule';
import type { Place } from '../../report/model/line';
import type { CoverUnit } from '../../report/model/units';
import { dayNumber, rocOffset } from '../../text/calendar';

/** What is left out of `date`, in the order it is written. */
function missing(date: DateExpression): 'year' | 'month' | 'day' | undefined {
  const { year, month, day } = date.from;
  return year === undefined ? 'year' : month === undefined ? 'month' : day === undefined ? 'day' : undefined;
}

/** The year that the cover's other date gives: a report is written after the journey, within a year. */
function yearOf(
  cover: CoverUnit,
  id: 'period' | 'report-date',
  date: DateExpression,
  other: DateExpression,
): readonly RuleFix<Place>[] {
  const known = dayOf(id === 'period' ? other.from : (other.to ?? other.from));
  const { month, day } = (id === 'period' ? date.to : undefined) ?? date.from;
  if (!known || other.calendar === undefined || month === undefined || day === undefined) return [];
  const inYear = (year: number): number => dayNumber({ year, month, day });
  const year =
    id === 'period'
      ? inYear(known.year) <= dayNumber(known) ? known.year : known.year - 1
      : inYear(known.year) >= dayNumber(known) ? known.year : known.year + 1; // prettier-ignore
  const written = String(year - (other.calendar === 'roc' ? rocOffset : 0));
  const [, joint] = /^\d{1,2}( ?)月/.exec(cover.text.slice(date.start, date.end)) ?? [];
  if (joint === undefined) return [];
  const text = `${written}${joint}年${joint}`;
  const { start } = date;
  const edits = [{ unit: cover, start, end: start, text }];
  return [{ title: 'addYear', params: { year: written }, safety: 'review', edits }];
}

/** Figures that should be a date and are none that can be read: 114504, 0504. A year alone may stand so: 2025年, 2025/. */
const runTogether = /(?<![\d/.-])(?!(?:19|20)\d{2} ?[年/.-])\d{4,8}(?!\d)/;
/** Year and month in figures, and no day: 114.11., 114/5/. */
const withoutDay = /^(?:中華民國|民國|西元)?\s*\d{2,4}\s?[./／-]\s?\d{1,2}\s?[./／-]?\s*$/;
const inBrackets = /[（(][^（）()]*[）)]/g;

/** Whether a value has figures run together that belong to no date that can be read. */
function isUnreadable(cover: CoverUnit, { value }: CoverField): boolean {
  const { text } = cover;
  let rest = text.slice(value.start, value.end);
  for (const { from, start, end } of datesIn(cover, value))
    if (from.month !== undefined && from.day !== undefined)
      rest = rest.slice(0, start - value.start) + '日'.repeat(end - start) + rest.slice(end - value.start);
  return runTogether.test(rest.replace(inBrackets, ''));
}

/** A month that was never written, where day or mark follow: 112年　月12日. */
const withoutMonth = /\d{2,4} ?年[ \u3000]{1,8}月[ \u3000]{0,8}\d{0,2} ?日?/g;

/** Dates of the cover outside its fields whose month was never written. */
function datesWithoutMonth({ text, cover }: CoverUnit): readonly Span[] {
  const fields = cover.fields.filter(({ id }) => id === 'period' || id === 'report-date');
  return [...text.slice(cover.start, cover.end).matchAll(withoutMonth)]
    .map(({ 0: words, index }) => ({ start: cover.start + index, end: cover.start + index + words.length }))
    .filter(({ start }) => !fields.some(({ value }) => value.start <= start && start < value.end));
}

/** Dates of the cover outside its fields whose day was never written: 中華民國113年12月　日, 核定日期：114年7月　日. */
function unfinishedDates(cover: CoverUnit): readonly Span[] {
  const fields = (['period', 'report-date'] as const).flatMap((id) => coverField(cover, id) ?? []);
  return datesIn(cover, cover.cover).filter(
    ({ from, start, end }) =>
      from.day === undefined &&
      from.month !== undefined &&
      cover.text[end - 1] === '日' &&
      !fields.some(({ value }) => value.start <= start && end <= value.end),
  );
}

export const rule: ReportRule = {
  per: 'report',
  id: 'dates/incomplete',
  title: { 'zh-TW': '封面日期不完整', en: 'Incomplete date on the cover' },
  severity: 'error',
  source: '行政院及所屬各機關出國報告綜合處理要點附件一（封面：出國期間、報告日期）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    year: {
      'zh-TW': '封面日期缺少年份，請寫成完整的年、月、日。',
      en: 'The date on the cover has no year; write year, month and day.',
    },
    month: {
      'zh-TW': '封面日期缺少月份，請寫成完整的年、月、日。',
      en: 'The date on the cover has no month; write year, month and day.',
    },
    day: {
      'zh-TW': '封面日期缺少日，請寫成完整的年、月、日。',
      en: 'The date on the cover has no day; write year, month and day.',
    },
    unreadable: {
      'zh-TW': '封面日期的數字相連，讀不出年、月、日，請寫成如「114年5月4日至5月9日」。',
      en: 'The figures of this date run together and can’t be read; write year, month and day.',
    },
    nextYear: {
      'zh-TW': '出國期間跨年，結束日沒有寫年份，請寫明是 {year} 年。',
      en: 'The period runs over the turn of the year, and its end has no year; write {year}.',
    },
    addYear: { 'zh-TW': '補上年份：{year} 年', en: 'Add the year: {year}' },
  },
  check: ({ cover }, _notes, _context, find) => {
    if (!cover) return;
    for (const { start, end } of unfinishedDates(cover)) find({ message: 'day', unit: cover, start, end });
    for (const { start, end } of datesWithoutMonth(cover)) find({ message: 'month', unit: cover, start, end });
    for (const id of ['period', 'report-date'] as const) {
      const field = coverField(cover, id);
      if (field && isUnreadable(cover, field)) {
        find({ message: 'unreadable', unit: cover, ...field.value });
        continue;
      }
      if (field && withoutDay.test(cover.text.slice(field.value.start, field.value.end))) {
        find({ message: 'day', unit: cover, ...field.value });
        continue;
      }
      const [first] = field ? datesIn(cover, field.value) : [];
      const end = first && endWithoutYear(cover.text, first);
      if (end) {
        const { year, span } = end;
        const { start } = span;
        const edits = [{ unit: cover, start, end: start, text: `${year}年` }];
        const fixes = () => [{ title: 'addYear', params: { year }, safety: 'review', edits }] as const;
        find({ message: 'nextYear', params: { year }, unit: cover, ...span, fixes });
      }
      const unfinished = field && id === 'period' ? endWithoutDay(cover, field) : undefined;
      if (unfinished) find({ message: 'day', unit: cover, start: unfinished.start, end: unfinished.end });
      const lacks = first && missing(first);
      if (!lacks) continue;
      const fixes = (): readonly RuleFix<Place>[] => {
        const other = coverField(cover, id === 'period' ? 'report-date' : 'period');
        const [known] = other ? datesIn(cover, other.value) : [];
        return lacks === 'year' && known ? yearOf(cover, id, first, known) : [];
      };
      find({ message: lacks, unit: cover, start: first.start, end: first.end, fixes });
    }
  },
};
