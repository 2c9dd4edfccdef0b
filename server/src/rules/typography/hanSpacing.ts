import type { Line } from '../../report/model/line';
import type { LineFacts } from '../../report/model/lines';
import { partsPersonNames } from '../../report/queries/personNames';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Prose has at least so many units; shorter lines may set words apart for the eye: 摘　要, 王　小明. */
const shortestProse = 12;

/** A mark that ends a clause, with blanks behind it. */
const stop = /[。！？；，] +/g;

/** Blanks between a word and the mark that ends its clause. */
const beforeStop = /(?<=[\u4e00-\u9fff]) +(?=[。！？；，、])/g;

/** Whether a blank stands between two names of places that nothing else parts: 日本 韓國. */
function partsNames({ names }: LineFacts, blank: Span): boolean {
  return names.some(({ end }) => end === blank.start) && names.some(({ start }) => start === blank.end);
}

/** Where blanks stand between two Chinese characters of prose, or beside a mark that has its own room. */
function blanksOf({ text: prose, facts, zone }: Line): readonly Span[] {
  const { content, shape } = facts;
  const blanks: Span[] = [];
  if (zone === 'cover' || zone === 'contents') return blanks;
  if (shape.cells.length > 0 || shape.labels.length > 0 || shape.marks > 0) return blanks;
  for (const { 0: found, index } of prose.matchAll(stop))
    if (index + found.length < content.end) blanks.push({ start: index + 1, end: index + found.length });
  for (const { 0: found, index } of prose.matchAll(beforeStop))
    blanks.push({ start: index, end: index + found.length });
  // Lists of names and titles have no stops.
  if (content.end - content.start < shortestProse || !/[，。；]/.test(prose)) return blanks;
  for (const { index } of prose.matchAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g)) {
    const blank = { start: index, end: index + 1 };
    if (index >= shape.title.start && !partsPersonNames(prose, blank) && !partsNames(facts, blank)) blanks.push(blank);
  }
  return blanks.sort((a, b) => a.start - b.start);
}

export const rule: ReportRule<Span> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.HanSpacing }, read: blanksOf },
  id: 'typography/han-spacing',
  title: { 'zh-TW': '中文字間或標點前後有空白', en: 'Blank between Chinese characters or beside a mark' },
  severity: 'information',
  source: '文書處理手冊（公文橫書格式）；標點符號用法表',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: {
      'zh-TW': '中文字之間或標點前後有多餘的空白。',
      en: 'There is a blank between Chinese characters or beside a mark.',
    },
    many: {
      'zh-TW': '中文字之間或標點前後有多餘的空白（全文 {count} 處）。',
      en: 'There are blanks between Chinese characters or beside marks ({count} in all).',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    delete: { 'zh-TW': '刪去多餘的空白', en: 'Delete the blanks' },
  },
  check: (_report, notes, _context, find) => {
    const blanks = notes.map(({ unit, note: { start, end } }) => ({ unit, start, end }));
    const [first, ...others] = blanks;
    if (!first) return;
    find({
      message: others.length > 0 ? 'many' : 'one',
      params: { count: blanks.length },
      ...first,
      related: relatedPlaces(others, 'other'),
      fixes: () =>
        fixesOfEdits(
          blanks.map((blank) => ({ ...blank, text: '' })),
          { title: 'delete', safety: 'safe' },
        ),
    });
  },
};
