/** Counts of a sentence that names what it counts, by all ways to write such a list. */
import { blot, blotted } from './listItems';
import type { IsNamed, WrongCount } from './listCounts';
import { listsBefore } from './listsBefore';
import { listsBehind, listsWithin } from './listsBehind';
import { kindsInBrackets, listsInBrackets, listsInQuotes } from './listsInBrackets';
import { datesBefore, datesBehind } from './listsOfDays';
import { namedBefore, personsBefore, singlesBefore } from './listsOfNames';
import { ordinalsBehind, partsByName } from './listsOfParts';

/** Words of which 及, 與 and 和 are a part and join nothing. */
const noJoint = /[涉普遍提觸顧論擴波]及|及[格時]|參與|與會|和[平諧]|[共總緩溫飽]和/g;

/**
 * The counts of `words`, a paragraph without line ends, whose lists have another length; the first one where two
 * readings find the same place. Linear in its length.
 */
export function wrongCountsOf(words: string, isNamed: IsNamed): readonly WrongCount[] {
  const plain = blotted(words).replace(noJoint, blot + blot);
  const found: WrongCount[] = [];
  for (const each of [
    ...listsInBrackets(words, isNamed),
    ...kindsInBrackets(words),
    ...listsInQuotes(words),
    ...listsBefore(plain, isNamed),
    ...listsBehind(words, plain),
    ...listsWithin(words),
    ...ordinalsBehind(plain),
    ...datesBefore(plain),
    ...personsBefore(words),
    ...datesBehind(plain),
    ...partsByName(plain),
    ...namedBefore(plain, isNamed),
    ...singlesBefore(plain),
  ])
    if (!found.some(({ start, end }) => start < each.end && each.start < end)) found.push(each);
  return found;
}
