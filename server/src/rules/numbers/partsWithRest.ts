/** Lists of parts that end with their rest: 占61%、34%，其餘5%. */
import { areSum, sumOf } from './amounts';
import type { Amount } from './amounts';
import { isSlip } from './parts';
import type { Parts } from './parts';

/** Between a figure and the next these make the next a part of it: 24個取樣點中，每日採樣8點. */
const withinWhole = /^[^，。；：（）\d]{0,12}(?:中，?|，其中)[^，。；：、（）\d]{0,12}$/;
/** Before a figure this makes it a part of something told before: …；其中11個已設置. */
const isAPart = /其中[^，。；：、（）\d]{0,12}$/;
/** Before two figures in a row these make both parts: 第一批12輛，第二批8輛. */
const ordinal = /(?:第[\d一二三四五六七八九十]|首[批次日場期年])[^，。；：、（）]{0,8}$/;
/** The whole of what is told in shares. */
export const allShares: Readonly<Record<string, number>> = { '%': 100, 成: 10 };
/**
 * A list that ends with its rest, and whose first figure is a part as well: 24個取樣點中，每日8點，每週12點，其餘4點; 占61%、34%，其餘5%.
 * @param list the figures of the list, the first one too
 * @returns undefined where the first is no part, 'right' where the list is one with nothing to tell
 */
export function partsWithRest(
  words: string,
  amounts: readonly Amount[],
  list: readonly Amount[],
): Parts | 'right' | undefined {
  const [first, second] = list as readonly [Amount, Amount];
  const earlier = amounts.slice(0, amounts.indexOf(first));
  const before = earlier.at(-1);
  const sum = sumOf(list);
  const shares = allShares[first.measure];
  if (
    earlier.some((whole) => areSum(list, whole)) ||
    (shares && areSum(list, { value: shares, slack: (list.length * first.step) / 2 }))
  )
    return 'right';
  if (before && before.measure !== first.measure && withinWhole.test(words.slice(before.end, first.start)))
    return !before.isRough && isSlip(sum, before.value) ? { total: before, parts: list, sum } : 'right';
  if (shares && isSlip(sum, shares))
    return { total: list.at(-1)!, parts: list, sum, whole: `${shares}${first.measure}` };
  const label = words.slice(before?.end ?? 0, first.start);
  const isNumbered = ordinal.test(label) && ordinal.test(words.slice(first.end, second.start));
  return isNumbered || isAPart.test(label) ? 'right' : undefined;
}
