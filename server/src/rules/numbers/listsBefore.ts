/** Lists in front of their count: 物理、化學、生物三科; 簡報、座談及實地查核共3項. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import { countItems } from './listItems';
import {
  areNamed,
  countBehind,
  isFarOff,
  isNear,
  joint,
  longestClause,
  measure,
  noCount,
  numeral,
  offBy,
  ownCount,
} from './listCounts';
import type { IsNamed, WrongCount } from './listCounts';

/** What a list of names may be a list of. */
const category = `${anyOf('countable')}|[型別目區地國科館校廠局部市縣港島站面洲級期班色樣]`;
/** A count with what it counts: 三科, 共3項, 等四國. */
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
/** So far a mark behind a count is looked for. */
const longestMark = 8;
/** Behind a count without 等 the clause has to end, or the count is of what follows. */
const ends = /^(?:[，。；、：）)的之]|[組構]成|$)/;
/** Of these the last item alone may have so many: 雷達、無人機三座. */
const ofLastItem = /[場位名點件案家所處署局館校份座方道篇]$/;
/** Behind the measure these are what is listed, and not of the last item alone: 複檢五道程序. */
const ofAllItems = phrasePattern`^${'countable'}`;
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

/** Of these measures each item is one: 簡報、座談及實地查核共3項. Of persons, places and the like an item may be several. */
const ofItems = /\d ?(?:[項種類款點]|大類)|[二兩三四五六七八九十](?:[項種類款點]|大類)/;
/** The same where nothing says that the count is the sum: 就格式、授權及保存五項議題. */
const mostOffUnsummed = 2;

/** Lists in front of their count. */
export function* listsBefore(plain: string, isNamed: IsNamed): Generator<WrongCount> {
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
    const count = countItems([behindLead(first!), ...others].join('、'));
    if (!count || (stated >= count.least && stated <= count.most)) continue;
    // 與美國、日本及韓國等四國: we are the fourth.
    if (whole.endsWith('國') && stated > count.most && /[與和同偕邀我]/.test(first!)) continue;
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
    yield countBehind(stated, isMore ? count.most : count.least, place);
  }
}
