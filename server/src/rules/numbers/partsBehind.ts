/** The parts behind their total: 共24人，其中亞洲11人、歐洲8人、美洲5人. */
import { phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import { areSum, isDigitSlip, leadsToTotal, sumOf } from './amounts';
import type { Amount } from './amounts';
import { isRest } from './rests';
import { areOpposed, divideWhole } from './opposites';
import { apart, areRoughlyOff, endOfParts, endsParts, isSlip, joint, listJoint } from './parts';
import type { Parts } from './parts';
import { allShares, partsWithRest } from './partsWithRest';

/** Behind the last of three parts or more its own label may be a list: 以及保險、手續費與交通等雜支6萬元. */
const lastJoint = /^[^、，（）()：「」]{0,10}，?(?:以及|[及和與])[^，（）()：「」\d]{0,20}等[^、，\d]{0,6}$/;
/** Behind an amount these go on with the list that it is of: it is no total of what follows. */
const goesOn = /^[^，。；：（）]{0,6}[、及與和暨]/;
/** 牧靈人員及治療師各1人: several parts of one size. */
const several = /^[^、，及與和（）()：「」]{0,10}(?:[、和與]|，?以?及)([^，（）()：「」\d]{2,24})各[有為]?$/;

/** Behind a total: how it opens the list of its parts, and whether the list then has to be complete. */
const openers: readonly (readonly [pattern: RegExp, closed: boolean])[] = [
  [phrasePattern`^[^，。；：（）]{0,6}[（(](?!內?含|${'holding'}|其中|如)[^、，及與和（）\d]{0,12}$`, true],
  [
    /^[^，。；：（）]{0,8}(?:：|，?(?:分別為|分別是|即(?![時將使可日期])|計(?![畫算程時數分量])有?))[^、，及與和（）\d]{0,10}$/,
    true,
  ],
  [/^，?[依按][^，。；：（）\d]{1,8}分，?[^、，及與和（）\d]{0,10}$/, true],
  [/^，?[^，。；：（）\d]{0,10}(?:分[為成屬]|區分為|劃分為)[^、，及與和（）\d]{0,10}$/, true],
  [phrasePattern`^[^。；：（）\d]{0,16}${'one-by-one'}(?:[為是有計由]|來自|計有)?[^、，及與和（）\d]{0,10}$`, true],
  [phrasePattern`^[^，。；：（）]{0,8}[，、（]?(?:其中|${'holding'}|內?含)[^、，及與和（）\d]{0,20}$`, false],
  [phrasePattern`^[^，。；：（）]{0,8}，[^、，及與和（）\d]{0,12}${'paid-by'}$`, false],
  [/^[^，。；：（）]{0,6}(?:之中|中)，?(?:有|計有)?[^、，及與和（）\d]{0,6}$/, false],
];
/** Three parts or more in one clause behind a total need no word that opens them: 收到312則，接受205則、部分接受61則…. */
const bareOpener = /^[^，。；：（）]{0,8}，[^、，及與和（）\d]{0,8}$/;
/** A total that says so is parted by two parts already: 共計40小時，室內26小時、室外14小時. */
const markedTotal = phrasePattern`(?:${'total'}|[，、：]共|全[程長數]|總[長價額數量])[有為達]?$`;
/** The words between a whole and the number of its parts, and those up to the first part: 30床，分三區，內科區. */
const intoParts = /^[^。；：（\d]{0,10}，[^，。；：（\d]{0,4}分[為成作]?$/;
const inGroups =
  /^[^。；：（\d]{0,10}，[^，。；：（\d]{0,4}分[為成作]?(\d{1,2}|[二兩三四五六七八九十]) ?[^，。；：（）\d]{1,4}[，：](?!其中|包[括含])[^、，（）\d]{0,10}$/;
/** Behind an amount that others are reckoned by: 以1歐元折合新臺幣35元計. */
const isRate = /^計算?，/;
/** A part of a whole that leaves nothing over: 其餘3件, 尚有3個, 後9級. */
const rest = phrasePattern`(?:${'left-over'}|尚[有餘]|尚待[^，]{0,3}|(?<![結盈賸])餘|後)$`;
/** Before the last part: something may be left over. */
const maybeRest = /(?:另|未)$/;

/** Shares of the total by which parts exceed it where one of them is a slip. */
const mostOver = 0.5;
/** A single part behind 其中 is no more than so many times the total, or it is of something else. */
const mostTimes = 10;

/** Of more things one is more likely left out than miscounted. */
const manyParts = 40;

/** These tell of the greatest parts, and leave others out. */
const superlative = /[最僅較如]|主要|[為居][主多]|[依次][次之]|以上|前[三四五十]/;

/** Of one kind of person alone the other parts may be more: 女性20人、學生15人. */
function isOneSided(words: string): boolean {
  return /女/.test(words) !== /男/.test(words) || /以[上下]|[首初]次|[曾碩博]/.test(words);
}

/** Whether `whole` has the measure of `parts` and is their sum. */
function isWhole(whole: Amount, parts: readonly Amount[]): boolean {
  return whole.measure === parts[0]!.measure && areSum(parts, whole);
}

/** The parts of a total behind others of it, which part it by something else: 其中一年級11名、二年級16名，女生15名、男生12名. */
function partsAgain(words: string, amounts: readonly Amount[], last: Amount, total: Amount): readonly Amount[] {
  const parts: Amount[] = [];
  let end = last.end;
  for (const part of amounts.slice(amounts.indexOf(last) + 1)) {
    const between = words.slice(end, part.start);
    const isNext = parts.length === 0 ? /^，[^，。；：、（）\d]{1,10}$/.test(between) : listJoint.test(between) || joint.test(between); // prettier-ignore
    if (part.measure !== total.measure || part.isRough || !isNext || apart.test(between)) break;
    parts.push(part);
    end = part.end;
  }
  return endOfParts.test(words.slice(end)) && areOpposed(words, parts) ? parts : [];
}

/** The parts behind a total: 共24人，其中亞洲11人、歐洲8人、美洲5人. */
export function partsBehind(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  // 「30床，分三組：」 tells of how many parts.
  const from = amounts[index + 1] && intoParts.test(words.slice(total.end, amounts[index + 1]!.start)) ? index + 2 : index + 1; // prettier-ignore
  const first = amounts[from];
  if (first?.measure !== total.measure) return undefined;
  const opening = words.slice(total.end, first.start);
  if (goesOn.test(opening) || leadsToTotal(opening) || isRate.test(opening)) return undefined;
  const parts: Amount[] = [first];
  let other = false;
  let isLoose = false;
  for (let i = from + 1; i < amounts.length; i++) {
    const part = amounts[i]!;
    const between = words.slice(parts.at(-1)!.end, part.start);
    const names = part.measure === total.measure ? several.exec(between)?.[1]?.split(/以及|[、及與和]/) : undefined;
    if (names && names.length > 1 && !areSum(parts, total)) {
      parts.push({ ...part, value: part.value * names.length });
      break;
    }
    if (part.measure !== total.measure || ![joint, listJoint, lastJoint].some((each) => each.test(between))) {
      other = part.measure !== total.measure;
      break;
    }
    // 「A310人、B85人，較上屆增加38人」: behind the list its change may be told.
    if (apart.test(between) && parts.length > 2 && between.startsWith('，')) break;
    if (apart.test(between)) return undefined;
    // 「攝影師6人及主持人1人，共12人」: the total of a list stands behind it.
    if (leadsToTotal(between)) return undefined;
    // 「亞洲6人、美洲3人，女性7人」: behind the comma another list begins.
    if (
      parts.length > 1 &&
      /^，(?!以?及|其[他餘])/.test(between) &&
      !isLoose &&
      !rest.test(between) &&
      !maybeRest.test(between)
    )
      break;
    // 「有700份回收，有效690份」 tells of a part of the part.
    isLoose ||= /，(?!以?及|其[他餘])./.test(between);
    parts.push(part);
  }
  const isMarked = markedTotal.test(words.slice(Math.max(0, total.start - 4), total.start));
  const groups = inGroups.exec(opening)?.[1];
  const opener =
    (groups && parseCount(groups) === parts.length ? ([inGroups, true] as const) : undefined) ??
    openers.find(([pattern]) => pattern.test(opening)) ??
    (!/其中/.test(words.slice(Math.max(0, total.start - 12), total.start)) &&
    (parts.length > 2 || (parts.length === 2 && (opening === '，' || isMarked || areOpposed(words, parts)))) &&
    bareOpener.test(opening) &&
    !apart.test(opening)
      ? ([bareOpener, false] as const)
      : undefined);
  const last = parts.at(-1)!;
  const sum = sumOf(parts);
  const result = { total, parts, sum };
  const again = partsAgain(words, amounts, last, total);
  if (areSum(parts, total) && again.length > 1 && !areSum(again, total) && isSlip(sumOf(again), total.value))
    return { total, parts: again, sum: sumOf(again) };
  if (
    (areSum(parts, total) && !areRoughlyOff(words, parts, total)) ||
    amounts.slice(0, index).some((whole) => isWhole(whole, [total, ...parts]))
  )
    return undefined;
  const before = words.slice(Math.max(0, last.start - 8), last.start);
  // 「名額二名，報名五人，錄取二人」: what is more than the first is no part of it, where nothing says so.
  const isMore = (opener?.[0] ?? bareOpener) === bareOpener && parts.some(({ value }) => value > total.value);
  // 「15級，前6級為可調式，後9級為固定式」 needs no word before its parts.
  const lastAt = amounts.findIndex(({ start }) => start === last.start);
  if (isRest(words, amounts, lastAt) && !allShares[last.measure] && !total.isRough) return undefined;
  if (parts.length >= 2 && (rest.test(before) || (maybeRest.test(before) && sum > total.value))) {
    const isExplicit = opener && /其中|分別/.test(opening);
    const whole = isExplicit ? undefined : partsWithRest(words, amounts, [total, ...parts]);
    if (whole) return whole === 'right' ? undefined : whole;
    // One part and its rest are for numbers/remainder.
    if (parts.length === 2 && /[餘剩]|尚[有待]/.test(before)) return undefined;
    return !isMore && (opener || /^[^。；（）]{0,20}，[^、及與和（）]{0,10}$/.test(opening)) ? result : undefined;
  }
  if (!opener) return undefined;
  const [, closed] = opener;
  // 「一等品占45%，二等品占30%，三等品占20%」 are parts all of them.
  if (opener[0] === bareOpener && total.measure === '%' && [total, ...parts].every(({ start }) => /[占佔為]$/.test(words.slice(0, start).slice(-1)))) return undefined; // prettier-ignore
  if (isMore || (parts.length > 1 && parts.every(({ value }) => value > total.value))) return undefined;
  // The marks of parts may make a mean: 4.2分（課程4.5分、講師4.0分）.
  if (total.measure === '分' && !isSlip(sum, total.value)) return undefined;
  if (!closed && /最[快慢長短高低多少大小早晚]|平均/.test(words.slice(Math.max(0, total.start - 8), last.start)))
    return undefined;
  if (isLoose && !closed && !isMarked && !areOpposed(words, parts)) return undefined;
  const listed = words.slice(first.start - 12 < total.end ? total.end : first.start - 12, last.end);
  if (parts.length === 1)
    return !closed &&
      sum > total.value &&
      sum <= total.value * mostTimes &&
      opening.length <= 14 &&
      /其中/.test(opening)
      ? result
      : undefined;
  const behind = words.slice(last.end);
  if (closed) return /^[）)]/.test(behind) || (!other && /^(?:[。，]|$)/.test(behind)) ? result : undefined;
  if (sum > total.value) return sum <= total.value * (1 + mostOver) && !isOneSided(listed) ? result : undefined;
  // Three parts that fall short by one are meant to be all, where nothing says that they are the greatest: 其中A5件、B6件、C3件.
  const isOneShort =
    parts.length > 2 && total.value - sum === 1 && total.value < manyParts && !superlative.test(opening);
  if (isOneShort && !other && !total.isRough && endsParts.test(behind)) return result;
  // What three parts or more leave is less than any of them would be, and the total is one digit off.
  const isShort =
    parts.length > 2 &&
    // Marks are parted without a rest.
    (isDigitSlip(sum, total.value) || total.measure === '分') &&
    parts.every(({ value }) => value > total.value - sum) &&
    !superlative.test(listed + behind.split('，')[0]!);
  if (isShort && !total.isRough && endsParts.test(behind)) return result;
  // What is parted in full a second time was to be so the first time.
  if (parts.length > 1 && again.length > 1 && areSum(again, total) && isSlip(sum, total.value)) return result;
  // Of men and women there is no third; what is told behind them is another matter.
  const next = amounts[lastAt + 1];
  if (
    divideWhole(words, parts) &&
    next?.measure !== total.measure &&
    !total.isRough &&
    endsParts.test(behind) &&
    !superlative.test(listed) &&
    isSlip(sum, total.value)
  )
    return result;
  const isComplete =
    !other &&
    !behind.startsWith('為主') &&
    endOfParts.test(behind) &&
    ((parts.length > 2 && /[及和與]/.test(words.slice(parts.at(-2)!.end, last.start))) ||
      areOpposed(words, parts) ||
      (isMarked && opener[0] === bareOpener));
  return isComplete && isSlip(sum, total.value) ? result : undefined;
}
