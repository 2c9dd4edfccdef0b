import { Trait } from '../../report/scan/traits';
import { zoneAt } from '../../report/read';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { Rule, TextEdit } from '../rule';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';

const mostRelated = 20;
/** Prose has at least so many units; shorter lines may set words apart for the eye: 摘　要, 王　小明. */
const prose = 25;

/** Where a blank stands between two Chinese characters of prose. */
const reader: LineReader<Span> = {
  lines: { traits: Trait.HanSpacing },
  read: (words, { content, shape }) => {
    const blanks: Span[] = [];
    if (content.end - content.start < prose || shape.cells.length > 0 || shape.label || shape.marks > 0) return blanks;
    // Lists of names and titles have no stops.
    if (!/[，。；]/.test(words)) return blanks;
    for (const { index } of words.matchAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g))
      if (index >= shape.title.start) blanks.push({ start: index, end: index + 1 });
    return blanks;
  },
};

export const rule: Rule = {
  id: 'typography/han-spacing',
  title: { 'zh-TW': '中文字間有空白', en: 'Blank between Chinese characters' },
  severity: 'information',
  source: '文書處理手冊（公文橫書格式）；標點符號用法表',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '中文字之間有多餘的空白。', en: 'There is a blank between Chinese characters.' },
    many: {
      'zh-TW': '中文字之間有多餘的空白（全文 {count} 處）。',
      en: 'There are blanks between Chinese characters ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去中文字間的空白', en: 'Delete the blanks' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    const edits: TextEdit[] = [];
    forEachNote(report, reader, (blank, offset) => {
      const { start, end } = shifted(blank, offset);
      const zone = zoneAt(report, start);
      if (zone !== 'cover' && zone !== 'contents') edits.push({ start, end, expected: ' ', text: '' });
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
