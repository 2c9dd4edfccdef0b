/**
 * The report as the whole field talks about it: plain, read-only data that the parser makes once per version of the
 * text and everything else reads. Every node carries its exact place in the source text: offsets count UTF-16 code
 * units from the start of the text, ranges are half open, and the text is never normalised before they are taken.
 */
import type { AcronymRow, CoverFieldId, EconomyCode, NameRow, PartId } from '../knowledge/types';
import type { Line } from './lineUnit';
import type { LineTable } from './lines';
import type { Units } from './units';
import type { Span } from '../text/span';

/** Words with their lines: a whole report, or a part of one, whose offsets then count from its own start. */
export interface TextBlock {
  readonly text: string;
  /** The physical lines with what each yields by itself; all names, acronyms and dates are found here. */
  readonly lines: LineTable;
}

export interface Report extends TextBlock {
  readonly cover: Cover;
  /** 摘要. It stands outside `sections`, wherever it is. */
  readonly abstract: Section | undefined;
  /** 目次. It stands outside `sections`. */
  readonly contents: TableOfContents | undefined;
  /** The section tree of the body: its roots, in the order of the text. */
  readonly sections: readonly Section[];
  readonly style: OutlineStyle;
  /** Every section of the tree in the order of the text (a pre-order walk of `sections`). */
  readonly allSections: readonly Section[];
  readonly itinerary: Itinerary | undefined;
  readonly meetings: readonly Meeting[];
  readonly acronyms: AcronymIndex;
  readonly economies: EconomyIndex;
  /** The report in pieces that outlive this version of it. */
  readonly units: Units;
  readonly firstLine: Line;
}

/** The three zones of a report that each have their own first use of an acronym; 目次 belongs to none. */
export type Zone = 'cover' | 'abstract' | 'contents' | 'body';

// ---------------------------------------------------------------------------------------------------------- cover

export interface Cover extends Span {
  /** The line that says what kind of report this is, such as 「行政院所屬各機關因公出國人員出國報告書」. */
  readonly kindLine: Span | undefined;
  /** The title of the report; it may run over several lines. */
  readonly title: Span | undefined;
  /** The labelled fields in the order of the text. A label that occurs twice is here twice. */
  readonly fields: readonly CoverField[];
}

export interface CoverField extends Span {
  readonly id: CoverFieldId;
  /** The label as written, without colon and markup: `姓　　名`. */
  readonly label: Span;
  /** The value without surrounding blanks and markup; empty (start = end, behind the label) where nothing is written. */
  readonly value: Span;
}

// ------------------------------------------------------------------------------------------------------- sections

/** The ways to write an outline number, from the outermost level to the innermost. */
export type NumberSystem =
  | 'formal' // 壹、
  | 'han' // 一、
  | 'han-bracketed' // （一）
  | 'digit' // 1.
  | 'digit-bracketed' // (1)
  | 'stem' // 甲、
  | 'stem-bracketed'; // （甲）

/** Decides how headings without a number are ranked. */
export interface OutlineStyle {
  /** Some heading names a part of the body with a number or `#` marks. */
  readonly marked: boolean;
  /** `#` marks of the outermost headings. */
  readonly marks: number;
}

export interface SectionNumber extends Span {
  readonly system: NumberSystem;
  /** 1 for 壹, 一, 1, 甲. */
  readonly value: number;
  /** The numeral alone, without brackets and punctuation. */
  readonly numeral: Span;
}

export interface Section extends Span {
  /**
   * `section` at the top of the body, `subsection` for a titled part below it, `item` for a numbered paragraph.
   * The span runs from the heading line's first character to the start of the next section that is not inside.
   */
  readonly kind: 'section' | 'subsection' | 'item';
  /** Depth in the tree, 1 for a root. */
  readonly depth: number;
  readonly number: SectionNumber | undefined;
  /** `#` marks of a Markdown heading, 0 where there are none. */
  readonly marks: number;
  /** The whole heading line without its line end. */
  readonly heading: Span;
  /**
   * The title without number, markup and surrounding blanks, end punctuation included: 「壹、目的：」 gives 「目的：」.
   * Of an item it is the lead-in (bold words, or what stands before the first ：) or, without one, its first clause.
   */
  readonly title: Span;
  /** What follows the title, to the start of the first child (or the section's end): the section's own content. */
  readonly content: Span;
  /** Index of the heading line. */
  readonly line: number;
  /** Index of the line behind the section. */
  readonly toLine: number;
  /** The part of a report that the title names, if it names one. Only for titles of `section` and `subsection`. */
  readonly part: PartId | undefined;
  readonly children: readonly Section[];
}

export interface TableOfContents extends Span {
  readonly heading: Span;
  readonly title: Span;
  readonly entries: readonly ContentsEntry[];
  /** Index of its heading line. */
  readonly line: number;
  /** Index of the line behind it. */
  readonly toLine: number;
}

export interface ContentsEntry extends Span {
  readonly number: SectionNumber | undefined;
  readonly title: Span;
  /** The page number as written, if the entry has one. */
  readonly page: Span | undefined;
  readonly line: number;
}

// ------------------------------------------------------------------------------------------------------ itinerary

export interface Itinerary {
  readonly section: Section;
  readonly days: readonly ItineraryDay[];
}

/** One row of the itinerary. A row may stand for several days: 「8 月 16—17 日 (五、六)」. */
export interface ItineraryDay extends Span {
  readonly date: DateExpression;
  /** What is done; empty where the row says nothing. */
  readonly activity: Span;
}

// ------------------------------------------------------------------------------------------------------- meetings

/** One meeting, seminar or visit: a subsection of 出席會議情形 (or of 過程). */
export interface Meeting {
  readonly section: Section;
  /** A formal meeting of a forum, or a seminar, workshop, dialogue or visit. */
  readonly formal: boolean;
  /** 我方與會人員: the paragraph that says who went for us. */
  readonly delegation: Span | undefined;
  readonly attendance: readonly AttendanceList[];
  /** 討論要點: the section or paragraph that introduces what was reported and discussed. */
  readonly discussion: Span | undefined;
  /** 我國發言: the paragraphs that report what we said. */
  readonly statements: readonly Span[];
  /** Dates that say when this meeting was held (in its heading or its lead-in). */
  readonly dates: readonly DateExpression[];
}

export interface AttendanceList extends Span {
  /**
   * How those present are given: `listed` by name, `all-except` (除 A 以外，所有會員均出席), `count-only`
   * (計有 16 個會員出席).
   */
  readonly form: 'listed' | 'all-except' | 'count-only';
  /** Named as present, in the order of the text. With `all-except` nobody is. */
  readonly present: readonly Attendee[];
  /** Named as absent. */
  readonly absent: readonly Attendee[];
  /** Named as present but silent (惟 B 及 C 未發言). */
  readonly silent: readonly Attendee[];
  /** Named as present or absent, but of no member that the tables know: 印度. */
  readonly strangers: readonly Span[];
  /** 「除我國外」: we are present and are not to be counted among the listed. */
  readonly exceptUs: boolean;
  /** 「共 14 個會員」. */
  readonly stated: StatedCount | undefined;
}

export interface Attendee extends Span {
  readonly economy: EconomyCode;
}

export interface StatedCount extends Span {
  readonly value: number;
}

// ---------------------------------------------------------------------------------------------------------- dates

export interface DatePoint {
  /** AD year; undefined where the text gives none. */
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A date, a range of days, or a list of days, as written. Values are not checked: 13 月 and 30 日 of 2 月 arrive as they are. */
export interface DateExpression extends Span {
  readonly from: DatePoint;
  /** End of a range (8 月 16 日至 8 月 24 日), or the last day of a list (十四、十五日). What the text leaves out is taken from `from`. */
  readonly to: DatePoint | undefined;
  /** The calendar of the year as written; undefined where no year is written. */
  readonly calendar: 'roc' | 'ad' | undefined;
  /** A second year beside the first, 113（2024）年 or 2024（民國113）年: its AD value. */
  readonly otherYear: number | undefined;
  readonly weekdays: readonly Weekday[];
}

export interface Weekday extends Span {
  /** 0 for Sunday to 6 for Saturday. */
  readonly value: number;
}

// ---------------------------------------------------------------------------------------------- names and acronyms

/** One occurrence of a name of the tables; offsets are those of the report. */
export interface NameMention extends Span {
  readonly row: NameRow;
  /** Inside 「」『』《》 or a Markdown link target: the words are somebody else's. */
  readonly quoted: boolean;
}

export interface EconomyIndex {
  /** How the report names each economy, in the order of first use; only economies that occur. */
  readonly forms: ReadonlyMap<EconomyCode, readonly EconomyForm[]>;
}

export interface EconomyForm {
  readonly row: NameRow;
  readonly count: number;
  readonly first: Span;
}

export interface AcronymIndex {
  /** By the acronym as written, in the order of first occurrence. */
  readonly entries: ReadonlyMap<string, AcronymEntry>;
}

export interface AcronymEntry {
  readonly acronym: string;
  /** The rows of the glossary for this very spelling; several where the field knows several (EC, WEF, TMM). */
  readonly glossary: readonly AcronymRow[];
  /** Occurrences other than definitions, 目次 and headings left out, in cover, abstract and body. */
  readonly uses: Readonly<Record<'cover' | 'abstract' | 'body', number>>;
  /** Occurrences in headings that do not define it. */
  readonly inHeadings: number;
  /** The first of the uses in the report's own words: not in a quotation, an English phrase or an address. */
  readonly firstUse: Readonly<Record<'cover' | 'abstract' | 'body', Span | undefined>>;
  /** How many `definitions` there are: cheaper to ask than for them. */
  readonly definitionCount: number;
  /** In the order of the text. */
  readonly definitions: readonly AcronymDefinition[];
}

/** 「數位經濟指導小組 (DESG)」, 「數位經濟指導小組（Digital Economy Steering Group, DESG）」 or 「DESG（數位經濟指導小組）」. */
export interface AcronymDefinition extends Span {
  /** The acronym alone. */
  readonly acronym: Span;
  /** The Chinese name. Where its start is open (no quotation mark, no known name), it reaches back to the clause's start. */
  readonly name: Span;
  /** Whether the start of `name` is certain: a known name, a quotation mark or the start of the line. */
  readonly exact: boolean;
  /** The English full name inside the brackets, if there. */
  readonly english: Span | undefined;
  readonly zone: Zone;
  readonly inHeading: boolean;
}
