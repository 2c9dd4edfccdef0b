/** The base of a share: what its part is a part of. */
import { areSum, isShareOf } from './amounts';
import type { Amount, Range } from './amounts';
import type { Statement } from './statements';
import { isNextClause, labelOf, partOf } from './shareParts';

/** What a sentence goes on with of those told before: 錄取者中, 受檢車輛裡. */
const goesOnWith = /^(?<head>\p{Script=Han}{2})\p{Script=Han}{0,3}?(?:者中?|[中裡內])/u;
/** So many parts of a whole are added up. */
const mostParts = 6;

/**
 * Whether some two of `amounts`, or one and the sum of two others, have that share: then it is right of something.
 * @param others amounts that have shares of their own
 */
export function isExplained(
  share: Amount,
  part: Amount,
  amounts: readonly Amount[],
  others: ReadonlySet<Amount> = new Set(),
): boolean {
  const bases: Range[] = amounts.flatMap((base, index) => {
    const next = amounts[index + 1];
    return next && base !== part && next !== part
      ? [base, { value: base.value + next.value, slack: base.slack + next.slack }]
      : [base];
  });
  return bases.some((base) => amounts.some((each) => !others.has(each) && isShareOf(share, each, base)));
}

/** Whether a run of `amounts` in which `part` stands adds up to `base`, so that its parts are all told. */
export function isWhole(base: Amount, part: Amount, amounts: readonly Amount[]): boolean {
  const at = amounts.indexOf(part);
  for (let first = Math.max(0, at - mostParts); first <= at; first++)
    for (let last = Math.max(at, first + 1); last < Math.min(amounts.length, first + mostParts); last++)
      if (!amounts.slice(first, last + 1).includes(base) && areSum(amounts.slice(first, last + 1), base)) return true;
  return false;
}

/** Whether `part` is told as one of `whole`. */
export function isPartOf(words: string, whole: Amount, part: Amount, alike: readonly Amount[]): boolean {
  const between = words.slice(whole.end, part.start);
  return partOf.test(between) || isNextClause(between) || isWhole(whole, part, alike);
}

/** The greatest amount of its measure in the sentence before. */
export function wholeBefore(before: readonly Amount[], { measure, value }: Amount): Amount | undefined {
  return before
    .filter((each) => each.measure === measure && each.value >= value)
    .reduce<Amount | undefined>((most, each) => (most && most.value >= each.value ? most : each), undefined);
}

/** The amount of the sentence before that this one goes on with: 錄取30人。錄取者中女性12人. */
export function namedBefore(
  words: string,
  { words: told, amounts }: Statement,
  { measure, value }: Amount,
): Amount | undefined {
  const head = goesOnWith.exec(words)?.groups!['head'];
  return head === undefined
    ? undefined
    : amounts.filter((each) => {
        const label = labelOf(told, each);
        return each.measure === measure && each.value >= value && label.includes(head) && !/[未不無]/.test(label);
      }).at(-1); // prettier-ignore
}
