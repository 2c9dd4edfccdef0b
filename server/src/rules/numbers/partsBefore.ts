/** The parts in front of their total: 決議6項、結論9項，合計15項. */
import { parseCount } from '../../text/numerals';
import { areSum, isDigitSlip, leadsToTotal, sumOf } from './amounts';
import type { Amount } from './amounts';
import { apart, areRoughlyOff, isSlip, joint, otherCount, runningTotal } from './parts';
import type { Parts } from './parts';

/** Parts that are of times, or are added one to the other. */
const ofTime = /[年月屆梯]|連同|加上/;

/** In front of the first part these may join somebody or something that has no figure. */
const uncounted = /[、及與和率偕暨]/;
/** How many the figures behind are of. */
const countOfParts = /([\d二兩三四五六七八九]) ?[項個筆類組][^、及與和暨\d]{0,8}$/;
/** One who leads those that are counted, and is one of them: 由校長率同教師3人、學生30人，合計34人. */
const leader = /(?:^|[由，])[^、及與和暨率偕，\d等]{2,14}[率偕][同領隊]?[^、及與和暨率偕，\d]{0,6}$/;
/** What each day or year has is added up as well: 每日平均服務長者38人、幼兒45人，合計83人. */
const ofEachTime = /每一?[日年月週天季]|平均/;
/** In front of a total, of how many parts it is: ，兩者合計約; they may be told in clauses of their own. */
const numberOfParts = /，([兩二三四五六])\p{Script=Han}{1,2}[合共總]計?[有為達約]{0,2}$/u;
const beside = /^[^。；：（）較每各]{0,8}[，、及與和][^。；：（）較每各]{0,16}$/;
/** The parts in front of a total: 決議6項、結論9項，合計15項. */
export function partsBefore(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  const parts: Amount[] = [];
  const before = amounts.slice(0, index);
  // 「，兩棟合計」: how many parts there are is none of them.
  if (/^[合共總]計?[有為達約]{0,2}$/.test(words.slice(before.at(-1)?.end ?? total.start, total.start)) && words[before.at(-1)!.start - 1] === '，') before.pop(); // prettier-ignore
  const bothOf = numberOfParts.exec(words.slice(before.at(-1)?.end ?? 0, total.start))?.[1];
  const named = bothOf === undefined ? undefined : parseCount(bothOf);
  let next = total;
  for (const part of before.reverse()) {
    const between = words.slice(part.end, next.start);
    if (part.measure !== total.measure) break;
    const isTotal = leadsToTotal(between) || (runningTotal.test(between) && between.length < 12);
    const isJoined = named === undefined ? joint.test(between) && !apart.test(between) : parts.length < named && beside.test(between); // prettier-ignore
    if (parts.length === 0 ? !isTotal : !isJoined) break;
    parts.unshift(part);
    next = part;
  }
  const [first] = parts;
  if (!first || parts.length < 2) return undefined;
  const isRunning = runningTotal.test(words.slice(parts.at(-1)!.end, total.start));
  if (isRunning && parts.some(({ start }) => !ofTime.test(words.slice(Math.max(0, start - 6), start))))
    return undefined;
  // 「經理、課長及專員共3人」: those in front of 共 are counted.
  const clause = words
    .slice(0, first.start)
    .split(/[，：]/)
    .at(-1)!;
  const sum = sumOf(parts);
  if (named !== undefined && named !== parts.length) return undefined;
  const led = sum + 1;
  if (leader.test(clause) && parts[0]!.measure === '人' && isSlip(led, total.value))
    return led === total.value || sum === total.value ? undefined : { total, parts, sum: led };
  // 「設備、訓練及維護三項經費為」 names as many as have figures.
  const areParts = parseCount(countOfParts.exec(clause)?.[1] ?? '0') === parts.length;
  const isOfTime = ofEachTime.test(clause) && (isDigitSlip(sum, total.value) || isSlip(sum, total.value));
  if (
    (uncounted.test(clause) && !/[共計等]$/.test(clause) && !areParts) ||
    otherCount.test(isOfTime ? clause.replace(ofEachTime, '').replace(ofEachTime, '') : clause)
  )
    return undefined;
  const isRightFrom = (_: Amount, from: number): boolean =>
    areSum(parts.slice(from), total) && !areRoughlyOff(words, parts.slice(from), total);
  return parts.some(isRightFrom) ? undefined : { total, parts, sum };
}
