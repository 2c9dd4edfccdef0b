/** Lists in brackets behind their count: 三場會議（能源、衛生、婦女）. */
import { phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import { countItems } from './listItems';
import { countBehind, figures, isNear, measure, noCount, ownCount } from './listCounts';
import type { IsNamed, WrongCount } from './listCounts';

/** What a list in brackets is surely a list of. */
const listed =
  '工作|項目|議題|目標|原則|重點|面向|主題|步驟|支柱|要素|機制|階段|部分|單位|機構|學校|公司|企業|大學|醫院|圖書館|博物館|廠商|文件|資料|會議|研討會|論壇|工作坊|課程|講座|策略|行動|方案';
/** Of these a list in brackets tells one by one too. */
const listedMeasure = '[套班線台臺隊支艘架輛棟條層國具](?!以[上下])|個(?:會員|經濟體|成員|區域|聯盟|集團|組織|團體)';
/** A count, what it counts, and a list in brackets. */
const bracketed = new RegExp(
  `${noCount}(?<count>(?<figure>${figures}) ?(?:${measure}|${listedMeasure}|人))(?<noun>[^\\s，。；：、（()）－—─\\d]{0,8}(?:${listed})|[^\\s，。；：、（()）－—─\\d]{0,6})(?:[（(](?<bracket>[^（()）]{3,120})[）)]|[－—─]{1,2}(?<dash>[^（()）－—─，]{3,120})[－—─])`,
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

/** Of persons a list in brackets tells one by one where each is a name: 議員四人（何明德、蘇育民、葉佩君）. */
const person = phrasePattern`^\p{Script=Han}{3}$|(?:${'office'}|老師|教授|議員|先生|女士|小姐|博士|同學)$`;

/** Whether most items of a list hold the name of an economy; that of 埃及斑蚊 is chance. */
function areOfEconomies(list: string, start: number, isNamed: IsNamed): boolean {
  const items = [...list.matchAll(/[^、及與和]+/g)];
  const named = items.filter(({ 0: item, index }) =>
    isNamed({ start: start + index, end: start + index + item.length }),
  );
  return named.length * 2 > items.length;
}

/** In a list of no more items a joint may also part pairs: 英語與法語、德語. */
const mostWithJoints = 2;

/** Lists in brackets behind their count. */
export function* listsInBrackets(words: string, isNamed: IsNamed): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of words.matchAll(bracketed)) {
    const { count, figure, noun, bracket, dash } = groups as Record<'count' | 'figure' | 'noun', string> & { bracket?: string; dash?: string }; // prettier-ignore
    const list = bracket ?? dash!;
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
    if (
      noList.test(list) ||
      ownCount.test(list) ||
      (areOfEconomies(list, place.start, isNamed) && !areVenues(count + noun, list))
    )
      continue;
    if (count.endsWith('人') && (noun !== '' || !each.every((item) => person.test(item)))) continue;
    // A joint ahead of the last item is within a name: 領導與組織、社區警政、科技執法.
    const items = countItems(list.replace(/^(?:即|亦即|為)/, ''), list.split('、').length > mostWithJoints);
    if (!items || stated < 2 || (stated >= items.least && stated <= items.most)) continue;
    const isCertain = surely.test(noun);
    // What stands between dashes is said to be the same.
    const isSame = dash !== undefined && Math.abs(stated - items.least) === 1;
    if (!isCertain && !isSame && !isNear(stated, items)) continue;
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

const unit = '[市縣國州區鄉鎮村校館院廠港島場局]';
/** Several counts, each of its kind, and a list in brackets: 兩市一村（金澤市、高山市、白川村）. */
const ofKinds = new RegExp(
  `${noCount}(?<kinds>(?:(?:${figures}|一) ?${unit}){2,3})[（(](?<list>[^（()）]{3,120})[）)]`,
  'g',
);
const ofKind = new RegExp(`(${figures}|一) ?(${unit})`, 'g');

/** Counts of several kinds whose names end with the kind. */
export function* kindsInBrackets(words: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of words.matchAll(ofKinds)) {
    const { kinds, list } = groups as { kinds: string; list: string };
    const items = list.split(/[、及與和]/);
    const told = [...kinds.matchAll(ofKind)];
    if (!items.every((item) => told.some(([, , kind]) => item.endsWith(kind!)))) continue;
    const end = index + whole.length - 1;
    for (const { 0: count, 1: figure, 2: kind, index: at } of told) {
      const [stated, listed] = [parseCount(figure!), items.filter((item) => item.endsWith(kind!)).length];
      const start = index + at;
      if (stated !== listed)
        yield { stated, listed, message: 'other', isCertain: false, list: { start: end - list.length, end }, start, end: start + count.length }; // prettier-ignore
    }
  }
}

/** A list in quotation marks right before its count: 「停、看、聽」三字訣. */
const inQuotes = new RegExp(
  `「(?<list>[^「」、及與和]{1,8}(?:、[^「」、及與和]{1,8}){1,9})」(?<figure>${figures}) ?(?<unit>字[訣真]|[大項個種步層面類招點](?![^，。；：、]{0,6}[各每]))`,
  'g',
);

/** Lists in quotation marks that the count behind them is of. */
export function* listsInQuotes(words: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of words.matchAll(inQuotes)) {
    const { list, figure, unit: of } = groups as { list: string; figure: string; unit: string };
    const listed = of.startsWith('字') ? Array.from(list.replaceAll('、', '')).length : list.split('、').length;
    const stated = parseCount(figure);
    if (stated !== listed) yield countBehind(stated, listed, { start: index + list.length + 2, end: index + whole.length }); // prettier-ignore
  }
}
