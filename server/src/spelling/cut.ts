/** Cuts a run of Han characters into words at the least cost. */
import type { Lexicon } from './lexicon';

/** What a character costs that the lexicon does not have. */
export const costOfStranger = 17;

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

/** @param run Han characters, folded; the time is linear in their number */
export function cutOf(run: string, lexicon: Lexicon): Cut {
  const { length } = run;
  const { longest } = lexicon;
  const before = new Float64Array(length + 1).fill(Infinity);
  const after = new Float64Array(length + 1).fill(Infinity);
  const from = new Int32Array(length + 1);
  /** What the word of `size` characters at `start` costs stands at `start * longest + size - 1`; 0 where there is none. */
  const costs = new Float64Array(length * longest);
  before[0] = 0;
  after[length] = 0;
  for (let start = 0; start < length; start += 1) {
    const most = Math.min(length, start + longest);
    for (let end = start + 1; end <= most; end += 1) {
      const cost = lexicon.costAt(run, start, end) ?? (end === start + 1 ? costOfStranger : undefined);
      if (cost === undefined) continue;
      costs[start * longest + end - start - 1] = cost;
      if (before[start]! + cost < before[end]!) {
        before[end] = before[start]! + cost;
        from[end] = start;
      }
    }
  }
  for (let start = length - 1; start >= 0; start -= 1)
    for (let size = 1; size <= longest && start + size <= length; size += 1) {
      const cost = costs[start * longest + size - 1]!;
      if (cost > 0 && after[start + size]! + cost < after[start]!) after[start] = after[start + size]! + cost;
    }
  const startOf = new Int32Array(length);
  const endOf = new Int32Array(length);
  for (let end = length; end > 0; end = from[end]!) {
    startOf.fill(from[end]!, from[end]!, end);
    endOf.fill(end, from[end]!, end);
  }
  return { before, after, startOf, endOf };
}
