/** What a reader of Word files, ODF files or pasted HTML makes of them: blocks in their order, and what is lost. */
import type { Inline } from '../export/document';

export interface ReadDocument {
  readonly blocks: readonly ReadBlock[];
  /** The words of the footnotes; an inline footnote names one by its index. */
  readonly footnotes: readonly (readonly Inline[])[];
  /** The images that figures name, by file name. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly Loss[];
}

export type ReadBlock = ReadParagraph | ReadTable | ReadFigure | ReadBreak;

export interface ReadParagraph {
  readonly kind: 'paragraph';
  /** `contents`: an entry of a table of contents. `front`: the title of 摘要 or 目次, or what looks like it. */
  readonly style: 'heading' | 'front' | 'text' | 'bullet' | 'contents' | 'quotation' | 'code';
  /** Of a heading, 1 for the outermost; of a bullet, how many bullets it stands inside of. */
  readonly level: number;
  /** The number that the program counts, with its marks and gap; empty where there is none. */
  readonly number: string;
  readonly content: readonly Inline[];
  /** The look that it shares with others: two lines of one look belong together on a cover. */
  readonly look: string;
  /** Empty paragraphs stand before it. */
  readonly apart: boolean;
}

export interface ReadTable {
  readonly kind: 'table';
  readonly hasHeader: boolean;
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export interface ReadFigure {
  readonly kind: 'figure';
  /** A name in `images`. */
  readonly image: string;
  readonly description: string;
}

export interface ReadBreak {
  readonly kind: 'pageBreak';
}

/** What could not be carried over as it is, or was carried over in another form. */
export type LossKind =
  | 'inserted'
  | 'deleted'
  | 'comment'
  | 'header'
  | 'footer'
  | 'hidden'
  | 'symbol'
  | 'formula'
  | 'object'
  | 'drawing'
  | 'merged-cells'
  | 'nested-table'
  | 'text-box'
  | 'linked-image'
  | 'unreadable-image'
  | 'macros'
  | 'number-format'
  | 'ruby'
  | 'endnote'
  | 'prompt'
  | 'field';

export interface Loss {
  readonly kind: LossKind;
  /** Index of the block where it was; undefined for what belongs to the whole file. */
  readonly block: number | undefined;
  /** The words that were lost or tell the place; may be empty. */
  readonly words: string;
}
