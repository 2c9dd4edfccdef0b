/** The part that a share is said to be: 45張，即百分之六十; 48件中有36件超過60秒，占75%. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Amount } from './amounts';
import { areOfOneMatter } from './rests';

/** Between a part and its share: ，占62.5%; 名（63.5%）; ，比例為8.5%. */
export const toShare =
  /^[^，。；：、（）()\d]{0,6}(?:(?:[^，。；：、（）()\d]{0,12}，)?約?[占佔](?:全[體部]|總[數量額])?[之的]?(?:比[例率重]?)?|，(?:其|所占)?(?:比[例率重]|百分比)|[（(][占佔]?)[約為達計即近]*$/;
/** The same without a word for the share, where the part is one of a whole: 45張，即百分之六十; 225處，達九成. */
const plainTail = phrasePattern`^[^，。；：、（）()\d]{0,8}，(?:[約僅達即為合近已恰計]|${'that-is'})+其?$`;
/** So far before an amount it is told what it is. */
const labelReach = 12;
/** A date between two amounts says nothing of either. */
const dates = /\d{2,4} ?年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/g;
/** Between a part and a rate: ，合格率為66%. */
export const toRate =
  /^[^，。；：（）()\d]{0,10}，[^，。；：（）()\d]{0,8}?([^，。；：（）()\d]{2})(?:比?率|度)[約為達僅有計近]*$/;
/** A rate of these is of a change, or of something that the amounts before are not of. */
const otherRate = phrasePattern`${'rise'}|${'fall'}|年增|改善|[匯利費稅]|報酬|死亡|發生|盛行|失業|其中|另`;
/** Of how many a share is said by their name, in the clause of the share: ，虧損路線不及, ，同意者超過. */
export const toNamed = /^[^；：（）()\d]{0,24}，(?<label>[^，。；：、（）()\d]{2,12})$/;
/** Words of such a clause that name nothing. */
const noName = phrasePattern`${'over'}|${'under'}|比[例率重]|[約近逾占佔為達有僅共計]`;
/** Right in front of what a rate is of: it is of those of whom that is not said. */
const negation = /[未不無非]$/;
/** Between a whole and its part. */
export const partOf = /其中|之中|[^期空集當]中，|[^，期空集當]中計?有|^中|裡，|內，/;
/** The same in brackets: 365份（回收率78%）. */
export const rateInBrackets = /^[（(]([^，。；：（）()\d]{2})比?率[約為達]*$/;
/** Rates of these are of what was looked at, in whatever words a part of it is told: 48支，45支於容許範圍內，合格率. */
const meets = phrasePattern`${'achieved'}|內|[以之][上下]|合[於乎]|達|實支|支用|執行`;
const ofAll = phrasePattern`${'achieved'}|命中|執行`;
/** Between a whole and the part that stands in the next clause: 饋線計1,840條，已裝設開關者1,196條. */
const nextClause = /^[^，。；：（）\d]{0,6}，(?![較另每各比]|平均|高於|低於)[^，。；：（）\d]{0,16}$/;
export function isPercentage({ measure }: Amount): boolean {
  return measure === '%' || measure === '成' || measure === '百分點';
}

/** Whether two stretches of words have a word of two characters in common. */
function haveWordInCommon(one: string, other: string): boolean {
  return one
    .split(noName)
    .some((run) => Array.from(run).some((_, at) => at + 2 <= run.length && other.includes(run.slice(at, at + 2))));
}

/** 每5件即有1件: what there is one of may be said again behind it. */
function isOneIn(words: string, { start }: Amount): boolean {
  return words[start] === '每';
}

export function isNextClause(between: string): boolean {
  return nextClause.test(between.replace(dates, ''));
}

/** What an amount is of, as it is told in front of it. */
export function labelOf(words: string, { start }: Amount): string {
  return words.slice(Math.max(0, start - labelReach), start).split(/[，。；：]/).at(-1)!; // prettier-ignore
}

/** So many figures of a condition may stand between a part and its share. */
const mostConditions = 2;
/** So far behind its part, with such a condition, a share stands, in UTF-16 code units. */
const longestCondition = 30;

/** The part whose condition has figures of its own, behind its whole: 48件中有36件超過60秒，占75%. */
function partWithCondition(words: string, before: readonly Amount[], share: Amount): Amount | undefined {
  const isAlone = ({ measure }: Amount): boolean => before.filter((each) => each.measure === measure).length === 1;
  const conditions = before.slice(-mostConditions).filter(isAlone).length;
  const at = before.length - 1 - conditions;
  const [whole, part] = before.slice(Math.max(0, at - 1), at + 1);
  if (conditions === 0 || part?.measure !== whole?.measure || !whole || !part) return undefined;
  const last = before.at(-1)!;
  const condition = words.slice(part.end, last.start);
  const isTold = toShare.test(words.slice(last.end, share.start)) && !/[，（]/.test(condition);
  const isPart = partOf.test(words.slice(whole.end, part.start)) || isNextClause(words.slice(whole.end, part.start));
  return isTold && isPart && last.end - part.end <= longestCondition ? part : undefined;
}

/** The part that a share is said to be, and whether the words say of what kind. */
export function partOfShare(words: string, amounts: readonly Amount[], share: Amount): Amount | undefined {
  const before = amounts.slice(0, amounts.indexOf(share)).filter((each) => !isPercentage(each));
  const last = before.at(-1);
  if (!last) return undefined;
  const ofCondition = partWithCondition(words, before, share);
  if (ofCondition) return ofCondition;
  const between = words.slice(last.end, share.start);
  if (between.length > 24) return undefined;
  if (plainTail.test(between) && (isOneIn(words, share) ? /^\p{Script=Han}{0,4}(?:[，。；）]|$)/u : /^(?:[，。；）]|$)/).test(words.slice(share.end))) return last; // prettier-ignore
  if (toShare.test(between)) {
    const isInBrackets = /[（(]/.test(between);
    return !isInBrackets || /^[）)，、]/.test(words.slice(share.end)) ? last : undefined;
  }
  const around = words.slice(before.at(-2)?.end ?? 0, last.start) + words.slice(last.end, last.end + Math.max(0, between.indexOf('，'))); // prettier-ignore
  const ofRate = toRate.exec(between) ?? rateInBrackets.exec(between);
  if (!ofRate) {
    const label = toNamed.exec(between)?.groups!['label'];
    return label !== undefined && !otherRate.test(label) && !/[未不無非每各較]/.test(label.replace(noName, '')) && haveWordInCommon(label, around) ? last : undefined; // prettier-ignore
  }
  const [, bare] = ofRate;
  // 不合格率 is of those of whom 不合格 is said.
  const not = negation.exec(between.slice(0, between.lastIndexOf(bare!)))?.[0] ?? '';
  const rate = not + bare!;
  if (otherRate.test(between.slice(between.lastIndexOf('，')))) return undefined;
  // 合格率 is of those of whom 合格 is said.
  const labels = around;
  const whole = before.at(-2);
  const isNext = whole?.measure === last.measure && isNextClause(words.slice(whole.end, last.start));
  // 「須修復者9,400冊，已完成3,760冊，修復率」 names the rate with the whole.
  if (isNext && /已|完成|其中/.test(labels) && labelOf(words, whole).includes(rate) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  if (whole?.measure === last.measure && not === '' && areOfOneMatter(rate, labels) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  if (isNext && ofAll.test(rate) && meets.test(labels) && !/[未不無退]/.test(labels)) return last;
  if (whole?.measure === last.measure && partOf.test(words.slice(whole.end, last.start)) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  return labels.includes(rate) && (not !== '' || !new RegExp(`[未不無]${rate}`).test(labels)) ? last : undefined;
}
