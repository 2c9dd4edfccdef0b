/** What two lists have in common, and where something stands in an ordered one. */

/** `list`, or `before` where it holds the same. */
export function sameList<Item>(list: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  return before?.length === list.length && before.every((item, index) => item === list[index]) ? before : list;
}

/**
 * Index of the first item of `items` that is not before what is looked for, or their number where all are. All items
 * before it must be before that too; takes a step for each doubling of their number.
 */
export function partitionPoint<Item>(items: ArrayLike<Item>, isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many items two lists share at their start, and how many more at their end. */
export interface Common {
  readonly head: number;
  readonly tail: number;
}

export function commonOf<Item>(before: readonly Item[], after: readonly Item[]): Common {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
