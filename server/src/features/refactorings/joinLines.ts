import { lineEnd, LineKind } from '../../report/model/lines';
import type { LineFacts } from '../../report/model/lines';
import type { Report } from '../../report/model/report';
import { zoneAt } from '../../report/queries/read';
import { render } from '../../text/message';
import type { Locale, Message } from '../../text/message';
import { applyEdits } from '../../text/edit';
import type { TextEdit } from '../../text/edit';
import { CharClass, classAt } from '../../text/characters';
import type { Refactoring } from './refactoring';

const titles = {
  both: {
    'zh-TW': '接合全文 {joins} 處斷行，刪去 {pages} 個頁碼',
    en: 'Join {joins} broken lines and drop {pages} page numbers of the whole report',
  },
  joins: { 'zh-TW': '接合全文 {joins} 處斷行', en: 'Join {joins} broken lines of the whole report' },
  pages: { 'zh-TW': '刪去全文 {pages} 個頁碼', en: 'Drop {pages} page numbers of the whole report' },
} satisfies Record<string, Message>;

/** Half-width columns that the lines of a page are wide at least; shorter lines were broken by hand. */
const narrowestPage = 40;
/** A line that was broken by the page's width ends at most so many columns before it, besides the word that found no room. */
const slack = 6;
/** So many lines of one width, which do not end their sentences, make a page; fewer are chance. */
const fewestLines = 3;

/** A hyphen at a line's end that a program put there to part a word; it may be one that nobody sees. */
const hyphen = /[a-z][-\u00ad\u2010]$/i;
/** Words whose hyphen is their own, wherever a line ends. */
const ownHyphen = /(?:^|[^a-z])(?:all|anti|bi|co|cross|cyber|day|end|ex|first|full|high|in|inter|large|long|low|mid|multi|non|off|on|one|part|peer|post|pre|private|public|real|second|self|semi|short|small|state|sub|third|two|user|well|win|year|[a-z])-$/i; // prettier-ignore

function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) columns += text.charCodeAt(i) < 0x2e80 ? 1 : 2;
  return columns;
}

function isProse({ shape }: LineFacts): boolean {
  return shape.cells.length === 0 && shape.labels.length === 0 && shape.marks === 0;
}

/** Whether a line of prose may go on what the line above says: nothing begins with it. */
function canGoOn(facts: LineFacts): boolean {
  const { shape, dates, content } = facts;
  if (!isProse(facts) || shape.number || shape.bullet || shape.part !== undefined) return false;
  return dates[0]?.start !== content.start;
}

/** Reads the lines of the body of a report, where paragraphs may be joined. */
class BrokenLines {
  readonly #report: Report;
  readonly #pages: ReadonlySet<number>;
  readonly #width: number;

  constructor(report: Report) {
    this.#report = report;
    this.#pages = this.#pageLines();
    this.#width = this.#pageWidth();
  }

  /** Lines that hold nothing but the number of a page or its running head. */
  #pageLines(): ReadonlySet<number> {
    const { lines } = this.#report;
    const pages = new Set<number>();
    for (let line = 0; line < lines.count; line++)
      if (lines.facts[line]!.kind === LineKind.PageEdge && this.#isOfBody(line)) pages.add(line);
    return pages;
  }

  /** The width in columns at which lines are broken; infinite where they are not. */
  #pageWidth(): number {
    const { lines } = this.#report;
    const widths: number[] = [];
    for (let line = 0; line + 1 < lines.count; line++)
      if (this.#isOfBody(line) && this.#stopsShort(line) && !this.#isBlank(line + 1)) widths.push(this.#columns(line));
    widths.sort((a, b) => b - a);
    const width = widths[fewestLines - 1] ?? 0;
    return width >= narrowestPage ? width : Infinity;
  }

  #isOfBody(line: number): boolean {
    const { lines, itinerary } = this.#report;
    const start = lines.starts[line]!;
    const zone = zoneAt(this.#report, start);
    if (zone === 'cover' || zone === 'contents') return false;
    return !itinerary || start < itinerary.section.start || start >= itinerary.section.end;
  }

  #isBlank(line: number): boolean {
    const { content } = this.#report.lines.facts[line]!;
    return content.start === content.end;
  }

  #columns(line: number): number {
    const { lines, text } = this.#report;
    return columnsOf(text, lines.starts[line]!, lines.starts[line]! + lines.facts[line]!.content.end);
  }

  /** Columns that the first word of a line took in the line above: a Han character takes none, it could have stood there. */
  #firstWord(line: number): number {
    const { lines, text } = this.#report;
    const start = lines.starts[line]! + lines.facts[line]!.content.start;
    return /^[\x21-\x7e]{0,40}/.exec(text.slice(start, start + 40))![0].length;
  }

  /** Whether the words of a line stop within a sentence. */
  #stopsShort(line: number): boolean {
    const { lines, text } = this.#report;
    const facts = lines.facts[line]!;
    if (!isProse(facts) || facts.shape.endsSentence || this.#isBlank(line)) return false;
    const last = lines.starts[line]! + facts.content.end - 1;
    const charClass = classAt(text, last);
    return (
      charClass === CharClass.Han ||
      charClass === CharClass.Latin ||
      charClass === CharClass.Digit ||
      '，、）)」』》'.includes(text[last]!) ||
      hyphen.test(text.slice(Math.max(lines.starts[line]!, last - 1), last + 1))
    );
  }

  /** The line that goes on what `line` says, at once or over the number of a page; undefined where there is none. */
  #restOf(line: number): number | undefined {
    const { lines } = this.#report;
    if (!this.#isOfBody(line) || this.#pages.has(line) || !this.#stopsShort(line)) return undefined;
    let next = line + 1;
    let overPage = false;
    for (; next < lines.count && (this.#isBlank(next) || this.#pages.has(next)); next++)
      if (this.#pages.has(next)) overPage = true;
    if (next >= lines.count || (next > line + 1 && !overPage) || !this.#isOfBody(next)) return undefined;
    if (this.#columns(line) + this.#firstWord(next) < this.#width - slack) return undefined;
    return canGoOn(lines.facts[next]!) ? next : undefined;
  }

  /** The edits that join lines and drop the numbers of pages, in the order of the text. */
  edits(): { readonly joins: readonly TextEdit[]; readonly pages: readonly TextEdit[] } {
    const { lines, text } = this.#report;
    const joins: TextEdit[] = [];
    const pages: TextEdit[] = [];
    let joinedTo = -1;
    for (let line = 0; line < lines.count; line++) {
      if (this.#pages.has(line) && line > joinedTo) {
        const start = lines.starts[line]!;
        const end = line + 1 < lines.count ? lines.starts[line + 1]! : lineEnd(lines, line);
        pages.push({ start, end, expected: text.slice(start, end), text: '' });
      }
      const next = this.#restOf(line);
      if (next === undefined) continue;
      const start = lines.starts[line]! + lines.facts[line]!.content.end;
      const end = lines.starts[next]! + lines.facts[next]!.content.start;
      const isWord = (index: number): boolean =>
        classAt(text, index) === CharClass.Latin || classAt(text, index) === CharClass.Digit;
      const gap = isWord(start - 1) && isWord(end) ? ' ' : '';
      const from = this.#partsWord(line, start, end) ? start - 1 : start;
      joins.push({ start: from, end, expected: text.slice(from, end), text: gap });
      joinedTo = Math.max(joinedTo, next - 1);
    }
    return { joins, pages };
  }

  /** Whether the hyphen before `start`, where `line` ends, parts a word that goes on at `end`. */
  #partsWord(line: number, start: number, end: number): boolean {
    const { lines, text } = this.#report;
    const words = text.slice(Math.max(lines.starts[line]!, start - 20), start);
    return hyphen.test(words) && (words.endsWith('\u00ad') || (/[a-z].$/.test(words) && !ownHyphen.test(words) && /[a-z]/.test(text[end] ?? ''))); // prettier-ignore
  }

  /** How many numbers of pages there are, those between joined lines too. */
  get pageCount(): number {
    return this.#pages.size;
  }
}

/** A paragraph that is set in by two blanks of a Han character's width. */
const indentedParagraph = /^\u3000\u3000(?=\p{Script=Han}.{15})/gmu;

/**
 * The text of `report`, often a piece that is to be pasted, with its broken lines joined, the numbers of pages dropped, and
 * none but the usual blanks: documents have others for their looks.
 */
export function joinedText(report: Report): string {
  const { joins, pages } = new BrokenLines(report).edits();
  return applyEdits(report.text, [...joins, ...pages])
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(indentedParagraph, '');
}

/**
 * Mending what comes of pasting from a PDF: lines that were broken at the page's width are joined, and numbers of pages
 * dropped, all over the body. Headings, lists, tables, cover, 目次 and itinerary stay as they are.
 */
export function lineJoinings(report: Report, locale: Locale): readonly Refactoring[] {
  const broken = new BrokenLines(report);
  const { joins, pages } = broken.edits();
  if (joins.length + pages.length === 0) return [];
  const title = joins.length === 0 ? titles.pages : broken.pageCount === 0 ? titles.joins : titles.both;
  return [
    {
      title: render(title, { joins: joins.length, pages: broken.pageCount }, locale),
      kind: 'refactor.rewrite',
      edits: [...joins, ...pages].sort((a, b) => a.start - b.start),
    },
  ];
}
