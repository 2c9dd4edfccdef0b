/** What stands before the body: cover, 摘要 and 目次, and where each ends. */
import { normaliseTitle } from '../../knowledge/parts';
import type { CoverLabelSubject } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { LineFacts, LineNumber, LineRange, LineTable } from '../model/lines';
import { isBlank, lineEnd, lineStart } from '../model/lines';
import { linesWith } from '../model/lineQuery';
import type { ContentsEntry, Cover, CoverField, Section, TableOfContents } from '../model/parts';
import { numberAt } from '../scan/shape';
import { Trait } from '../scan/traits';
import { namesPart, placedNumber } from './outline';

/** Labels without any heading behind them are a cover only near the text's start. */
const coverWithoutHeading = 60;
/** A title that stands alone is no longer, in UTF-16 code units. */
const longestTitle = 60;
/** No entry of 目次 without a page is longer. */
const longestEntry = 60;
/** An entry of 目次 without number and page is short. */
const longestPlainEntry = 25;

function isChapter(facts: LineFacts): boolean {
  const { number } = facts.shape;
  return number?.system === 'formal' || number?.system === 'chapter' || number?.system === 'roman';
}

/** First line that is no longer the cover. */
function coverEnd(lines: LineTable): number {
  let lastLabel = -1;
  for (let line = 0; line < lines.count; line++) {
    const { shape } = lines.facts[line]!;
    if (shape.labels.length > 0) {
      if (line < coverWithoutHeading && shape.labels.some(({ of }) => of !== 'unsaid')) lastLabel = line;
      continue;
    }
    if (namesPart(lines.facts[line]!) || isChapter(lines.facts[line]!) || shape.number?.system === 'han') return line;
  }
  return lastLabel < 0 ? titleEnd(lines) : lastLabel + 1;
}

/** A title that stands alone runs over no more lines. */
const mostTitleLines = 2;

/** Line behind the title of a text that has neither cover nor headings: words that are no sentence, parted from the first paragraph. */
function titleEnd(lines: LineTable): number {
  let line = 0;
  while (line < lines.count && isBlank(lines.facts[line]!)) line++;
  const first = line;
  for (; line < lines.count && line - first < mostTitleLines; line++) {
    const facts = lines.facts[line]!;
    if (isBlank(facts)) break;
    const { shape, traits, content } = facts;
    const isTitle = shape.number === undefined && !shape.bullet && shape.cells.length === 0 && !shape.endsSentence;
    if (!isTitle || (traits & Trait.FullStop) !== 0 || content.end - content.start > longestTitle) return 0;
  }
  return line > first && line + 1 < lines.count && isBlank(lines.facts[line]!) ? line : 0;
}

function readCover(text: string, lines: LineTable, end: number): Cover {
  const ofMission: CoverField[] = [];
  /** What is said of the meeting, or does not say of what: it is the mission's where nothing else says that. */
  const others: (CoverField & { readonly of: CoverLabelSubject })[] = [];
  let kindLine: Span | undefined;
  let title: Span | undefined;
  /** A heading of Markdown is a whole title; in plain text one may go on on the next line. */
  let isWhole = false;
  for (let line = 0; line < end; line++) {
    const facts = lines.facts[line]!;
    const { content, shape } = facts;
    if (content.end === content.start) continue;
    const offset = lines.starts[line]!;
    const at = (span: Span): Span => ({ start: offset + span.start, end: offset + span.end });
    const words = at(content);
    if (shape.labels.length > 0) {
      for (const found of shape.labels) {
        const label = at(found.label);
        let value = at(found.value);
        // The value may stand on the lines below, up to the next label; not that of a bracket: 「（出國類別：）」.
        if (
          value.start === value.end &&
          !/^[ \t\u3000]{0,12}[）)]/.test(text.slice(value.end, value.end + longestBlank))
        ) {
          const below = found === shape.labels.at(-1) && valueBelow(lines, line, end);
          if (below) value = below;
        } else if (ofPersons.has(found.field) && found === shape.labels.at(-1)) {
          value = { start: value.start, end: personsEnd(text, lines, line, end, value.end) };
        }
        const field = { id: found.field, label, value, start: label.start, end: Math.max(label.end, value.end) };
        if (found.of === 'mission') ofMission.push(field);
        else others.push({ ...field, of: found.of });
        if (
          found.field === 'category' &&
          kindLine === undefined &&
          text.slice(words.start, label.start).includes('報告')
        ) {
          const behind = titleBehind.exec(text.slice(value.end, words.end));
          kindLine = behind ? { start: words.start, end: value.end + behind.index + behind[1]!.length } : words;
          if (behind) title ??= { start: words.end - behind[2]!.length, end: words.end };
        }
      }
    } else if (
      [...ofMission, ...others].some(
        (field) => field.id !== 'category' && field.value.start <= words.start && words.end <= field.value.end,
      )
    ) {
      continue;
    } else if (
      kindLine === undefined &&
      title === undefined &&
      /出國.{0,12}報告/.test(text.slice(words.start, Math.min(words.end, words.start + 40)))
    ) {
      kindLine = words;
    } else if (
      text[words.start] !== '|' &&
      shape.cells.length === 0 &&
      !isWhole &&
      !(title !== undefined && otherLabel.test(facts.text.slice(content.start, content.end))) &&
      [...ofMission, ...others].every((field) => field.id === 'category')
    ) {
      const start = offset + shape.title.start;
      isWhole = shape.marks > 0;
      title = { start: title && !isWhole ? title.start : start, end: offset + shape.title.end };
    }
  }
  const fields: CoverField[] = [...ofMission];
  for (const subject of ['occasion', 'unsaid'] as const) {
    // Labels that say of nothing what they are about make no cover by themselves: minutes of a meeting have 時間 and 地點 too.
    if (subject === 'unsaid' && fields.every(({ id }) => id === 'category')) break;
    const said = new Set(fields.map(({ id }) => id));
    for (const { of, ...field } of others) if (of === subject && !said.has(field.id)) fields.push(field);
  }
  fields.sort((a, b) => a.start - b.start);
  return { start: 0, end: lineStart(lines, end), kindLine, title, fields };
}

/** Behind the category in its bracket the title may stand: 出國報告（出國類別：考察） 赴紐西蘭考察報告. */
const titleBehind = /^([ \t\u3000]{0,12}[）)]\**)[ \t\u3000]+(\S.{3,120}?)\*{0,2}$/s;
/** So wide is an empty bracket: （出國類別：　　）. */
const longestBlank = 13;
/** Fields that may name several persons, each on a line of its own. */
const ofPersons: ReadonlySet<CoverField['id']> = new Set(['name-and-title', 'name']);
/** A line that goes on with a list of persons is indented by so many characters, and no longer than that. */
const leastIndent = 2;
const longestPerson = 50;
/** How many they are, and nothing else, before the first of them: 計4人. */
const onlySum = /[：:\s](?:共計|合計|共|計) ?[\d一二三四五六七八九十]{1,2} ?[人名位員][：:]?$/;
/** A label that the cover need not have: 會議方式：, 聯絡電話：. */
const otherLabel = /^[\u3400-\u9fff]{2,8}[：:]/;

/**
 * Where a list of persons ends that begins on `line`: lines below it that are indented go on with it, and so does one
 * below a line that breaks off behind 、 or only says how many they are.
 */
function personsEnd(text: string, lines: LineTable, line: number, end: number, valueEnd: number): number {
  let last = valueEnd;
  const isSummed = onlySum.test(text.slice(Math.max(0, valueEnd - longestBlank), valueEnd));
  for (let next = line + 1; next < end; next++) {
    const { content, shape } = lines.facts[next]!;
    const isPerson =
      content.end > content.start &&
      (content.start >= leastIndent || isSummed || text[last - 1] === '、') &&
      content.end - content.start <= longestPerson &&
      shape.labels.length === 0 &&
      shape.cells.length === 0 &&
      shape.number === undefined &&
      !otherLabel.test(lines.facts[next]!.text.slice(content.start, content.end));
    if (!isPerson) break;
    last = lines.starts[next]! + content.end;
  }
  return last;
}

/** The words between the label on `line` and the next label or blank line behind them. */
function valueBelow(lines: LineTable, line: number, end: number): Span | undefined {
  let start = -1;
  let stop = -1;
  for (let next = line + 1; next < end; next++) {
    const { content, shape } = lines.facts[next]!;
    if (shape.labels.length > 0) break;
    if (content.end === content.start) {
      if (start >= 0) break;
      continue;
    }
    if (start < 0) start = lines.starts[next]! + content.start;
    stop = lines.starts[next]! + content.end;
  }
  return start < 0 ? undefined : { start, end: stop };
}

/** First line behind 摘要 that starts at `from`. */
function abstractEnd(lines: LineTable, from: number): number {
  const { marks } = lines.facts[from]!.shape;
  for (let line = from + 1; line < lines.count; line++) {
    const facts = lines.facts[line]!;
    const { shape } = facts;
    if (isChapter(facts)) return line;
    if (shape.marks > 0 && marks > 0 && shape.marks <= marks) return line;
    // 「一、目的：」 is a heading like 「目的」; 「目的：考察…」 may be the digest's own words.
    const whole = shape.lead.end === shape.title.end || (shape.number !== undefined && !shape.runsOn);
    if (namesPart(facts) && shape.part !== 'abstract' && whole) {
      // A digest may itemise its suggestions; 建議 ends it only where it is marked as a heading of its own.
      const itemised = shape.part === 'recommendations' || shape.part === 'reflections';
      if (!itemised || shape.marks > 0) return line;
    }
  }
  return lines.count;
}

/** 摘要 of the lines `[from, to)`. */
export function abstractOf(lines: LineTable, from: number, to: number): Section {
  const facts = lines.facts[from]!;
  const offset = lines.starts[from]!;
  const heading = { start: offset, end: lineEnd(lines, from) };
  const { title, lead, marks } = facts.shape;
  const runsOn = lead.end < title.end;
  const end = lineStart(lines, to);
  return {
    kind: 'section',
    depth: 1,
    number: undefined,
    ordinal: undefined,
    marks,
    heading,
    title: { start: offset + lead.start, end: offset + (runsOn ? lead.end : title.end) },
    content: { start: runsOn ? offset + lead.end + 1 : heading.end, end },
    line: from,
    toLine: to,
    part: 'abstract',
    children: [],
    start: offset,
    end,
  };
}

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
  const inside = numberAt(text, title.start, title.end);
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

export interface FrontMatter {
  readonly cover: Cover;
  /** Line behind the cover. */
  readonly coverTo: number;
  readonly abstract: Section | undefined;
  /** Line behind 摘要. */
  readonly abstractTo: number;
  readonly contents: TableOfContents | undefined;
  /** The lines of the body. */
  readonly body: readonly LineRange[];
}

/** Cuts the report into cover, 摘要, 目次 and body; 摘要 and 目次 may stand in either order and anywhere before the annexes. */
export function readFrontMatter(text: string, lines: LineTable): FrontMatter {
  const end = coverEnd(lines);
  let abstract: Section | undefined;
  let abstractTo = 0;
  let contents: TableOfContents | undefined;
  const body: LineRange[] = [];
  let from = end;
  const cut = (to: number): void => {
    if (to > from) body.push({ from, to });
  };
  // Behind the cover only a line that may begin a section begins one of the two.
  for (const line of linesWith(lines, { contains: ['beginning'] })) {
    if (abstract && contents) break;
    if (line < from) continue;
    const { part } = lines.facts[line]!.shape;
    if ((part !== 'abstract' && part !== 'contents') || !namesPart(lines.facts[line]!)) continue;
    if (part === 'abstract' && !abstract) {
      cut(line);
      // 目次 ends 摘要 too: namesPart covers it.
      from = abstractTo = abstractEnd(lines, line);
      abstract = abstractOf(lines, line, abstractTo);
    } else if (part === 'contents' && !contents) {
      cut(line);
      const read = readContents(text, lines, line);
      contents = read.contents;
      from = read.to;
    }
  }
  cut(lines.count);
  return { cover: readCover(text, lines, end), coverTo: end, abstract, abstractTo, contents, body };
}
