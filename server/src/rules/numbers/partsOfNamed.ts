/** Parts of what the sentence has counted by name: 學生28人、教師4人，學生中男生12人、女生15人. */
import { sumOf } from './amounts';
import type { Amount } from './amounts';
import { divideWhole } from './opposites';
import { endsParts, isSlip, joint } from './parts';
import type { Parts } from './parts';

/** In front of the first part: the whole by its name. */
const named = /(?:^|[，；：])(?<name>\p{Script=Han}{2,6}?)(?:之?中|部分)，?[有計]?[^，。；：（）\d有]{1,4}$/u;
/** So far before an amount its clause is looked at. */
const reach = 16;

/** Two parts that divide what stands under that name before them. */
export function partsOfNamed(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const [first, second] = [amounts[index]!, amounts[index + 1]];
  if (second?.measure !== first.measure || !joint.test(words.slice(first.end, second.start))) return undefined;
  const name = named.exec(words.slice(Math.max(0, first.start - reach), first.start))?.groups!['name'];
  const parts = [first, second];
  if (name === undefined || !divideWhole(words, parts) || !endsParts.test(words.slice(second.end))) return undefined;
  const wholes = amounts
    .slice(0, index)
    .filter(({ measure, start }) => measure === first.measure && words.slice(0, start).endsWith(name));
  const [total, ...more] = wholes;
  const sum = sumOf(parts);
  if (!total || more.length > 0 || [total, ...parts].some(({ isRough }) => isRough)) return undefined;
  return sum !== total.value && isSlip(sum, total.value) ? { total, parts, sum } : undefined;
}
