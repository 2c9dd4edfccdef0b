import { phrasePattern } from '../../knowledge/phrases';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { inUnit, isDigitSlip, lastDigitOf, leadsToTotal, rounded, written } from './amounts';
import type { Amount } from './amounts';
import { bothReadingsOf, statementsOf } from './statements';
import type { Statement } from './statements';

/** In front of a total, with at most a few words between: 總價, 合計, 經費. */
const totalBefore = phrasePattern`(?:${'total'}|${'money'}|累[積計](?![^，]{0,6}率)|共|計|總[價額數量經]?|[月年房]租)[^，。；：、（）\d]{0,8}$`;
/** In front of a total, by what it was reckoned: 以60平方公尺計，月租約. */
const reckoned = /\d[^\d，]{1,12}[計估]算?，[^，。；：、（）\d每各]{0,8}$/;
/** How far before an amount its 每 may stand, in UTF-16 code units. */
const longestLabel = 24;
/** The same for what says that an amount is a total. */
const longestTotalLabel = 28;
/** A factor that is an average, or rough, may be off by so much of itself; a rough one with many figures by less. */
const roughFactor = 0.06;
const finelyRough = 0.02;
/** 平均每梯次24人次, right behind the total that it is the average of. */
const averageBehind = /^，平均[^，。；：、\d]{0,8}$/;
/** Products that are so many times too great or too small are of something else. */
const mostTimes = 12;

interface WrongProduct {
  readonly total: Amount;
  readonly factors: Span;
  readonly real: number;
}

/** What an amount is told for, right in front of it: 每週, 各, 單價, 一張, 一個航次平均耗時, 書箱可容. */
const perWords =
  /每一?(?<per>[^\P{Script=Han}每]{1,3})|(?<wage>[時日月])薪|(?<lesson>鐘)點費|(?<mean>人)均|(?:各|單[價重件支片張座具臺台枚根艘箱盒瓶套組間戶班趟]|[票售房定]價)\D{0,6}$|(?<![第十百])一個?(?<one>[航場班梯]次|[張天晚夜人名位份輛場次組隊班間件套年週冊架艘桌箱戶床座節期株臺台])(?:平均|耗[時費資]|[需費]時|[需須要約可收裝存容載])*$|(?<![第十百])一個(?<thing>\p{Script=Han}{2})(?:平均|耗[時費資]|[需費]時|[需須要約])+$|(?<noun>\p{Script=Han}{2})[可能][容裝載坐放收存]納?$/gu;
/** The greatest or the least of several is not each. */
const extreme = /最/;
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

function plainMeasure(measure: string): string {
  return sameMeasure[measure] ?? measure;
}

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

/** What an amount is told for; empty for whatever is counted. */
function persOf(words: string, { start }: Amount): readonly string[] {
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
function isCountOf(words: string, count: Amount, per: string): boolean {
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
function countsOf(words: string, amounts: readonly Amount[], each: Amount): readonly Amount[] {
  const at = amounts.indexOf(each);
  const others = [...amounts.slice(0, at).reverse(), ...amounts.slice(at + 1)];
  // 「兩具…，就三方面各提一項」: what 各 goes back to has a number of its own, which counts no amount.
  const isCounted = /[\d二兩三四五六七八九十]\p{Script=Han}{1,3}，?各/u.test(
    words.slice(amounts[at - 1]?.end ?? 0, each.start),
  );
  return persOf(words, each).flatMap((per) => {
    const count = others.find(
      (other) =>
        other.measure !== each.measure &&
        other.value > 1 &&
        !(per === '' && (/[元年%度成]$/.test(other.measure) || isCounted)) &&
        isCountOf(words, other, per),
    );
    return count ? [count] : [];
  });
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
function* wrongProducts({ words, amounts: told }: Statement): Generator<WrongProduct> {
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
function* wrongAcross({ words, amounts }: Statement, before: Statement | undefined): Generator<WrongProduct> {
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

/** Groups that a total can't be parted into: 120人，分三班輪值，每班50人. */
function* wrongGroups({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const count = amounts[index - 1];
    const total = amounts.slice(Math.max(0, index - 3), Math.max(0, index - 1)).filter(({ measure }) => measure === each.measure).at(-1); // prettier-ignore
    if (!total || !count || [each, count, total].some(({ isRough }) => isRough)) continue;
    if (!/^[^。；]{0,16}?，?[共可並均平再]*分[為成作]?$/.test(words.slice(total.end, count.start))) continue;
    if (!new RegExp(`^[^，。；\\d]{0,8}，每${count.measure}$`).test(words.slice(count.end, each.start))) continue;
    const real = rounded(count.value * each.value);
    // Groups of nearly one size leave less than one for each over.
    if (Math.abs(real - total.value) >= count.value)
      yield { total, factors: { start: count.start, end: each.end }, real };
  }
}

/** Several products with their sum: 11戶各接待2人，1戶接待1人，合計23人. */
function* wrongSums({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, total] of amounts.entries()) {
    const last = amounts[index - 1];
    if (last?.measure !== total.measure || !leadsToTotal(words.slice(last.end, total.start))) continue;
    let real = 0;
    let at = index;
    while (at >= 2) {
      const [count, each] = [amounts[at - 2]!, amounts[at - 1]!];
      const between = words.slice(count.end, each.start);
      const isPair = each.measure === total.measure && count.measure !== total.measure;
      if (
        !isPair ||
        !(
          /^[^，。；、\d]{0,4}各[^，。；、\d]{0,8}$/.test(between) ||
          (count.value === 1 && /^[^，。；、\d]{0,10}$/.test(between))
        )
      )
        break;
      if (
        at < index &&
        !/^[^，。；、\d]{0,8}[，、及][^，。；、\d]{0,6}$/.test(words.slice(each.end, amounts[at]!.start))
      )
        break;
      real += count.value * each.value;
      at -= 2;
    }
    const factors = { start: amounts[at]!.start, end: last.end };
    const isCounted = amounts[at]!.measure === amounts[at + 2]?.measure;
    if (index - at >= 4 && isCounted && real !== total.value && !amounts.slice(at, index + 1).some(({ isRough }) => isRough)) yield { total, factors, real }; // prettier-ignore
  }
}

/** Of a whole year, and what that makes of a month or a quarter: 112年通報2,400件，每月平均200件. */
const ofYear = /(?:\d ?年度?|[全去]年)[^，。；：、\d月季前中上下起至底]{0,10}$/;
const meanOf = /^[^，。；：、\d]{0,6}，(?:平均)?每(月|季)(?:平均)?[^，。；：、\d各]{0,4}$/;

/** What each month or quarter has, and behind it what that makes in a year: 每攤月租5萬日圓，一年租金60萬日圓. */
const eachMonth = /(?:每個?(?<period>月|季)|月[租薪付費])[^，。；：、\d年各]{0,8}$/;
const toYear =
  /^[^，。；：、（）\d]{0,4}，[^，。；：、（）\d去前上今本]{0,6}(?:[一全整每]|1 ?)年(?!級)[^，。；：、（）\d餘另較]{0,8}$/;

/** Sums of a year that its months do not make. */
function* wrongYears({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const period = eachMonth.exec(words.slice(Math.max(0, each.start - longestLabel), each.start))?.groups;
    const total = amounts.slice(index + 1, index + 3).find(({ measure, value }) => measure !== '年' || value !== 1);
    if (!period || total?.measure !== each.measure || total.isRough || each.isRough) continue;
    if (!toYear.test(words.slice(each.end, total.start).replace(/1 ?年/, '一年'))) continue;
    const real = rounded(each.value * (period['period'] === '季' ? 4 : 12));
    if (Math.abs(real - total.value) > total.slack + each.slack * 12 && total.value <= real * 2 && real <= total.value * 2) yield { total, factors: each, real }; // prettier-ignore
  }
}

/** Of a length, a width and what they make: 長100公尺、寬40公尺，面積4,000平方公尺. */
const toWidth = /^[^，。；：（）\d]{0,4}[，、及]?[^，。；：（）\d]{0,3}寬[約為達]{0,2}$/;
const toArea = /^[^，。；：（）\d]{0,4}[，、]?[^，。；：（）\d]{0,6}面積[^，。；：（）\d]{0,4}$/;

/** Areas that their length and width do not make. */
function* wrongAreas({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, long] of amounts.entries()) {
    const [wide, area] = amounts.slice(index + 1, index + 3);
    if (!wide || area?.measure !== `平方${long.measure}` || wide.measure !== long.measure) continue;
    if (!/長[度約為達]{0,2}$/.test(words.slice(0, long.start).slice(-4)) || !toWidth.test(words.slice(long.end, wide.start)) || !toArea.test(words.slice(wide.end, area.start))) continue; // prettier-ignore
    const real = rounded(long.value * wide.value);
    const isRough = [long, wide, area].some((each) => each.isRough);
    if (Math.abs(real - area.value) > area.slack + (isRough ? roughFactor * real : 0) + 1e-6) yield { total: area, factors: { start: long.start, end: wide.end }, real }; // prettier-ignore
  }
}

/** Means of a month or a quarter that their year does not make. */
function* wrongMeans({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const total = amounts[index - 1];
    if (total?.measure !== each.measure || !ofYear.test(words.slice(Math.max(0, total.start - longestLabel), total.start))) continue; // prettier-ignore
    const period = meanOf.exec(words.slice(total.end, each.start))?.[1];
    const real = each.value * (period === '月' ? 12 : 4);
    const off = Math.abs(real - total.value);
    if (period && off > roughFactor * total.value + each.slack * 12 && off < total.value / 2)
      yield { total, factors: each, real };
  }
}

/** What a rate of exchange is told as: 1澳元兌新臺幣19.6元, 匯率0.21. */
const rateOf =
  /1[^，。；：、（）\d]{1,4}(?:兌換?|折合|合|約)[^，。；：、（）\d]{0,8}(\d[\d.]*)元?|匯率[^，。；：、（）\d]{0,6}(?:1 ?[：:比] ?)?(\d[\d.]*)/;
const converted = phrasePattern`(?:[約合計]|${'that-is'})[^，。；：、（）\d]{0,6}$`;
const foreign = /.[元鎊銖索比幣]$/;
/** A conversion is told with so much of it rounded. */
const roundedOff = 0.05;

/** Conversions that are not what the rate of exchange beside them makes: 1,150澳元，以1比19.6計，約合新臺幣22萬元. */
function* wrongConversions({ words, amounts }: Statement): Generator<WrongProduct> {
  const told = rateOf.exec(words);
  if (!told) return;
  const rate = Number(told[1] ?? told[2]);
  const sums = amounts.filter(({ start, end }) => end <= told.index || start >= told.index + told[0].length);
  const abroad = sums.filter(({ measure }) => foreign.test(measure));
  for (const [index, total] of sums.entries()) {
    const before = sums[index - 1];
    if (total.measure !== '元' || !before || !abroad.includes(before)) continue;
    if (!converted.test(words.slice(Math.max(0, total.start - longestLabel), total.start))) continue;
    const isRight = ({ value }: Amount): boolean =>
      [value * rate, value / rate].some((real) => Math.abs(real - total.value) <= roundedOff * real + total.slack);
    if (!abroad.some(isRight)) yield { total, factors: before, real: Math.round(before.value * rate) };
  }
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/product',
  title: { 'zh-TW': '單價與總數不符', en: 'Figures do not make their product' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    product: {
      'zh-TW': '相乘是 {real}，與「{total}」不符，請核對。',
      en: 'The figures make {real}, which is not “{total}”; check them.',
    },
    factors: { 'zh-TW': '相乘的數字', en: 'The figures multiplied' },
  },
  check: (paragraph, _given, find) => {
    const told: Span[] = [];
    let before: Statement | undefined;
    for (const sentence of statementsOf(paragraph)) {
      const tell = ({ words, spanOf }: Statement, { total, factors, real }: WrongProduct): void => {
        const place = spanOf(total);
        if (told.some(({ start }) => start === place.start)) return;
        told.push(place);
        const params = { real: written(real), total: words.slice(total.start, total.end) };
        find({ message: 'product', params, ...place, related: [{ message: 'factors', ...spanOf(factors) }] });
      };
      for (const each of [...wrongConversions(sentence), ...wrongAcross(sentence, before)]) tell(sentence, each);
      before = sentence;
      for (const statement of bothReadingsOf(sentence)) {
        for (const each of [
          ...wrongProducts(statement),
          ...wrongGroups(statement),
          ...wrongSums(statement),
          ...wrongMeans(statement),
          ...wrongYears(statement),
          ...wrongAreas(statement),
        ])
          tell(statement, each);
      }
    }
  },
};
