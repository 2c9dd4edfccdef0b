/**
 * About on which pages the headings of a document stand: what its table of contents shows until a word processor has set
 * the pages itself. Lines are counted by their columns, as Han characters are all of one width.
 */
import { columnsOf } from './columns';
import { wordsOf } from './document';
import type { Block, Inline, ReportDocument, Table } from './document';
import { headingSize, imageSizeOn, lineHeight, numberIndents, points, textWidth } from './layout';
import type { Images } from './layout';

/** Between Han and Latin characters there is a gap that the columns do not have. */
const gapsInLine = 1.04;
/** Above and below the words of a row of a table, in points. */
const rowEdges = 6;
const tableLine = 1.2 * 1.15;
const noteLine = 1.2;

/** What a block takes of a page, in points. */
interface Room {
  /** Heights that stay whole: lines, rows, an image. */
  readonly parts: readonly number[];
  /** Where what follows has to stand on the same page: how much of it. */
  readonly keeps: number;
  /** Of the footnotes at the foot of the page. */
  readonly notes: number;
}

/** The page of each heading by its anchor, 1 for the first page of the body. */
export function pagesOf(document: ReportDocument, images: Images): ReadonlyMap<string, number> {
  const { page, margins } = document.form;
  const height = points(page.height - margins.top - margins.bottom);
  const pages = new Map<string, number>();
  let [number, used, notes] = [1, 0, 0];
  const turn = (): void => {
    number++;
    [used, notes] = [0, 0];
  };
  for (const block of document.body) {
    if (block.kind === 'pageBreak') {
      if (used > 0) turn();
      continue;
    }
    const room = roomOf(block, document, images);
    notes += room.notes;
    const whole = room.keeps > 0 ? room.parts.reduce((sum, part) => sum + part, room.keeps) : 0;
    if (used > 0 && used + whole + notes > height) turn();
    for (const [index, part] of room.parts.entries()) {
      if (used > 0 && used + part + notes > height) turn();
      if (index === 0 && block.kind === 'heading') pages.set(block.anchor, number);
      used += part;
    }
  }
  return pages;
}

function roomOf(block: Exclude<Block, { kind: 'pageBreak' }>, document: ReportDocument, images: Images): Room {
  const { form, footnotes, numbering } = document;
  const { sizes } = form;
  const line = lineHeight(form, sizes.body);
  /** Lines that `content` takes, `indent` characters of the body narrower than the text. */
  const lines = (content: readonly Inline[], size: number, indent = 0): number =>
    linesOf(content, points(textWidth(form)) / size - indent);
  const notesIn = (content: readonly Inline[]): number =>
    content.reduce(
      (sum, inline) =>
        inline.kind === 'footnote' ? sum + lines(footnotes[inline.index]!, sizes.footnote) * sizes.footnote * noteLine : sum,
      0,
    ); // prettier-ignore
  const flowing = (count: number, of: number): number[] => Array<number>(count).fill(of);
  switch (block.kind) {
    case 'heading': {
      const size = headingSize(form, block.level);
      const around = block.level === 1 ? 18 : 9;
      const height = lines(block.content, size, 2) * lineHeight(form, size) + around;
      return { parts: [height], keeps: 2 * line, notes: notesIn(block.content) };
    }
    case 'paragraph': {
      const { style, content, level, depth } = block;
      if (style === 'code') return { parts: flowing(lines(content, sizes.body), 12), keeps: 0, notes: 0 };
      const left = (numberIndents(numbering)[level]?.left ?? 0) + (style === 'bullet' ? depth + 1 : 0);
      const indent = style === 'quotation' ? 4 : left;
      const own = style === 'text' ? [{ kind: 'text', text: '　'.repeat(form.firstLineIndent), bold: false, italic: false } as const, ...content] : content; // prettier-ignore
      return { parts: flowing(lines(own, sizes.body, indent), line), keeps: 0, notes: notesIn(content) };
    }
    case 'caption':
      return { parts: [line + 9], keeps: block.place === 'above' ? 2 * line : 0, notes: notesIn(block.content) };
    case 'table':
      return { parts: rowsOf(block, points(textWidth(form)), sizes.table), keeps: 0, notes: 0 };
    case 'figure': {
      const image = images.get(block.source);
      const height = image ? points(imageSizeOn(form, image).height) : 0;
      return { parts: [Math.max(line, height)], keeps: image ? line : 0, notes: 0 };
    }
  }
}

/** The heights of the rows of a table of `width` points. */
function rowsOf({ rows, shares }: Table, width: number, size: number): readonly number[] {
  const line = size * tableLine;
  return rows.map(
    (row) =>
      Math.max(...row.map(({ content }, column) => linesOf(content, (shares[column]! * width - 2 * rowEdges) / size))) *
        line +
      rowEdges,
  );
}

/** Lines that `content` takes in a width of so many Han characters. */
function linesOf(content: readonly Inline[], width: number): number {
  const words = content.map((inline) => (inline.kind === 'break' ? '\n' : wordsOf([inline]))).join('');
  const room = Math.max(1, Math.floor(width)) * 2;
  return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((columnsOf(line) * gapsInLine) / room)), 0); // prettier-ignore
}
