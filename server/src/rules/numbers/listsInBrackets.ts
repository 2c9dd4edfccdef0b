/** Lists in brackets behind their count: 三場會議（能源、衛生、婦女）. */
import { phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import { countItems } from './listItems';
import { figures, isNear, measure, noCount, ownCount } from './listCounts';
import type { IsNamed, WrongCount } from './listCounts';

/** What a list in brackets is surely a list of. */
const listed =
  '工作|項目|議題|目標|原則|重點|面向|主題|步驟|支柱|要素|機制|階段|部分|單位|機構|學校|公司|企業|大學|醫院|圖書館|博物館|廠商|文件|資料|會議|研討會|論壇|工作坊|課程|講座|策略|行動|方案';
/** Of these a list in brackets tells one by one too. */
const listedMeasure = '[套班線台臺隊支艘架輛棟條層國具](?!以[上下])|個(?:會員|經濟體|成員|區域|聯盟|集團|組織|團體)';
/** A count, what it counts, and a list in brackets. */
const bracketed = new RegExp(
  `${noCount}(?<count>(?<figure>${figures}) ?(?:${measure}|${listedMeasure}))(?<noun>[^\\s，。；：、（()）\\d]{0,8}(?:${listed})|[^\\s，。；：、（()）\\d]{0,6})[（(](?<list>[^（()）]{3,120})[）)]`,
  'g',
);
/** What is named so, or not at all, is what the list tells. */
const surely = new RegExp(`(?:^|${listed})$`);
/** Brackets that hold one of these give examples, dates or an explanation, no list. */
const noList = phrasePattern`[，。：:；;%％等含如例見詳附或共各計]|分別|[\d一二三四五六七八九十][月日時]|(?:[領方][域面]|${'epithet'}|主辦|提案|部分|為主)$`;

/** Of these a list in brackets may tell how many others each has: 5個地區（德國6人、丹麥2人、荷蘭2人）. */
const ofEach = phrasePattern`國|${'institution'}|地區|單位|機[關構]|部門|縣市|[^同]組|[班館校院局]$`;
const ownCountLast = /^(?!其[他餘]|另)[^\d，。；：及與和等]{1,10}\d{1,4} ?[人名位件場項隊篇家]$/;

/** The name of a city is no longer, in UTF-16 code units. */
const longestVenue = 5;
/** What is held in as many places, one each: 四場展覽（臺北、新加坡、曼谷）. */
const held = phrasePattern`場[^，。；]{0,6}(?:${'gathering'}|展覽?|[座說][談明]會|講座|演出|活動)$`;

function areVenues(words: string, list: string): boolean {
  return held.test(words) && list.split('、').every(({ length }) => length <= longestVenue);
}

/** In a list of no more items a joint may also part pairs: 英語與法語、德語. */
const mostWithJoints = 2;

/** Lists in brackets behind their count. */
export function* listsInBrackets(words: string, isNamed: IsNamed): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of words.matchAll(bracketed)) {
    const { count, figure, noun, list } = groups as { count: string; figure: string; noun: string; list: string };
    const end = index + whole.length - 1;
    const place = { start: end - list.length, end };
    const stated = parseCount(figure);
    // 「來自5國（德國6人、丹麥2人…）」 tells how many of each there are.
    const each = list.split('、');
    if (
      ofEach.test(count + noun) &&
      each.length > 2 &&
      each.every((item) => ownCountLast.test(item)) &&
      Math.abs(stated - each.length) === 1
    ) {
      yield { stated, listed: each.length, message: 'other', isCertain: false, start: index, end: index + count.length, list: place }; // prettier-ignore
      continue;
    }
    // 「三項議題（美國、日本）」 says whose they are.
    if (noList.test(list) || ownCount.test(list) || (isNamed(place) && !areVenues(count + noun, list))) continue;
    // A joint ahead of the last item is within a name: 領導與組織、社區警政、科技執法.
    const items = countItems(list.replace(/^(?:即|亦即|為)/, ''), list.split('、').length > mostWithJoints);
    if (!items || stated < 2 || (stated >= items.least && stated <= items.most)) continue;
    const isCertain = surely.test(noun);
    if (!isCertain && !isNear(stated, items)) continue;
    yield {
      stated,
      listed: items.least,
      message: 'other',
      isCertain,
      start: index,
      end: index + count.length,
      list: place,
    };
  }
}
