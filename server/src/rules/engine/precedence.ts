/** One fault is one finding: where two rules speak of the same words, the one that knows less of them yields. */
import type { Report } from '../../report/model/report';
import type { Span } from '../../text/span';
import type { UnitFinding } from './finding';
import type { Rule, RuleId } from './rule';

/** Places of findings, for the question whether one of them overlaps another place. */
class Places {
  readonly #starts: readonly number[];
  /** The furthest end of the places up to each. */
  readonly #ends: readonly number[];

  constructor(spans: readonly Span[]) {
    const inOrder = [...spans].sort((a, b) => a.start - b.start);
    let furthest = 0;
    this.#starts = inOrder.map(({ start }) => start);
    this.#ends = inOrder.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  overlap({ start, end }: Span): boolean {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#ends[low - 1]! > start;
  }
}

/**
 * What is left of `found` where the findings of rules that yield are left out at the places of those that they yield to.
 * Takes n log n steps for n findings.
 */
export function withoutYielding(
  found: ReadonlyMap<Rule, readonly UnitFinding[]>,
  { units }: Report,
): ReadonlyMap<Rule, readonly UnitFinding[]> {
  const byId = new Map<RuleId, readonly UnitFinding[]>();
  for (const [{ id }, list] of found) if (list.length > 0) byId.set(id, list);
  const left = new Map(found);
  const placeOf = ({ at: { unit, start, end } }: UnitFinding): Span => {
    const offset = units.startOf(unit);
    return { start: offset + start, end: offset + end };
  };
  for (const [rule, list] of found) {
    if (list.length === 0) continue;
    const stronger = rule.yieldsTo?.flatMap((id) => byId.get(id) ?? []) ?? [];
    if (stronger.length === 0) continue;
    const places = new Places(stronger.map(placeOf));
    const kept = list.filter((one) => !places.overlap(placeOf(one)));
    if (kept.length < list.length) left.set(rule, kept);
  }
  return left;
}
