/** Counts of a sentence that names what it counts: 物理、化學、生物三科; 三場會議（能源、衛生、婦女）; 三個標準，即50浬、30浬及20浬; 重點有二：一為…；二為…. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { parseCount, toHan } from '../../text/numerals';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import { blot, blotted, countItems } from './listItems';
import type { ItemCount } from './listItems';

/** A count that its list does not bear out. */
export interface WrongCount extends Span {
  readonly stated: number;
  readonly listed: number;
  /** How the two differ, and where the list stands: fewer or more before it, others in brackets, others behind it. */
  readonly message: 'fewer' | 'more' | 'other' | 'below';
  /** Whether no other reading of the list makes the count right. */
  readonly isCertain: boolean;
  /** The list, where it stands in brackets. */
  readonly list?: Span;
}

const figures = '\\d{1,2}|[二兩三四五六七八九十]{1,2}';
const numeral = `(${figures})`;
/** What a list of names may be a list of. */
const category = `${anyOf('countable')}|[型別目區地國科館校廠局部市縣港島站面洲級期班色樣]`;
/** Measures of what is named. */
const measure =
  '[項種類大款組場位名點件案家所處署局館校份座方道篇門](?!以[上下])|個(?! ?(?:月|APEC|會員|經濟體|成員|國|區域|聯盟|集團|組織|團體))';
/** No count of a list: 第三項, 每三個, 前三名, 另三項. */
const noCount =
  '(?<!(?<![A-Z]-?\\d{0,4})\\d)(?<![.,第前後每各其另末上下這該此至到約近逾僅萬億數幾又再一二三四五六七八九十~～—–-])(?<!(?<!干)達)';
const counted = new RegExp(
  `(等 ?|共計|合計|[共計])?${noCount}${numeral} ?(?:大類|個?場次|個(?:會員|經濟體|成員)|[項種類大個款組]?(?:${category})|${measure})`,
  'g',
);
/** A border of the clause that a list can't cross. */
const clauseBorder = /[，。；：:;（(「『《\t|！？]/;
/** Behind the first `、` these begin another list: 越南、泰國則分享貿易、科技等2項. */
const otherList = new RegExp(anyOf('begins-other-list'));
/**
 * Whether a word of an item begins another list: at its end it is a noun, as in 永續報告. 與 may be the last joint of the
 * same one.
 */
function beginsOther(item: string): boolean {
  return item.split(/[及和暨]|與(?!會)/).some((piece) => {
    const match = otherList.exec(piece);
    return match !== null && match.index + match[0].length < piece.length;
  });
}

/** These introduce a list as the whole. */
const opensWhole = phrasePattern`分[為成別]|依[序次]|先後|${'holding'}|有|(?:${'countable'}|內容|對象|任務)[為是]`;
/** Behind these whatever follows is an item, 發表技巧 as well. */
const holds = /包[括含]|涵蓋/;
/** The same before the border of the clause: 主題包括：…. */
const opensWholeBefore = phrasePattern`(?:${'holding'}|分[為成]|計有|分別為)[：:]$`;
/** Words in front of the first item. */
const lead = new RegExp(
  phrasePattern`分[為成]|${'holding'}|(?<!沒)有|提供|討論|${'visit'}|[赴就為以由在對從於自與將]`,
  'gu',
);

/** `words` behind the last word that leads to the first item. */
function behindLead(words: string): string {
  // 核對 is what is listed.
  const last = [...words.matchAll(lead)].filter((match) => match.index + match[0].length < words.length).at(-1);
  return last ? words.slice(last.index + last[0].length) : words;
}

/** Where the last item ends so, the count behind it is of something else. */
const noItem = phrasePattern`(?:${'ends-no-item'}|${'holding'}|${'epithet'}|(?<!跨)領域|[及與和暨或設有為成列出分是含在於赴由就的之其了過到各多得獲等共計占]|(?<!干)達)$`;
/** So far a clause, a list with its sentences and a mark behind a count are looked at. */
const longestClause = 200;
const longestList = 1200;
const longestMark = 8;
const longestItem = 16;
/** Behind a count without 等 the clause has to end, or the count is of what follows. */
const ends = /^(?:[，。；、：）)的之]|[組構]成|$)/;
const joint = /[及與和暨]/;
/** Of these the last item alone may have so many: 雷達、無人機三座. */
const ofLastItem = /[場位名點件案家所處署局館校份座方道篇]$/;
/** Behind the measure these are what is listed, and not of the last item alone: 複檢五道程序. */
const ofAllItems = phrasePattern`^${'countable'}`;
/** An item that counts by itself: 已完成9項、進行中15項. */
const ownCount = new RegExp(`[\\d一二兩三四五六七八九十] ?(?:${measure}|[人國間棟輛臺台架艘頭隻株戶床])`);
/** The last item is hardly longer than the longest before it by more than that, or it holds a verb. */
const mostLonger = 4;

/** Whether the count behind `items` is of them, where no 等 says so. What is counted may be named behind it: 甲、乙及丙四種魚. */
function isCountOf(items: readonly string[], whole: string, behind: string, isApart: boolean): boolean {
  if (noItem.test(items.at(-1)!) || items.some((item) => ownCount.test(item))) return false;
  const last = items.at(-1)!.split(joint);
  if (last.length === 1 && !isApart && ofLastItem.test(whole) && !ofAllItems.test(behind)) return false;
  if (ends.test(behind)) return true;
  if (last.length === 1 && items.length < 3) return false;
  const longest = Math.max(...items.slice(1, -1).map((item) => item.length), last.length > 1 ? last[0]!.length : 2);
  return /^\p{Script=Han}/u.test(behind) && last.at(-1)!.length <= longest + mostLonger;
}

function isNear(stated: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return stated > most ? stated === most + 1 && most > 2 : least - stated <= 2 && least > 2;
}

/** Of these measures each item is one: 簡報、座談及實地查核共3項. Of persons, places and the like an item may be several. */
const ofItems = /\d ?(?:[項種類款點]|大類)|[二兩三四五六七八九十](?:[項種類款點]|大類)/;
/** So long are the items of a list that nobody takes for clauses. */
const plainItem = 10;
/** A count further off counts something else. */
const mostOff = 5;

/** The same where nothing says that the count is the sum: 就格式、授權及保存五項議題. */
const mostOffUnsummed = 2;

function offBy(stated: number, { least, most }: ItemCount): number {
  return Math.max(least - stated, stated - most);
}

/** Whether a list of plain items that is whole is `off` by more than a slip of the eye, but not by so much that the count is of something else. */
function isFarOff(off: number, { least }: ItemCount, items: readonly string[]): boolean {
  return least >= 3 && off <= mostOff && items.every((item) => item.trim().length <= plainItem);
}

/** Says whether a name of an economy stands at a place. */
export type IsNamed = (place: Span) => boolean;

/** Whether every item of `clause`, which begins at `from`, holds the name of an economy. */
function areNamed(clause: string, from: number, isNamed: IsNamed): boolean {
  return [...clause.matchAll(/[^、及與和]+/g)].every(({ 0: item, index }) =>
    isNamed({ start: from + index, end: from + index + item.length }),
  );
}

/** Lists in front of their count. */
function* listsBefore(plain: string, isNamed: IsNamed): Generator<WrongCount> {
  for (const match of plain.matchAll(counted)) {
    const [whole, marker = '', figure] = match;
    const { index } = match;
    const stated = parseCount(figure!);
    const isOpen = marker.startsWith('等');
    const behind = plain.slice(index + whole.length, index + whole.length + longestMark);
    const before = plain.slice(Math.max(0, index - longestClause), index);
    const clauses = before.split(clauseBorder);
    // 甲槽、乙槽及丙槽，合計三種.
    const isApart = clauses.at(-1) === '' && /[共合計]/.test(marker) && before.endsWith('，');
    if (isApart) clauses.pop();
    const clause = clauses.at(-1)!;
    const [first, ...others] = clause.split('、');
    const last = others.at(-1);
    if (last === undefined || stated < 2) continue;
    if (!isOpen && !isCountOf([behindLead(first!), ...others], whole, behind, isApart)) continue;
    if (others.some((item) => beginsOther(item) && !(holds.test(first!) && !/[則並使]/.test(item)))) continue;
    const start = index + marker.length;
    const place = { start, end: index + whole.length };
    // Without its first words a clause has as many items; whatever they are, more than stated are listed.
    const atLeast = isOpen ? countItems(clause)?.least : undefined;
    // 日本、韓國及我國共3國派員: the rules of attendance count those present, where they know them all.
    const from = index - (before.length - before.lastIndexOf(clause));
    const ofEconomies = marker !== '' && isNamed({ start: from, end: index });
    const isWholeList = (isOpen || marker === '') && joint.test(last);
    if (
      /會員|經濟體|成員/.test(whole + behind.slice(0, 3))
        ? !isWholeList && areNamed(clause, from, isNamed)
        : ofEconomies && !isOpen
    )
      continue;
    if (atLeast !== undefined && stated < atLeast && !ofEconomies && !whole.endsWith('國')) {
      yield { stated, listed: atLeast, message: 'fewer', isCertain: true, ...place };
      continue;
    }
    // 與美國、日本及韓國等四國: we are the fourth.
    if (whole.endsWith('國') && /[與和同偕邀我]/.test(first!)) continue;
    const count = countItems([behindLead(first!), ...others].join('、'));
    if (!count || (stated >= count.least && stated <= count.most)) continue;
    const off = offBy(stated, count);
    const isSum = !isOpen && ofItems.test(whole) && (marker !== '' || (joint.test(last) && off <= mostOffUnsummed));
    const names = others.flatMap((item) => item.split(joint));
    if (!isNear(stated, count) && !(isSum && isFarOff(off, count, names))) continue;
    const isMore = stated > count.most;
    // Behind 等 a list may name only some, unless it is introduced as the whole or closed by a joint.
    const isWhole =
      opensWhole.test(first!) ||
      joint.test(last) ||
      count.least > 3 ||
      opensWholeBefore.test(before.slice(0, before.length - clause.length));
    if (isOpen && isMore && !isWhole) continue;
    yield {
      stated,
      listed: isMore ? count.most : count.least,
      message: isMore ? 'more' : 'fewer',
      isCertain: false,
      ...place,
    };
  }
}

/** What a list in brackets is surely a list of. */
const listed =
  '工作|項目|議題|目標|原則|重點|面向|主題|步驟|支柱|要素|機制|階段|部分|單位|機構|學校|公司|企業|大學|醫院|圖書館|博物館|廠商|文件|資料|會議|研討會|論壇|工作坊|課程|講座|策略|行動|方案';
/** Of these a list in brackets tells one by one too. */
const listedMeasure = '[套班線台臺隊支艘架輛棟條層國具](?!以[上下])|個(?:會員|經濟體|成員|區域|聯盟|集團|組織|團體)';
const bracketed = new RegExp(
  `${noCount}(?<count>(?<figure>${figures}) ?(?:${measure}|${listedMeasure}))(?<noun>[^\\s，。；：、（()）\\d]{0,8}(?:${listed})|[^\\s，。；：、（()）\\d]{0,6})[（(](?<list>[^（()）]{3,120})[）)]`,
  'g',
);
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
function* listsInBrackets(words: string, isNamed: IsNamed): Generator<WrongCount> {
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

const headed = new RegExp(
  `${noCount}${numeral}(?![月年日時分百千萬億成倍號樓層度週天元屆次%％]|個月)[^，。；：、（）的之\\d]{0,13}(?:(，(?=一[是為]|其一)|，[^，、。；：\\d]{1,4}(?:分別|依序)[為是係]|，?(?:即|分別(?:[為是係由在於]|處理|探討|研究|聚焦|針對|來自|位[於在]|代表|隸屬)|依序[為是]|，?[依按][^，。；：\\d]{1,8}分[為成]))|(，?(?:包括|包含|涵蓋|計有))|[：:])`,
  'g',
);
/** An item that is several: 兩座公園. */
const ownCountFirst = /^[\d兩二三四五六七八九十]{1,3} ?[座個項處所家名位件場]/;
/** A numeral alone counts only behind these: 問題有三：, 目的為二：. */
const bareCount = /[有為計]$/;

/** Ways to number the items of a sentence; the k-th item of each begins with these words. */
const numberings: readonly ((k: number) => string)[] = [
  (k) => `（${toHan(k)}）`,
  (k) => `(${toHan(k)})`,
  (k) => `（${k}）`,
  (k) => `(${k})`,
  (k) => `${k}.`,
  (k) => `${k}、`,
  (k) => `第${toHan(k)}`,
  (k) => `其${toHan(k)}`,
  (k) => `${toHan(k)}是`,
  (k) => `${toHan(k)}為`,
  (k) => `${toHan(k)}、`,
];

/** A count that is greater counts no list. */
const largest = 20;

/** How many items `words` number one after the other; 0 where they begin with no number. */
function numberedIn(words: string): number {
  const begin = words.trimStart();
  const numbering = numberings.find((of) => begin.startsWith(of(1)));
  if (!numbering) return 0;
  let at = 0;
  let k = 0;
  for (;;) {
    const next = begin.indexOf(numbering(k + 1), at);
    if (next < 0 || k === largest) return k;
    // A number stands behind a mark: 一、二兩項 is none.
    if (k > 0 && !/[，。；：、\s]/.test(begin[next - 1]!)) {
      at = next + 1;
      continue;
    }
    k++;
    at = next + 1;
  }
}

/** Lists behind their count. */
function* listsBehind(words: string, plain: string): Generator<WrongCount> {
  for (const match of plain.matchAll(headed)) {
    const [whole, figure, closed, open] = match;
    const { index } = match;
    const stated = parseCount(figure!);
    const isBare = whole.length === figure!.length + 1;
    if (isBare && !bareCount.test(plain.slice(Math.max(0, index - 2), index))) continue;
    if (stated < 2 || stated > largest || /會員|經濟體/.test(whole)) continue;
    // Two of three may come from one place, but none from two.
    const isFrom = phrasePattern`${'one-by-one'}(?:來自|位[於在]|代表|隸屬|[由在於])$`.test(whole);
    const rest = plain.slice(index + whole.length, index + whole.length + longestList);
    // Numbers in brackets are blotted out too.
    const numbered = numberedIn(words.slice(index + whole.length, index + whole.length + longestList));
    const span = {
      start: index,
      end: index + (isBare ? figure!.length : /^[\d二兩三四五六七八九十]+./.exec(whole)![0].length),
    };
    if (numbered > 0) {
      if (numbered > 1 && numbered !== stated)
        yield { stated, listed: numbered, message: 'below', isCertain: false, ...span };
      continue;
    }
    // The last item may stand behind a comma: 甲、乙，以及丙.
    const segment = /^[^，。；：]*(?:，以?及[^，。；：、]*(?=[。；]|$))?/.exec(rest)![0].replace(/，(?=以?及)/, '、');
    const after = rest.slice(segment.length);
    const isEnd =
      /^(?:[。；]|$)/.test(after) || (after.startsWith('，') && !/^，(?:以?及|[和與另]|並[有含包設])/.test(after));
    if (!isEnd || /[等%％]|其中|[之的]?(?:方面|領域)/.test(segment)) continue;
    // 「3場：10月宜蘭、花蓮豪雨，7月臺北雷雨，以及8月豪雨」: its items stand between commas.
    if (/^，[^，。；：]*(?:、|，以?及)/.test(after)) continue;
    const items = segment.split(/[、及和與]/);
    if (items.some((item) => ownCountFirst.test(item))) continue;
    // 「導入四級分級：增列反應、對象及時間」 goes on with what is done; levels are told by their names.
    if (/^\d* ?[一二兩三四五六七八九十]*級/.test(whole) && !items.some((item) => /[級度等類]$/.test(item))) continue;
    // 「三類：經濟指標及社會指標」 has two, whatever joins them.
    const isPair =
      items.length === 2 && !/^；/.test(after) && !segment.includes('、') && items.every(({ length }) => length > 1 && length <= plainItem); // prettier-ignore
    const count = isPair ? { least: 1, most: 2 } : countItems(segment.replace(/、以?及/, '、'), true);
    if (!count || (stated >= count.least && stated <= count.most)) continue;
    if (segment.split(/[、及]/).some((item) => item.length > longestItem)) continue;
    // 「共5案，分別為教育3案、文化2案」: numbers/parts-total adds them up.
    const unit = /^[\d一二兩三四五六七八九十]+ ?(.)/.exec(whole)![1]!;
    if (segment.split(/[、及]/).every((item) => new RegExp(`[\\d一二兩三四五六七八九十] ?${unit}`).test(item)))
      continue;
    if (isFrom && (stated > count.least || /[各兩二等]/.test(segment))) continue;
    const isClosed =
      closed !== undefined || open === undefined || /分[為成]$/.test(plain.slice(Math.max(0, index - 2), index));
    const joined = /[及和與]/.test(segment.split('、').at(-1)!);
    if (!isClosed && stated > count.most && !(joined && stated === count.most + 1)) continue;
    if (Math.abs(stated - count.least) > 2 && !(closed && joined && isFarOff(offBy(stated, count), count, items)))
      continue;
    const listed = stated > count.most ? count.most : count.least;
    yield { stated, listed, message: 'below', isCertain: false, ...span };
  }
}

/** Words of which 及, 與 and 和 are a part and join nothing. */
const noJoint = /[涉普遍提觸顧論擴波]及|及[格時]|參與|與會|和[平諧]|[共總緩溫飽]和/g;

/** What stands in brackets, read by itself. */
const inBrackets = /[（(]([^（()）]{6,160})[）)]/g;

/** Lists behind their count that stand in brackets with it: （計四人：局長、科長、專員）. */
function* listsWithin(words: string): Generator<WrongCount> {
  for (const { 1: inside, index } of words.matchAll(inBrackets))
    for (const each of listsBehind(inside!, blotted(inside!)))
      yield { ...each, start: each.start + index + 1, end: each.end + index + 1 };
}

/** 分成四組，第一組…、第二組…: what is counted is told one by one in the sentence. */
const parted = new RegExp(
  `分[為成]?${numeral} ?(?<unit>梯次|階段|部分|場次|步驟|[組隊班梯場天步類期區])(?<rest>[^。；]{0,16}?第一\\k<unit>[^。；]{0,${longestClause}})(?=[。；]|$)`,
  'g',
);

/** Counts of what the sentence tells as the first, the second and so on. */
function* ordinalsBehind(plain: string): Generator<WrongCount> {
  for (const { 1: figure, index, groups } of plain.matchAll(parted)) {
    const { unit, rest } = groups as { unit: string; rest: string };
    const stated = parseCount(figure!);
    let last = 1;
    while (rest.includes(`第${toHan(last + 1)}${unit}`)) last++;
    // Of stages a sentence may tell the first ones alone.
    if (last < stated && !/[組隊班]|梯次?/.test(unit)) continue;
    if (last < 2 || last === stated || stated > largest || /其餘|其他|各[組隊班]|等/.test(rest)) continue;
    const start = plain.indexOf(figure!, index);
    yield {
      stated,
      listed: last,
      message: 'below',
      isCertain: false,
      start,
      end: start + figure!.length + unit.length,
    };
  }
}

const day = '(?:(?:\\d{2,4}年)?\\d{1,2}月(?:\\d{1,2}日)?|第? ?\\d{1,3} ?[日天]|\\d{2,4}年)';
/** 出院後第3日、第7日及第14日訪視，共三次: days one by one, and how often that was. */
const dated = new RegExp(
  `(?<![至到～~\\d、及與和月年-])(?<days>${day}(?:(?:[、及與和]|以及)${day}){1,12})(?![至到～~])[^。；、，\\d]{0,16}，?(?:共計|合計|總計|[共計])${numeral} ?(?<unit>場次|梯次|[次度回場])(?!會議)`,
  'g',
);

/** Counts of the days in front of them. */
function* datesBefore(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups, 2: figure } of plain.matchAll(dated)) {
    const { days, unit } = groups as { days: string; unit: string };
    const stated = parseCount(figure!);
    const listed = days.split(/以及|[、及與和]/).length;
    if (stated === listed || stated > largest) continue;
    const end = index + whole.length;
    const message = listed > stated ? 'fewer' : 'more';
    yield { stated, listed, message, isCertain: false, start: end - unit.length - figure!.length, end };
  }
}

/** So far behind the days others may be told. */
const longestRest = 40;
/** How often, and on which days one by one: 召開三次會議，分別為3月、6月及9月. */
const datedBehind = new RegExp(
  `${noCount}${numeral} ?(?<unit>場次|梯次|[次場梯])[^，。；：、（）\\d]{0,14}，?(?:分別|依序)[為是於在訂定]{1,2}(?<days>${day}(?:(?:以及|[、及與和])${day}){1,12})(?![至到～~\\d、及與和月年日])`,
  'g',
);

/** Counts of the days behind them. */
function* datesBehind(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, 1: figure, groups } of plain.matchAll(datedBehind)) {
    const { unit, days } = groups as { unit: string; days: string };
    const rest = wordsBehind(plain, index + whole.length, '。；').slice(0, longestRest);
    const [stated, listed] = [parseCount(figure!), days.split(/以及|[、及與和]/).length];
    if (stated === listed || stated > largest || /\d ?[月日]|[各兩二]/.test(rest)) continue;
    yield { stated, listed, message: 'below', isCertain: false, start: index, end: index + figure!.length + unit.length }; // prettier-ignore
  }
}

const shortItem = '[^\\s，。；：、及與和分（）\\d二兩三四五六七八九十]{1,6}';
/** 分北、中、南三區辦理: what is parted, with the parts by name. */
const partedByName = new RegExp(
  `(?:分[為成作]|(?<![部充百十身公處成])分(?![別享析布佈工配類級辨發子]))(?<items>${shortItem}(?:[、及與和]${shortItem}){1,9})(?<figure>${figures}) ?(?:場次|梯次|階段|[區組班梯線隊批場])(?![^，。；]{0,4}[各每])`,
  'g',
);

function* partsByName(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(partedByName)) {
    const { items, figure } = groups as { items: string; figure: string };
    const [stated, listed] = [parseCount(figure), items.split(/[、及與和]/).length];
    const start = index + whole.lastIndexOf(figure);
    if (Math.abs(stated - listed) !== 1) continue;
    yield { stated, listed, message: stated > listed ? 'more' : 'fewer', isCertain: false, start, end: index + whole.length }; // prettier-ignore
  }
}

/** Names of one character need no measure behind their number: 南、北兩隧道, 甲、乙、丙三家. */
const single = '[A-E甲乙丙丁戊東西南北中上下左右前後老青少春夏秋冬水陸空海美英法德日韓澳紐加印泰越菲]';
const oneByOne = new RegExp(
  `(?<![、及與和])${single}(?:、${single}){1,6}(?<figure>[二兩三四五六七]) ?(?=\\p{Script=Han})(?![十百千萬月日年號樓期分成點倍次])`,
  'gu',
);

function* singlesBefore(plain: string): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(oneByOne)) {
    const { figure } = groups as { figure: string };
    const [stated, listed] = [parseCount(figure), whole.split('、').length];
    const start = index + whole.lastIndexOf(figure);
    const isOff = stated < listed ? listed - stated <= 2 : stated - listed === 1 && listed > 2;
    if (isOff && !/[與和同偕邀我及]/.test(plain.slice(Math.max(0, index - 3), index)))
      yield { stated, listed, message: stated > listed ? 'more' : 'fewer', isCertain: false, start, end: start + 1 };
  }
}

/** Those that a sentence has named, by their number: 甲、乙及丙…，三者; 三國並. */
const ofNamed =
  /(?<=，)(?:[這此該]|上述|前述|以上)?(?<figure>[\d三四五六七八九]) ?(?<unit>者|方(?=[就均皆共同並代達簽會各])|國(?![中小際家])|[種類](?:職[類業別務]|人員|人力|專業|角色|語[言文]))/g;
/** So long may be what stands between the first of the names and their number. */
const longestNamed = 100;
/** Several names at the head of a sentence; what is said of them follows. */
const namesFirst =
  /^(?<items>[^，、及與和暨]{1,14}(?:、[^，、及與和暨]{1,8})+)(?:以?及|[與和暨])[^，、及與和暨]{2,40}，[^、及與和暨]*$/;

/** Numbers of what the sentence has named before. */
function* namedBefore(plain: string, isNamed: IsNamed): Generator<WrongCount> {
  for (const { 0: whole, index, groups } of plain.matchAll(ofNamed)) {
    const { figure, unit } = groups as { figure: string; unit: string };
    const head = wordsBefore(plain, index, '。；：').slice(-longestNamed);
    const named = namesFirst.exec(head)?.groups;
    if (!named || /[等其]/.test(named['items']!)) continue;
    const [stated, listed] = [parseCount(figure), named['items']!.split('、').length + 1];
    if (Math.abs(stated - listed) !== 1) continue;
    const from = index - head.length;
    if (unit === '國' && !areNamed(head.slice(0, named['items']!.length), from, isNamed)) continue;
    const start = index + whole.indexOf(figure);
    yield { stated, listed, message: stated > listed ? 'more' : 'fewer', isCertain: false, start, end: index + whole.length }; // prettier-ignore
  }
}

/** What shows that an item is one person: how they are addressed, or a name in Latin letters behind a title. */
const personMark = /先生|女士|小姐|博士|教授|(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|Prof)(?![A-Za-z])/g;
const personsCounted = new RegExp(`，(?:共計|合計|總計|[共計])${numeral} ?[人名位](?=[。；）]|$)`, 'g');
const personBorder = /以及|[、及與和暨率偕]/;
/** A list of persons is no longer, in UTF-16 code units. */
const longestPersons = 160;

/** Counts of persons who are named in front of them, each addressed as one: 由甲先生及乙女士接待，共二人. */
function* personsBefore(words: string): Generator<WrongCount> {
  for (const { 0: whole, index, 1: figure } of words.matchAll(personsCounted)) {
    const list = wordsBefore(words, index, '。；：')
      .slice(-longestPersons)
      .replace(/（[^（）]*）|\([^()]*\)/g, '');
    const persons = list.split(personBorder);
    const stated = parseCount(figure!);
    if (persons.length < 2 || persons.length === stated || stated > largest) continue;
    // 「博士生11人、博士後研究員4人，合計15人」: each kind has its own count.
    if (/[等隨陪\d]|及其|一行/.test(list) || persons.some((person) => (person.match(personMark) ?? []).length !== 1))
      continue;
    const end = index + whole.length;
    const message = persons.length > stated ? 'fewer' : 'more';
    const start = end - 1 - figure!.length;
    yield { stated, listed: persons.length, message, isCertain: false, start, end };
  }
}

/**
 * The counts of `words`, a paragraph without line ends, whose lists have another length; the first one where two
 * readings find the same place. Linear in its length.
 */
export function wrongCountsOf(words: string, isNamed: IsNamed): readonly WrongCount[] {
  const plain = blotted(words).replace(noJoint, blot + blot);
  const found: WrongCount[] = [];
  for (const each of [
    ...listsInBrackets(words, isNamed),
    ...listsBefore(plain, isNamed),
    ...listsBehind(words, plain),
    ...listsWithin(words),
    ...ordinalsBehind(plain),
    ...datesBefore(plain),
    ...personsBefore(words),
    ...datesBehind(plain),
    ...partsByName(plain),
    ...namedBefore(plain, isNamed),
    ...singlesBefore(plain),
  ])
    if (!found.some(({ start, end }) => start < each.end && each.start < end)) found.push(each);
  return found;
}
