/** Days one by one, and how often that was: 第3日、第7日及第14日訪視，共三次. */
import { parseCount } from '../../text/numerals';
import { wordsBehind } from '../../text/sentence';
import { countBefore, countBehind, largest, noCount, numeral } from './listCounts';
import type { WrongCount } from './listCounts';

/** One of several days, and what may stand between two. */
const day = '(?:(?:\\d{2,4}年)?\\d{1,2}月(?:\\d{1,2}日)?|第? ?\\d{1,3} ?[日天]|\\d{2,4}年)';
const dayJoint = /以及|[、及與和]/;
/** 出院後第3日、第7日及第14日訪視，共三次: days one by one, and how often that was. */
const dated = new RegExp(
  `(?<![至到～~\\d、及與和月年-])(?<days>${day}(?:(?:[、及與和]|以及)${day}){1,12})(?![至到～~])[^。；、，\\d]{0,16}，?(?:共計|合計|總計|[共計])${numeral} ?(?<unit>場次|梯次|[次度回場])(?!會議)`,
  'g',
);

/** Counts of the days in front of them. */
export function* datesBefore(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups, 2: figure } of plain.matchAll(dated)) {
    const { days, unit } = groups as { days: string; unit: string };
    const stated = parseCount(figure!);
    const listed = days.split(dayJoint).length;
    if (stated === listed || stated > largest) continue;
    const end = index + whole.length;
    yield countBehind(stated, listed, { start: end - unit.length - figure!.length, end });
  }
}

/** So far behind the days others may be told. */
const longestRest = 40;
/** How often, and on which days one by one: 召開三次會議，分別為3月、6月及9月. */
const datedBehind = new RegExp(
  `${noCount}${numeral} ?(?<unit>場次|梯次|[次場梯])[^，。；：、（）\\d]{0,14}，?(?:分別|依序)[為是於在訂定]{1,2}(?<days>${day}(?:(?:以及|[、及與和])${day}){1,12})(?![至到～~\\d、及與和月年日])`,
  'g',
);

/** Counts of the days behind them. */
export function* datesBehind(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, 1: figure, groups } of plain.matchAll(datedBehind)) {
    const { unit, days } = groups as { unit: string; days: string };
    const rest = wordsBehind(plain, index + whole.length, '。；').slice(0, longestRest);
    const [stated, listed] = [parseCount(figure!), days.split(dayJoint).length];
    if (stated === listed || stated > largest || /\d ?[月日]|[各兩二]/.test(rest)) continue;
    yield countBefore(stated, listed, { start: index, end: index + figure!.length + unit.length });
  }
}
