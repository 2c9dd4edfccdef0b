/**
 * The parts of a report as the whole field talks about them: plain, read-only data. Every node carries its exact place:
 * offsets count UTF-16 code units from the start of the text block that it is of, and ranges are half open.
 */
import type { CoverFieldId, EconomyCode, PartId } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { DateExpression } from './dates';
import type { NumberSystem } from './lines';

/** The three zones of a report that each have their own first use of an acronym; 目次 belongs to none. */
export type Zone = 'cover' | 'abstract' | 'contents' | 'body';

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

/** Decides how headings without a number are ranked. */
export interface OutlineStyle {
  /** Some heading names a part of the body with a number or `#` marks. */
  readonly marked: boolean;
  /** `#` marks of the outermost headings. */
  readonly marks: number;
  /** Parts are headings of Markdown, so that `#` marks tell levels and a numbered line without them stands inside. */
  readonly byMarks: boolean;
  /** Chapters are numbered 第一章, so that 第一節 is a section of one; elsewhere it may be a lesson. */
  readonly chaptered: boolean;
  /** How chapters are numbered I., II. or Ⅰ、Ⅱ、; undefined where they are not, and such numbers are those of a list. */
  readonly romanChapters: 'letters' | 'characters' | undefined;
  /** The first chapter is 第一章, so that 壹、 stands inside one. */
  readonly formalInside: boolean;
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
  /** Its number among its siblings: 2 of 「（二）」 and of 「5.2 座談」. */
  readonly ordinal: number | undefined;
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
  /** The line behind its last one: a title that is too long for a line goes on below. */
  readonly toLine: number;
}

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

/** One meeting, seminar or visit: a subsection of 出席會議情形 (or of 過程), or that chapter where it tells of one alone. */
export interface Meeting {
  readonly section: Section;
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
   * How those present are given: `listed` by name, `roll` by name with one a line or a row, `all-except`
   * (除 A 以外，所有會員均出席), `count-only` (計有 16 個會員出席), `bodies` by other names
   * than those of economies: cities, schools. Those are among the `strangers`.
   */
  readonly form: 'listed' | 'roll' | 'all-except' | 'count-only' | 'bodies';
  /** Named as present, in the order of the text. With `all-except` nobody is. */
  readonly present: readonly Attendee[];
  /** Named as absent. */
  readonly absent: readonly Attendee[];
  /** Named as present but silent (惟 B 及 C 未發言). */
  readonly silent: readonly Attendee[];
  /** Named as present or absent, but of no member that the tables know: 印度. */
  readonly strangers: readonly Stranger[];
  /** 「除我國外」: we are present and are not to be counted among the listed. */
  readonly exceptUs: boolean;
  /** 「共 14 個會員」; with `all-except` those who are left: 「其餘 20 個會員」. */
  readonly stated: StatedCount | undefined;
  /** With `all-except` how many there are with those who are named: 「38 個會員中，除A以外均出席」. */
  readonly total: StatedCount | undefined;
  /** How many are said to be absent: 「汶萊及泰國等2個會員請假」, and how many are named there. */
  readonly statedAbsent?: (StatedCount & { readonly named: number; readonly list: Span }) | undefined;
  /** With `bodies` of which only the sum is read: how many are named. */
  readonly named?: number | undefined;
}

export interface Stranger extends Span {
  readonly isPresent: boolean;
}

export interface Attendee extends Span {
  readonly economy: EconomyCode;
}

export interface StatedCount extends Span {
  readonly value: number;
}
