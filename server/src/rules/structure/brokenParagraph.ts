import type { Stretch } from '../../report/digest';
import type { LineFacts, LineTable } from '../../report/lines';
import { linesOfStretch } from '../../report/linesWith';
import type { LineRange } from '../../report/outline';
import type { Report } from '../../report/model';
import { zoneAt } from '../../report/read';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { contains } from '../../text/span';
import type { Rule, TextEdit } from '../rule';

/** Fewer Han characters are a caption, not a sentence. */
const shortest = 8;
/** A lead-in of so few characters is the rest of a word that the page break cut: 「…之新工」「作：…」. */
const restOfWord = 2;
/** Of the broken sentence so much is marked. */
const longestMark = 12;

function isProse({ shape }: LineFacts): boolean {
  return shape.cells.length === 0 && shape.label === undefined && shape.marks === 0;
}

function isBlank({ content }: LineFacts): boolean {
  return content.end === content.start;
}

/** Offset behind the line's last word, markup aside. */
function wordsEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === '*') at--;
  return at;
}

/** Whether the words of a line stop at a word or a comma, not at the end of a sentence, a bracket or a colon. */
function stopsShort(text: string, end: number): boolean {
  const last = wordsEnd(text, end) - 1;
  if (text[last] === '，' || text[last] === '、') return true;
  const charClass = classAt(text, last);
  return charClass === CharClass.Han || charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** Whether a line can be the rest of a sentence. */
function canGoOn(facts: LineFacts): boolean {
  const { shape, dates, content } = facts;
  if (!isProse(facts) || shape.number !== undefined || shape.bullet || shape.part !== undefined) return false;
  // A day of an itinerary, a dated entry.
  return dates[0]?.start !== content.start;
}

/** Whether the sentence on line `first` goes on on line `next`, behind blank lines. */
function isBroken({ lines, text }: Report, first: number, next: number): boolean {
  const before = lines.facts[first]!;
  const behind = lines.facts[next]!;
  if (!mayBreakOff(before) || !canGoOn(behind)) return false;
  const start = lines.starts[first]!;
  const offset = lines.starts[next]!;
  if (!stopsShort(text, start + before.content.end)) return false;
  const { lead, runsOn, endsSentence, heading } = behind.shape;
  if (before.shape.heading && runsOn && lead.end - lead.start <= restOfWord) return true;
  // A heading has no comma, a sentence mostly has.
  const reads = (facts: LineFacts, from: number): boolean =>
    text.slice(from + facts.content.start, from + facts.content.end).includes('，');
  if (before.shape.heading && !reads(before, start)) return false;
  return endsSentence || !heading || reads(behind, offset);
}

/** A sentence that begins on line `first` and goes on, behind blank lines, on line `next`. */
interface Break {
  readonly first: number;
  readonly next: number;
}

/** What a stretch has for the rule, in lines counted from its first. */
interface StretchBreaks {
  readonly breaks: readonly Break[];
  /** A line that does not end its sentence, with nothing behind it: what it goes on with stands in a later stretch. */
  readonly open: number | undefined;
}

/** Under which a stretch keeps its breaks. */
const breaksKey = {};

/** The first line of `[from, to)` that is not blank; `to` where all are. */
function skipBlankLines({ facts }: LineTable, from: number, to: number): number {
  let line = from;
  while (line < to && isBlank(facts[line]!)) line++;
  return line;
}

/** Whether one of the lines `[from, to)` stands, over blank lines, behind one that may be the first part of a sentence. */
function mayGoOn({ lines: { facts } }: Report, { from, to }: LineRange): boolean {
  for (let line = from; line < to; line++) {
    let previous = line - 1;
    while (previous >= 0 && isBlank(facts[previous]!)) previous--;
    if (previous >= 0 && previous < line - 1 && mayBreakOff(facts[previous]!)) return true;
  }
  return false;
}

function mayBreakOff(facts: LineFacts): boolean {
  return !facts.shape.endsSentence && facts.han >= shortest && isProse(facts);
}

function readStretch(report: Report, stretch: Stretch, from: number): StretchBreaks {
  const { lines } = report;
  const to = from + stretch.count;
  const breaks: Break[] = [];
  let open: number | undefined;
  for (const line of linesOfStretch(stretch, lines.facts, from, { holding: ['open-end'] })) {
    const first = from + line;
    const next = skipBlankLines(lines, first + 1, to);
    if (next === to) open = line;
    else if (next > first + 1 && isBroken(report, first, next)) breaks.push({ first: line, next: next - from });
  }
  return { breaks, open };
}

/** Every sentence that blank lines cut. */
function breaksOf(report: Report): readonly Break[] {
  const { lines } = report;
  const all: Break[] = [];
  let from = 0;
  let open: number | undefined;
  for (const stretch of lines.stretches) {
    if (open !== undefined) {
      const next = skipBlankLines(lines, from, from + stretch.count);
      if (next < from + stretch.count) {
        if (next > open + 1 && isBroken(report, open, next)) all.push({ first: open, next });
        open = undefined;
      }
    }
    let own = stretch.notes.get(breaksKey) as StretchBreaks | undefined;
    if (!own) stretch.notes.set(breaksKey, (own = readStretch(report, stretch, from)));
    for (const { first, next } of own.breaks) all.push({ first: from + first, next: from + next });
    if (own.open !== undefined) open = from + own.open;
    from += stretch.count;
  }
  return all;
}

function joinEdit({ lines, text }: Report, first: number, next: number): TextEdit {
  const before = lines.facts[first]!;
  const behind = lines.facts[next]!;
  const end = lines.starts[first]! + before.content.end;
  const offset = lines.starts[next]!;
  const from = offset + behind.content.start;
  const words = wordsEnd(text, end);
  if (words < end) {
    // Bold words that the page break cut: 「**…之新工**」「作：」.
    const to = offset + behind.shape.lead.end;
    return {
      start: words,
      end: to,
      expected: text.slice(words, to),
      text: text.slice(from, to) + text.slice(words, end),
    };
  }
  const latin = (index: number): boolean =>
    classAt(text, index) === CharClass.Latin || classAt(text, index) === CharClass.Digit;
  return {
    start: end,
    end: from,
    expected: text.slice(end, from),
    text: latin(end - 1) && latin(from) ? ' ' : '',
  };
}

/** The last clause of a line, or as much of it as is worth marking. */
function lastClause({ lines, text }: Report, line: number): Span {
  const from = lines.starts[line]! + lines.facts[line]!.content.start;
  const end = wordsEnd(text, lines.starts[line]! + lines.facts[line]!.content.end);
  let start = end - 1;
  while (start > from && end - start < longestMark && !'，。；：、'.includes(text[start - 1]!)) start--;
  return { start: (text.charCodeAt(start) & 0xfc00) === 0xdc00 ? start + 1 : start, end };
}

export const rule: Rule = {
  id: 'structure/broken-paragraph',
  title: { 'zh-TW': '句子被空行切斷', en: 'Sentence cut by a blank line' },
  severity: 'information',
  source: '報告調查 R1（由 PDF 貼上的文字在分頁處斷句）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    broken: {
      'zh-TW': '句子在這裡被空行切斷，下文「{next}」應接在同一段。',
      en: 'A blank line cuts the sentence here; 「{next}」 goes on with it.',
    },
    join: { 'zh-TW': '接成一段', en: 'Join the two parts' },
    rest: { 'zh-TW': '接續的文字', en: 'The rest of the sentence' },
  },
  // A line that does not end its sentence, or stands behind one over blank lines.
  prose: { holding: ['open-end'], places: mayGoOn },
  check: (report, _context, find) => {
    const { lines, text, itinerary } = report;
    for (const { first, next: line } of breaksOf(report)) {
      const { content } = lines.facts[line]!;
      const place = lastClause(report, first);
      const zone = zoneAt(report, place.start);
      if (zone === 'cover' || zone === 'contents' || (itinerary && contains(itinerary.section, place))) continue;
      const start = lines.starts[line]! + content.start;
      const end = Math.min(start + longestMark, lines.starts[line]! + content.end);
      find({
        message: 'broken',
        params: { next: text.slice(start, end) },
        start: place.start,
        end: place.end,
        related: [{ message: 'rest', start, end }],
        fixes: () => [{ title: 'join', safety: 'review', edits: [joinEdit(report, first, line)] }],
      });
    }
  },
};
