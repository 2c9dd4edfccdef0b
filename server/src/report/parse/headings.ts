/** Reads the headings of a version of a report, and takes those that are the same from an earlier version. */
import type { PartId } from '../../knowledge/types';
import { sameList } from '../../text/lists';
import type { Span } from '../../text/span';
import type { Heading, Headings } from '../model/headings';
import type { Line } from '../model/line';
import { isBlank } from '../model/lines';
import type { LineNumber } from '../model/lines';
import type { Section } from '../model/parts';
import type { OutlineNode } from './outlineNode';

type HeadingContent = Pick<
  Heading,
  'kind' | 'depth' | 'part' | 'title' | 'number' | 'isFilled' | 'isWrapped' | 'isLedIn' | 'children'
>;

class LineHeading implements Heading {
  readonly firstLine: Line;
  readonly kind: Section['kind'];
  readonly depth: number;
  readonly part: PartId | undefined;
  readonly number: LineNumber | undefined;
  readonly title: Span;
  readonly isFilled: boolean;
  readonly isWrapped: boolean;
  readonly isLedIn: Heading['isLedIn'];
  readonly children: readonly Heading[];

  constructor(
    line: Line,
    { kind, depth, part, number, title, isFilled, isWrapped, isLedIn, children }: HeadingContent,
  ) {
    this.firstLine = line;
    this.kind = kind;
    this.depth = depth;
    this.part = part;
    this.number = number;
    this.title = title;
    this.isFilled = isFilled;
    this.isWrapped = isWrapped;
    this.isLedIn = isLedIn;
    this.children = children;
  }

  get text(): string {
    return this.firstLine.text;
  }

  get ordinal(): LineNumber | undefined {
    return this.firstLine.facts.shape.ordinal;
  }

  get marks(): number {
    return this.firstLine.facts.shape.marks;
  }

  get span(): Span {
    return { start: 0, end: this.firstLine.facts.length };
  }
}

/** Anything but blanks and marks that say nothing by themselves. */
const word = /[^\s：:。*#|-]/;

/** Whether anything stands behind `offset` of the first of the lines `[from, to)`. */
function hasWords(lines: readonly Line[], from: number, to: number, offset: number): boolean {
  if (word.test(lines[from]!.text.slice(offset))) return true;
  for (let line = from + 1; line < to; line++) if (word.test(lines[line]!.text)) return true;
  return false;
}

/** Whether `node` is a numbered paragraph and the line before it ends amid a sentence; the rest as in `headingOf`. */
export function isWrapped({ kind, line }: OutlineNode, lines: readonly Line[], first: number): boolean {
  const facts = lines[first + line - 1]?.facts;
  if (kind !== 'item' || !facts || isBlank(facts)) return false;
  const { heading, endsSentence, number } = facts.shape;
  return !heading && !endsSentence && !number;
}

/** What a list is called that may begin with any number and leave some out: 「決議摘錄如下：」「三、…」. */
const excerpt = /[摘節擇][錄譯]/;

/** Whether words without a number, which end with a colon, stand right before `node` in its chapter, and call it an excerpt; the rest as in `headingOf`. */
function isLedIn({ line }: OutlineNode, lines: readonly Line[], first: number): Heading['isLedIn'] {
  let before = line - 1;
  while (before > 0 && isBlank(lines[first + before]!.facts)) before--;
  if (before <= 0) return false;
  const { text, facts } = lines[first + before]!;
  const { number, marks } = facts.shape;
  if (number !== undefined || marks > 0 || !/[：:]$/.test(text.slice(0, facts.content.end))) return false;
  return excerpt.test(text) ? 'excerpt' : true;
}

/** Where in the line of a heading what stands below the title begins. */
function contentStart({ facts: { length, shape } }: Line): number {
  return shape.caption.end < shape.title.end ? shape.caption.end : length;
}

/**
 * The heading that `node` is.
 * @param lines those of the report
 * @param first index among them of the line that those of `node` are counted from
 * @param earlier the heading in an earlier version, which is given back where it is the same
 */
export function headingOf(
  node: OutlineNode,
  lines: readonly Line[],
  first: number,
  earlier: Heading | undefined,
): Heading {
  const at = first + node.line;
  const line = lines[at]!;
  const children = sameList(
    node.children.map((child, index) => headingOf(child, lines, first, earlier?.children[index])),
    earlier?.children,
  );
  const isFilled = children.length > 0 || hasWords(lines, at, first + node.toLine, contentStart(line));
  const { kind, depth, part } = node;
  const isCut = isWrapped(node, lines, first);
  const isListed = isLedIn(node, lines, first);
  // It is compared with what stood at its place in the tree, so its depth is that; kind and part hang on depth and line.
  if (
    earlier?.firstLine === line &&
    earlier.isFilled === isFilled &&
    earlier.isWrapped === isCut &&
    earlier.isLedIn === isListed &&
    earlier.children === children
  )
    return earlier;
  const { caption: title, number } = line.facts.shape;
  return new LineHeading(line, {
    kind,
    depth,
    part,
    number,
    title,
    isFilled,
    isWrapped: isCut,
    isLedIn: isListed,
    children,
  });
}

/**
 * The heading of 摘要, which is the lines `lines`.
 * @param section what it is in offsets of those lines
 * @param earlier as in `headingOf`
 */
export function abstractHeading(
  lines: readonly Line[],
  { title, content }: Section,
  earlier: Heading | undefined,
): Heading {
  const [line] = lines as readonly [Line, ...Line[]];
  const isFilled = hasWords(lines, 0, lines.length, content.start);
  if (earlier?.firstLine === line && earlier.isFilled === isFilled) return earlier;
  return new LineHeading(line, {
    ...{
      kind: 'section',
      depth: 1,
      part: 'abstract',
      number: undefined,
      isWrapped: false,
      isLedIn: false,
      children: [],
    },
    title,
    isFilled,
  });
}

/**
 * The headings of a report.
 * @param before how many of `chapters` stand before 摘要
 * @param earlier those of an earlier version, which are given back where they are the same
 */
export function headingsOf(
  abstract: Heading | undefined,
  chapters: readonly Heading[],
  before: number,
  earlier: Headings | undefined,
): Headings {
  const inOrder = abstract ? [...chapters.slice(0, before), abstract, ...chapters.slice(before)] : chapters;
  return earlier?.abstract === abstract &&
    earlier !== undefined &&
    sameList(inOrder, earlier.inOrder) === earlier.inOrder
    ? earlier
    : { abstract, chapters, inOrder };
}
