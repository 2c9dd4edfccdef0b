import { Trait } from '../../report/scan/traits';
import { zoneAt } from '../../report/queries/read';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { Rule } from '../engine/rule';
import type { TextEdit } from '../../text/edit';
import { fixesOfEdits, mostRelated } from '../slips';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';

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
      fixes: () => fixesOfEdits(edits, { title: 'delete', safety: 'safe' }),
    });
  },
};
