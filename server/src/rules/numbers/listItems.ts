/** Items of a list in a sentence, counted. */

/** An item with a count of its own: 美國11人. */
const counted = /\d ?[人名位件項場國家所]$/;
const joints = /以及|[及與和暨或]/g;
/** Longer items are clauses, in which 及 may join anything. */
const longestItem = 10;

/** How many items a list may have. */
export interface ItemCount {
  readonly least: number;
  readonly most: number;
}

/** Stands for the units of brackets and quotations. */
export const blot = '＿';

/** `words` with the inside of brackets and quotations blotted out, mark by mark, so that offsets stay. */
export function blotted(words: string): string {
  return words.replace(/（[^（）]*）|\([^()]*\)|「[^「」]*」|『[^『』]*』|《[^《》]*》/g, (inside) =>
    blot.repeat(inside.length),
  );
}

/**
 * How many items a list of `、` with one joint before the last can have; undefined where that is not certain: joints
 * further ahead may end another list. In a list that is whole by itself (`isWhole`) they belong to an item: 創業與創新.
 */
export function countItems(list: string, isWhole = false): ItemCount | undefined {
  const parts = list.split('、');
  const last = parts.pop()!;
  if (parts.length === 0 || last.trim() === '') return undefined;
  if (parts.some((part) => part.trim() === '' || part.includes('等') || (!isWhole && part.search(joints) >= 0)))
    return undefined;
  const lastJoints = last.match(joints) ?? [];
  const least = parts.length + 1;
  const [head, ...pieces] = last.split(joints);
  // 「山水、花鳥、古今人物及書法」, 「山水畫、花鳥畫、中與西洋畫及書法」: shorter than any item, what stands before 與 is a piece of one.
  if (
    isWhole &&
    parts.length > 1 &&
    /^[與和]以?及$/.test(lastJoints.join('')) &&
    pieces.every((piece) => piece.length > head!.length) &&
    parts.every((part) => part.length > head!.length)
  )
    return { least: least + 1, most: least + 1 };
  const [joint] = lastJoints;
  const splits =
    lastJoints.length === 1 &&
    (joint === '及' || joint === '以及') &&
    last.split(joint).every((item) => item.trim() !== '' && item.replaceAll(blot, '').trim().length <= longestItem) &&
    !/[之的]/.test(last) &&
    // 「墨西哥3人、千里達及托巴哥1人」: the joint is inside a name.
    !(parts.every((part) => counted.test(part)) && last.split(joint).some((item) => !counted.test(item)));
  return { least: splits ? least + 1 : least, most: least + lastJoints.length };
}
