import { partitionPoint } from './lists';

/**
 * The most of `items`, in their order, whose ranks never fall; what is not among them has been moved. Of several such
 * choices, the one whose ranks are lowest.
 */
export function longestIncreasingSubsequence<T>(items: readonly T[], rankOf: (item: T) => number): readonly T[] {
  /** Index of the item that ends the lowest run of each length. */
  const ends: number[] = [];
  const before: number[] = [];
  items.forEach((item, index) => {
    const rank = rankOf(item);
    const length = partitionPoint(ends, (end) => rankOf(items[end]!) <= rank);
    before.push(length > 0 ? ends[length - 1]! : -1);
    ends[length] = index;
  });
  const run: T[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) run.push(items[index]!);
  return run.reverse();
}
