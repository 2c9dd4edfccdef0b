/** What on a line a change of words concerns, and what it only moves. */
import type { NameKind, WordKind } from '../knowledge/types';
import type { Span } from '../text/span';
import type { LineFacts, LineTable } from './lines';
import { lineEnd } from './lines';

/** Of what a line holds that which has a place of its own on it, and both ends of a line that changed. */
export type Touchable = NameKind | WordKind | 'acronym' | 'date' | 'line-start' | 'line-end';

/** A change of words within the lines `[from, to)`, of which there are as many before as after. */
export interface WordsChange {
  /** The words, in offsets of the earlier text. */
  readonly words: Span;
  /** How many code units longer the text has become. */
  readonly delta: number;
  readonly from: number;
  readonly to: number;
}

/** Words no further than this from a place count as near it, in UTF-16 code units. */
export const touchReach = 64;

/** Something on a line, told from all others by `is` and where it stands. */
interface Fact extends Span {
  readonly of: Touchable;
  /** What is compared one by one. */
  readonly is: readonly unknown[];
  /** Places inside it, which move with it. */
  readonly parts: readonly (Span | undefined)[];
}

/** What the line holds, each kind of it in the order of the line. */
function factsOf({ names, words, acronyms, definitions, dates }: LineFacts): readonly (readonly Fact[])[] {
  return [
    names.map(({ row, quoted, start, end }) => ({ of: row.kind, is: [row, quoted], parts: [], start, end })),
    words.map(({ row, quoted, start, end }) => ({ of: row.kind, is: [row, quoted], parts: [], start, end })),
    acronyms.map(({ text, quoted, defines, start, end }) => ({
      of: 'acronym',
      is: [text, quoted, defines],
      parts: [],
      start,
      end,
    })),
    definitions.map(({ text, exact, acronym, name, english, start, end }) => ({
      of: 'acronym',
      is: [text, exact],
      parts: [acronym, name, english],
      start,
      end,
    })),
    dates.map(({ from, to, calendar, otherYear, weekdays, start, end }) => ({
      of: 'date',
      is: [
        ...[from.year, from.month, from.day, to?.year, to?.month, to?.day, calendar, otherYear],
        ...weekdays.map(({ value }) => value),
      ],
      parts: weekdays,
      start,
      end,
    })),
  ];
}

/** Whether `a` before the change is `b` after it, `by` code units further on. */
function isSamePlace(a: Span | undefined, b: Span | undefined, by: number): boolean {
  return a && b ? a.start + by === b.start && a.end + by === b.end : a === b;
}

function isSameFact(a: Fact, b: Fact, by: number): boolean {
  return (
    a.of === b.of &&
    isSamePlace(a, b, by) &&
    a.is.length === b.is.length &&
    a.is.every((value, index) => value === b.is[index]) &&
    a.parts.every((part, index) => isSamePlace(part, b.parts[index], by))
  );
}

/** Adds what differs between two versions of a line, of which `[start, end)` changed. */
function addDifferent(
  touched: Set<Touchable>,
  before: readonly Fact[],
  after: readonly Fact[],
  { start, end }: Span,
  delta: number,
): void {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]!.end < start && isSameFact(before[head]!, after[head]!, 0)) head++;
  let tail = 0;
  while (tail < shorter - head) {
    const [a, b] = [before[before.length - 1 - tail]!, after[after.length - 1 - tail]!];
    if (a.start <= end || !isSameFact(a, b, delta)) break;
    tail++;
  }
  for (const facts of [before, after]) for (let i = head; i < facts.length - tail; i++) touched.add(facts[i]!.of);
}

/** Whether the words that lead a line in end elsewhere: then nothing on it is what it was. */
function hasOtherLead(before: LineFacts, after: LineFacts, { start, end }: Span, by: number): boolean {
  if (!before.shape.runsOn && !after.shape.runsOn) return false;
  const [a, b] = [before.shape.lead.end, after.shape.lead.end];
  if (a < start) return a !== b;
  return a <= end || a + by !== b;
}

/** Adds all that stands near the words `[start, end)` on `line`; false where the line is further away. */
function addNear(touched: Set<Touchable>, lines: LineTable, line: number, { start, end }: Span): boolean {
  const offset = lines.starts[line]!;
  if (lineEnd(lines, line) + touchReach < start || offset - touchReach > end) return false;
  const isNear = (place: Span): boolean =>
    offset + place.end + touchReach >= start && offset + place.start - touchReach <= end;
  const { names, words, acronyms, definitions, dates } = lines.facts[line]!;
  for (const hit of names) if (isNear(hit)) touched.add(hit.row.kind);
  for (const hit of words) if (isNear(hit)) touched.add(hit.row.kind);
  if (acronyms.some(isNear) || definitions.some(isNear)) touched.add('acronym');
  if (dates.some(isNear)) touched.add('date');
  return true;
}

/** What became other than it was, or stands near the words that changed. */
export function touchedBy(before: LineTable, after: LineTable, change: WordsChange): ReadonlySet<Touchable> {
  const { words, delta, from, to } = change;
  const touched = new Set<Touchable>();
  for (let line = from; line < to; line++) {
    const [old, now] = [before.facts[line]!, after.facts[line]!];
    const offset = before.starts[line]!;
    const place = { start: words.start - offset, end: words.end - offset };
    const by = delta - (after.starts[line]! - offset);
    const [olds, nows] = [factsOf(old), factsOf(now)];
    if (hasOtherLead(old, now, place, by)) for (const { of } of [...olds, ...nows].flat()) touched.add(of);
    else
      olds.forEach((facts, kind) => {
        addDifferent(touched, facts, nows[kind]!, place, by);
      });
  }
  const changed = { start: words.start, end: words.end + delta };
  if (changed.start - touchReach <= after.starts[from]!) touched.add('line-start');
  if (changed.end + touchReach >= lineEnd(after, to - 1)) touched.add('line-end');
  for (let line = from; line >= 0 && addNear(touched, after, line, changed); line--);
  for (let line = from + 1; line < after.count && addNear(touched, after, line, changed); line++);
  return touched;
}
