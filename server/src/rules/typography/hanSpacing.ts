import type { LineFacts } from '../../report/model/lines';
import type { Paragraph } from '../../report/model/units';
import { partsLabel } from '../../report/queries/blankLabels';
import { partsPersonNames } from '../../report/queries/personNames';
import { Trait } from '../../report/scan/traits';
import { countHan } from '../../text/characters';
import type { Span } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Prose has at least so many units; shorter paragraphs may set words apart for the eye: 摘　要, 王　小明. */
const shortestProse = 25;
/** A line of a sentence that goes over several has at least so many Han characters where it shows no mark of its own. */
const shortestWrapped = 8;

/** A mark that ends a clause, with blanks behind it. */
const stop = /[。！？；，][ \u00a0\u2002-\u200a\u202f]+/g;
/** Blanks between a word and the mark that ends its clause. */
const beforeStop = /(?<=[\u4e00-\u9fff])[ \u00a0\u2002-\u200a\u202f]+(?=[。！？；，、])/g;
const betweenHan = /(?<=[\u4e00-\u9fff])(?:[ \u00a0\u2002-\u200a\u202f]{1,2}|\u3000)(?=[\u4e00-\u9fff])/g;
const sentenceMark = /[，。；]/;

/** Blanks that set words in columns, and several pairs of them. */
const columns = /[ \u00a0]{3}|\S {2}\S+ {2}\S|\u3000{2}/;
const wideBlank = '\u3000';

/** A label, and what else a wide blank sets apart on purpose, has fewer Han characters. */
const longestSetApart = 8;

/** Whether wide blanks set words of a line apart: several of them, one in a line without a mark, or behind its first few words. */
function areSetApart(text: string, start: number): boolean {
  const at = text.indexOf(wideBlank);
  if (at < 0) return false;
  if (text.includes(wideBlank, at + 1) || !sentenceMark.test(text)) return true;
  return countHan(text, start, at) < longestSetApart && !sentenceMark.test(text.slice(0, at));
}

/** A sentence of one clause that has so many Han characters, and no blank but one, is no row of names. */
const shortestClause = 14;

/** Whether short words are a sentence all the same: one of several clauses, or a long one. */
function isWholeSentence(words: string): boolean {
  if (!words.trimEnd().endsWith('。')) return false;
  return /[，；]/.test(words) || (countHan(words) >= shortestClause && !/\s.*\s/.test(words.trim()));
}

/** Whether a blank stands between two names of places that nothing else parts: 日本 韓國. */
function partsNames({ names }: LineFacts, blank: Span): boolean {
  return names.some(({ end }) => end === blank.start) && names.some(({ start }) => start === blank.end);
}

/** Whether a line is a whole sentence or a piece of one that line ends cut. */
function isOfProse({ facts, text }: Paragraph['units'][number], isWrapped: boolean): boolean {
  if (sentenceMark.test(text)) return true;
  // Rows of names and titles have several blanks, a title that is set wide has few characters.
  return isWrapped && facts.shape.part === undefined && facts.han >= shortestWrapped && !/ .* /.test(text.trim());
}

/** Where blanks stand between two Chinese characters of prose, or beside a mark that has its own room. */
function blanksOf({ units, text: words, lines, surroundings }: Paragraph): readonly Span[] {
  const { zone } = surroundings;
  const blanks: Span[] = [];
  if (zone === 'cover' || zone === 'contents') return blanks;
  const isWrapped = units.length > 1;
  const isProse = sentenceMark.test(words) && (words.trim().length >= shortestProse || isWholeSentence(words));
  units.forEach((line, index) => {
    const { text, facts } = line;
    const { content, shape, traits } = facts;
    if ((traits & Trait.HanSpacing) === 0) return;
    if (shape.cells.length > 0 || shape.labels.length > 0 || shape.marks > 0) return;
    const offset = lines.starts[index]!;
    for (const { 0: found, index: at } of text.matchAll(stop))
      if (at + found.length < content.end) blanks.push({ start: offset + at + 1, end: offset + at + found.length });
    for (const { 0: found, index: at } of text.matchAll(beforeStop))
      blanks.push({ start: offset + at, end: offset + at + found.length });
    // Lists of names and titles have no stops.
    if (!isProse || !isOfProse(line, isWrapped)) return;
    const words = text.trimStart();
    if (columns.test(words.trimEnd()) || areSetApart(words, shape.title.start - text.length + words.length)) return;
    for (const { 0: found, index: at } of text.matchAll(betweenHan)) {
      const blank = { start: at, end: at + found.length };
      if (at < shape.title.start || partsPersonNames(text, blank) || partsNames(facts, blank)) continue;
      if (partsLabel(text, shape.title.start, at)) continue;
      blanks.push({ start: offset + at, end: offset + at + found.length });
    }
  });
  return blanks.sort((a, b) => a.start - b.start);
}

export const rule: ReportRule<Span, 'paragraph'> = {
  per: 'report',
  notes: { per: 'paragraph', only: { traits: Trait.HanSpacing }, read: blanksOf },
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
    const blanks = notes.map(({ unit, note: { start, end } }) => ({
      unit,
      start,
      end,
      edits: [{ start, end, text: '' }],
    }));
    tellOccurrences(blanks, { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
  },
};
