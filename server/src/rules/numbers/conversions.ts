/** Sums of money with their worth by the rate of exchange beside them. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Amount } from './amounts';
import type { Statement } from './statements';
import { longestLabel } from './factors';
import type { WrongProduct } from './factors';

/** What a rate of exchange is told as: 1澳元兌新臺幣19.6元, 匯率0.21. */
const rateOf =
  /1[^，。；：、（）\d]{1,4}(?:兌換?|折合|合|約)[^，。；：、（）\d]{0,8}(\d[\d.]*)元?|匯率[^，。；：、（）\d]{0,6}(?:1 ?[：:比] ?)?(\d[\d.]*)/;
const converted = phrasePattern`(?:[約合計]|${'that-is'})[^，。；：、（）\d]{0,6}$`;
const foreign = /.[元鎊銖索比幣]$/;
/** A conversion is told with so much of it rounded. */
const roundedOff = 0.05;

/** Conversions that are not what the rate of exchange beside them makes: 1,150澳元，以1比19.6計，約合新臺幣22萬元. */
export function* wrongConversions({ words, amounts }: Statement): Generator<WrongProduct> {
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
