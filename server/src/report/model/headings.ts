/**
 * The section tree by its headings alone: what stands below them is not part of it, so it is the same from one version of
 * a report to the next while somebody writes prose.
 */
import type { PartId } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Unit } from './line';
import type { LineNumber } from './lines';
import type { Section } from './parts';

/**
 * A heading or a numbered paragraph, as `Section` describes it, with those below it. Offsets count from its line's start.
 * It is the same object for as long as its line, and all that is said of it here, are the same.
 */
export interface Heading extends Unit {
  readonly kind: Section['kind'];
  /** Depth in the tree, 1 for a chapter. */
  readonly depth: number;
  readonly part: PartId | undefined;
  readonly number: LineNumber | undefined;
  /** `number`, or the last one of 「3.1.2 座談」: what tells it from its siblings. */
  readonly ordinal: LineNumber | undefined;
  /** `#` marks of a Markdown heading, 0 where there are none. */
  readonly marks: number;
  /** The whole line. */
  readonly span: Span;
  readonly title: Span;
  /** Whether anything stands below the title. */
  readonly isFilled: boolean;
  /** Whether it is a numbered paragraph behind a line that ends amid a sentence: its number may be words of that. */
  readonly isWrapped: boolean;
  /** Whether words that end with a colon lead in to it, so that a list begins here: 「重點如下：」, and call it an excerpt: 「決議摘錄如下：」. */
  readonly isLedIn: boolean | 'excerpt';
  readonly children: readonly Heading[];
}

/** The headings of a report: the same object for as long as each of them is. */
export interface Headings {
  /** That of 摘要, which stands outside the tree. */
  readonly abstract: Heading | undefined;
  /** The roots of the tree. */
  readonly chapters: readonly Heading[];
  /** 摘要 and the chapters in the order of the text. */
  readonly inOrder: readonly Heading[];
}
