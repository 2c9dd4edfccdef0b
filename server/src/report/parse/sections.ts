/** The sections of one version of a report, at their places in its text. */
import type { PartId } from '../../knowledge/types';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { LineFacts, LineNumber, LineTable } from '../model/lines';
import { lineStart } from '../model/lines';
import type { Section, SectionNumber } from '../model/parts';
import type { ChapterOutline } from './outline';
import type { OutlineNode } from './outlineNode';
import { sectionsIn } from '../queries/read';

/** The number of a line at its place in the text. */
export function placedNumber(number: LineNumber, offset: number): SectionNumber {
  const { system, value, numeral } = number;
  return {
    system,
    value,
    start: offset + number.start,
    end: offset + number.end,
    numeral: { start: offset + numeral.start, end: offset + numeral.end },
  };
}

/**
 * A section whose place is read off its lines when somebody asks. A report has thousands of sections, and a key press
 * moves half of them; written down, their places would cost more than all the rest of the outline.
 */
class PlacedSection implements Section {
  readonly #node: OutlineNode;
  readonly #lines: LineTable;
  /** First line of its chapter. */
  readonly #from: number;
  #children: readonly Section[] | undefined;
  #number: SectionNumber | undefined;

  constructor(lines: LineTable, node: OutlineNode, from: number) {
    this.#lines = lines;
    this.#node = node;
    this.#from = from;
  }

  get kind(): Section['kind'] {
    return this.#node.kind;
  }

  get depth(): number {
    return this.#node.depth;
  }

  get line(): number {
    return this.#from + this.#node.line;
  }

  get toLine(): number {
    return this.#from + this.#node.toLine;
  }

  get part(): PartId | undefined {
    return this.#node.part;
  }

  get children(): readonly Section[] {
    return (this.#children ??= placed(this.#lines, this.#node.children, this.#from));
  }

  get #facts(): LineFacts {
    return this.#lines.facts[this.line]!;
  }

  get start(): number {
    return this.#lines.starts[this.line]!;
  }

  get end(): number {
    return lineStart(this.#lines, this.toLine);
  }

  get marks(): number {
    return this.#facts.shape.marks;
  }

  get number(): SectionNumber | undefined {
    const { number } = this.#facts.shape;
    return number && (this.#number ??= placedNumber(number, this.start));
  }

  get ordinal(): number | undefined {
    return this.#facts.shape.ordinal?.value;
  }

  get heading(): Span {
    const { start } = this;
    return { start, end: start + this.#facts.length };
  }

  get title(): Span {
    return shifted(this.#facts.shape.caption, this.start);
  }

  get content(): Span {
    const { start } = this;
    const { length, shape } = this.#facts;
    const from = shape.caption.end < shape.title.end ? shape.caption.end : length;
    return { start: start + from, end: this.children[0]?.start ?? this.end };
  }
}

const none: readonly Section[] = [];

function placed(lines: LineTable, nodes: readonly OutlineNode[], from: number): readonly Section[] {
  return nodes.length === 0 ? none : nodes.map((node) => new PlacedSection(lines, node, from));
}

/** The chapter with the outline `root` whose first line is `from` of `lines`. */
export function chapterSection(lines: LineTable, root: OutlineNode, from: number): Section {
  return new PlacedSection(lines, root, from);
}

/** The sections of one version of a text. */
export interface Sections {
  readonly roots: readonly Section[];
  /** Pre-order. */
  readonly all: readonly Section[];
}

/** The trees of `chapters` in the text that `lines` are of. */
export function sectionsOf(lines: LineTable, chapters: readonly ChapterOutline[]): Sections {
  const roots = chapters.map(({ line, root }) => chapterSection(lines, root, line));
  let all: readonly Section[] | undefined;
  return {
    roots,
    get all() {
      return (all ??= roots.flatMap((root) => [...sectionsIn(root)]));
    },
  };
}
