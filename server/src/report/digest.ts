/**
 * What a stretch of lines says of names and acronyms, added up once and kept as long as its lines stay the same: a key
 * press then costs one stretch and the sum over all, not a walk over every word of the report.
 */
import type { AcronymRow, NameRow } from '../knowledge/types';
import type { AcronymHit, DefinitionHit, LineFacts } from './lines';

/**
 * Lines of a stretch in a text of so many lines: few enough to read anew on a key press, enough that there are few
 * stretches. Both cost about the same at the square root.
 */
function linesOfStretch(lines: number): number {
  return Math.max(16, Math.round(Math.sqrt(lines)));
}

/** A hit on a line that is counted from the stretch's first. */
export interface Placed<Hit> {
  readonly line: number;
  readonly hit: Hit;
}

export interface NameTally {
  readonly row: NameRow;
  count: number;
  readonly first: Placed<{ readonly start: number; readonly end: number }>;
}

export interface AcronymTally {
  readonly text: string;
  readonly glossary: readonly AcronymRow[];
  /** Occurrences outside headings and definitions. */
  uses: number;
  /** Occurrences in headings that do not define it. */
  inHeadings: number;
  /** The first of the uses in the report's own words. */
  firstUse: Placed<AcronymHit> | undefined;
  readonly definitions: Placed<DefinitionHit>[];
}

export interface Digest {
  readonly names: readonly NameTally[];
  readonly acronyms: readonly AcronymTally[];
}

/** What was read of a stretch before some of its lines changed. */
export interface Prior {
  readonly notes: ReadonlyMap<object, unknown>;
  /** So many lines at the start of the stretch are the same now. */
  readonly head: number;
  /** Of its lines, those from this one on are the same now, `moved` lines further down. */
  readonly tail: number;
  readonly moved: number;
}

/** Consecutive lines with their digest. */
export interface Stretch {
  /** Number of lines. */
  readonly count: number;
  readonly digest: Digest;
  /**
   * What else was read of these lines, by what has read it. Notes hold no stretch: those of one that is replaced live on in
   * the `prior` of the next.
   */
  readonly notes: Map<object, unknown>;
  /** For a stretch of which a few lines changed: what was read before, so that only those need reading again. */
  readonly prior: Prior | undefined;
}

/** What holds still of the notes of a stretch, and which of its lines `[head, tail)` are to be read. */
export interface Kept<Notes> {
  /** The notes of before, if there are any. */
  readonly old: Notes | undefined;
  readonly head: number;
  readonly tail: number;
  /** By so many lines those from `tail` on have moved. */
  readonly moved: number;
}

/** What was kept under `key` before some lines of the stretch changed. */
export function keptOf<Notes>({ count, prior }: Stretch, key: object): Kept<Notes> {
  const old = prior?.notes.get(key) as Notes | undefined;
  if (!prior || old === undefined) return { old: undefined, head: 0, tail: count, moved: 0 };
  const { head, tail, moved } = prior;
  return { old, head, tail: tail + moved, moved };
}

/** Whether the words of the line are those of a heading, which defines an acronym but does not use it. */
export function isHeadingLine(facts: LineFacts): boolean {
  const { heading, number, marks } = facts.shape;
  return marks > 0 || (heading && number !== undefined);
}

/** Adds up the lines `[from, to)`. Names inside quotations are left out: those keep their own wording. */
export function digestOf(facts: readonly LineFacts[], from: number, to: number): Digest {
  const names = new Map<NameRow, NameTally>();
  const acronyms = new Map<string, AcronymTally>();
  for (let line = from; line < to; line++) {
    const lineFacts = facts[line]!;
    for (const hit of lineFacts.names) {
      if (hit.row.kind !== 'name' || hit.quoted) continue;
      const tally = names.get(hit.row);
      if (tally) tally.count++;
      else names.set(hit.row, { row: hit.row, count: 1, first: { line: line - from, hit } });
    }
    if (lineFacts.acronyms.length === 0) continue;
    const heading = isHeadingLine(lineFacts);
    for (const hit of lineFacts.acronyms) {
      let tally = acronyms.get(hit.text);
      if (!tally)
        acronyms.set(
          hit.text,
          (tally = {
            text: hit.text,
            glossary: hit.glossary,
            uses: 0,
            inHeadings: 0,
            firstUse: undefined,
            definitions: [],
          }),
        );
      if (hit.defines) continue;
      if (heading) {
        tally.inHeadings++;
        continue;
      }
      tally.uses++;
      if (!hit.quoted) tally.firstUse ??= { line: line - from, hit };
    }
    for (const hit of lineFacts.definitions) acronyms.get(hit.text)?.definitions.push({ line: line - from, hit });
  }
  return { names: [...names.values()], acronyms: [...acronyms.values()] };
}

/**
 * The stretches of a table of lines. Of the `earlier` ones, those are kept that lie wholly in its first `head` or its
 * last `tail` lines, which are the same in both tables.
 */
export function stretchesOf(
  facts: readonly LineFacts[],
  earlier: readonly Stretch[] = [],
  head = 0,
  tail = 0,
): readonly Stretch[] {
  const before: Stretch[] = [];
  const after: Stretch[] = [];
  let from = 0;
  for (const stretch of earlier) {
    if (from + stretch.count > head) break;
    before.push(stretch);
    from += stretch.count;
  }
  let to = facts.length;
  let behind = 0;
  for (let i = earlier.length - 1; i >= before.length; i--) {
    const stretch = earlier[i]!;
    if (behind + stretch.count > tail) break;
    after.push(stretch);
    behind += stretch.count;
    to -= stretch.count;
  }
  const between: Stretch[] = [];
  const replaced = earlier.slice(before.length, earlier.length - after.length);
  // The rest is split evenly, so that editing in one place does not leave ever smaller stretches there.
  const parts = Math.max(1, Math.ceil((to - from) / linesOfStretch(facts.length)));
  for (let part = 0; part < parts && to > from; part++) {
    const start = from + Math.floor(((to - from) * part) / parts);
    const end = from + Math.floor(((to - from) * (part + 1)) / parts);
    if (end === start) continue;
    const count = end - start;
    let prior: Prior | undefined;
    if (parts === 1 && replaced.length === 1) {
      const [old] = replaced as [Stretch];
      prior = { notes: old.notes, head: head - from, tail: old.count - (tail - behind), moved: count - old.count };
    }
    between.push({ count, digest: digestOf(facts, start, end), notes: new Map(), prior });
  }
  return [...before, ...between, ...after.reverse()];
}
