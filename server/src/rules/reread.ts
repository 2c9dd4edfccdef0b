/** Whether a rule reads anything else of prose than before its words changed. */
import type { ProseChange } from '../report/change';
import { answers } from '../report/linesWith';
import type { Report } from '../report/model';
import type { Span } from '../text/span';
import { notesOn } from './lines';
import type { LineReader } from './lines';

/** Whether an offset of before the change is another one now: one inside the words that changed always is. */
function isSameOffset(before: unknown, after: unknown, { start, end }: Span, by: number): boolean {
  if (typeof before !== 'number') return before === after;
  if (before < start) return before === after;
  return before > end && after === before + by;
}

/**
 * Whether two notes say the same, but for the places that moved `by` code units behind the words `changed`.
 * What a note calls `start` and `end` is an offset in its line, and nothing else in it is.
 */
function isSameNote(before: unknown, after: unknown, changed: Span, by: number): boolean {
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || before.length !== after.length) return false;
    return before.every((item, index) => isSameNote(item, after[index], changed, by));
  }
  const others = Object.entries(after);
  return (
    Object.keys(before).length === others.length &&
    others.every(([key, value]) => {
      const old = (before as Readonly<Record<string, unknown>>)[key];
      return key === 'start' || key === 'end'
        ? isSameOffset(old, value, changed, by)
        : isSameNote(old, value, changed, by);
    })
  );
}

/** Whether what `reader` reads of the lines that changed from `before` to `after` is anything else than it was. */
export function readsOther(
  reader: LineReader<unknown>,
  before: Report,
  after: Report,
  { words, delta, from, to, held }: ProseChange,
): boolean {
  if (!answers(held, reader.lines)) return false;
  for (let line = from; line < to; line++) {
    const offset = before.lines.starts[line]!;
    const changed = { start: words.start - offset, end: words.end - offset };
    const by = delta - (after.lines.starts[line]! - offset);
    if (!isSameNote(notesOn(before, reader, line), notesOn(after, reader, line), changed, by)) return true;
  }
  return false;
}
