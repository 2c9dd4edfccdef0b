/** What the readers of totals and their parts share. */
import { areSum, lastDigitOf, sumOf } from './amounts';
import type { Amount } from './amounts';

/** Behind the parts of several years or times their total may stand as 累計, which elsewhere has more parts than are told. */
export const runningTotal = /，?累計[有達約]*$/;
/** What may stand between one part and the next: one joint, and what the part is of. */
export const joint = /^[^、，及與和（）()：「」]{0,10}(?:[、，及和與]|以及)[^、，及與和（）()：「」]{0,12}$/;
/** What may stand between them behind a total, where 及 may stand within a label too: 膳食及交通8,000元. */
export const listJoint = /^[^、，（）()：「」]{0,10}[、，][^、，（）()：「」]{0,14}$/;
/** Between two parts these say that the second is none, or that it is of another time. */
export const apart =
  /[每各較原並增減至到達]|[由從自]$|比(?![例重賽率])|另[有外]|[去前上]年|其中|分別|此外|不[在含計]|差[距異]?[為達約有]*$/;
/** In front of the first part these make the figures another's, or those of each. */
export const otherCount = /[每各較]|原(?![廠住則料因])|比(?![例重賽率])|[去前上]年|平均/;
/** Shares of the total by which parts fall short of it where one of them is a slip. */
export const mostUnder = 0.1;
export interface Parts {
  /** Of shares that make no whole it is the last of them. */
  readonly total: Amount;
  readonly parts: readonly Amount[];
  readonly sum: number;
  /** 100% or 10成, which nobody writes. */
  readonly whole?: string;
}

/** A total that was decided on is told as it is: 總量定為6萬公噸. */
const fixed = /(?:[訂核]定|定[為在]|編列|預算|[配限名]額|額度)[^，。；：、\d]{0,6}$/;
/** What the rounding of many figures comes to at most, as a share of what it would be if all went one way. */
const mostRounding = 0.7;
const about = /(?<![不大])約[計有為達]?$/;

/** Whether rough figures, each told as nearly as the total is, miss it by more than their rounding: 約22萬及約20萬，合計約44萬. */
export function areRoughlyOff(words: string, parts: readonly Amount[], total: Amount): boolean {
  const isAbout = ({ start, isRough }: Amount): boolean =>
    !isRough || about.test(words.slice(Math.max(0, start - 3), start));
  const nearest = lastDigitOf(total.value);
  const off = Math.abs(sumOf(parts) - total.value);
  if (!total.isRough && fixed.test(words.slice(Math.max(0, total.start - 12), total.start)))
    return !areSum(parts, { value: total.value, slack: 0 });
  const rough = [...parts, total].filter(({ isRough }) => isRough).length;
  // That all of many are rounded the same way is not to be expected.
  const most = parts.length > 2 && rough > parts.length ? mostRounding : 1;
  return parts.length > 1 && rough > 0 && [...parts, total].every(isAbout) && off > (most * nearest * rough) / 2 + 1e-6;
}

/** Behind the last part nothing but what it is of. */
export const endOfParts = /^(?:[^，、；\d]{0,14}(?:[。）)]|$)|，?(?:均|皆|全[數部]))/;

/** The same, where the sentence goes on. */
export const endsParts = /^[^，、；\d（]{0,4}(?:[，。）)]|$)(?!另|其他|餘|其餘|以?及)/;
/** Whether a total and its parts differ by what a slip makes. */
export function isSlip(sum: number, total: number): boolean {
  return Math.abs(sum - total) <= Math.max(1, total * mostUnder);
}
