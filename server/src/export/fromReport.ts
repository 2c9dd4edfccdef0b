/** The finished document of a report: what the author sees in the text, as cover, 摘要, 目次 and blocks of the body. */
import type { ReportForm } from '../knowledge/types';
import { lineAt, lineEnd } from '../report/model/lines';
import type { Section } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import { beginsSection } from '../report/queries/headingStyle';
import { captionIn, CaptionCount, describedByCaptions, endsWithFigure, isFigureBelow } from './captions';
import type { CaptionWords } from './captions';
import { columnsOf } from './columns';
import { contentsOf, titleWords } from './contents';
import { coverLines } from './cover';
import { wordsOf } from './document';
import type { Block, Cell, CoverLine, Figure, FrontPart, Heading, Inline, ReportDocument } from './document';
import { propertiesOf } from './documentProperties';
import { hiddenLines } from './hiddenLines';
import { readInline } from './inline';
import type { InlineImage, ReadInline } from './inline';
import { missingImage, points, textWidth } from './layout';
import { blankGap, isBlankLine, titleIn, writtenIn } from './lines';
import type { PrintedReport } from './lines';
import { NumberCount, numberingOf } from './numbering';
import { paragraphAt } from './paragraphLines';
import { plainText } from './plainText';
import { alignedTableAt, isHeader, isRow, sharesOf, tableAt } from './tables';
import type { TableLines } from './tables';

export interface ExportOptions {
  readonly form: ReportForm;
  /** Whether a report without 目次 gets one: the profile asks for it or allows it. */
  readonly contents: boolean;
}

const deepestHeading = 6;

/** The document of `report` in the form of its agency. Total: any report has one. */
export function documentOf(report: Report, options: ExportOptions): ReportDocument {
  return new Builder(report, options).document();
}

class Builder {
  readonly #report: Report;
  readonly #options: ExportOptions;
  readonly #printed: PrintedReport;
  readonly #footnotes: (readonly Inline[])[] = [];
  readonly #count: NumberCount;
  readonly #captions = new CaptionCount();
  #anchors = 0;

  constructor(report: Report, options: ExportOptions) {
    this.#report = report;
    this.#options = options;
    const sections = new Map(report.allSections.map((section) => [section.line, section]));
    this.#printed = { report, hidden: hiddenLines(report), sections };
    this.#count = new NumberCount(numberingOf(report, this.#printed.hidden));
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
    const table = contentsOf(this.#report, body, this.#options.contents, this.#count.levels);
    if (table) {
      const before = contents !== undefined && abstract !== undefined && contents.line < abstract.line;
      if (before) front.unshift(table);
      else front.push(table);
    }
    return {
      properties: propertiesOf(this.#report, cover, front),
      form: this.#options.form,
      cover,
      front,
      body: describedByCaptions(body),
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
      const words = this.#printed.hidden.footnotes.get(label);
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
    return { kind: 'abstract', title: titleWords(this.#report, abstract.title), blocks, line: abstract.line };
  }

  // --------------------------------------------------------------------------------------------------------- blocks

  #isHidden(line: number): boolean {
    const kind = this.#printed.hidden.kinds[line];
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
    const kind = this.#printed.hidden.kinds[line]!;
    if (kind === 'hidden' || kind === 'edge') return line + 1;
    if (kind === 'code') return this.#code(line, to, state);
    if (text.slice(offset, offset + facts.length).includes('\f') && state.into.length > 0)
      state.into.push({ kind: 'pageBreak', line });
    if (isBlankLine(facts)) return line + 1;
    const section = this.#printed.sections.get(line);
    if (section) return this.#section(section, to, state);
    const words = text.slice(offset + writtenIn(facts).start, offset + writtenIn(facts).end);
    if (/^\|[\s\-:|]*$/.test(words) && /-/.test(words)) return line + 1;
    if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(words)) return line + 1;
    if (isRow(facts, words)) return this.#table(tableAt(this.#printed, line, to), line, state);
    if (blankGap.test(words)) {
      const table = alignedTableAt(this.#printed, line, to);
      if (table) return this.#table(table, line, state);
    }
    const named = captionIn(words, facts);
    if (named) {
      state.into.push(...this.#caption(named, line, to, endsWithFigure(state.into)));
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
    const { behind, words: whole } = paragraphAt(this.#printed, line, to);
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
    for (; next < to && this.#printed.hidden.kinds[next] === 'code'; next++) {
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
      const { behind, words } = paragraphAt(this.#printed, line, to);
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
    const { behind, words } = paragraphAt(this.#printed, line, to);
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
    if (!number || beginsSection(number.system) || marks > 0) return false;
    const { behind, words: whole } = paragraphAt(this.#printed, line, to);
    return (
      behind > line + 1 && !whole.includes('<br>') && /[，；]/.test(paragraphAt(this.#printed, line, line + 1).words)
    );
  }

  /** @param isFigureAbove a figure that has no caption stands right before this one */
  #caption(caption: CaptionWords, line: number, to: number, isFigureAbove: boolean): readonly Block[] {
    const { sequence, gaps, number, title } = caption;
    const place = sequence === '表' || (isFigureBelow(this.#report, line, to) && !isFigureAbove) ? 'above' : 'below';
    const automatic = this.#captions.next(caption);
    const { content, images } = this.#inline(title);
    return [{ kind: 'caption', sequence, gaps, number, automatic, content, place, line }, ...figuresOf(images, line)];
  }

  /** @returns the line behind it */
  #table({ rows: lines, hasHeader: marked, alignments, behind }: TableLines, line: number, state: BlockState): number {
    const read = lines.map((row) => row.map((cell) => this.#inline(cell)));
    // Images stand below the table; one of nothing but images was there to set them side by side.
    const figures = figuresOf(
      read.flatMap((row) => row.flatMap(({ images }) => images)),
      line,
    );
    if (figures.length > 0 && read.every((row) => row.every(({ content }) => !hasWords(content)))) {
      state.into.push(...figures);
      return behind;
    }
    const rows = read.map((row, index) =>
      row.map(({ content }, column): Cell => {
        const alignment = marked && index === 0 ? undefined : alignments[column]; // names of columns are centred anyway
        return alignment ? { content, alignment } : { content };
      }),
    );
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (const row of rows) while (row.length < columns) row.push({ content: [] });
    const hasHeader = marked || (rows.length > 1 && isHeader(rows[0]!));
    const heading = state.headings.at(-1);
    const before = state.into.at(-1);
    const description =
      before?.kind === 'caption' ? wordsOf(before.content) : heading ? titleWords(this.#report, heading.title) : '';
    state.into.push(
      { kind: 'table', hasHeader, rows, shares: sharesOf(rows, columns, this.#room), description, line },
      ...figures,
    );
    return behind;
  }
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

function figuresOf(images: readonly InlineImage[], line: number): Figure[] {
  return images.map((image) => ({ kind: 'figure', ...image, line }));
}

function hasWords(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.kind === 'footnote' || wordsOf([inline]).trim() !== '');
}

/** What stands behind a title on its line, without the end of its bold and its colon. */
function behindTitle(words: string): string {
  let start = 0;
  while (start < words.length && '*：: \t\u3000'.includes(words[start]!)) start++;
  return words.slice(start);
}
