/** Months and quarters with their year: 每攤月租5萬日圓，一年租金60萬日圓; 112年通報2,400件，每月平均200件. */
import { rounded } from './amounts';
import type { Statement } from './statements';
import { longestLabel, roughFactor } from './factors';
import type { WrongProduct } from './factors';

/** Of a whole year, and what that makes of a month or a quarter: 112年通報2,400件，每月平均200件. */
const ofYear = /(?:\d ?年度?|[全去]年)[^，。；：、\d月季前中上下起至底]{0,10}$/;
const meanOf = /^[^，。；：、\d]{0,6}，(?:平均)?每(月|季)(?:平均)?[^，。；：、\d各]{0,4}$/;

/** What each month or quarter has, and behind it what that makes in a year: 每攤月租5萬日圓，一年租金60萬日圓. */
const eachMonth = /(?:每個?(?<period>月|季)|月[租薪付費])[^，。；：、\d年各]{0,8}$/;
const toYear =
  /^[^，。；：、（）\d]{0,4}，[^，。；：、（）\d去前上今本]{0,6}(?:[一全整每]|1 ?)年(?!級)[^，。；：、（）\d餘另較]{0,8}$/;

/** Sums of a year that its months do not make. */
export function* wrongYears({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, each] of amounts.entries()) {
    const period = eachMonth.exec(words.slice(Math.max(0, each.start - longestLabel), each.start))?.groups;
    const total = amounts.slice(index + 1, index + 3).find(({ measure, value }) => measure !== '年' || value !== 1);
    if (!period || total?.measure !== each.measure || total.isRough || each.isRough) continue;
    if (!toYear.test(words.slice(each.end, total.start).replace(/1 ?年/, '一年'))) continue;
    const real = rounded(each.value * (period['period'] === '季' ? 4 : 12));
    if (Math.abs(real - total.value) > total.slack + each.slack * 12 && total.value <= real * 2 && real <= total.value * 2) yield { total, factors: each, real }; // prettier-ignore
  }
}

/** Means of a month or a quarter that their year does not make. */
export function* wrongMeans({ words, amounts }: Statement): Generator<WrongProduct> {
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
