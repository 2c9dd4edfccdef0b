/** 目次 and its entries. */
import { normaliseTitle } from '../../knowledge/parts';
import type { Span } from '../../text/span';
import type { LineNumber, LineTable } from '../model/lines';
import { isBlank, lineEnd, lineStart } from '../model/lines';
import type { ContentsEntry, TableOfContents } from '../model/parts';
import { markedNumberAt } from '../scan/lineNumber';
import { namesPart } from './outlineStyle';
import { placedNumber } from './sections';

/** No entry of 目次 without a page is longer. */
const longestEntry = 60;
/** An entry of 目次 without number and page is short. */
const longestPlainEntry = 25;

const leaders = ' \t\u00a0\u3000.…．‧·⋯';

/** A row of a list of acronyms, as it may stand behind 目次: 「PPFS：糧食安全政策夥伴關係」. */
const acronymRow = /^[A-Z][A-Za-z\d&/-]{1,11} ?[：:=]/;

/** The title of an entry, page number and leader dots left out. */
function entryTitle(text: string, start: number, end: number): Span {
  let stop = end;
  while (stop > start && leaders.includes(text[stop - 1]!)) stop--;
  return { start, end: stop };
}

/** The number that an item of a list of Markdown has in its words: 一、 of 「2. 一、目的」. */
function numberInside(text: string, number: LineNumber | undefined, title: Span): LineNumber | undefined {
  if (number?.system !== 'digit') return undefined;
  const inside = markedNumberAt(text, title.start, title.end);
  return inside && /^(?:formal|han|chapter|han-bracketed)$/.test(inside.system) ? inside : undefined;
}

/** A row of the body's tables: 「5月4日 → 出發」. A row of 目次 has a number, a part's name or a page. */
function isRow(lines: LineTable, line: number): boolean {
  const { dates, shape } = lines.facts[line]!;
  return dates.length > 0 && shape.cells.length > 1 && shape.number === undefined && shape.part === undefined;
}

/** The number of a page by itself: 3, II, - 4 -. */
const pageNumber = /^[-–— ]*(?:\d{1,3}|[ivxl]{1,6})[-–— ]*$/i;

/** Whether a line of 目次 is the foot or the head of a page: its number alone, or words without one where the entries have theirs. */
function isBetweenPages(text: string, { start, end }: Span, entries: readonly ContentsEntry[]): boolean {
  if (end - start <= 12 && pageNumber.test(text.slice(start, end))) return true;
  return entries.length > 1 && end - start <= longestPlainEntry && entries.every(({ page }) => page !== undefined);
}

/** Whether a line that names 摘要 is an entry of 目次: the next is another, right below, or 摘要 itself comes behind. */
function isListed(lines: LineTable, line: number): boolean {
  let next = line + 1;
  while (next < lines.count && isBlank(lines.facts[next]!)) next++;
  const behind = lines.facts[next]?.shape;
  if (!behind?.heading || (behind.number === undefined && behind.part === undefined)) return false;
  if (next === line + 1) return true;
  for (let other = next + 1; other < lines.count; other++)
    if (lines.facts[other]!.shape.part === 'abstract' && namesPart(lines.facts[other]!)) return true;
  return false;
}

/** A title that goes on below is so long that its line had no room for the page, in UTF-16 code units. */
const shortestCutTitle = 14;

/**
 * Adds `entry` to `entries`, or to the last of them where a line end cut that one: it has no page, and a line without a number of
 * its own ends with one. Leaders and a page alone are the end of any entry.
 */
function addEntry(entries: ContentsEntry[], entry: ContentsEntry, isPart: boolean): void {
  let whole = entry;
  const goesOn = (last: ContentsEntry | undefined): last is ContentsEntry =>
    last !== undefined &&
    last.page === undefined &&
    (whole.title.end <= whole.title.start || (!isPart && last.title.end - last.title.start >= shortestCutTitle));
  while (whole.page && !whole.number && goesOn(entries.at(-1))) {
    const first = entries.pop()!;
    const isBare = whole.title.end <= whole.title.start;
    const title = isBare ? first.title : { start: first.title.start, end: whole.title.end };
    whole = { ...first, title, page: whole.page, end: whole.end, toLine: whole.toLine };
  }
  entries.push(whole);
}

/** 目次 from its heading at the line `from` on. */
export function readContents(
  text: string,
  lines: LineTable,
  from: number,
): { readonly contents: TableOfContents; readonly to: number } {
  const entries: ContentsEntry[] = [];
  let first: { readonly system: string; readonly value: number; readonly indent: number } | undefined;
  /** Titles of the chapters, which the body has again even where it lacks the first of them. */
  const chapters = new Set<string>();
  /** A chapter that is numbered on from here is listed twice. */
  let lastChapter = NaN;
  /** Titles without a number of parts and of what stands before the chapters. */
  const unnumbered = new Set<string>();
  let line = from + 1;
  for (; line < lines.count; line++) {
    const { content, shape } = lines.facts[line]!;
    if (content.end === content.start) continue;
    const { number, page, part, title } = shape;
    const isChapter =
      number !== undefined && (!first || (number.system === first.system && content.start <= first.indent));
    if (shape.marks > 0 && !(part === undefined && page)) break;
    if (!number && part === undefined && !page && isBetweenPages(text, offsetOf(lines, line, content), entries))
      continue;
    if (!page) {
      // The numbering starts anew: this is the body.
      if (number && first && number.system === first.system) {
        const isAgain = number.value !== lastChapter + 1 && chapters.has(titleKey(text, offsetOf(lines, line, title)));
        if ((isChapter && number.value <= first.value) || isAgain) break;
      }
      if (part === 'abstract' && !isListed(lines, line)) break;
      // Prose, a table's row or one of a list of acronyms: what stands above it without a page is a heading of the body.
      const words = text.slice(lines.starts[line]! + content.start, lines.starts[line]! + content.end);
      if (shape.endsSentence || words.length > longestEntry || isRow(lines, line) || acronymRow.test(words)) {
        if (entries.length > 0 && entries[entries.length - 1]!.page === undefined) line = entries.pop()!.line;
        break;
      }
      if (!number && part === undefined && content.end - content.start > longestPlainEntry) break;
      // A title again is a heading: that of a part, or of what stands before the first chapter, as 縮寫對照表.
      if (!number && unnumbered.has(text.slice(lines.starts[line]! + title.start, lines.starts[line]! + title.end)))
        break;
    }
    const offset = lines.starts[line]!;
    if (isChapter) {
      chapters.add(titleKey(text, entryTitle(text, offset + title.start, offset + (page ? page.start : title.end))));
      lastChapter = number.value;
    }
    if (number && !first) first = { system: number.system, value: number.value, indent: content.start };
    const own = numberInside(lines.facts[line]!.text, number, title);
    const titleStart = own ? own.end + /^\s*/.exec(lines.facts[line]!.text.slice(own.end))![0].length : title.start;
    const entry = entryTitle(text, offset + titleStart, offset + (page ? page.start : title.end));
    if (!number && (part !== undefined || !first)) unnumbered.add(text.slice(entry.start, entry.end));
    addEntry(
      entries,
      {
        start: offset + content.start,
        end: offset + content.end,
        number: number && placedNumber(own ?? number, offset),
        title: entry,
        page: page && { start: offset + page.start, end: offset + page.end },
        line,
        toLine: line + 1,
      },
      part !== undefined,
    );
  }
  // Blank lines behind the last entry belong to nothing.
  const lastLine = (entries[entries.length - 1]?.toLine ?? from + 1) - 1;
  const facts = lines.facts[from]!;
  const offset = lines.starts[from]!;
  return {
    contents: {
      heading: { start: offset, end: lineEnd(lines, from) },
      title: { start: offset + facts.shape.title.start, end: offset + facts.shape.title.end },
      entries,
      line: from,
      toLine: line,
      start: offset,
      end: lineStart(lines, line),
    },
    to: Math.max(line, lastLine + 1),
  };
}

function offsetOf(lines: LineTable, line: number, span: Span): Span {
  const offset = lines.starts[line]!;
  return { start: offset + span.start, end: offset + span.end };
}

/** A title for comparing an entry with a heading: without blanks and end punctuation. */
function titleKey(text: string, { start, end }: Span): string {
  return normaliseTitle(text.slice(start, end));
}
