import type { DateExpression } from '../../report/model';
import { contains } from '../../text/span';
import type { Span } from '../../text/span';
import { rocOffset } from '../../text/calendar';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Rule } from '../rule';

/** A date with year and month: a year alone is usually part of an event's name (2024年APEC). */
function isPlainDate(date: DateExpression): boolean {
  return date.from.year !== undefined && date.from.month !== undefined && date.otherYear === undefined;
}

/** Behind the title of a publication, between commas: its volume and number, who published it. */
const imprint = /^(?:第?[\d一二三四五六七八九十]{1,4}[卷期冊版號]\S{0,6}|\S{0,8}(?:出版|出版社|書局|印行)|自版)?$/;

/** Whether the date is that of a publication: 《法學論叢》，第41卷特刊，2012年11月. */
function isPublication(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 48), at);
  const title = Math.max(before.lastIndexOf('》'), before.lastIndexOf('〉'));
  if (title < 0) return false;
  const between = before.slice(title + 1).split(/[，,、（(]/);
  return between.length > 1 && between.every((part) => imprint.test(part.trim()));
}

/** A date that is to be written in one calendar. */
interface Dated extends Span {
  readonly calendar: 'roc' | 'ad';
  readonly year: number;
}

const reader: LineReader<Dated> = {
  lines: { holding: ['date'] },
  raw: true,
  read: (words, { dates }) => {
    const found: Dated[] = [];
    for (const date of dates) {
      const { calendar, start, end } = date;
      if (!isPlainDate(date) || calendar === undefined || isPublication(words, start)) continue;
      // Who writes 西元 says which calendar it is.
      if (calendar === 'ad' && /^(?:西元|公元)/.test(words.slice(start, end))) continue;
      found.push({ calendar, year: date.from.year!, start, end });
    }
    return found;
  },
};

export const rule: Rule = {
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
  reads: [reader],
  check: (report, _context, find) => {
    const { title } = report.cover;
    let roc = 0;
    const ad: { readonly year: number; readonly place: Span }[] = [];
    forEachNote(report, reader, ({ calendar, year, start, end }, offset) => {
      const place = { start: offset + start, end: offset + end };
      // The title of a report holds the name of an event: 「2025 年 6 月例會」.
      if (title && contains(title, place)) return;
      if (calendar === 'roc') roc++;
      else ad.push({ year, place });
    });
    const [first, ...others] = ad;
    if (!first || roc <= ad.length) return;
    find({
      message: ad.length > 1 ? 'many' : 'one',
      params: { count: ad.length },
      start: first.place.start,
      end: first.place.end,
      related: others.slice(0, 20).map(({ place }) => ({ message: 'other', start: place.start, end: place.end })),
      fixes: () => [
        {
          title: 'convert',
          safety: 'review',
          edits: ad.flatMap(({ year: value, place }) => {
            const words = report.text.slice(place.start, place.end);
            const year = String(value);
            const at = words.indexOf(year);
            return at < 0
              ? []
              : [
                  {
                    start: place.start + at,
                    end: place.start + at + year.length,
                    expected: year,
                    text: String(value - rocOffset),
                  },
                ];
          }),
        },
      ],
    });
  },
};
