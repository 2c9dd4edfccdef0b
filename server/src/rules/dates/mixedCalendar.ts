import type { DateExpression } from '../../report/model/dates';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { rocOffset } from '../../text/calendar';
import type { Line, Place } from '../../report/model/line';
import type { CoverUnit } from '../../report/model/units';
import { relatedPlaces } from '../engine/occurrences';
import type { Example, ReportRule, RulePage } from '../engine/rule';

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

function datesOf({ text, facts }: Line): readonly Dated[] {
  const found: Dated[] = [];
  for (const date of facts.dates) {
    const { calendar, start, end } = date;
    if (!isPlainDate(date) || calendar === undefined || isPublication(text, start)) continue;
    // Who writes 西元 says which calendar it is.
    if (calendar === 'ad' && /^(?:西元|公元)/.test(text.slice(start, end))) continue;
    found.push({ calendar, year: date.from.year!, start, end });
  }
  return found;
}

/** Whether a line's date stands in the report's title, which holds the name of an event: 「2025 年 6 月例會」. */
function isInTitle(cover: CoverUnit | undefined, line: Line, date: Span): boolean {
  const title = cover?.cover.title;
  const offset = title && cover.startOf(line);
  return offset !== undefined && contains(title!, shifted(date, offset));
}

export const rule: ReportRule<Dated> = {
  per: 'report',
  notes: { per: 'line', only: { holding: ['date'] }, read: datesOf },
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
    const dates = notes.filter(({ unit, note }) => !isInTitle(cover, unit, note));
    const ad = dates.filter(({ note }) => note.calendar === 'ad').map(({ unit, note }) => ({ ...note, unit }));
    const [first, ...others] = ad;
    if (!first || dates.length - ad.length <= ad.length) return;
    find({
      message: ad.length > 1 ? 'many' : 'one',
      params: { count: ad.length },
      unit: first.unit,
      start: first.start,
      end: first.end,
      related: relatedPlaces(others, 'other'),
      fixes: () => [{ title: 'convert', safety: 'review', edits: ad.flatMap(inRoc) }],
    });
  },
};

/** The edit that writes the year of a date by the ROC calendar. */
function inRoc({ unit, start, end, year }: Dated & Place): readonly (Place & { readonly text: string })[] {
  const written = String(year);
  const at = unit.text.slice(start, end).indexOf(written);
  if (at < 0) return [];
  return [{ unit, start: start + at, end: start + at + written.length, text: String(year - rocOffset) }];
}

/* @__NO_SIDE_EFFECTS__ */
const report = (text: string): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n報告日期：113年9月11日\n壹、目的\n${text}\n`;

export const examples: readonly Example[] = [
  { in: 'report', text: report('會議於⟦2024年8月18日⟧舉行。'), fixed: report('會議於113年8月18日舉行。') },
  { in: 'report', text: report('倡議自⟦2023年11月⟧起推動。'), fixed: report('倡議自112年11月起推動。') },
  { in: 'report', text: report('資料統計至⟦2024/06/30⟧。') },
  {
    in: 'report',
    text: report('出席2024年APEC第三次資深官員會議，2025年由韓國主辦。'),
    note: { 'zh-TW': '活動名稱中的西元年', en: 'AD years in names of events' },
  },
  {
    in: 'report',
    text: `出國報告（出國類別：開會）\n參加競爭委員會2025年6月例會報告\n${report('會議於113年8月18日舉行。')}`,
    note: { 'zh-TW': '報告名稱中的活動名稱', en: 'The name of an event in the title' },
  },
  {
    in: 'report',
    text: report('會議於113年8月18日舉行。\n何○○，〈參審制〉，《法學論叢》，第41卷特刊，2012年11月，頁1189。'),
    note: { 'zh-TW': '書目的出版日期', en: 'When a book was published' },
  },
  { in: 'report', text: report('協定於西元2018年12月30日生效。') },
  {
    in: 'report',
    text: '壹、目的\n會議於2024年8月18日至20日舉行，2024年9月提出報告。\n',
    note: { 'zh-TW': '全文都用西元', en: 'AD throughout' },
  },
];

export const page: RulePage = {
  explanation:
    '公文以國曆記日。報告的日期以國曆為主時，夾雜的西元日期容易讓讀者換算錯誤。全文只提出一次，列出其他各處。',
  leavesAlone:
    '只有年份的西元年多為活動名稱（2024年APEC），不提出；報告名稱中的日期、書目的出版日期、寫明「西元」的日期、與國曆並列的年份，以及全文以西元為主的報告，也不提出。',
  summary:
    'In a report that dates by the ROC calendar, plain AD dates are pointed out once. Years alone, dates marked 西元, dates of publications and reports that use AD throughout are left alone.',
};
