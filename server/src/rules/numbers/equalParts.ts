/** Parts of one size: 4件（10月及翌年1月各1件）. */
import type { Amount } from './amounts';
import type { Parts } from './parts';

/** Between a total and what each of the things named in brackets has: 4件（10月及翌年1月各1件）. */
const eachInBrackets = /^[（(](?!其中|[內另]?含)(?<items>[^（）()等每，。；]{2,40})各[有為]?$/;

/** The parts of a total that have one size. */
export function equalParts(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const [total, part] = amounts.slice(index).filter(({ measure }) => measure === amounts[index]!.measure) as [Amount, Amount?]; // prettier-ignore
  const items = part && eachInBrackets.exec(words.slice(total.end, part.start))?.groups!['items']?.split(/[、及與和]/);
  if (!items || items.length < 2 || !/^[）)]/.test(words.slice(part.end)) || total.isRough || part.isRough) return undefined; // prettier-ignore
  const sum = items.length * part.value;
  return sum === total.value || sum > total.value * 2 ? undefined : { total, parts: [part, part], sum };
}
