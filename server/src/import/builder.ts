/** Collects blocks, footnotes, images and losses while a file is read: what the readers of all formats share. */
import type { Inline, TextRun } from '../export/document';
import { plainText } from '../export/plainText';
import type { Loss, LossKind, ReadBlock, ReadDocument, ReadParagraph } from './model';

/** Words told of a loss. */
const longestQuotation = 30;

/** What a heading is at most: a paragraph that an author has given the look of a heading is a paragraph. */
const longestHeading = 80;

export class Builder {
  readonly #blocks: ReadBlock[] = [];
  readonly #footnotes: (readonly Inline[])[] = [];
  readonly #images = new Map<string, Uint8Array>();
  readonly #losses: Loss[] = [];
  #apart = false;

  get document(): ReadDocument {
    return { blocks: this.#blocks, footnotes: this.#footnotes, images: this.#images, losses: this.#losses };
  }

  lose(kind: LossKind, words = '', ofFile = false): void {
    const quoted = words.replace(/\s+/g, ' ').trim();
    this.#losses.push({
      kind,
      block: ofFile ? undefined : this.#blocks.length,
      words: quoted.length > longestQuotation ? `${quoted.slice(0, longestQuotation)}…` : quoted,
    });
  }

  add(block: ReadBlock): void {
    this.#blocks.push(block);
    this.#apart = false;
  }

  /** Adds a paragraph; one without words is an empty line. */
  paragraph(read: Omit<ReadParagraph, 'kind' | 'apart'>): void {
    const content = trimmed(read.content);
    if (content.length === 0) {
      // The number of an empty paragraph is a number that the reader sees: it is kept.
      if (read.number === '' || read.style === 'bullet') {
        this.#apart = true;
        return;
      }
    }
    const isLong = wordCount(content) > longestHeading || endsSentence(content);
    const style = read.style === 'heading' && isLong ? 'text' : read.style;
    this.add({ kind: 'paragraph', ...read, style, content, apart: this.#apart });
  }

  pageBreak(): void {
    if (this.#blocks.length > 0 && this.#blocks.at(-1)!.kind !== 'pageBreak') this.add({ kind: 'pageBreak' });
  }

  /** Adds a footnote of `paragraphs`, which becomes one. @returns its index */
  footnote(paragraphs: readonly (readonly Inline[])[]): number {
    const content = paragraphs.flatMap((own, index) => (index > 0 ? [run(' '), ...own] : own));
    return this.#footnotes.push(trimmed(content)) - 1;
  }

  /** Adds a table. @param merged whether cells of it were one, which is told */
  table(rows: readonly (readonly (readonly Inline[])[])[], hasHeader: boolean, merged: boolean): void {
    if (rows.length === 0) return;
    if (merged) {
      const head = rows[0]!.flat().map((inline) => (inline.kind === 'text' ? inline.text : ''));
      this.lose('merged-cells', head.join(' '));
    }
    this.add({ kind: 'table', hasHeader, rows });
  }

  /** Takes an image in. @returns the name by which figures call it */
  image(bytes: Uint8Array, type: string): string {
    for (const [name, known] of this.#images) if (known === bytes) return name;
    const name = `image${this.#images.size + 1}.${type}`;
    this.#images.set(name, bytes);
    return name;
  }
}

export function run(text: string, bold = false, italic = false): TextRun {
  return { kind: 'text', text: plainText(text), bold, italic };
}

function wordCount(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 0), 0);
}

function endsSentence(content: readonly Inline[]): boolean {
  const last = content.at(-1);
  return last?.kind === 'text' && /[。；]\s*$/.test(last.text);
}

/** `content` with neighbours of one look put together, and without blanks and line ends around it. */
export function trimmed(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && inline.text === '') continue;
    if (inline.kind === 'text' && last?.kind === 'text' && last.bold === inline.bold && last.italic === inline.italic)
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  const isEmpty = (inline: Inline | undefined): boolean =>
    inline?.kind === 'break' || (inline?.kind === 'text' && /^\s*$/.test(inline.text));
  while (isEmpty(joined[0])) joined.shift();
  while (isEmpty(joined.at(-1))) joined.pop();
  const first = joined[0];
  if (first?.kind === 'text') joined[0] = { ...first, text: first.text.trimStart() };
  const last = joined.at(-1);
  if (last?.kind === 'text') joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined;
}

/** The kind of an image by its first bytes; undefined for one that no report can show. */
export function imageType(bytes: Uint8Array): string | undefined {
  const starts = (...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (starts(0x42, 0x4d)) return 'bmp';
  return undefined;
}
