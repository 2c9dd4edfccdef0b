/** Whether a rule reads anything else of prose than before its words changed. */
import type { ProseChange } from '../report/change';
import { answers } from '../report/linesWith';
import type { Report } from '../report/model';
import type { Span } from '../text/span';
import { notesOn } from './lines';
import type { LineReader } from './lines';

type Fields = Readonly<Record<string, unknown>>;

/** How far a place moves by the change; undefined for one that the change reaches into. */
function shiftOf({ start, end }: Fields, changed: Span, by: number): number | undefined {
  if (typeof start !== 'number' || typeof end !== 'number' || end < changed.start) return 0;
  return start > changed.end ? by : undefined;
}

/**
 * Whether two notes say the same, but for the places that moved `by` code units behind the words `changed`.
 * What a note calls `start` and `end` are offsets in its line, and nothing else in it is.
 */
function isSameNote(before: unknown, after: unknown, changed: Span, by: number): boolean {
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || before.length !== after.length) return false;
    return before.every((item, index) => isSameNote(item, after[index], changed, by));
  }
  const [old, now] = [before as Fields, after as Fields];
  const shift = shiftOf(old, changed, by);
  const keys = Object.keys(old);
  return (
    shift !== undefined &&
    keys.length === Object.keys(now).length &&
    keys.every((key) =>
      key === 'start' || key === 'end'
        ? (old[key] as number) + shift === now[key]
        : isSameNote(old[key], now[key], changed, by),
    )
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
