/** Totals that are not what their factors make: 2座，每座900公噸，合計1,900公噸. */
import { phrasePattern } from '../../knowledge/phrases';
import { inUnit, isDigitSlip, lastDigitOf, leadsToTotal, rounded } from './amounts';
import type { Amount } from './amounts';
import type { Statement } from './statements';
import { countsOf, isCountOf, longestLabel, persOf, plainMeasure, roughFactor } from './factors';
import type { WrongProduct } from './factors';

/** In front of a total, with at most a few words between: 總價, 合計, 經費. */
const totalBefore = phrasePattern`(?:${'total'}|${'money'}|累[積計](?![^，]{0,6}率)|共|計|總[價額數量經]?|[月年房]租)[^，。；：、（）\d]{0,8}$`;
/** In front of a total, by what it was reckoned: 以60平方公尺計，月租約. */
const reckoned = /\d[^\d，]{1,12}[計估]算?，[^，。；：、（）\d每各]{0,8}$/;
/** How far before an amount what says that it is a total may stand, in UTF-16 code units. */
const longestTotalLabel = 28;
/** Of a rough factor with many figures so much of itself. */
const finelyRough = 0.02;
/** 平均每梯次24人次, right behind the total that it is the average of. */
const averageBehind = /^，平均[^，。；：、\d]{0,8}$/;
/** Products that are so many times too great or too small are of something else. */
const mostTimes = 12;

/** Around figures these add something to the product, or take it off. */
const besides = phrasePattern`[另較原]|其[中餘]|最[多大高]|上限|至多|${'added-or-off'}|[含及]保`;
/** Right in front of a total: as many as there is room for. */
const atMost = /(?:最[多大高]|至多)[^，。；：、（）\d]{0,6}$/;
/** Between the factors and their total these make it one of another time. */
const otherTime = /[去前上]年/;
/** A total that nothing names is as near to the product as that. */
const nearly = 0.15;
/** Smaller figures are near each other by chance. */
const leastNear = 20;

/** What is counted by 個, up to a mark. */
const thing = /^\p{Script=Han}{1,6}(?=[，。；：、（]|$)/u;

/** Whether the things that `many` counts one by one are counted in the measure of `other` too: 30個處置孔, 150孔. */
function isThingOf(words: string, many: Amount, { measure }: Amount): boolean {
  return (
    many.measure === '個' &&
    !!thing
      .exec(words.slice(many.end, many.end + 7))?.[0]
      .slice(-2)
      .includes(measure)
  );
}

function roughnessOf(each: Amount, isAverage: boolean): number {
  // A mean stands for all that its last digit is rounded from.
  if (isAverage) return Math.min(roughFactor, (each.step < 1 ? each.step : lastDigitOf(each.value)) / 2 / each.value);
  if (!each.isRough) return 0;
  return Math.min(roughFactor, Math.max(finelyRough, each.slack / 3 / each.value));
}

/** All products of some of the values. */
function productsOf(values: readonly number[]): readonly number[] {
  return values.reduce<readonly number[]>((all, value) => [...all, ...all.map((product) => product * value)], [1]);
}

/** Products that are not what their factors make: 2座，每座900公噸，合計1,900公噸; 4具，總價7,260萬元，平均每具1億8,150萬元. */
export function* wrongProducts({ words, amounts: told }: Statement): Generator<WrongProduct> {
  const units = new Set(told.map(({ measure }) => measure));
  // 每場90分鐘，累計10小時
  const isOfTime = units.has('小時') && units.has('分鐘');
  const amounts = isOfTime ? told.map((amount) => inUnit(amount, '分鐘')) : told;
  for (const [at, each] of amounts.entries()) {
    const own = countsOf(words, amounts, each);
    // What is counted may be told for something else again: 每處理3重複、每重複20果，7種處理.
    const counts = [...new Set([...own, ...own.flatMap((count) => countsOf(words, amounts, count))])].filter((count) => count !== each); // prettier-ignore
    if (own.length === 0 || counts.filter(({ isRough }) => isRough).length > 1) continue;
    const real = rounded(counts.reduce((product, { value }) => product * value, each.value));
    const isAlike = (one: Amount): boolean =>
      plainMeasure(one.measure) === plainMeasure(each.measure) ||
      // 歐元285萬元 is told on as 1,140萬元.
      (one.measure === '元' && each.measure.endsWith('元')) ||
      isThingOf(words, each, one) ||
      isThingOf(words, one, each);
    // What is told of each in front of it is no total.
    const isNamed = (total: Amount, index: number): boolean =>
      ([totalBefore, reckoned].some((label) =>
        label.test(words.slice(Math.max(0, total.start - longestTotalLabel), total.start)),
      ) &&
        !(index < at && persOf(words, total).length > 0)) ||
      (index === at - 1 && averageBehind.test(words.slice(total.end, each.start)));
    const isNear = ({ value, start }: Amount): boolean =>
      value > Math.max(each.value, leastNear) &&
      !each.isRough &&
      start > each.start &&
      (Math.abs(real - value) <= nearly * value || (isDigitSlip(real, value) && Math.abs(real - value) <= value / 2));
    const alike = amounts.flatMap((total, index) =>
      isAlike(total) &&
      total.value !== each.value &&
      !counts.includes(total) &&
      Math.abs(index - at) <= counts.length + 2
        ? [{ total, isNamed: isNamed(total, index) }]
        : [],
    );
    const named = alike.filter((one) => one.isNamed);
    const totals = (named.length > 0 ? named : alike.filter((one) => isNear(one.total))).map((one) => one.total);
    const [total] = totals;
    if (!total || totals.length > 1) continue;
    // Other amounts between them are of something else, or factors too.
    const all = [...counts, each, total];
    const [start, end] = [Math.min(...all.map((one) => one.start)), Math.max(...all.map((one) => one.end))];
    const inside = amounts.filter((other) => other.start >= start && other.end <= end && other.value !== 1);
    const beforeInside = amounts[amounts.indexOf(inside[0]!) - 1];
    // 「自付24,500元，另由縣府補助5名，每名10,000元，合計」: what is told of another matter is none of the sum.
    const isApart =
      beforeInside !== undefined &&
      /，另|；|此外/.test(words.slice(beforeInside.end, start)) &&
      rounded(beforeInside.value + real) !== total.value;
    const goesOn = beforeInside?.measure === each.measure && beforeInside.value !== 1 && !isApart;
    if (inside.length > all.length || goesOn) continue;
    // 「兩校各2人及一位教授，共5人」
    const joined = amounts.filter((other) => !all.includes(other) && other.start > start && other.end < total.start && isAlike(other)); // prettier-ignore
    if (joined.length > 0 && rounded(joined.reduce((sum, { value }) => sum + value, real)) === total.value) continue;
    if (
      besides.test(
        words
          .slice(each.start < total.start ? each.end : start, total.start > each.start ? total.start : end)
          .replace(atMost, ''),
      )
    )
      continue;
    if (
      otherTime.test(
        words.slice(
          Math.max(...[...counts, each].map((one) => (one.end <= total.start ? one.end : start))),
          total.start,
        ),
      )
    )
      continue;
    const isAverage = /平均[^，]{0,6}$/.test(words.slice(Math.max(0, each.start - longestLabel), each.start));
    const off = Math.max(total.slack, (total.isRough ? roughFactor : 0) * total.value);
    const fits = (factor: number): boolean => {
      const product = factor * each.value;
      const rough = Math.max(roughnessOf(each, isAverage), ...counts.map((count) => roughnessOf(count, false)));
      return Math.abs(product - total.value) <= off + rough * product + 1e-6;
    };
    // Another factor may stand outside: 分3年，每年400處，每處30萬元.
    const factors = amounts.filter((other) => !all.includes(other) && other.measure !== each.measure && words[other.start - 1] !== '年'); // prettier-ignore
    const products = productsOf(counts.map(({ value }) => value));
    if (products.some((product) => (product > 1 && fits(product)) || factors.some(({ value }) => fits(value * product)))) continue; // prettier-ignore
    if (total.value > real * mostTimes || real > total.value * mostTimes) continue;
    const places = [...counts, each];
    yield { total, factors: { start: Math.min(...places.map((one) => one.start)), end: Math.max(...places.map((one) => one.end)) }, real: isOfTime && words[total.end - 1] === '時' ? rounded(real / 60) : real }; // prettier-ignore
  }
}

/** Products of which a factor is told in the sentence before: 廠商36家…。每家提供4名，合計164名. */
export function* wrongAcross({ words, amounts }: Statement, before: Statement | undefined): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const total = amounts[index + 1];
    if (!before || total?.measure !== each.measure || countsOf(words, amounts, each).length > 0) continue;
    const between = words.slice(each.end, total.start);
    if (!leadsToTotal(between) || besides.test(between) || each.isRough || total.isRough) continue;
    const counts = persOf(words, each).flatMap((per) =>
      per === '' ? [] : before.amounts.filter((count) => count.value > 1 && isCountOf(before.words, count, per)),
    );
    const products = counts.map(({ value }) => rounded(value * each.value));
    const real = products.find((product) => isDigitSlip(product, total.value));
    if (real !== undefined && !products.includes(total.value)) yield { total, factors: each, real };
  }
}
