/**
 * The finished document as all writers see it, and as a reader of Word or ODF files can make one too: small, plain data
 * that knows neither the report's text nor any file format. Every text in it is fit for XML (`plainText.ts`).
 */
import type { CoverFieldId, ReportForm } from '../knowledge/types';
import type { NumberSystem } from '../report/model/lines';
import type { CalendarDate } from '../text/calendar';

export interface ReportDocument {
  readonly properties: DocumentProperties;
  readonly form: ReportForm;
  /** The lines of the cover in their order; empty where there is no cover. */
  readonly cover: readonly CoverLine[];
  /** 摘要 and 目次 in their order, each on pages of its own and without a page number. */
  readonly front: readonly FrontPart[];
  readonly body: readonly Block[];
  /** The words of the footnotes; an inline footnote names one by its index. */
  readonly footnotes: readonly (readonly Inline[])[];
  /** The levels of the outline numbers that the report uses, the outermost first. */
  readonly numbering: readonly NumberingLevel[];
}

export interface DocumentProperties {
  readonly title: string;
  /** 出國類別, as written. */
  readonly category: string;
  readonly agencies: readonly string[];
  readonly keywords: readonly string[];
  /** 報告日期. */
  readonly date: CalendarDate | undefined;
}

export interface CoverLine extends SourceLine {
  readonly role: 'kind' | 'title' | 'field' | 'note';
  /** Of a field that counts for the report; undefined for one that the tables do not know, or that another goes before. */
  readonly id: CoverFieldId | undefined;
  /** Of a field, without its colon. */
  readonly label: string;
  readonly content: readonly Inline[];
}

export type FrontPart =
  | ({ readonly kind: 'abstract'; readonly title: string; readonly blocks: readonly Block[] } & SourceLine)
  | ({
      readonly kind: 'contents';
      readonly title: string;
      readonly entries: readonly ContentsEntry[];
      /** The entries are the headings down to this level. */
      readonly depth: number;
    } & SourceLine);

/** An entry of the table of contents: a heading of the body. */
export interface ContentsEntry {
  /** The `anchor` of the heading. */
  readonly anchor: string;
  readonly level: number;
  /** Number and title as they stand in the body. */
  readonly title: string;
}

/** Where in the report's text something comes from: the index of its first line. */
export interface SourceLine {
  readonly line: number;
}

export type Block = Heading | Paragraph | Table | Figure | Caption | PageBreak;

export interface Heading extends SourceLine {
  readonly kind: 'heading';
  /** 1 for a chapter; never more than one deeper than the heading before it. */
  readonly level: number;
  readonly number: OutlineNumber | undefined;
  readonly content: readonly Inline[];
  /** Unique in the document: a name for links and bookmarks. */
  readonly anchor: string;
}

export interface Paragraph extends SourceLine {
  readonly kind: 'paragraph';
  /**
   * `text` under a heading; `item` with an outline number; `bullet`; `continued`, which goes on below an item;
   * `quotation`; `code`, whose line ends and blanks count.
   */
  readonly style: 'text' | 'item' | 'bullet' | 'continued' | 'quotation' | 'code';
  /** Of an item. */
  readonly number: OutlineNumber | undefined;
  /** Index into `numbering` of the item it is or belongs to, -1 under a heading; of a bullet how deep it is inside that. */
  readonly level: number;
  /** Of a bullet: how many bullets it stands inside of. */
  readonly depth: number;
  readonly content: readonly Inline[];
}

export interface Table extends SourceLine {
  readonly kind: 'table';
  /** The first row names the columns. */
  readonly hasHeader: boolean;
  /** Every row has as many cells as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** The share of each column in the width; they sum up to 1. */
  readonly shares: readonly number[];
  /** What it is, for those who can't see it. */
  readonly description: string;
}

export type CellAlignment = 'center' | 'right';

export interface Cell {
  readonly content: readonly Inline[];
  /** Where its lines stand; at the left where nothing says so. */
  readonly alignment?: CellAlignment;
}

/** 「表 1　各會員出席情形」, 「圖 2：…」. */
export interface Caption extends SourceLine {
  readonly kind: 'caption';
  readonly sequence: '表' | '圖';
  /** What stands between 表 and the number, and between the number and the words. */
  readonly gaps: readonly [string, string];
  /** The number as written. */
  readonly number: string;
  /** Whether counting the captions of this sequence gives that number. */
  readonly automatic: boolean;
  readonly content: readonly Inline[];
  /** Above what it names (a table) or below it (a figure). */
  readonly place: 'above' | 'below';
}

export interface Figure extends SourceLine {
  readonly kind: 'figure';
  /** The address as the report has it: a path relative to the report's folder, if it is one at all. */
  readonly source: string;
  readonly description: string;
}

export interface PageBreak extends SourceLine {
  readonly kind: 'pageBreak';
}

/** A level of the outline numbers: how its numbers look. */
export interface NumberingLevel {
  readonly system: NumberSystem;
  /** Before and behind the numeral: （ and ）, nothing and 、. */
  readonly before: string;
  readonly behind: string;
  /** Whether a blank parts the number from the words. */
  readonly spaced: boolean;
}

export interface OutlineNumber {
  /** Index into `numbering`. */
  readonly level: number;
  readonly value: number;
  /** As written, with its brackets or mark. */
  readonly written: string;
  /** Whether counting gives what is written; if not, the written number is text. */
  readonly automatic: boolean;
  /** The count begins again at 1 here, though a program would count on: from one of its level, or one that was passed over. */
  readonly restarts: boolean;
}

export type Inline = TextRun | Link | FootnoteMark | LineBreak;

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface Link {
  readonly kind: 'link';
  /** An absolute address: http, https or mailto. */
  readonly target: string;
  readonly content: readonly TextRun[];
}

export interface FootnoteMark {
  readonly kind: 'footnote';
  readonly index: number;
}

export interface LineBreak {
  readonly kind: 'break';
}

/** The words of `content` without any form; footnotes left out. */
export function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'link':
          return inline.content.map(({ text }) => text).join('');
        case 'break':
          return ' ';
        case 'footnote':
          return '';
      }
    })
    .join('');
}
