/** Cuts a run of Han characters into words at the least cost. */
import type { Span } from '../text/span';
import { folded } from './lexicon';
import type { Lexicon } from './lexicon';

/** A cut; it is written over by the next. */
export interface Cut {
  /** `before[i]`: the least cost of the first `i` characters. */
  readonly before: Float64Array;
  /** `after[i]`: the least cost of the characters from `i` on. */
  readonly after: Float64Array;
  /** Where the word starts that the character at `i` belongs to. */
  readonly startOf: Int32Array;
  /** Where it ends. */
  readonly endOf: Int32Array;
}

interface Room extends Cut {
  readonly length: number;
  /** Where the last word of the cheapest cut of the first `i` characters starts. */
  readonly from: Int32Array;
  readonly costs: Float64Array;
}

function roomFor(length: number, longest: number): Room {
  return {
    length,
    before: new Float64Array(length + 1),
    after: new Float64Array(length + 1),
    startOf: new Int32Array(length),
    endOf: new Int32Array(length),
    from: new Int32Array(length + 1),
    costs: new Float64Array(length * longest),
  };
}

/** Runs are many and short: memory is taken once for all of them. */
let room = roomFor(0, 0);

/** @param run Han characters, folded; the time is linear in their number */
export function cutOf(run: string, lexicon: Lexicon): Cut {
  const { length } = run;
  const { longest } = lexicon;
  if (room.length < length || room.costs.length < length * longest) room = roomFor(2 * length, longest);
  const { before, after, startOf, endOf, from, costs } = room;
  before.fill(Infinity, 0, length + 1);
  before[0] = 0;
  for (let start = 0; start < length; start += 1) {
    const first = start * longest;
    lexicon.costsFrom(run, start, costs, first);
    const soFar = before[start]!;
    for (let size = 1; size <= longest && start + size <= length; size += 1) {
      const cost = costs[first + size - 1]!;
      if (cost > 0 && soFar + cost < before[start + size]!) {
        before[start + size] = soFar + cost;
        from[start + size] = start;
      }
    }
  }
  after[length] = 0;
  for (let start = length - 1; start >= 0; start -= 1) {
    let least = Infinity;
    for (let size = 1; size <= longest && start + size <= length; size += 1) {
      const cost = costs[start * longest + size - 1]!;
      if (cost > 0 && after[start + size]! + cost < least) least = after[start + size]! + cost;
    }
    after[start] = least;
  }
  for (let end = length; end > 0; end = from[end]!)
    for (let at = from[end]!; at < end; at += 1) {
      startOf[at] = from[end]!;
      endOf[at] = end;
    }
  return room;
}

/** So many characters around a place tell where the words begin and end that it stands in. */
const reach = 12;
const notHan = /[^\u4e00-\u9fff]/;

/** Whether words of the cheapest cut of `prose` reach over an edge of [start, end), which is Han characters. */
export function isCutBy(prose: string, { start, end }: Span, lexicon: Lexicon): boolean {
  const before = prose
    .slice(Math.max(0, start - reach), start)
    .split(notHan)
    .pop()!;
  const behind = prose.slice(end, end + reach).split(notHan)[0]!;
  const run = folded(before + prose.slice(start, end) + behind);
  const { startOf, endOf } = cutOf(run, lexicon);
  const from = before.length;
  const to = run.length - behind.length;
  const isOver = (at: number): boolean => at > 0 && at < run.length && startOf[at] !== at;
  // 塑料袋 is a word that holds the whole place.
  if (isOver(from) && endOf[from]! < to) return true;
  return isOver(to) && startOf[to]! > from;
}
