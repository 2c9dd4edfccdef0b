/** Groups of a total, and products that are added up: 120人，分三班輪值，每班50人; 11戶各接待2人，1戶接待1人，合計23人. */
import { leadsToTotal, rounded } from './amounts';
import type { Statement } from './statements';
import type { WrongProduct } from './factors';

/** Groups that a total can't be parted into: 120人，分三班輪值，每班50人. */
export function* wrongGroups({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const count = amounts[index - 1];
    const total = amounts.slice(Math.max(0, index - 3), Math.max(0, index - 1)).filter(({ measure }) => measure === each.measure).at(-1); // prettier-ignore
    if (!total || !count || [each, count, total].some(({ isRough }) => isRough)) continue;
    if (!/^[^。；]{0,16}?，?[共可並均平再]*分[為成作]?$/.test(words.slice(total.end, count.start))) continue;
    if (!new RegExp(`^[^，。；\\d]{0,8}，每${count.measure}$`).test(words.slice(count.end, each.start))) continue;
    const real = rounded(count.value * each.value);
    // Groups of nearly one size leave less than one for each over.
    if (Math.abs(real - total.value) >= count.value)
      yield { total, factors: { start: count.start, end: each.end }, real };
  }
}

/** Several products with their sum: 11戶各接待2人，1戶接待1人，合計23人. */
export function* wrongSums({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, total] of amounts.entries()) {
    const last = amounts[index - 1];
    if (last?.measure !== total.measure || !leadsToTotal(words.slice(last.end, total.start))) continue;
    let real = 0;
    let at = index;
    while (at >= 2) {
      const [count, each] = [amounts[at - 2]!, amounts[at - 1]!];
      const between = words.slice(count.end, each.start);
      const isPair = each.measure === total.measure && count.measure !== total.measure;
      if (
        !isPair ||
        !(
          /^[^，。；、\d]{0,4}各[^，。；、\d]{0,8}$/.test(between) ||
          (count.value === 1 && /^[^，。；、\d]{0,10}$/.test(between))
        )
      )
        break;
      if (
        at < index &&
        !/^[^，。；、\d]{0,8}[，、及][^，。；、\d]{0,6}$/.test(words.slice(each.end, amounts[at]!.start))
      )
        break;
      real += count.value * each.value;
      at -= 2;
    }
    const factors = { start: amounts[at]!.start, end: last.end };
    const isCounted = amounts[at]!.measure === amounts[at + 2]?.measure;
    if (index - at >= 4 && isCounted && real !== total.value && !amounts.slice(at, index + 1).some(({ isRough }) => isRough)) yield { total, factors, real }; // prettier-ignore
  }
}
