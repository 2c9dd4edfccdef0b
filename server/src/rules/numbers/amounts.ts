/** Amounts of a sentence, as its arithmetic needs them: 12人, 2.4公頃, 1億8,150萬元, 三萬二千度, 兩成五, 約1,500人, 125.0kW. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { parseHanNumber, parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';

/** A figure that stands for all between `value - slack` and `value + slack`. */
export interface Range {
  readonly value: number;
  readonly slack: number;
}

/** A figure with its measure. */
export interface Amount extends Span, Range {
  /** 人, 名 and 位 are one measure; 日幣 and 日圓 are 日元, 新臺幣 is 元. */
  readonly measure: string;
  /** 約, 近, 逾, 餘: the figure is no exact one. */
  readonly isRough: boolean;
  /** 超過, 逾, 以上; 不到, 未達: what it counts is more, or less. */
  readonly side?: 'over' | 'under' | undefined;
  /** What its last digit counts: 0.1 in 62.5%, 10,000 in 360萬. */
  readonly step: number;
}

/** What an amount is of, as a regular expression without groups. */
export const measures =
  '個?百分點|學分|個月|人次|場次|架次|班次|車次|梯次|件次(?!之[，。；])|戶次|航次|船次|[艘輛臺台隻]次(?!之[，。；])|人[天日](?!次)|小時|分鐘|公[噸里尺分頃斤克升釐]|[毫微][克升秒]|加侖|[平立]方公[尺里分]|[美歐日韓加澳港星新]元|英鎊|日圓|韓[圓圜]|瑞士法郎|法郎|泰銖|披索|盧比|人民幣|令吉|越南盾|印尼盾|組件|方(?![面式法向案針位])|(?<=\\d)分(?= ?\\d{1,2} ?秒)|(?<=\\d)(?<![時點度:：] ?\\d{1,2})分(?![鐘之局署館行公校店隊析別配組類成為布佈派工項期段級享散 \\d])|年(?![級度生])|度(?!假)|批(?![准評判])|具(?![有備體名])|歲(?![末入首出計])|[人名位篇件家所國場項戶座棟輛架艘冊床噸坪元%％﹪站株頭隻處份則票席組班點個條級間台臺部套具片道張本款種類隊校館案筆次枚箱支幅門天日夜晚秒週顆棵浬科串粒瓶桶袋盒排頁字層例起批尾匹封通帖桌圈檔節堂回趟梯斤瓩盞捲卷樣根℃]|°[CF]|dB(?!A)|ppm|TEU|K(?![A-Za-z\\d])|[kMGmcn]?(?:Wh|VA|Hz|Pa|[WVAgmL])(?![A-Za-z\\d²³])';
/** Behind digits any other character is what they count, but for parts of a date, a place or a joint: 460果, 20重複. */
const otherMeasure =
  '(?<=\\d[百千萬億]{0,2})(?![百千萬億月時分號樓室第至到及與和或暨並等之的為是在於以後前內外中上下多餘起止迄版期屆學歲倍者大小高低])\\p{Script=Han}';
/** In a list the measure may be told once: 120億、45億及15億韓元. */
const bare = '(?<=[萬億])(?=[、，。；）及與和]|以及|$)';
const digits = '(?:\\d{1,12}(?!\\d)(?:,\\d{3}(?!\\d)){0,4}(?:\\.\\d{1,6}(?!\\d))?)';
const han = '[一二兩三四五六七八九十][一二三四五六七八九十百千零〇○]{0,6}(?![一二三四五六七八九十百千零〇○])';
/** 逾百家, 破千場. */
const round = '(?<=[逾近破])[百千]萬?';
/** 一點八件; no time of day. */
const decimal = `${han}點[一二三四五六七八九零]{1,3}(?! ?[分人名位刻])`;
const numeral = `${round}|${decimal}|${digits}(?:億(?:${digits}(?:萬${digits}?)?)?|[千百]?萬(?:${digits}千?)?|[百千])?|${han}(?:億(?:${han}萬)?|萬(?:[零〇○]?${han})?)?`;
/** 百分之四十五, 百分之三點二, 兩成五, 四分之三, 3分之1, 半數, 每5件即有1件: shares in words. */
const ordinal = '\\d{1,3}|[一二兩三四五六七八九十]{1,3}';
const fractionWord = `(?<below>${ordinal})分之(?<above>${ordinal})(?![\\d一二三四五六七八九十])|每 ?(?<all>${ordinal}) ?(?<thing>\\p{Script=Han}{1,2})[中裡]?[^，。；：、\\d]{0,3}有 ?(?<some>${ordinal}) ?\\k<thing>|(?<half>半數|一半(?!徑)|(?<=過)半(?![年天日夜百場途小個]))`;
const shareWord = `百分之(?:[一二三四五六七八九十百零]{1,5}(?:點[一二三四五六七八九零]{1,3})?|\\d[\\d.]*)|[一二兩三四五六七八九](?:成[一二三四五六七八九](?![一二三四五六七八九十百千萬億])|成(?![員立就果功效本熟]))|\\d(?:\\.\\d+)?成(?![員立就果功效本熟])|${fractionWord}`;
/** A currency in front of its amount. */
const currency = `新?[臺台]幣|${anyOf('currency')}`;
const pattern = new RegExp(
  `(?:(?<coin>${currency})[約計共]?)?(?<![\\d.,第幾億萬零〇○]|(?<![高國小大])[一二兩三四五六七八九十百千]|(?<!每)月|分之|[零〇一二三四五六七八九十]點|數(?!\\d))(?:(?<share>${shareWord})|(?<figure>${numeral})(?<more>[餘多])?(?: ?(?<unit>${measures})|(?<other>${otherMeasure})|${bare}))`,
  'gu',
);
const roughBefore = phrasePattern`(?:[約近逾破]|${'over'}|${'under'}|[少低多高]於|至[少多]|最[少多高低])[計有為達]?$|[\d一二三四五六七八九十][至~～–—\-]$`;
const roughBehind = /^(?:以[上下內]|左右|上下)/;
const overBefore = phrasePattern`(?:${'over'}|[逾破過])[了達]?$`;
const underBefore = phrasePattern`(?<!將近|接近)(?<=${'under'})[了達]?$`;
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 萬: 1e4, 億: 1e8 };
const persons = /^[人名位]$/;
/** Of a rough figure so much may be more or less. */
const roughness = 0.03;

/** What a figure comes to, and what its last digit counts. */
interface Reading {
  readonly value: number;
  readonly step: number;
}

/** 三萬二千, 一百零四. */
function readHan(figure: string): Reading {
  const [whole, places] = figure.split('點');
  if (places !== undefined) {
    const fraction = Array.from(places, (digit) => parseHanNumber(digit) ?? 0).join('');
    return { value: Number(`${readHan(whole!).value}.${fraction}`), step: 10 ** -places.length };
  }
  const [, hundredMillions, tenThousands, rest] = /^(?:([^億]+)億)?(?:([^萬]+)萬)?(.*)$/.exec(figure)!;
  const parts = [hundredMillions, tenThousands, rest].map((part) => (part ? (parseHanNumber(/^[百千]/.test(part) ? `一${part}` : part) ?? 0) : 0)); // prettier-ignore
  const value = parts[0]! * 1e8 + parts[1]! * 1e4 + parts[2]!;
  return { value, step: rest ? 1 : tenThousands ? 1e4 : 1e8 };
}

function readFigure(figure: string): Reading {
  if (!/^\d/.test(figure)) return readHan(figure);
  let value = 0;
  let step = 1;
  for (const [, number, scale] of figure.matchAll(/([\d,.]+)([百千萬億]*)/g)) {
    const unit = Array.from(scale!).reduce((product, each) => product * scales[each]!, 1);
    value += parseCount(number!) * unit;
    step = unit * 10 ** -(number!.split('.')[1]?.length ?? 0);
  }
  return { value: rounded(value), step };
}

/** A fraction stands for what is nearer to it than to the next with a greater part, but for no more points than that. */
const mostOfFraction = 3;

/** Shares in words: 兩成五, 百分之三點二, 四分之三. */
function readShare(words: string, { below, above, all, some, half }: Partial<Record<string, string>>): Reading {
  if ([below, all, half].some((told) => told !== undefined)) {
    const [whole, part] = half
      ? [2, 1]
      : ([below ?? all, above ?? some].map((told) => parseCount(told!)) as [number, number]);
    return { value: (100 * part) / whole, step: 2 * Math.min(mostOfFraction, 50 / (whole * (whole + 1))) };
  }
  const [numeral, fraction = ''] = words.replace('百分之', '').split(/[成點]/);
  if (fraction === '') return readFigure(numeral!);
  const places = Array.from(fraction, (digit) => parseHanNumber(digit) ?? 0).join('');
  return { value: Number(`${readFigure(numeral!).value}.${places}`), step: 10 ** -places.length };
}

function measureOf(unit: string, coin: string | undefined): string {
  if (persons.test(unit)) return '人';
  const money = (unit === '元' ? coin : unit)?.replace(/[幣圓圜金]$/, '元') ?? unit;
  if (/[臺台]元$/.test(money)) return '元';
  return money.replace(/[％﹪]/, '%').replace(/^個(?=百)|^組(?=件)|(?<=^[場梯班])次$/, '');
}

/** What the last digit of `value` but for noughts counts: 100 in 1,500. */
export function lastDigitOf(value: number): number {
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** Money told again without its coin is no more than so many times the other; what it is worth in ours is more. */
const mostOfCoin = 3.3;
/** Between two sums these begin one of another coin. */
const otherCoin = /[（(折換合值新臺台]/;

/** The coin of a sum that is told without one: that of the sum before it, of which it is a part or what it became. */
function coinOf(words: string, before: Amount | undefined, start: number, value: number): string | undefined {
  if (!before || before.measure === '元' || !before.measure.endsWith('元') || otherCoin.test(words.slice(before.end, start))) return undefined; // prettier-ignore
  return Math.max(value / before.value, before.value / value) <= mostOfCoin ? before.measure : undefined;
}

/** From here on a number of years is a year itself: 112年. */
const firstYear = 60;
/** A year in front of a name counts nothing: 2025臺北國際書展. */
const year = /^(?:19|20)\d\d$/;
/** 一度, 一批, 一般: nothing is counted. */
const noCount = /^一[度般致層批回圈節通]$/;
/** 一次通過: at the first go. */
const atOnce = phrasePattern`^一次(?:${'achieved'}|過關|到位|達標)`;
/** 前一年, 同一場: one of several that is named, and no number of them. */
const named = /[前上下同某此]$/;

const money = /[元鎊銖比索]$/;

/** The measure of an amount that is told without one: of the list that goes on behind it, or of the sum that it is of. */
function measureFor(words: string, amounts: readonly Amount[], index: number): string | undefined {
  const { end } = amounts[index]!;
  const next = amounts.slice(index + 1).find(({ measure }) => measure !== '');
  if (next && /[、及與和]/.test(words.slice(end, next.start)) && !/[，。；（）]/.test(words.slice(end, next.start))) return next.measure; // prettier-ignore
  const before = amounts
    .slice(0, index)
    .filter(({ measure }) => measure !== '')
    .at(-1)?.measure;
  return before !== undefined && money.test(before) ? before : undefined;
}

/** Minutes behind hours, seconds behind minutes: 4小時30分, 7分30秒. */
const smallerUnit: Readonly<Record<string, RegExp>> = {
  小時: /^又?(\d{1,2}) ?分鐘?/,
  分鐘: /^又?(\d{1,2}) ?秒/,
  分: /^又?(\d{1,2}) ?秒/,
};
const minutes: Readonly<Record<string, number>> = { 小時: 60, 分鐘: 1, 分: 1, 秒: 1 / 60 };

/** A length of time in another unit; anything else as it is. */
export function inUnit<Of extends Amount>(amount: Of, measure: string): Of {
  const [from, to] = [minutes[amount.measure], minutes[measure]];
  if (from === undefined || to === undefined || from === to) return amount;
  const times = from / to;
  return {
    ...amount,
    value: rounded(amount.value * times),
    slack: amount.slack * times,
    step: amount.step * times,
    measure,
  };
}

/** The amounts of `words`, in order. Linear in their length. */
export function amountsOf(words: string): readonly Amount[] {
  const amounts: Amount[] = [];
  for (const match of words.matchAll(pattern)) {
    const { coin, share, figure, more, unit, other, ...fraction } = match.groups as Partial<Record<string, string>>;
    const { 0: whole, index: start } = match;
    if (start < (amounts.at(-1)?.end ?? 0)) continue;
    const small = figure === undefined ? undefined : smallerUnit[unit ?? '']?.exec(words.slice(start + whole.length, start + whole.length + 6)); // prettier-ignore
    const end = start + whole.length + (small?.[0].length ?? 0);
    const { value: large, step: ofLarge } = share === undefined ? readFigure(figure!) : readShare(share, fraction);
    const [value, step] = small ? [rounded(large + Number(small[1]) / 60), 1 / 60] : [large, ofLarge];
    const isYear =
      unit === '年' ? value >= firstYear : year.test(figure ?? '') && (unit === '臺' || other !== undefined);
    const isNamed =
      figure === '一' && (named.test(words[start - 1] ?? '') || atOnce.test(words.slice(start, start + 4)));
    if (isYear || isNamed || noCount.test(whole)) continue;
    const isRough =
      more !== undefined ||
      roughBefore.test(words.slice(Math.max(0, start - 5), start)) ||
      (coin !== undefined && whole[coin.length] === '約') ||
      roughBehind.test(words.slice(end, end + 2));
    const exact = step === 1 || small ? 0 : step / 2;
    const [before, behind] = [words.slice(Math.max(0, start - 5), start), words.slice(end, end + 2)];
    const isOver = overBefore.test(before) || behind === '以上';
    const isUnder = underBefore.test(before) || /^以[下內]/.test(behind);
    amounts.push({
      value,
      step,
      slack: isRough ? Math.max(exact, lastDigitOf(value), value * roughness) : exact,
      // 18個國家 are counted as 9國 are.
      measure:
        share !== undefined ? (share.includes('成') ? '成' : '%') : measureOf(unit === '個' && words[end] === '國' ? '國' : (unit ?? other ?? ''), coin ?? coinOf(words, amounts.at(-1), start, value)), // prettier-ignore
      isRough,
      side: isOver ? 'over' : isUnder ? 'under' : undefined,
      start,
      end,
    });
  }
  return amounts.flatMap((amount, index) => {
    const measure = amount.measure === '' ? measureFor(words, amounts, index) : amount.measure;
    return measure === undefined ? [] : [measure === amount.measure ? amount : { ...amount, measure }];
  });
}

/** `value` without the noise of binary fractions. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Whether `amount` of `words` counts in `measure`: 場 counts 420個場次 too. */
export function countsIn(words: string, amount: Amount, measure: string): boolean {
  return amount.measure === measure || (amount.measure === '個' && words.startsWith(measure, amount.end));
}

/** Whether two figures differ in one digit alone, as a slip of the finger makes them: 36, 26; 1,800, 2,800. */
export function isDigitSlip(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  return (
    a.length > 1 && a.length === b.length && Array.from(a).filter((digit, index) => digit !== b[index]).length === 1
  );
}

export function sumOf(amounts: readonly Range[]): number {
  return rounded(amounts.reduce((sum, { value }) => sum + value, 0));
}

/** Whether the figures may add up to `total`, each rounded as it is written. */
export function areSum(parts: readonly Range[], total: Range): boolean {
  const slack = parts.reduce((sum, part) => sum + part.slack, total.slack);
  return Math.abs(sumOf(parts) - total.value) <= slack + 1e-6;
}

/** A share may be cut off at its last digit as well as rounded; 約 widens it to a few points, but not by more than a part of itself. */
const roughPoints = 2.5;
const roughPart = 0.25;

/** What a share is in points of a hundred; undefined where an amount is none. */
export function pointsOf({ measure, value }: Amount): number | undefined {
  return measure === '%' ? value : measure === '成' ? value * 10 : undefined;
}

/** Whether `share` (%, 成, 三分之一) is what `part` is of `base`, rounded as it is written. */
export function isShareOf(share: Amount, part: Range, base: Range): boolean {
  const scale = share.measure === '成' ? 10 : 1;
  const rough = share.isRough ? Math.min(roughPoints * (scale > 1 ? 2 : 1), roughPart * share.value * scale) : 0;
  const [below, above] = [share.step * scale, (share.step * scale) / 2].map((slack) => Math.max(slack, rough) + 1e-6) as [number, number]; // prettier-ignore
  const [least, most] = [(part.value - part.slack) / (base.value + base.slack), (part.value + part.slack) / Math.max(base.value - base.slack, 1e-9)]; // prettier-ignore
  const stated = share.value * scale;
  // 超過六成 is not what is less.
  if (share.side === 'over' && stated > most * 100 + 1e-6) return false;
  if (share.side === 'under' && stated < least * 100 - 1e-6) return false;
  // 超過半數 is right of whatever is more.
  if (share.side && share.value === 50) return true;
  return stated >= least * 100 - below + (share.isRough ? 0 : 2e-6) && stated <= most * 100 + above;
}

/** What `part` is of `base`, as a reader would write it beside `share`. */
export function shareWords(part: number, base: number, { step, measure }: Amount): string {
  const places = measure === '成' || step >= 1 ? 1 : Math.round(-Math.log10(step));
  return `${((part / base) * 100).toFixed(places).replace(/\.0+$/, '')}%`;
}

/** A figure as a reader would write it: 30萬, 1,800. */
export function written(value: number): string {
  if (value >= 1e8 && value % 1e6 === 0) return `${rounded(value / 1e8)}億`;
  if (value >= 1e4 && value % 100 === 0) return `${rounded(value / 1e4)}萬`;
  return value.toLocaleString('en-US');
}

/** Right before a total behind its parts: 合計, 共計, 共, 三者合計, 總計回收, 總投票數. */
const totalBehind = phrasePattern`${'total'}[^\d每各較另餘（）()]{0,6}$|(?:合共|[計共])[有為達約]{0,2}$|總[^\d每各較（）()]{0,4}[數額][有為達約計共]{0,2}$|全[團數體部班校隊院場組程][有為達約計共]{0,2}$`;
/** Between a mark and such words nothing but this may stand. */
const allOf = phrasePattern`^(?:[兩二三四五六]\p{Script=Han}{1,2}|以上|前後|全部?|一行|投票|${'quantity'}|[人名]額|[總全本該]\p{Script=Han}{1,2}|人[員數力]|[成團]員|經費|\p{Script=Han}{0,2}時[間數]|各[項類組])?$`;
/** Such words, with those before them up to a mark, are no more, in UTF-16 code units. */
const longestLead = 12;

/** Whether the words between an amount and the next make it the total of what stands before: ，合計, ，三者共. */
export function leadsToTotal(between: string): boolean {
  const [head, lead, ...more] = between.split(/[、，（(]/) as [string, string?, ...string[]];
  const words = lead ?? head;
  const match = more.length === 0 && !head.includes('等') && head.length <= longestLead && words.length <= longestLead ? totalBehind.exec(words) : null; // prettier-ignore
  return match !== null && (lead === undefined || allOf.test(words.slice(0, match.index)));
}

/** 與 that joins nothing. */
const noJoint = /與會|參與/g;

/** `words` without such 與 as look like joints. */
export function withoutNoJoints(words: string): string {
  return words.replace(noJoint, '＿＿');
}
