/** A node of the outline. */
import type { PartId } from '../../knowledge/types';
import type { LineFacts } from '../model/lines';
import type { Section } from '../model/parts';

/** A section by its lines alone, which are counted from the first line of its chapter, wherever that stands. */
export interface OutlineNode {
  readonly kind: Section['kind'];
  readonly depth: number;
  /** Its heading line. */
  readonly line: number;
  /** Line behind it. */
  readonly toLine: number;
  readonly part: PartId | undefined;
  readonly children: readonly OutlineNode[];
}

const noChildren: readonly OutlineNode[] = [];

/** A node whose end and children come while the lines behind it are read. */
export class GrowingNode implements OutlineNode {
  readonly kind: Section['kind'];
  readonly depth: number;
  readonly line: number;
  readonly part: PartId | undefined;
  toLine = 0;
  #children: OutlineNode[] | undefined;

  constructor({ shape }: LineFacts, line: number, parent: OutlineNode | undefined) {
    const { number, decimal, marks, heading, caption, title, part, chapterPart } = shape;
    const isItem = marks === 0 && (decimal ? !decimal.isTitle : number !== undefined && !heading);
    this.kind = isItem ? 'item' : parent === undefined ? 'section' : 'subsection';
    this.depth = parent === undefined ? 1 : parent.depth + 1;
    this.line = line;
    const named = part ?? (parent === undefined ? chapterPart : undefined);
    this.part = isItem && caption.end === title.end ? undefined : named;
  }

  get children(): readonly OutlineNode[] {
    return this.#children ?? noChildren;
  }

  add(child: OutlineNode): void {
    (this.#children ??= []).push(child);
  }
}
