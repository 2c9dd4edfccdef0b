/** Which lines are headings, and the tree they make. */
import type { PartId } from '../knowledge/types';
import type { Span } from '../text/span';
import type { LineFacts, LineNumber, LineTable } from './lines';
import { lineEnd } from './lines';
import type { NumberSystem, Section, SectionNumber } from './model';

/** Outline levels from the outermost to the innermost. */
const rankOf: Readonly<Record<NumberSystem, number>> = {
  formal: 1,
  han: 2,
  'han-bracketed': 3,
  digit: 4,
  'digit-bracketed': 5,
  stem: 6,
  'stem-bracketed': 7,
};

const bodyParts: ReadonlySet<PartId> = new Set([
  'purpose',
  'process',
  'itinerary',
  'proceedings',
  'reflections',
  'recommendations',
  'reflections-and-recommendations',
]);

/** Whether the line, by itself, is a heading that names a part of a report. */
export function namesPart(facts: LineFacts): boolean {
  const { part, number, marks, bullet, lead, title } = facts.shape;
  if (part === undefined) return false;
  // 「目的：考察…」 runs on behind its title, as a short report's headings may; but such a bullet is no heading.
  return number !== undefined || marks > 0 || !bullet || lead.end === title.end;
}

/** A section whose end and content are still open. */
interface OpenSection extends Section {
  start: number;
  end: number;
  content: Span;
  readonly rank: number;
  readonly children: OpenSection[];
}

/** A range of lines, the second one not included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What the headings of the body have in common, which decides how unnumbered ones are ranked. */
interface HeadingStyle {
  /** Some heading names a part of the body with a number or `#` marks. */
  readonly marked: boolean;
  /** `#` marks of the outermost headings. */
  readonly marks: number;
}

function headingStyle(lines: LineTable, ranges: readonly LineRange[]): HeadingStyle {
  let marked = false;
  let partMarks = 0;
  let least = 7;
  for (const { from, to } of ranges) {
    for (let line = from; line < to; line++) {
      const { part, number, marks } = lines.facts[line]!.shape;
      if (marks > 0 && marks < least) least = marks;
      if (part === undefined || !bodyParts.has(part)) continue;
      if (marks > 0 && partMarks === 0) partMarks = marks;
      if (marks > 0 || number?.system === 'formal' || number?.system === 'han') marked = true;
    }
  }
  return { marked, marks: partMarks > 0 ? partMarks : least };
}

/** The level of a line in the outline, 0 where it is no heading and no item. */
function rankOfLine(facts: LineFacts, style: HeadingStyle): number {
  const { number, marks, part, bullet, lead, title, endsSentence } = facts.shape;
  if (number) return rankOf[number.system];
  if (marks > 0) return Math.max(1, 1 + marks - style.marks);
  if (part === undefined) return 0;
  if (!style.marked && namesPart(facts)) return 1;
  return part === 'attachments' && !bullet && (lead.end === title.end || !endsSentence) ? 1 : 0;
}

/** An outline number at its place in the text. */
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

export interface Outline {
  readonly roots: readonly Section[];
  /** Pre-order. */
  readonly all: readonly Section[];
}

/**
 * The section tree of the lines in `ranges` (the body without 摘要 and 目次). A heading's parent is the nearest one
 * before it of an outer level, so that a skipped level or a stray number never loses a section.
 */
export function buildOutline(lines: LineTable, ranges: readonly LineRange[]): Outline {
  const style = headingStyle(lines, ranges);
  const roots: OpenSection[] = [];
  const all: OpenSection[] = [];
  const stack: OpenSection[] = [];
  const close = (rank: number, end: number): void => {
    while (stack.length > 0 && stack[stack.length - 1]!.rank >= rank) {
      const section = stack.pop()!;
      section.end = end;
      if (section.children.length === 0) section.content = { start: section.content.start, end };
    }
  };

  for (const { from, to } of ranges) {
    for (let line = from; line < to; line++) {
      const facts = lines.facts[line]!;
      const rank = rankOfLine(facts, style);
      if (rank === 0) continue;
      const { number, marks, heading, caption, part, title } = facts.shape;
      const start = lines.starts[line]!;
      close(rank, start);
      const parent = stack[stack.length - 1];
      const isItem = number !== undefined && marks === 0 && !heading;
      const end = start + facts.length;
      const section: OpenSection = {
        kind: isItem ? 'item' : parent === undefined ? 'section' : 'subsection',
        depth: parent === undefined ? 1 : parent.depth + 1,
        number: number && placedNumber(number, start),
        marks,
        heading: { start, end },
        title: { start: start + caption.start, end: start + caption.end },
        content: { start: caption.end < title.end ? start + caption.end : end, end },
        line,
        part: isItem && caption.end === title.end ? undefined : part,
        rank,
        children: [],
        start,
        end,
      };
      if (parent) {
        if (parent.children.length === 0) parent.content = { start: parent.content.start, end: start };
        parent.children.push(section);
      } else roots.push(section);
      all.push(section);
      stack.push(section);
    }
    close(0, to < lines.count ? lines.starts[to]! : lineEnd(lines, lines.count - 1));
  }
  return { roots, all };
}
