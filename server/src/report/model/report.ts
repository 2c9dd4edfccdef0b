/** One version of a report: plain, read-only data that the parser makes once and everything else reads. */
import type { Markup } from '../../text/markdown';
import type { Line } from './line';
import type { TextBlock } from './lines';
import type { AcronymIndex, EconomyIndex } from './mentions';
import type { Cover, Itinerary, Meeting, OutlineStyle, Section, TableOfContents } from './parts';
import type { Units } from './units';

export interface Report extends TextBlock {
  /** The text as written. */
  readonly text: string;
  /** The text as it is read, as long as it is (see `Unit.text`). */
  readonly prose: string;
  readonly markup: Markup;
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
