import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { leadsToTotal, rounded, written } from './amounts';
import type { Amount } from './amounts';
import { bothReadingsOf, statementsOf } from './statements';
import type { Statement } from './statements';

/** In front of a total, with at most a few words between: 總價, 合計, 經費. */
const totalBefore =
  /(?:合計|共計|總計|總共|共|計|總[價額數量經]?|經費|預算|價金|費用|收入|支出|營收|租金|學費)[^，。；：、（）\d]{0,8}$/;
/** How far before an amount its 每 may stand, in UTF-16 code units. */
const longestLabel = 24;
/** The same for what says that an amount is a total. */
const longestTotalLabel = 14;
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

/** What each of the things counted has: the measure of what is counted stands behind 每. */
function isEach(words: string, count: Amount, each: Amount): boolean {
  if (count.measure === each.measure || !Number.isInteger(count.value)) return false;
  const before = words.slice(Math.max(0, each.start - longestLabel), each.start);
  const at = before.lastIndexOf(`每${count.measure === '人' ? '' : count.measure}`);
  if (
    at >= 0 &&
    !/[，。；：、]/.test(before.slice(at)) &&
    (count.measure !== '人' || /^每[人名位]/.test(before.slice(at)))
  )
    return true;
  const between = words.slice(count.end, each.start);
  if (count.start > each.start)
    return (
      /各[^，。；：、\d]{0,6}$/.test(before) && /^，[^，。；：、\d]{0,4}$/.test(words.slice(each.end, count.start))
    );
  return between.length <= longestLabel && !/[及與和、，]/.test(between) && /各[^，\d]{0,6}$/.test(between);
}

function roughnessOf(each: Amount, isAverage: boolean): number {
  if (isAverage) return roughFactor;
  if (!each.isRough) return 0;
  return Math.min(roughFactor, Math.max(finelyRough, each.slack / 3 / each.value));
}

/** Products that are not what their factors make: 2座，每座900公噸，合計1,900公噸; 4具，總價7,260萬元，平均每具1億8,150萬元. */
function* wrongProducts({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [at, each] of amounts.entries()) {
    const counts = amounts.filter((count) => count !== each && isEach(words, count, each));
    const count = counts.filter(({ start }) => start < each.start).at(-1) ?? counts[0];
    if (!count || count.isRough) continue;
    const totals = amounts.filter(
      (total, index) =>
        total.measure === each.measure &&
        total.value !== each.value &&
        Math.abs(index - at) <= 2 &&
        (totalBefore.test(words.slice(Math.max(0, total.start - longestTotalLabel), total.start)) ||
          (index === at - 1 && averageBehind.test(words.slice(total.end, each.start)))),
    );
    const [total] = totals;
    if (!total || totals.length > 1) continue;
    // Other amounts between them are of something else, or factors too.
    const [start, end] = [Math.min(count.start, each.start, total.start), Math.max(count.end, each.end, total.end)];
    const inside = amounts.filter((other) => other.start >= start && other.end <= end);
    if (inside.length > 3 || amounts[amounts.indexOf(inside[0]!) - 1]?.measure === each.measure) continue;
    const isAverage = /平均[^，]{0,6}$/.test(words.slice(Math.max(0, each.start - longestLabel), each.start));
    const off = Math.max(total.slack, (total.isRough ? roughFactor : 0) * total.value);
    const fits = (factor: number): boolean => {
      const real = factor * each.value;
      return Math.abs(real - total.value) <= off + roughnessOf(each, isAverage) * real + 1e-6;
    };
    // Another factor may stand outside: 分3年，每年400處，每處30萬元.
    const factors = amounts.filter((other) => !inside.includes(other) && other.measure !== each.measure);
    if (counts.some(({ value }) => fits(value)) || factors.some(({ value }) => fits(value * count.value))) continue;
    const real = rounded(count.value * each.value);
    if (total.value > real * mostTimes || real > total.value * mostTimes) continue;
    const [first, last] = [Math.min(count.start, each.start), Math.max(count.end, each.end)];
    yield { total, factors: { start: first, end: last }, real };
  }
}

/** Groups that a total can't be parted into: 120人，分三班輪值，每班50人. */
function* wrongGroups({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const [total, count] = amounts.slice(Math.max(0, index - 2), index);
    if (total?.measure !== each.measure || !count || [each, count, total].some(({ isRough }) => isRough)) continue;
    if (!/^[^，。；]{0,4}，?[共可並]?分[為成]?$/.test(words.slice(total.end, count.start))) continue;
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

/** What a rate of exchange is told as: 1澳元兌新臺幣19.6元, 匯率0.21. */
const rateOf =
  /1[^，。；：、（）\d]{1,4}(?:兌換?|折合|合|約)[^，。；：、（）\d]{0,8}(\d[\d.]*)元?|匯率[^，。；：、（）\d]{0,6}(\d[\d.]*)/;
const converted = /(?:[約合計]|折算|換算|相當於)[^，。；：、（）\d]{0,6}$/;
const foreign = /^(?:[美歐日韓加澳港]元|英鎊|泰銖|披索|盧比|人民元|人民幣)$/;
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
    for (const sentence of statementsOf(paragraph)) {
      const tell = ({ words, spanOf }: Statement, { total, factors, real }: WrongProduct): void => {
        const place = spanOf(total);
        if (told.some(({ start }) => start === place.start)) return;
        told.push(place);
        const params = { real: written(real), total: words.slice(total.start, total.end) };
        find({ message: 'product', params, ...place, related: [{ message: 'factors', ...spanOf(factors) }] });
      };
      for (const each of wrongConversions(sentence)) tell(sentence, each);
      for (const statement of bothReadingsOf(sentence)) {
        for (const each of [...wrongProducts(statement), ...wrongGroups(statement), ...wrongSums(statement)])
          tell(statement, each);
      }
    }
  },
};
