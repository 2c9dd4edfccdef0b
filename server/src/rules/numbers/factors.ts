/** What an amount is told for, and how many there are of it: 每座900公噸, 2座. */
import type { Span } from '../../text/span';
import type { Amount } from './amounts';

/** How far before an amount its 每 may stand, in UTF-16 code units. */
export const longestLabel = 24;
/** A factor that is an average, or rough, may be off by so much of itself. */
export const roughFactor = 0.06;
export interface WrongProduct {
  readonly total: Amount;
  readonly factors: Span;
  readonly real: number;
}

/** What an amount is told for, right in front of it: 每週, 各, 單價, 一張, 一個航次平均耗時, 書箱可容. */
const perWords =
  /每一?(?<per>[^\P{Script=Han}每]{1,3})|(?<wage>[時日月])薪|(?<lesson>鐘)點費|(?<mean>人)均|(?:各|單[價重件支片張座具臺台枚根艘箱盒瓶套組間戶班趟]|[票售房定]價)\D{0,6}$|(?<![第十百])一個?(?<one>[航場班梯]次|[張天晚夜人名位份輛場次組隊班間件套年週冊架艘桌箱戶床座節期株臺台])(?:平均|耗[時費資]|[需費]時|[需須要約可收裝存容載])*$|(?<![第十百])一個(?<thing>\p{Script=Han}{2})(?:平均|耗[時費資]|[需費]時|[需須要約])+$|(?<noun>\p{Script=Han}{2})[可能][容裝載坐放收存]納?$/gu;
/** The greatest or the least of several is not each. */
const extreme = /最/;
/** Right before what each of several has one of. */
const oneEach = /各[^，。；：、（）\d]{0,8}$/;
/** Two without a figure, right before what each has. */
const bothEach = /(?:雙|兩造|彼此)\p{Script=Han}?各\p{Script=Han}{0,6}$/u;
const severalEach = /每.{3,24}各/;
/** Measures of one thing. */
const sameMeasure: Readonly<Record<string, string>> = {
  月: '個月',
  日: '天',
  時: '小時',
  鐘: '小時',
  夜: '晚',
  名: '人',
  位: '人',
  星期: '週',
  人次: '人',
};
export function plainMeasure(measure: string): string {
  return sameMeasure[measure] ?? measure;
}

/** What an amount is told for; empty for whatever is counted. */
export function persOf(words: string, { start }: Amount): readonly string[] {
  const label = words
    .slice(Math.max(0, start - longestLabel), start)
    .split(/[，。；：、）\d]/)
    .at(-1)!;
  // 「每日早晚各1次」: how many there are on each day no figure tells.
  if (severalEach.test(label) || extreme.test(label)) return [];
  return [...label.matchAll(perWords)].map(
    ({ groups }) => Object.values(groups as Partial<Record<string, string>>).find((named) => named !== undefined) ?? '',
  );
}

/** Whether `count` counts what an amount is told for: 三個月 for 每月, 7種處理 for 每處理, 會員850人 for 每會員. */
export function isCountOf(words: string, count: Amount, per: string): boolean {
  if (per === '') return true;
  const measure = plainMeasure(count.measure);
  if ([1, 2].some((length) => plainMeasure(per.slice(0, length)) === measure)) return true;
  // 每平方公 is as far as 每平方公尺 is read.
  if (per.length > 2 && measure.startsWith(per)) return true;
  const noun = per.slice(0, 2);
  const behind = words.slice(count.end - 1, count.end + 5).split(/[，。；：、每各]/)[0]!;
  const before = words
    .slice(Math.max(0, count.start - 5), count.start)
    .split(/[，。；：、每各]/)
    .at(-1)!;
  // 六處測站 for 每站, 高壓水車6輛 for 每車.
  if (
    /^[站校館場區廠班組隊船艦港車機戶艇槽床線]$/.test(per[0]!) &&
    (before.replace(/[共計有約]{1,2}$/, '').endsWith(per[0]!) || behind.slice(1, 4).includes(per[0]!))
  )
    return true;
  return noun.length === 2 && (behind.includes(noun) || before.includes(noun));
}

/** How many there are of each thing that an amount is told for, the nearest in front of it or else behind it. */
export function countsOf(words: string, amounts: readonly Amount[], each: Amount): readonly Amount[] {
  const at = amounts.indexOf(each);
  const two = bothEach.exec(words.slice(amounts[at - 1]?.end ?? 0, each.start));
  // 「雙方各發表6篇」 says how many there are without a figure.
  if (two) {
    const start = (amounts[at - 1]?.end ?? 0) + two.index;
    return [{ value: 2, measure: '方', step: 1, slack: 0, isRough: false, side: undefined, start, end: start + 2 }];
  }
  const others = [...amounts.slice(0, at).reverse(), ...amounts.slice(at + 1)];
  // 「兩具…，就三方面各提一項」: what 各 goes back to has a number of its own, which counts no amount.
  const isCounted = /[\d二兩三四五六七八九十]\p{Script=Han}{1,3}，?各/u.test(
    words.slice(amounts[at - 1]?.end ?? 0, each.start),
  );
  return persOf(words, each).flatMap((per) => {
    const count = others.find(
      (other) =>
        other.measure !== each.measure &&
        // 「8個口岸各設1隊，每隊6人」: of what there is one each there are more.
        (other.value > 1 || oneEach.test(words.slice(Math.max(0, other.start - longestLabel), other.start))) &&
        !(per === '' && (/[元年日%度成]$/.test(other.measure) || isCounted)) &&
        isCountOf(words, other, per),
    );
    return count ? [count] : [];
  });
}
