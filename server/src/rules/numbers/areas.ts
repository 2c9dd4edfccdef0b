/** A length, a width and the area that they make. */
import { rounded } from './amounts';
import type { Statement } from './statements';
import { roughFactor } from './factors';
import type { WrongProduct } from './factors';

/** Of a length, a width and what they make: 長100公尺、寬40公尺，面積4,000平方公尺. */
const toWidth = /^[^，。；：（）\d]{0,4}[，、及]?[^，。；：（）\d]{0,3}寬[約為達]{0,2}$/;
const toArea = /^[^，。；：（）\d]{0,4}[，、]?[^，。；：（）\d]{0,6}面積[^，。；：（）\d]{0,4}$/;

/** Areas that their length and width do not make. */
export function* wrongAreas({ words, amounts }: Statement): Generator<WrongProduct> {
  for (const [index, long] of amounts.entries()) {
    const [wide, area] = amounts.slice(index + 1, index + 3);
    if (!wide || area?.measure !== `平方${long.measure}` || wide.measure !== long.measure) continue;
    if (!/長[度約為達]{0,2}$/.test(words.slice(0, long.start).slice(-4)) || !toWidth.test(words.slice(long.end, wide.start)) || !toArea.test(words.slice(wide.end, area.start))) continue; // prettier-ignore
    const real = rounded(long.value * wide.value);
    const isRough = [long, wide, area].some((each) => each.isRough);
    if (Math.abs(real - area.value) > area.slack + (isRough ? roughFactor * real : 0) + 1e-6) yield { total: area, factors: { start: long.start, end: wide.end }, real }; // prettier-ignore
  }
}
