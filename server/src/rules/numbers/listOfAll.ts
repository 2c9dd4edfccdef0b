/** Lists that part a whole which the clause before tells: 704案…；郵包347案，快遞194案，旅客149案，其他34案. */
import type { Amount } from './amounts';
import type { Statement } from './statements';
import { endsParts, otherCount } from './parts';

/** The last of a list that leaves nothing over: 其他34案. */
const others = /(?:其他|其餘|餘)者?[為計有]?$/;
/** Words in front of a list that parts what the sentence before told: 依主題分為四類：. */
const parting = /分[為成屬]|^[依按][^，。；：、\d]{1,8}[分別]/;
/** Between two parts of such a list. */
const nextPart = /^[^。；（）()：\d]{0,14}[，、及][^。；（）()：\d]{0,12}$/;
/** Lists with fewer parts than that may leave more out. */
const leastParts = 3;

/** A list that parts its whole, or ends with its rest, whose total the clause before tells: 704案…；郵包347案最多，快遞194案次之，旅客149案，其他34案. */
export function listOfAll({ words, amounts: all }: Statement): readonly Amount[] {
  // 分為四類 tells of no part.
  const amounts = all.filter(({ end }) => words[end] !== '：');
  const [first] = amounts;
  const last = amounts.at(-1);
  if (!first || !last || amounts.length < leastParts) return [];
  const isList = amounts.every(
    ({ measure, isRough, end }, index) =>
      measure === first.measure &&
      !isRough &&
      (index === amounts.length - 1 || nextPart.test(words.slice(end, amounts[index + 1]!.start))),
  );
  const isAll = amounts.length > leastParts && others.test(words.slice(Math.max(0, last.start - 4), last.start));
  const isParted = parting.test(words.slice(0, first.start)) && endsParts.test(words.slice(last.end));
  return isList && (isAll || isParted) && !otherCount.test(words) ? amounts : [];
}
