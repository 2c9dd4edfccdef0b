/** What changed between two versions of a report, where that is little enough to say. */
import type { LineFacts, LineTable } from './lines';
import { changedLines, lineStart } from './lines';
import { emptySummary, summarise } from './linesWith';
import type { LinesSummary } from './linesWith';
import type { Span } from '../text/span';
import type { Report, Section } from './model';
import type { LineRange } from './outline';
import { paragraphLines } from './paragraphs';
import { zoneAt } from './read';
import { Trait } from './scan/traits';
import { touchedBy } from './touched';
import type { Touchable } from './touched';

/**
 * A change of words within lines of prose: cover, 摘要, 目次 and 行程, headings, numbers, lists and tables are as they
 * were, each on its line.
 */
export interface ProseChange {
  /** The words that changed, in offsets of the earlier text. */
  readonly words: Span;
  /** The lines that they stand on. */
  readonly lines: Span;
  /** The same lines by their indexes, `to` behind the last. */
  readonly from: number;
  readonly to: number;
  /** How many code units longer the text has become. */
  readonly delta: number;
  /** What became other than it was, or stands near the words that changed. */
  readonly touched: ReadonlySet<Touchable>;
  /** What the changed lines held and hold. */
  readonly held: LinesSummary;
  /** The same, with the other lines of the same paragraphs. */
  readonly heldInParagraphs: LinesSummary;
  /** The same, with the lines near them and the paragraphs of those. */
  readonly heldNear: LinesSummary;
}

/** No rule looks further than this around a place for what surrounds it, in UTF-16 code units. */
const reach = 160;
/** Nor further than so many lines, where they are short. */
const linesNear = 4;

/** Whether two versions of a line say the same of how the report is divided, and both are prose. */
function isSameProse(before: LineFacts, after: LineFacts): boolean {
  if (before.han === 0 || after.han === 0 || ((before.traits | after.traits) & Trait.Code) !== 0) return false;
  if (before.content.start !== after.content.start) return false;
  if ((before.dates[0]?.start === before.content.start) !== (after.dates[0]?.start === after.content.start))
    return false;
  const [a, b] = [before.shape, after.shape];
  if (a.marks + b.marks > 0 || a.part !== undefined || b.part !== undefined || a.label || b.label) return false;
  if (a.cells.length + b.cells.length > 0 || a.page || b.page || a.bullet !== b.bullet) return false;
  if (a.heading !== b.heading || a.runsOn !== b.runsOn || a.endsSentence !== b.endsSentence) return false;
  if (!a.number || !b.number) return a.number === b.number;
  return (
    !a.heading &&
    a.number.system === b.number.system &&
    a.number.value === b.number.value &&
    a.number.start === b.number.start &&
    a.number.end === b.number.end
  );
}

function isSameSection(a: Section, b: Section): boolean {
  return a.line === b.line && a.toLine === b.toLine && a.kind === b.kind && a.depth === b.depth && a.part === b.part;
}

/** Whether both versions are divided in the same way, line by line. */
function isSameDivision(before: Report, after: Report): boolean {
  if (before.division === after.division) return true;
  const { abstract, contents, allSections, itinerary, meetings } = before;
  return (
    before.cover.end === after.cover.end &&
    allSections.length === after.allSections.length &&
    meetings.length === after.meetings.length &&
    abstract?.toLine === after.abstract?.toLine &&
    contents?.entries.length === after.contents?.entries.length &&
    itinerary?.section.line === after.itinerary?.section.line &&
    allSections.every((section, index) => isSameSection(section, after.allSections[index]!))
  );
}

/** The lines around `[from, to)` that are near it. */
function nearby(lines: LineTable, from: number, to: number): LineRange {
  let first = from;
  const start = lineStart(lines, from);
  while (first > 0 && (from - first < linesNear || start - lines.starts[first - 1]! <= reach)) first--;
  let last = to;
  const end = lineStart(lines, to);
  while (last < lines.count && (last - to < linesNear || lines.starts[last]! - end <= reach)) last++;
  return { from: first, to: last };
}

/** The words inside `lines` of `before` that became others in `after`. */
function changedWords(before: string, after: string, { start, end }: Span, delta: number): Span {
  let from = start;
  while (from < end && from < end + delta && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let to = end;
  while (to > from && to + delta > from && before.charCodeAt(to - 1) === after.charCodeAt(to + delta - 1)) to--;
  return { start: from, end: to };
}

/** What changed from `before` to `after`, if it is a change of prose and no more; undefined where it may be more. */
export function proseChange(before: Report, after: Report): ProseChange | undefined {
  const [old, now] = [before.lines, after.lines];
  if (old.count !== now.count) return undefined;
  const { from, to } = changedLines(old, now);
  const lines = { start: lineStart(old, from), end: lineStart(old, to) };
  const delta = after.text.length - before.text.length;
  for (let line = from; line < to; line++) if (!isSameProse(old.facts[line]!, now.facts[line]!)) return undefined;
  for (const report of [before, after]) {
    if (
      zoneAt(report, lines.start) !== 'body' ||
      zoneAt(report, report === before ? lines.end : lines.end + delta) !== 'body'
    )
      return undefined;
    const itinerary = report.itinerary?.section;
    if (itinerary && itinerary.line < to && from < itinerary.toLine) return undefined;
  }
  if (!isSameDivision(before, after)) return undefined;
  const held = emptySummary();
  summarise(held, old.facts, from, to);
  summarise(held, now.facts, from, to);
  const heldIn = (lines: LineRange): LinesSummary => {
    const paragraphs = paragraphLines(now, lines.from, lines.to);
    const summary = emptySummary();
    summarise(summary, old.facts, from, to);
    summarise(summary, now.facts, paragraphs.from, paragraphs.to);
    return summary;
  };
  const words = changedWords(before.text, after.text, lines, delta);
  return {
    words,
    lines,
    from,
    to,
    delta,
    touched: touchedBy(old, now, { words, delta, from, to }),
    held,
    heldInParagraphs: heldIn({ from, to }),
    heldNear: heldIn(nearby(now, from, to)),
  };
}
