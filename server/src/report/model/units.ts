/**
 * A report in pieces that outlive a version of its text: lines, paragraphs, chapters and what stands before them. A unit
 * is the same object for as long as its words, and what it may be told of its surroundings, are the same. It knows no
 * place in the text: its offsets count from its own start, and where that is only a version of the report can say.
 */
import type { AcronymUsage, WrappedDefinition } from './acronyms';
import type { EconomyNames } from './economies';
import type { Heading, Headings } from './headings';
import type { Line, Surroundings, Unit } from './line';
import type { TextBlock } from './lines';
import type { Cover, Itinerary, Meeting, OutlineStyle, Section, TableOfContents } from './parts';

/** Consecutive lines with the text that they are of, line ends included. */
export interface Block extends TextBlock, Unit {
  readonly units: readonly Line[];
  /** Where `line` begins in the block; undefined where it is none of its lines. */
  startOf(line: Line): number | undefined;
}

/** The lines before the body. Its offsets are those of the report, as it stands first. */
export interface CoverUnit extends Block {
  readonly cover: Cover;
}

/** 摘要. */
export interface AbstractUnit extends Block {
  readonly section: Section;
  readonly heading: Heading;
}

/** 目次. */
export interface ContentsUnit extends Block {
  readonly contents: TableOfContents;
}

/** A paragraph: a heading or numbered line, or unnumbered text, with the lines that only wrap it. */
export interface Paragraph extends Block {
  /** What its first line is told of the report around it; all its lines stand in the same zone and section. */
  readonly surroundings: Surroundings;
  /** The definitions of acronyms that go over its line ends, in the order of the text. */
  readonly wrappedDefinitions: readonly WrappedDefinition[];
}

/** A root of the section tree with everything inside it. */
export interface Chapter extends Block {
  readonly section: Section;
  readonly heading: Heading;
  readonly style: OutlineStyle;
  readonly meetings: readonly ChapterMeeting[];
  /** 行程, which is the chapter or stands in it. */
  readonly itinerary: ChapterItinerary | undefined;
}

/** The itinerary with the chapter that its offsets count in. */
export interface ChapterItinerary extends Itinerary {
  readonly unit: Chapter;
}

/** A meeting with the chapter that its offsets count in. */
export interface ChapterMeeting {
  readonly unit: Chapter;
  readonly meeting: Meeting;
}

/** The units of one version of a report. */
export interface Units {
  readonly lines: readonly Line[];
  readonly paragraphs: readonly Paragraph[];
  readonly chapters: readonly Chapter[];
  /** Undefined in a text that begins with its body. */
  readonly cover: CoverUnit | undefined;
  readonly abstract: AbstractUnit | undefined;
  readonly contents: ContentsUnit | undefined;
  readonly headings: Headings;
  /** The meetings of all chapters. */
  readonly meetings: readonly ChapterMeeting[];
  readonly itinerary: ChapterItinerary | undefined;
  readonly acronyms: AcronymUsage;
  readonly economies: EconomyNames;
  /** Index of `line` among the lines; undefined where this version has it no more. */
  indexOf(line: Line): number | undefined;
  /**
   * Offset in the text of the first code unit of `unit`.
   * @throws RangeError where the unit is none of this version's
   */
  startOf(unit: Unit): number;
}
