import { Trait } from '../../report/scan/traits';
import { zoneAt } from '../../report/read';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { Example, Rule, RulePage, TextEdit } from '../rule';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';

const mostRelated = 20;
/** Prose has at least so many units; shorter lines may set words apart for the eye: 摘　要, 王　小明. */
const prose = 25;

/** A mark that ends a clause, with blanks behind it. */
const stop = /[。！？；，] +/g;

/** Where blanks stand between two Chinese characters of prose, or behind a mark that has its own room. */
const reader: LineReader<Span> = {
  lines: { traits: Trait.HanSpacing },
  read: (words, { content, shape }) => {
    const blanks: Span[] = [];
    if (shape.cells.length > 0 || shape.label || shape.marks > 0) return blanks;
    for (const { 0: found, index } of words.matchAll(stop))
      if (index + found.length < content.end) blanks.push({ start: index + 1, end: index + found.length });
    // Lists of names and titles have no stops.
    if (content.end - content.start < prose || !/[，。；]/.test(words)) return blanks;
    for (const { index } of words.matchAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g))
      if (index >= shape.title.start) blanks.push({ start: index, end: index + 1 });
    return blanks.sort((a, b) => a.start - b.start);
  },
};

export const rule: Rule = {
  id: 'typography/han-spacing',
  title: { 'zh-TW': '中文字間或標點後有空白', en: 'Blank between Chinese characters or behind a mark' },
  severity: 'information',
  source: '文書處理手冊（公文橫書格式）；標點符號用法表',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: {
      'zh-TW': '中文字之間或標點之後有多餘的空白。',
      en: 'There is a blank between Chinese characters or behind a mark.',
    },
    many: {
      'zh-TW': '中文字之間或標點之後有多餘的空白（全文 {count} 處）。',
      en: 'There are blanks between Chinese characters or behind marks ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去多餘的空白', en: 'Delete the blanks' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    const edits: TextEdit[] = [];
    forEachNote(report, reader, (blank, offset) => {
      const { start, end } = shifted(blank, offset);
      const zone = zoneAt(report, start);
      if (zone !== 'cover' && zone !== 'contents')
        edits.push({ start, end, expected: report.text.slice(start, end), text: '' });
    });
    const [first, ...others] = edits;
    if (!first) return;
    find({
      message: others.length > 0 ? 'many' : 'one',
      params: { count: edits.length },
      start: first.start,
      end: first.end,
      related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: 'other', start, end })),
      fixes: () => [{ title: 'delete', safety: 'safe', edits }],
    });
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '本次會議討論數位貿易⟦ ⟧及永續發展等議題，會員均表示支持本案。',
    fixed: '本次會議討論數位貿易及永續發展等議題，會員均表示支持本案。',
  },
  { in: 'body', text: '（一）我國⟦ ⟧由數位發展部及國家發展委員會派員與會，並於會中發言。' },
  { in: 'body', text: '多數會員認為應採取較靈活以原則⟦ ⟧為基礎之治理方式，以因應科技之發展。' },
  {
    in: 'body',
    text: '會議於下午結束。⟦ ⟧各會員代表均表滿意。',
    fixed: '會議於下午結束。各會員代表均表滿意。',
  },
  { in: 'body', text: '我國表示支持，⟦ ⟧並提案。' },
  { in: 'body', text: '會議於下午結束。 ' },
  {
    in: 'body',
    text: '一、 本次參加會議注意到數項國際間重視的新興數位議題及會員的因應作法。',
    note: { 'zh-TW': '編號後的空白', en: 'The blank behind a number' },
  },
  { in: 'body', text: '目　的' },
  { in: 'body', text: '與會人員：王小明 組長、李大華 副組長、陳美玲 科長、張志豪 專員、林雅婷 科員' },
  { in: 'body', text: '8月18日\t出席會議 及研討會，並與各會員代表進行雙邊會談與意見交流' },
];

export const page: RulePage = {
  explanation:
    '中文字之間不空格，全形標點自有寬度，後面也不空格。內文裡的空白多半是從 PDF 貼上時留下的，會使搜尋與字數統計不準。全文只提出一次。',
  leavesAlone: '封面、目次、表格、標題，以及編號後面與「目　的」這種為了對齊的空白不提出。',
  summary:
    'There are no blanks between Chinese characters in prose, nor behind full-width marks, which have their own room. Covers, tables, headings and blanks behind numbers are left alone; one finding for the whole report.',
};
