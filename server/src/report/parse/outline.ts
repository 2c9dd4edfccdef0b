/** Which lines are headings, and the tree they make. */
import { linesWith } from '../model/lineQuery';
import type { LineFacts, LineNumber, LineRange, LineTable } from '../model/lines';
import type { OutlineStyle } from '../model/parts';
import { levelOf } from './outlineLevels';
import type { OpenSection } from './outlineLevels';
import { GrowingNode } from './outlineNode';
import type { OutlineNode } from './outlineNode';
import { outlineStyleOf, rankOf } from './outlineStyle';

/** A numbered line of one clause, however it ends, may be a chapter's title: 「一、前言。」. */
const longestEndedTitle = 10;

/** Whether a numbered line is a sentence of its own, which begins no chapter: 「一、年會於五月在帛琉召開，通過預算。」 */
function isNumberedSentence({ shape }: LineFacts): boolean {
  const { number, marks, part, heading, lead, title, endsSentence } = shape;
  if (number === undefined || rankOf[number.system] < rankOf.han || marks > 0 || part !== undefined) return false;
  if (heading || lead.end < title.end) return false;
  return endsSentence ? title.end - title.start > longestEndedTitle : shape.caption.end < title.end;
}

/** So many lines on, what a number may go on with is looked for. */
const farthestBehind = 300;

/** A chapter: a root of the section tree, and where it stands. */
export interface ChapterOutline {
  /** Index of its heading line among all lines. */
  readonly line: number;
  readonly root: OutlineNode;
}

export interface Outline {
  readonly chapters: readonly ChapterOutline[];
  readonly style: OutlineStyle;
}

interface GrowingSection extends OpenSection {
  readonly node: GrowingNode;
}

/**
 * The chapters of one range of lines.
 * @param beginnings the lines of it that may begin a section
 * @param to index of the line behind the range
 */
function chaptersOf(
  lines: LineTable,
  beginnings: readonly number[],
  to: number,
  style: OutlineStyle,
): readonly ChapterOutline[] {
  const chapters: ChapterOutline[] = [];
  const open: GrowingSection[] = [];
  const close = (rank: number, line: number): void => {
    const first = open[0]?.line ?? 0;
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop()!.node.toLine = line - first;
  };
  function* numbersBehind(place: number): Iterable<LineNumber> {
    for (const line of beginnings.slice(place + 1, place + 1 + farthestBehind)) {
      const { number } = lines.facts[line]!.shape;
      if (number) yield number;
    }
  }
  /** Rank of the numbered sentence outside chapters that is open, with what stands below it; 0 without one. */
  let sentence = 0;
  for (const [place, line] of beginnings.entries()) {
    const facts = lines.facts[line]!;
    const rank = levelOf(lines, line, style, open, () => numbersBehind(place));
    if (rank === 0) continue;
    close(rank, line);
    const parent = open.at(-1)?.node;
    if (!parent) {
      if (sentence > 0 && rank > sentence) continue;
      // Beside such sentences a short one is another.
      const isBeside = rank === sentence && facts.shape.endsSentence && facts.shape.part === undefined;
      sentence = isBeside || isNumberedSentence(facts) ? rank : 0;
      if (sentence > 0) continue;
    }
    const node = new GrowingNode(facts, line - (open[0]?.line ?? line), parent);
    if (parent) parent.add(node);
    else chapters.push({ line, root: node });
    open.push({ node, facts, line, rank });
  }
  close(0, to);
  return chapters;
}

/**
 * The section tree of the lines in `ranges` (the body without 摘要 and 目次). A heading's parent is the nearest one
 * before it of an outer level, so that a skipped level or a stray number never loses a section. The tree of a chapter
 * hangs on nothing but its own lines and the style.
 */
export function buildOutline(lines: LineTable, ranges: readonly LineRange[]): Outline {
  // Which lines may begin a section at all, by the range they stand in.
  const beginnings: number[][] = ranges.map(() => []);
  let next = 0;
  for (const line of linesWith(lines, { contains: ['beginning'] })) {
    while (next < ranges.length && ranges[next]!.to <= line) next++;
    if (next < ranges.length && ranges[next]!.from <= line) beginnings[next]!.push(line);
  }
  const style = outlineStyleOf(lines, beginnings.flat());
  return {
    chapters: ranges.flatMap(({ to }, index) => chaptersOf(lines, beginnings[index]!, to, style)),
    style,
  };
}
