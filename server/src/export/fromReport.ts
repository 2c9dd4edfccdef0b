/** The finished document of a report: what the author sees in the text, as cover, 摘要, 目次 and blocks of the body. */
import type { ReportForm } from '../knowledge/types';
import { coverField, dayOf, datesIn } from '../report/queries/period';
import { lineAt, lineEnd } from '../report/model/lines';
import type { LineFacts } from '../report/model/lines';
import type { Section } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import { CharClass, classAt, skipBlanks, trimBlanksEnd } from '../text/characters';
import type { Span } from '../text/span';
import type {
  Block,
  Caption,
  Cell,
  ContentsEntry,
  CoverLine,
  DocumentProperties,
  FrontPart,
  Figure,
  Heading,
  Inline,
  ReportDocument,
} from './document';
import { columnsOf } from './columns';
import { coverLines } from './cover';
import { wordsOf } from './document';
import { footnote, hiddenLines } from './hiddenLines';
import type { HiddenLines } from './hiddenLines';
import { readInline } from './inline';
import type { InlineImage, ReadInline } from './inline';
import { missingImage, points, textWidth } from './layout';
import { blankGap, cellsIn, isBlankLine, titleIn, writtenIn } from './lines';
import { NumberCount, numberingOf } from './numbering';
import { plainText } from './plainText';

export interface ExportOptions {
  readonly form: ReportForm;
  /** Whether a report without 目次 gets one: the profile asks for it or allows it. */
  readonly contents: boolean;
}

/** A line that breaks off is the first part of a paragraph only where it is about full: so many columns, Han characters take two. */
const fullLine = 48;
/** Levels of headings in 目次 where the report's own says none. */
const usualDepth = 2;
const deepestHeading = 6;
const longestCaption = 80;

/** 「表 1　…」: what it names, the gap, the number, the gap, the words. */
const caption = /^([表圖])([ \u3000]{0,2})(\d{1,3}|[一二三四五六七八九十]{1,3})([ \u3000：:．.、]{1,3})(\S.*)$/;

/** The document of `report` in the form of its agency. Total: any report has one. */
export function documentOf(report: Report, options: ExportOptions): ReportDocument {
  return new Builder(report, options).document();
}

class Builder {
  readonly #report: Report;
  readonly #options: ExportOptions;
  readonly #hidden: HiddenLines;
  readonly #footnotes: (readonly Inline[])[] = [];
  readonly #sections = new Map<number, Section>();
  readonly #count: NumberCount;
  readonly #captions = { 表: 0, 圖: 0 };
  #anchors = 0;

  constructor(report: Report, options: ExportOptions) {
    this.#report = report;
    this.#options = options;
    this.#hidden = hiddenLines(report);
    for (const section of report.allSections) this.#sections.set(section.line, section);
    this.#count = new NumberCount(numberingOf(report, this.#hidden));
  }

  document(): ReportDocument {
    const { abstract, contents, lines } = this.#report;
    const cover = this.#cover();
    const coverTo = this.#report.cover.end > 0 ? this.#lineBehind(this.#report.cover.end) : 0;
    const aside: { from: number; to: number }[] = [{ from: 0, to: coverTo }];
    const front: FrontPart[] = [];
    if (abstract) {
      aside.push({ from: abstract.line, to: abstract.toLine });
      front.push(this.#abstract(abstract));
    }
    if (contents) aside.push({ from: contents.line, to: contents.toLine });
    aside.sort((a, b) => a.from - b.from);
    const body: Block[] = [];
    let next = 0;
    for (const { from, to } of [...aside, { from: lines.count, to: lines.count }]) {
      if (from > next) this.#blocks(next, from, undefined, body);
      next = Math.max(next, to);
    }
    const table = this.#contents(body);
    if (table) {
      const before = contents !== undefined && abstract !== undefined && contents.line < abstract.line;
      if (before) front.unshift(table);
      else front.push(table);
    }
    return {
      properties: this.#properties(cover, front),
      form: this.#options.form,
      cover,
      front,
      body,
      footnotes: this.#footnotes,
      numbering: this.#count.levels,
    };
  }

  /** Columns of a line of a table that is as wide as the page's text. */
  get #room(): number {
    const { form } = this.#options;
    return (points(textWidth(form)) / form.sizes.table) * 2;
  }

  /** The line that begins at `offset`, where something ends. */
  #lineBehind(offset: number): number {
    const { lines } = this.#report;
    const line = lineAt(lines, offset);
    return lines.starts[line]! < offset ? line + 1 : line;
  }

  #inline(text: string): ReadInline {
    return readInline(text, (label) => {
      const words = this.#hidden.footnotes.get(label);
      if (words === undefined) return undefined;
      // A note that several places name is written for each: Word has no other way.
      return this.#footnotes.push(readInline(words, () => undefined).content) - 1;
    });
  }

  // -------------------------------------------------------------------------------------------------------- cover

  #cover(): readonly CoverLine[] {
    const { end } = this.#report.cover;
    return coverLines(
      this.#report,
      end > 0 ? this.#lineBehind(end) : 0,
      (line) => !this.#isHidden(line),
      (words) => {
        const { content, images } = this.#inline(words);
        // A cover shows no images: what one is stands in its place.
        const named = images.map(({ description, source }) => missingImage(description, source));
        return [...content, ...named.map((text): Inline => ({ kind: 'text', text, bold: false, italic: false }))];
      },
    );
  }

  #properties(cover: readonly CoverLine[], front: readonly FrontPart[]): DocumentProperties {
    const report = this.#report;
    const field = (id: Parameters<typeof coverField>[1]): string => {
      const found = coverField(report, id);
      return found ? plainText(textOf(report, found.value).replace(/\s+/g, ' ')) : '';
    };
    const date = coverField(report, 'report-date');
    return {
      title: joined(cover.filter(({ role }) => role === 'title').map(({ content }) => wordsOf(content))),
      category: field('category'),
      agencies: agenciesOf(cover),
      keywords: keywordsOf(front),
      date: date && dayOf(datesIn(report, date.value)[0]?.from),
    };
  }

  // -------------------------------------------------------------------------------------------------- front matter

  #abstract(abstract: Section): FrontPart {
    const { text } = this.#report;
    const blocks: Block[] = [];
    const end = lineEnd(this.#report.lines, abstract.line);
    const rest = behindTitle(text.slice(Math.min(abstract.content.start, end), end)).trim();
    this.#blocks(
      abstract.line + 1,
      abstract.toLine,
      rest === '' ? undefined : { text: rest, line: abstract.line },
      blocks,
    );
    return { kind: 'abstract', title: this.#titleOf(abstract.title), blocks, line: abstract.line };
  }

  #titleOf(span: Span): string {
    // The notes of a title are written where it stands, not where it is named.
    const { content } = readInline(textOf(this.#report, span).trim(), () => 0);
    return wordsOf(content).replace(/[：:]$/, '');
  }

  #contents(body: readonly Block[]): FrontPart | undefined {
    const { contents } = this.#report;
    const headings = body.filter((block): block is Heading => block.kind === 'heading');
    if (!contents && (!this.#options.contents || headings.filter(({ level }) => level === 1).length < 2))
      return undefined;
    let depth = contents && contents.entries.length > 0 ? 1 : usualDepth;
    const listed = new Set((contents?.entries ?? []).map(({ title }) => keyOf(textOf(this.#report, title))));
    for (const heading of headings)
      if (listed.has(keyOf(wordsOf(heading.content)))) depth = Math.max(depth, heading.level);
    const entries = headings
      .filter(({ level }) => level <= depth)
      .map(({ anchor, level, number, content }): ContentsEntry => ({
        anchor,
        level,
        title: this.#numbered(number) + wordsOf(content),
      }));
    return {
      kind: 'contents',
      title: contents ? this.#titleOf(contents.title) : '目次',
      entries,
      depth,
      // One that the report does not have comes from what it lists.
      line: contents?.line ?? headings[0]!.line,
    };
  }

  /** `number` as it stands before words. */
  #numbered(number: Heading['number']): string {
    if (!number) return '';
    return number.written + (this.#count.levels[number.level]!.spaced ? ' ' : '');
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #isHidden(line: number): boolean {
    const kind = this.#hidden.kinds[line];
    return kind === 'hidden' || kind === 'edge';
  }

  /**
   * Adds the blocks of the lines `[from, to)`.
   * @param opening words that stand before them, of the line that names their part
   */
  #blocks(
    from: number,
    to: number,
    opening: { readonly text: string; readonly line: number } | undefined,
    into: Block[],
  ): void {
    const state: BlockState = { headings: [], level: -1, into };
    if (opening) this.#paragraph(opening.text, opening.line, state);
    let line = from;
    while (line < to) line = this.#block(line, to, state);
  }

  /** Adds the block that begins on `line`. @returns the line behind it */
  #block(line: number, to: number, state: BlockState): number {
    const { lines, text } = this.#report;
    const facts = lines.facts[line]!;
    const offset = lines.starts[line]!;
    const kind = this.#hidden.kinds[line]!;
    if (kind === 'hidden' || kind === 'edge') return line + 1;
    if (kind === 'code') return this.#code(line, to, state);
    if (text.slice(offset, offset + facts.length).includes('\f') && state.into.length > 0)
      state.into.push({ kind: 'pageBreak', line });
    if (isBlankLine(facts)) return line + 1;
    const section = this.#sections.get(line);
    if (section) return this.#section(section, to, state);
    const words = text.slice(offset + writtenIn(facts).start, offset + writtenIn(facts).end);
    if (/^\|[\s\-:|]*$/.test(words) && /-/.test(words)) return line + 1;
    if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(words)) return line + 1;
    if (isRow(facts, words)) return this.#table(line, to, state);
    if (blankGap.test(words)) {
      const behind = this.#aligned(line, to, state);
      if (behind > line) return behind;
    }
    const named = this.#captionIn(words, line);
    if (named) {
      state.into.push(...this.#caption(named, line, to, state.into.at(-1)?.kind === 'figure'));
      return line + 1;
    }
    if (facts.shape.marks > 0) {
      // A heading that the outline does not have: inside 摘要
      const content = this.#inline(
        text.slice(offset + facts.shape.title.start, offset + facts.shape.title.end),
      ).content;
      state.into.push(
        paragraph(
          'text',
          line,
          content.map((inline) => (inline.kind === 'text' ? { ...inline, bold: true } : inline)),
        ),
      );
      return line + 1;
    }
    const { behind, joined: whole } = this.#joined(line, to);
    if (facts.shape.bullet) {
      const start = whole.search(/[^\s\-*+•‧●]/);
      const depth = Math.min(4, Math.floor(columnsOf(text.slice(offset, offset + writtenIn(facts).start)) / 2));
      this.#words(whole.slice(Math.max(0, start)), line, state, { style: 'bullet', depth });
    } else if (words.startsWith('>')) {
      this.#words(whole.replace(/^(?:>\s?)+/, ''), line, state, { style: 'quotation', depth: 0 });
    } else this.#paragraph(whole, line, state);
    return behind;
  }

  #paragraph(text: string, line: number, state: BlockState): void {
    this.#words(text, line, state, { style: state.level < 0 ? 'text' : 'continued', depth: 0 });
  }

  #words(
    text: string,
    line: number,
    { into, level }: BlockState,
    { style, depth }: { readonly style: 'text' | 'continued' | 'bullet' | 'quotation'; readonly depth: number },
  ): void {
    const { content, images } = this.#inline(text);
    if (hasWords(content)) into.push({ kind: 'paragraph', style, number: undefined, level, depth, content, line });
    into.push(...figuresOf(images, line));
  }

  #code(line: number, to: number, state: BlockState): number {
    const { lines, text } = this.#report;
    const content: Inline[] = [];
    let next = line;
    for (; next < to && this.#hidden.kinds[next] === 'code'; next++) {
      if (next > line) content.push({ kind: 'break' });
      const words = text.slice(lines.starts[next], lineEnd(lines, next));
      if (words !== '') content.push({ kind: 'text', text: plainText(words), bold: false, italic: false });
    }
    state.into.push({
      kind: 'paragraph',
      style: 'code',
      number: undefined,
      level: state.level,
      depth: 0,
      content,
      line,
    });
    return next;
  }

  /** A heading or an item with what stands on its line. */
  #section(section: Section, to: number, state: BlockState): number {
    const { lines, text } = this.#report;
    const { line, number: written, title } = section;
    const facts = lines.facts[line]!;
    const { shape } = facts;
    const whole = titleIn(facts);
    const place = writtenIn(facts);
    const end = lines.starts[line]! + place.end;
    while (state.headings.length > 0 && state.headings.at(-1)!.toLine <= line) state.headings.pop();
    if (
      section.kind === 'item' ||
      this.#isListed(section, state) ||
      this.#leadsIn(section) ||
      this.#isCutOff(section, to)
    ) {
      const number = written && this.#count.next(written, text);
      const { behind, joined: words } = this.#joined(line, to);
      const from = written ? written.end - lines.starts[line]! - place.start : 0;
      // 「**1. 標題**：…」: bold that begins before the number goes on behind it.
      const opened = text.slice(lines.starts[line]! + facts.content.start, written?.start).includes('**') ? '**' : '';
      const { content: inlines, images } = this.#inline(
        (written ? whole.before : '') + opened + words.slice(from).trimStart(),
      );
      state.level = number?.level ?? -1;
      state.into.push({
        kind: 'paragraph',
        style: 'item',
        number,
        level: state.level,
        depth: 0,
        content: inlines,
        line,
      });
      state.into.push(...figuresOf(images, line));
      return behind;
    }
    const number = written && this.#count.next(written, text);
    const runsOn = end > title.end && shape.caption.end < shape.title.end;
    const level = Math.min(deepestHeading, state.headings.length + 1);
    state.headings.push(section);
    state.level = -1;
    const { content, images } = this.#inline(
      whole.before + (runsOn ? text.slice(title.start, title.end) : whole.title),
    );
    const heading: Heading = {
      kind: 'heading',
      level,
      number,
      content,
      anchor: `_Toc${String(++this.#anchors).padStart(6, '0')}`,
      line,
    };
    state.into.push(heading, ...figuresOf(images, line));
    // 「目的：為瞭解…」: the words behind a title on its line are its first paragraph.
    const rest = runsOn ? text.slice(title.end, end) : '';
    const first = behindTitle(rest);
    if (first === '' || !/[^\s*#]/.test(first)) return line + 1;
    const { behind, joined: words } = this.#joined(line, to);
    const skipped = title.end - lines.starts[line]! - place.start + (rest.length - first.length);
    this.#paragraph(words.slice(skipped), line, state);
    return behind;
  }

  /** 「1. 發包方式」 below a heading that `#` marks make one: an entry of a list. */
  #isListed({ marks, number }: Section, { headings }: BlockState): boolean {
    return marks === 0 && number?.system === 'digit' && (headings.at(-1)?.marks ?? 0) > 0;
  }

  /** 「（三）會議討論要點如次：」 among items: words that lead on are no title. */
  #leadsIn({ depth, marks, title }: Section): boolean {
    return depth > 2 && marks === 0 && /[：:]$/.test(textOf(this.#report, title));
  }

  /** A numbered line that looks like a title only because a line end has cut its sentence. */
  #isCutOff({ number, marks, line }: Section, to: number): boolean {
    if (!number || number.system === 'formal' || marks > 0) return false;
    const { behind, joined: whole } = this.#joined(line, to);
    return behind > line + 1 && !whole.includes('<br>') && /[，；]/.test(this.#joined(line, line + 1).joined);
  }

  /** The words of the paragraph that begins on `line`, its lines put together. */
  #joined(line: number, to: number): { readonly behind: number; readonly joined: string } {
    const { lines, text } = this.#report;
    const wordsAt = (at: number): string => {
      const content = writtenIn(lines.facts[at]!);
      return text.slice(lines.starts[at]! + content.start, lines.starts[at]! + content.end);
    };
    const parts = [wordsAt(line)];
    // Longer lines than a program leaves, here or just above: every line ends where its author ended it.
    const uncut = [line - 1, line, line + 1].some((at) => at >= 0 && at < to && columnsOf(wordsAt(at)) > longestWrap);
    let last = line;
    let next = line + 1;
    for (; next < to; next++) {
      const before = lines.facts[last]!;
      // The edge of a page cuts a sentence, and does not end it.
      if (!before.shape.endsSentence) next = this.#behindPageEdge(next, to);
      if (next >= to) break;
      const facts = lines.facts[next]!;
      const { shape } = facts;
      if (isBlankLine(facts) || this.#hidden.kinds[next] !== 'text' || this.#sections.has(next)) break;
      if (shape.bullet || shape.cells.length > 0 || shape.marks > 0 || shape.number) break;
      if (this.#beginsDay(next) || footnote.test(facts.written.trimStart())) break;
      const written = parts.at(-1)!;
      // Two blanks at a line's end, or a backslash, force the line end: Markdown.
      const forced = text.slice(lines.starts[last], lineEnd(lines, last)).endsWith('  ');
      if (!before.shape.endsSentence && (forced || written.endsWith('\\'))) {
        parts[parts.length - 1] = `${written.replace(/\\$/, '')}<br>`;
        parts.push(wordsAt(next));
        last = next;
        continue;
      }
      const words = wordsAt(next);
      if (before.shape.endsSentence || columnsOf(written) < fullLine || blankGap.test(written) || blankGap.test(words))
        break;
      if (isEntry(written, words, uncut)) break;
      if (this.#captionIn(words, next)) break;
      parts.push(words.replace(/^>\s?/, ''));
      last = next;
    }
    return { behind: last + 1, joined: joined(parts) };
  }

  /** The line behind the number of a page and the head of the next one, where they stand at `line`; else `line`. */
  #behindPageEdge(line: number, to: number): number {
    const { facts } = this.#report.lines;
    let [next, isEdge] = [line, false];
    for (; next < to; next++) {
      if (this.#hidden.kinds[next] === 'edge') isEdge = true;
      else if (!isBlankLine(facts[next]!)) break;
    }
    return isEdge ? next : line;
  }

  /** Whether a line of the itinerary begins with its date: a day of its own. */
  #beginsDay(line: number): boolean {
    const { lines, itinerary } = this.#report;
    const { dates, content } = lines.facts[line]!;
    const start = lines.starts[line]!;
    if (!itinerary || start < itinerary.section.start || start >= itinerary.section.end) return false;
    return dates[0]?.start === content.start;
  }

  /** What a line is made of that names a table or a figure. */
  #captionIn(words: string, line: number): CaptionWords | undefined {
    if (words.length > longestCaption || !/^\*{0,2}[表圖]/.test(words)) return undefined;
    const found = caption.exec(words.replace(/^\*\*(.*)\*\*$/, '$1'));
    if (!found || this.#report.lines.facts[line]!.shape.endsSentence) return undefined;
    const [, sequence, before, number, behind, title] = found as unknown as readonly [string, '表' | '圖', string, string, string, string]; // prettier-ignore
    return { sequence, gaps: [before, behind], number, title };
  }

  /** @param isFigureAbove a figure stands right before the caption */
  #caption(
    { sequence, gaps, number, title }: CaptionWords,
    line: number,
    to: number,
    isFigureAbove: boolean,
  ): readonly Block[] {
    const place = sequence === '表' || (this.#isFigureBelow(line, to) && !isFigureAbove) ? 'above' : 'below';
    const value = ++this.#captions[sequence];
    const automatic = number === String(value);
    if (!automatic) this.#captions[sequence] = /^\d+$/.test(number) ? Number(number) : value;
    const { content, images } = this.#inline(title);
    return [{ kind: 'caption', sequence, gaps, number, automatic, content, place, line }, ...figuresOf(images, line)];
  }

  /** Whether the next line that is not blank begins with an image, or with a table of images. */
  #isFigureBelow(line: number, to: number): boolean {
    const { facts } = this.#report.lines;
    let next = line + 1;
    while (next < to && isBlankLine(facts[next]!)) next++;
    return next < to && /^\|?\s*!\[/.test(facts[next]!.written.trimStart());
  }

  #table(line: number, to: number, state: BlockState): number {
    const { lines, text } = this.#report;
    const piped = isPiped(text, lines.starts[line]!, lines.facts[line]!);
    const rows: string[][] = [];
    let hasHeader = false;
    let next = line;
    for (; next < to; next++) {
      const facts = lines.facts[next]!;
      const offset = lines.starts[next]!;
      if (this.#hidden.kinds[next] !== 'text' || this.#sections.has(next) || isBlankLine(facts)) break;
      if (isPiped(text, offset, facts) !== piped) break;
      const { cells } = facts.shape;
      if (cells.length === 0) {
        if (!piped) break;
        if (rows.length === 1) hasHeader = true; // |---|---|
        continue;
      }
      if (!piped && !isRow(facts, text.slice(offset + writtenIn(facts).start, lineEnd(lines, next)))) break;
      rows.push([...cellsIn(facts)]);
    }
    this.#addTable(rows, hasHeader, line, state);
    return next;
  }

  /** A table whose columns are set apart by blanks. @returns the line behind it, or `line` where there is none */
  #aligned(line: number, to: number, state: BlockState): number {
    const { lines, text } = this.#report;
    const rows: string[][] = [];
    let next = line;
    for (; next < to; next++) {
      const facts = lines.facts[next]!;
      if (this.#hidden.kinds[next] !== 'text' || this.#sections.has(next) || facts.shape.cells.length > 0) break;
      const offset = lines.starts[next]!;
      const cells = text.slice(offset + writtenIn(facts).start, offset + writtenIn(facts).end).split(blankGap);
      if (cells.length < 2 || (rows.length > 0 && cells.length !== rows[0]!.length)) break;
      rows.push(cells.map((cell) => cell.trim()));
    }
    if (rows.length < 2) return line;
    this.#addTable(rows, false, line, state);
    return next;
  }

  #addTable(words: readonly (readonly string[])[], marked: boolean, line: number, state: BlockState): void {
    const read = words.map((row) => row.map((cell) => this.#inline(cell)));
    // Images stand below the table; one of nothing but images was there to set them side by side.
    const figures = figuresOf(
      read.flatMap((row) => row.flatMap(({ images }) => images)),
      line,
    );
    if (figures.length > 0 && read.every((row) => row.every(({ content }) => !hasWords(content)))) {
      state.into.push(...figures);
      return;
    }
    const rows = read.map((row) => row.map(({ content }): Cell => ({ content })));
    const columns = Math.max(...rows.map((row) => row.length));
    for (const row of rows) while (row.length < columns) row.push({ content: [] });
    const hasHeader = marked || (rows.length > 1 && isHeader(rows[0]!));
    const heading = state.headings.at(-1);
    const before = state.into.at(-1);
    const description =
      before?.kind === 'caption' ? wordsOf(before.content) : heading ? this.#titleOf(heading.title) : '';
    state.into.push(
      { kind: 'table', hasHeader, rows, shares: sharesOf(rows, columns, this.#room), description, line },
      ...figures,
    );
  }
}

interface CaptionWords extends Pick<Caption, 'sequence' | 'gaps' | 'number'> {
  readonly title: string;
}

interface BlockState {
  /** The headings that the next block stands under. */
  readonly headings: Section[];
  /** Level of the item that the next paragraph goes on from, -1 under a heading. */
  level: number;
  readonly into: Block[];
}

function paragraph(style: 'text', line: number, content: readonly Inline[]): Block {
  return { kind: 'paragraph', style, number: undefined, level: -1, depth: 0, content, line };
}

/** The names of the agencies in the fields that say where the travellers work, each once. */
function agenciesOf(cover: readonly CoverLine[]): string[] {
  const names = cover
    .filter(({ id }) => id === 'agency')
    .flatMap(({ content }) => wordsOf(content).split(/[、，,；;]/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** 「a)」, 「(ii)」, 「①」, 「•」 with a tab behind it: how a word processor sets the mark of a list apart when its text is copied. */
const listMark = /^(?:[(（]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[)）.、]|[\p{No}•●○◆■□◎※▪–-])\t/iu;

/** Whether a line is a row of a table. @param words the line without the blanks around it */
function isRow({ shape: { cells } }: LineFacts, words: string): boolean {
  if (words.startsWith('|')) return cells.length > 0;
  return cells.length > 1 && !(cells.length === 2 && listMark.test(words));
}

function figuresOf(images: readonly InlineImage[], line: number): Figure[] {
  return images.map((image) => ({ kind: 'figure', ...image, line }));
}

function isPiped(text: string, offset: number, { content }: LineFacts): boolean {
  return text[offset + content.start] === '|';
}

function hasWords(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.kind === 'footnote' || wordsOf([inline]).trim() !== '');
}

/** Lines put together to one: a blank between Latin words, none beside a Han character. */
function joined(lines: readonly string[]): string {
  let text = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    const end = trimBlanksEnd(text, 0, text.length);
    const start = skipBlanks(line, 0, line.length);
    const isNarrow = (words: string, at: number): boolean => {
      const code = words.charCodeAt(at);
      return code > 0x20 && code < 0x2e80 && classAt(words, at) !== CharClass.Blank;
    };
    const blank = end > 0 && start < line.length && isNarrow(text, end - 1) && isNarrow(line, start);
    text = `${text.slice(0, end)}${blank && !text.endsWith('>') ? ' ' : ''}${line.slice(start)}`;
  }
  return text;
}

/** More columns than a line has that a program has cut: it ends where its author ended it. */
const longestWrap = 100;

/**
 * Whether `line` is whole and `next` begins something else, as the entries of a list of sources and the lines of an
 * address do: it ends with an address of the network, or is a Latin sentence that no program cut.
 * @param uncut no program cut the lines here
 */
function isEntry(line: string, next: string, uncut: boolean): boolean {
  const goesOn = /^[a-z\d/?#&=%_.~+-]/.test(next);
  if (isAddress(lastWord(line))) return !goesOn;
  return uncut && /[a-z\d)\]][.?!]["”’)]?$/i.test(line) && /^[A-Z\p{Script=Han}[(（「]/u.test(next);
}

/** The letters, digits and signs of ASCII at the end of `line`. */
function lastWord(line: string): string {
  let start = line.length;
  while (start > 0 && line.charCodeAt(start - 1) > 0x20 && line.charCodeAt(start - 1) < 0x7f) start--;
  return line.slice(start);
}

/** Whether a word is an address of the network or of a mailbox. */
function isAddress(word: string): boolean {
  return /^\(?(?:https?:\/\/|www\.)/i.test(word) || /^[^@]+@[^@]+\.\w+$/.test(word);
}

/** What stands behind a title on its line, without the end of its bold and its colon. */
function behindTitle(words: string): string {
  let start = 0;
  while (start < words.length && '*：: \t\u3000'.includes(words[start]!)) start++;
  return words.slice(start);
}

/** A title for finding it again: without blanks, marks and end punctuation. */
function keyOf(title: string): string {
  return title.replace(/[\s*：:。]/g, '');
}

/** Whether a first row without a line below it names columns: short words, no date and no figure. */
function isHeader(row: readonly Cell[]): boolean {
  const known =
    /^(?:日期|時間|日程|星期|天數|地點|國家|城市|行程|工作內容|內容|活動|項目|項次|序號|編號|會議|名稱|機關|單位|姓名|職稱|說明|備註|議程|主題|講者)/;
  const words = row.map(({ content }) => wordsOf(content).replace(/\s/g, ''));
  return words.every((word) => word.length <= 10 && !/\d/.test(word)) && words.some((word) => known.test(word));
}

/** Columns that a cell takes besides its words: its edges, and the gaps that are set between Han and Latin characters. */
const cellEdges = 3;
const gapsInCell = 1.15;
const narrowestColumn = 6;
/** A column of whole paragraphs is as wide as any other of them. */
const widestColumn = 48;

/**
 * The shares of the columns, which sum up to 1: by their longest lines. Where not all find room, the narrow ones keep
 * theirs, so that a column of dates breaks none, and the wide ones part what is left.
 * @param room columns of the page's text, of which a Han character takes two
 */
function sharesOf(rows: readonly (readonly Cell[])[], columns: number, room: number): number[] {
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => longestLine(row[column]!.content)));
    return Math.max(narrowestColumn, longest * gapsInCell + cellEdges);
  });
  const narrowFirst = widths.map((_, column) => column).sort((a, b) => widths[a]! - widths[b]!);
  let left = room;
  const kept = new Set<number>();
  for (const [index, column] of narrowFirst.entries()) {
    if (widths[column]! > left / (columns - index)) break;
    left -= widths[column]!;
    kept.add(column);
  }
  const wide = widths.map((width, column) => (kept.has(column) ? 0 : Math.min(widestColumn, width)));
  const sum = wide.reduce((total, width) => total + width, 0);
  const given = widths.map((width, column) => (kept.has(column) ? width : (left * wide[column]!) / sum));
  const total = given.reduce((all, width) => all + width, 0);
  return given.map((width) => width / total);
}

/** Columns of the longest line of a cell. */
function longestLine(content: readonly Inline[]): number {
  let [longest, line] = [0, 0];
  for (const inline of content) {
    line = inline.kind === 'break' ? 0 : line + columnsOf(wordsOf([inline]));
    longest = Math.max(longest, line);
  }
  return longest;
}

/** The words of a line 「關鍵詞：…」 in 摘要. */
function keywordsOf(front: readonly FrontPart[]): string[] {
  for (const part of front) {
    if (part.kind !== 'abstract') continue;
    for (const block of part.blocks) {
      if (block.kind !== 'paragraph') continue;
      const words = wordsOf(block.content);
      const label = /^關鍵[詞字]\s*[：:]/.exec(words)?.[0];
      if (label !== undefined)
        return words
          .slice(label.length)
          .replace(/。$/, '')
          .split(/[、，,；;]/)
          .map((word) => word.trim())
          .filter((word) => word !== '');
    }
  }
  return [];
}
