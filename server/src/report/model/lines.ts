import type { AcronymRow, CoverFieldId, CoverLabelSubject, NameRow, PartId, WordRow } from '../../knowledge/types';
import type { Stretch } from '../../text/prose';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import type { DateExpression } from './dates';

/** The ways to write an outline number, from the outermost level to the innermost. */
export type NumberSystem =
  | 'formal' // 壹、
  | 'chapter' // 第一章
  | 'roman' // I. or Ⅰ、
  | 'section' // 第一節
  | 'han' // 一、
  | 'han-bracketed' // （一）
  | 'digit' // 1.
  | 'digit-bracketed' // (1)
  | 'letter' // A.
  | 'stem' // 甲、
  | 'stem-bracketed'; // （甲）

/** What a line is in the blocks of a text. */
export const enum LineKind {
  Prose = 0,
  /** Nothing of it is prose: code, front matter, a comment, the definition of a reference. */
  Apart = 1,
  /** In a block of HTML: its tags are no prose. */
  Html = 2,
  /** The number of a page, or the running head beside it: read over as a blank line is. */
  PageEdge = 3,
  /** Prose that begins with the number of a chapter, which nothing parts from its title: 第一章緒論. */
  Chapter = 4,
}

/** Whether a line of `kind` is read as prose is. */
export function isProse(kind: LineKind): boolean {
  return kind === LineKind.Prose || kind === LineKind.Chapter;
}

/**
 * What a physical line yields by its own text, whatever stands around it. Offsets count from the line's start, so
 * that the facts of a line that did not change can be used again wherever it has moved to.
 */
export interface LineFacts {
  /** The line as written, without its line end. */
  readonly written: string;
  /**
   * The line as it is read: what is no prose is blotted out, look-alike characters are what they stand for. As long as the
   * line as written.
   */
  readonly text: string;
  /** What of the line is no prose, in order. */
  readonly stretches: readonly Stretch[];
  readonly kind: LineKind;
  /** Whether the line looks as if some of it were no prose. */
  readonly mayHoldMarkup: boolean;
  /** Length in UTF-16 code units, line end not counted. */
  readonly length: number;
  /** Han characters, Unicode script Han; punctuation does not count. */
  readonly han: number;
  /** The line without surrounding blanks (U+3000, no-break blank, tab and BOM are blanks). Empty for a blank line. */
  readonly content: Span;
  readonly shape: LineShape;
  readonly names: readonly NameHit[];
  /** Words of the tables of wording; most lines have none. */
  readonly words: readonly WordHit[];
  readonly acronyms: readonly AcronymHit[];
  readonly definitions: readonly DefinitionHit[];
  readonly dates: readonly DateExpression[];
  /** Union of the cues of scan/cues.ts that occur on the line. */
  readonly cues: number;
  /** Union of the traits of scan/traits.ts that the line shows. */
  readonly traits: number;
  /** Opening round brackets of half width, an outline number's own not counted. */
  readonly halfBrackets: number;
  /** Opening round brackets of full width, an outline number's own not counted. */
  readonly fullBrackets: number;
  /** Union of the bits of what the line holds (lineQuery.ts). */
  readonly holds: number;
  /** The last mark of the line that opens or closes a quotation. */
  readonly lastQuotationMark: QuotationMark | undefined;
}

export interface QuotationMark {
  readonly opens: boolean;
  readonly at: number;
}

/** A number of several levels: 3.1, 3.1.2. */
export interface DecimalNumber {
  readonly values: readonly number[];
  /** Whether the words behind it may be a title; else they are a paragraph. */
  readonly isTitle: boolean;
}

/** How a line begins, and what that may make it. */
export interface LineShape {
  /** `#` marks of a Markdown heading. */
  readonly marks: number;
  /** A Markdown list bullet (`- `, `* `, `+ `, `• `) before the text. */
  readonly bullet: boolean;
  /** An outline number at the start (behind bullet and markup). */
  readonly number: LineNumber | undefined;
  /** The number of a title or paragraph like 「3.1 行程」 or 「3.1.2 座談」, which is a part of its words. */
  readonly decimal: DecimalNumber | undefined;
  /** What tells it from its siblings: `number`, or the last one of `decimal`, whose span is all of that. */
  readonly ordinal: LineNumber | undefined;
  /** The text behind marks, bullet, number and bold markers, blanks trimmed. */
  readonly title: Span;
  /** The lead-in at the start of `title`: bold words, or what stands before the first ：; all of `title` without one. */
  readonly lead: Span;
  /** Words follow the lead-in on the same line: 「1. 包容性為重點：韓國表示…」. */
  readonly runsOn: boolean;
  /** A heading by its own looks: short, no lead-in that runs on, no sentence. Numbered lines that are none are items. */
  readonly heading: boolean;
  /** What an outline calls the line: the title of a heading, the lead-in or the first clause of an item. */
  readonly caption: Span;
  /** The part that the whole title names, or undefined. */
  readonly part: PartId | undefined;
  /** The part that a title put together of names means where it is a chapter's, if `part` says nothing. */
  readonly chapterPart: PartId | undefined;
  /** The labels of the cover that the line holds, each with its value; a line of a PDF may hold several. */
  readonly labels: readonly LineLabel[];
  /** Cells of a table row (parted by tabs, `|` or ｜), trimmed; empty where the line is no row. */
  readonly cells: readonly Span[];
  /** A page number at the end, behind a tab, dots or blanks. */
  readonly page: Span | undefined;
  /** Ends with 。！？ or the like, closing brackets aside. */
  readonly endsSentence: boolean;
}

export interface LineNumber extends Span {
  readonly system: NumberSystem;
  readonly value: number;
  readonly numeral: Span;
}

export interface LineLabel {
  readonly field: CoverFieldId;
  readonly of: CoverLabelSubject;
  readonly label: Span;
  readonly value: Span;
}

export interface NameHit extends Span {
  readonly row: NameRow;
  readonly quoted: boolean;
}

export interface WordHit extends Span {
  readonly row: WordRow;
  readonly quoted: boolean;
}

/** A Latin word that is written like an acronym: CTI, MSMEs, A2C2, 5G, FTA in FTA/RTA. */
export interface AcronymHit extends Span {
  readonly text: string;
  /** Rows of the glossary with this very spelling. */
  readonly glossary: readonly AcronymRow[];
  /** Somebody else's words: inside quotation marks, an English phrase or an address. */
  readonly quoted: boolean;
  /** It is the acronym of a definition on this line. */
  readonly defines: boolean;
}

export interface DefinitionHit extends Span {
  readonly text: string;
  readonly acronym: Span;
  readonly name: Span;
  readonly exact: boolean;
  readonly english: Span | undefined;
}

/** The physical lines of a text. Line ends are `\n`, `\r\n` and `\r`, as in the Language Server Protocol. */
export interface LineTable {
  readonly count: number;
  /** Length of the text, in UTF-16 code units. */
  readonly length: number;
  /** Offset of each line's first code unit, in UTF-16 code units; `count` entries. */
  readonly starts: Int32Array;
  readonly facts: readonly LineFacts[];
}

/** Words with their lines: a whole report, or a part of one, whose offsets then count from its own start. */
export interface TextBlock {
  readonly text: string;
  /** The physical lines with what each yields by itself; all names, acronyms and dates are found here. */
  readonly lines: LineTable;
}

/** A range of lines, the second one not included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Whether a line is there, and nothing of it is prose. */
export function isNoProse({ kind, content, written }: LineFacts): boolean {
  return content.end === content.start && kind !== LineKind.PageEdge && written.trim() !== '';
}

/** Whether a line holds nothing but blanks. */
export function isBlank({ content }: LineFacts): boolean {
  return content.end === content.start;
}

/** Offset behind the last code unit of `line`, its line end not counted. */
export function lineEnd(lines: LineTable, line: number): number {
  return lines.starts[line]! + lines.facts[line]!.length;
}

/** Offset of the first code unit of `line`; of the line behind the last one the end of the text. */
export function lineStart(lines: LineTable, line: number): number {
  return line < lines.count ? lines.starts[line]! : lines.length;
}

/** Index of the line that holds `offset`; a line end belongs to the line before it. */
export function lineAt(lines: LineTable, offset: number): number {
  return Math.max(0, partitionPoint(lines.starts, (start) => start <= offset) - 1);
}
