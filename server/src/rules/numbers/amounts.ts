/** Amounts of a sentence, as its arithmetic needs them: 12人, 2.4公頃, 1萬2,000件. */
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';

/** A figure with its measure. */
export interface Amount extends Span {
  readonly value: number;
  /** 人, 名 and 位 are one measure. */
  readonly measure: string;
  /** 約, 近, 逾, 餘: the figure is no exact one. */
  readonly isRough: boolean;
}

/** What an amount is of, as a regular expression without groups. */
export const measures =
  '人次|場次|架次|班次|車次|小時|分鐘|公噸|公里|公尺|公頃|公斤|平方公尺|平方公里|[美歐日韓加澳]元|英鎊|日圓|泰銖|披索|盧比|人民幣|百分點|方(?![面式法向案針位])|[人名位篇件家所國場項戶座棟輛架艘冊床噸坪元%％站株頭隻處份則票席組班點個條級間台臺部套片道張本款種類隊校館案筆次枚箱支幅門天日週年月浬科串粒瓶桶袋盒排頁字層成例]';
const numeral = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[一二兩三四五六七八九十百]{1,5}';
const pattern = new RegExp(
  `(?<![\\d.,第一二兩三四五六七八九十百千幾數年月])(${numeral})(?:([萬億])(\\d[\\d,]*)?)?([餘多])?(${measures})(?!\\p{Script=Han}?\\d{1,2}日)`,
  'gu',
);
const roughBefore = /(?:[約近逾]|超過|將近|不到|至少|至多|以上|接近)[計有為達]?$/;
const roughBehind = /^(?:以上|以下|左右|上下|以內)/;
const scales: Readonly<Record<string, number>> = { 萬: 1e4, 億: 1e8 };
const persons = /^[人名位]$/;

/** The amounts of `words`, in order. Linear in their length. */
export function amountsOf(words: string): readonly Amount[] {
  return [...words.matchAll(pattern)].map(({ 0: whole, 1: figure, 2: scale, 3: rest, 4: more, 5: unit, index }) => {
    const end = index + whole.length;
    return {
      value: parseCount(figure!) * (scale ? scales[scale]! : 1) + (rest ? parseCount(rest) : 0),
      measure: persons.test(unit!) ? '人' : unit!.replace('％', '%'),
      isRough:
        more !== undefined ||
        roughBefore.test(words.slice(Math.max(0, index - 4), index)) ||
        roughBehind.test(words.slice(end, end + 2)),
      start: index,
      end,
    };
  });
}
