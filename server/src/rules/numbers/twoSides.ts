/** Amounts with a word on either side of which the one says less and the other more: 近80餘人, 至少2小時以內, 不得超過3件以上. */
import { phrasePattern } from '../../knowledge/phrases';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { Amount } from './amounts';
import type { Statement } from './statements';

/** Right before an amount, the longest first: 不得超過 is no 超過. 鄰近, 最近 limit nothing. */
const front = phrasePattern`(?:(?<most>(?:不[得可應宜能]?|未)(?:${'over'}|逾)|[至最]多)|(?<least>不[得可應宜能]?[少低小]於|[至最]少)|(?<reached>未達)|(?<short>不足)|(?<nearly>將近|接近|(?<![最附鄰相靠])近)|(?<under>${'under'})|(?<over>(?<![不未無非得])(?:${'over'}|逾)))[約有了達須需應於 ]{0,2}(?:逾|超過)?$`;
const longestFront = 10;
/** Right behind it. */
const more = /^(?:以上|為下限)/;
const someMore = /^多(?=[，。；之的]|$)/;
const within = /^(?:以[下內]|之內|為上限)/;
/** 近十餘年 are those that went by last, 近三場 the last three. */
const passed = /^(?:[年月天日週季屆次期場]|個月)$/;
/** 未達三家以上 says that three or more were not reached; of a length nobody asks for that. */
const length = /^(?:[天日秒]|小時|分鐘|分|公[里尺分])$/;
/** What is told of a case that may come about is none of what is. */
const condition = /[若倘應須得]|如(?!此|今)|規定/;
const ofCase = /^以上[者時之的]/;

type Side = 'most' | 'least' | 'reached' | 'short' | 'nearly' | 'under' | 'over';

/** Whether nothing can be what the words in front of an amount and those behind it say. */
function areOpposed(side: Side, { measure }: Amount, behind: string, hasMore: boolean, clause: string): boolean {
  if (side === 'nearly' && passed.test(measure)) return false;
  if (side === 'least' || side === 'over') return within.test(behind);
  if (!more.test(behind)) return hasMore && side !== 'most' && side !== 'short';
  if (side === 'most' || side === 'nearly') return true;
  const isOfCase = condition.test(clause) || ofCase.test(behind);
  return !isOfCase && (side !== 'reached' || length.test(measure));
}

/** The amounts of a statement that are said to be less and more at once, with the words that say so. */
export function* twoSided({ words, amounts, spanOf }: Statement): Generator<Span> {
  const quotes = scanQuotes(words);
  for (const amount of amounts) {
    const { start, end } = amount;
    const told = front.exec(words.slice(Math.max(0, start - longestFront), start));
    if (!told) continue;
    const sides = told.groups as Partial<Record<Side, string>>;
    const side = (Object.keys(sides) as Side[]).find((each) => sides[each] !== undefined)!;
    const behind = words.slice(end, end + 4);
    const hasMore = /[餘多]/.test(words.slice(start, end)) || someMore.test(behind);
    const clause = wordsBefore(words, start - told[0].length, '，。；：、（）');
    if (!areOpposed(side, amount, behind, hasMore, clause)) continue;
    const tail = (more.exec(behind) ?? within.exec(behind) ?? someMore.exec(behind))?.[0].length ?? 0;
    const place = { start: start - told[0].length, end: end + tail };
    if (!isQuoted(quotes, place.start, place.end)) yield spanOf(place);
  }
}
