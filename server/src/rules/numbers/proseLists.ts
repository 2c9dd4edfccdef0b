/** Counts of a sentence that names what it counts: 物理、化學、生物三科; 三個標準，即50浬、30浬及20浬; 重點有二：一為…；二為…. */
import { anyOf } from '../../knowledge/phrases';
import { parseCount, toHan } from '../../text/numerals';
import type { Span } from '../../text/span';
import { blotted, countItems } from './listItems';

/** A count that its list does not bear out. */
export interface WrongCount extends Span {
  readonly stated: number;
  readonly listed: number;
  /** Where the list stands. */
  readonly list: 'before' | 'behind';
}

const numeral = '(\\d{1,2}|[二兩三四五六七八九十]{1,2})';
/** What a list of names may be a list of. */
const category =
  '主題|議題|領域|模組|部分|方面|面向|國家|城市|單位|機關|機構|階段|方式|方法|語言|層次|層面|構面|策略|服務|品種|問題|因素|原則|目標|課程|工作|代表團|縣市|設施|措施|環節|管道|途徑|重點|標準|業務|指標|步驟|要素|功能|系統|館舍|科目|學院|單元|專業|梯次|支柱|[型別目區國科館校廠局部市縣港島站面洲級期班]';
/** No count of a list: 第三項, 每三個, 前三名, 另三項. */
const noCount = '(?<![\\d.,第前後每各其另上下這該此至到約近逾達僅萬億數幾又再一二三四五六七八九十])';
const counted = new RegExp(
  `(等|共計|合計|[共計])?${noCount}${numeral}(?:[項種類大個款組]?(?:${category})|[項種類大個款組])`,
  'g',
);
/** A border of the clause that a list can't cross. */
const clauseBorder = /[，。；：:;（(「『《\t|！？]/;
/** Behind the first `、` these begin another list: 越南、泰國則分享貿易、科技等2項. */
const otherList = new RegExp(anyOf('begins-other-list'));
/** Whether a word of an item begins another list: at its end it is a noun, as in 永續報告. */
function beginsOther(item: string): boolean {
  const match = otherList.exec(item);
  return match !== null && match.index + match[0].length < item.length;
}

/** These introduce a list as the whole. */
const opensWhole = /分[為成]|包括|包含|涵蓋|有|(?:內容|項目|主題|重點|對象|目標|領域|任務)[為是]/;
/** Words in front of the first item. */
const lead = /分為|分成|包括|包含|涵蓋|(?<!沒)有|提供|討論|參訪|走訪|拜會|[赴就為以由在對從於自與將]/g;

/** `words` behind the last word that leads to the first item. */
function behindLead(words: string): string {
  const last = [...words.matchAll(lead)].at(-1);
  return last ? words.slice(last.index + last[0].length) : words;
}

/** Where the last item ends so, the count behind it is of something else. */
const noItem =
  /(?:提出|通過|召開|舉辦|舉行|設置|設立|辦理|參訪|拜會|參加|完成|提供|採取|發表|安排|進行|討論|推動|規劃|執行|研提|歸納|建立|訂定|分享|說明|介紹|報告|選定|開設|涵蓋|面臨|存在|包括|相關|主要|重要|具體|下列|以下|前述|上述|方面|領域|其他|[設有為成列出分是含在於赴由就的之其了過到各多得獲等共計占達])$/;
/** So far a clause, a list with its sentences and a mark behind a count are looked at. */
const longestClause = 200;
const longestList = 1200;
const longestMark = 8;
/** Behind a count without 等 the clause has to end, or the count is of what follows. */
const ends = /^(?:[，。；、：）)的之]|[組構]成|$)/;

function isNear(stated: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return stated > most ? stated === most + 1 && most > 2 : least - stated <= 2 && least > 2;
}

/** Lists in front of their count. */
function* listsBefore(plain: string): Generator<WrongCount> {
  for (const match of plain.matchAll(counted)) {
    const [whole, marker, figure] = match;
    const { index } = match;
    const behind = plain.slice(index + whole.length, index + whole.length + longestMark);
    if (marker !== '等' && !ends.test(behind)) continue;
    const clause = plain
      .slice(Math.max(0, index - longestClause), index)
      .split(clauseBorder)
      .at(-1)!;
    if (
      !clause.includes('、') ||
      (marker !== '等' && noItem.test(clause)) ||
      /會員|經濟體/.test(whole + behind.slice(0, 3))
    )
      continue;
    const [first, ...others] = clause.split('、');
    if (others.some((item) => beginsOther(item))) continue;
    // 與美國、日本及韓國等四國: we are the fourth.
    if (whole.endsWith('國') && /[與和同偕邀我]/.test(first!)) continue;
    const head = behindLead(first!);
    const list = [head, ...others].join('、');
    const count = countItems(list);
    const stated = parseCount(figure!);
    if (!count || (stated >= count.least && stated <= count.most) || !isNear(stated, count)) continue;
    // Behind 等 a short list may name only some, unless it is introduced as the whole or closed by a joint.
    const isWhole = opensWhole.test(first!) || /[及與和]/.test(others.at(-1)!) || count.least > 3;
    if (marker === '等' && stated > count.most && !isWhole) continue;
    const start = index + (marker?.length ?? 0);
    yield {
      stated,
      listed: stated > count.most ? count.most : count.least,
      list: 'before',
      start,
      end: index + whole.length,
    };
  }
}

const headed = new RegExp(
  `${noCount}${numeral}(?:[項個種類大點場家所處位款組](?!月)[^，。；：、（）的之\\d]{0,12}|(?:${category})[^，。；：、（）的之\\d]{0,8})?(?:(，?(?:即|分別[為是係]|依序[為是]))|(，?(?:包括|包含|涵蓋|計有))|[：:])`,
  'g',
);
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
  (k) => `${toHan(k)}、`,
];

/** How many items `words` number one after the other; 0 where they begin with no number. */
function numberedIn(words: string): number {
  const begin = words.trimStart();
  const numbering = numberings.find((of) => begin.startsWith(of(1)));
  if (!numbering) return 0;
  let at = 0;
  let k = 0;
  for (;;) {
    const next = begin.indexOf(numbering(k + 1), at);
    if (next < 0 || k === 20) return k;
    // A number stands behind a mark: 一、二兩項 is none.
    if (k > 0 && !/[，。；：、\s]$/.test(begin.slice(0, next))) {
      at = next + 1;
      continue;
    }
    k++;
    at = next + 1;
  }
}

/** Lists behind their count. */
function* listsBehind(plain: string): Generator<WrongCount> {
  for (const match of plain.matchAll(headed)) {
    const [whole, figure, closed, open] = match;
    const { index } = match;
    const stated = parseCount(figure!);
    const isBare = whole.length === figure!.length + 1;
    if (isBare && !bareCount.test(plain.slice(Math.max(0, index - 2), index))) continue;
    if (stated < 2 || stated > 20 || /會員|經濟體/.test(whole)) continue;
    const rest = plain.slice(index + whole.length, index + whole.length + longestList);
    const numbered = numberedIn(rest);
    const span = {
      start: index,
      end: index + (isBare ? figure!.length : /^[\d二兩三四五六七八九十]+./.exec(whole)![0].length),
    };
    if (numbered > 0) {
      if (numbered > 1 && numbered !== stated) yield { stated, listed: numbered, list: 'behind', ...span };
      continue;
    }
    const segment = /^[^，。；：]*/.exec(rest)![0];
    const after = rest.slice(segment.length);
    const isEnd = /^(?:[。；]|$)/.test(after) || (after.startsWith('，') && !/^，(?:以?及|[和與並另])/.test(after));
    if (!isEnd || /[等%％]|其中|[之的]?(?:方面|領域)/.test(segment)) continue;
    if (after.startsWith('，') && rest.slice(segment.length).includes('、')) continue;
    const count = countItems(segment);
    if (!count || (stated >= count.least && stated <= count.most)) continue;
    if (segment.split(/[、及]/).some((item) => item.length > 16)) continue;
    const isClosed = closed !== undefined || open === undefined;
    const joined = /[及和與]/.test(segment.split('、').at(-1)!);
    if (!isClosed && stated > count.most && !(joined && stated === count.most + 1)) continue;
    if (Math.abs(stated - count.least) > 2) continue;
    yield { stated, listed: stated > count.most ? count.most : count.least, list: 'behind', ...span };
  }
}

/** The counts of `words`, a paragraph without line ends, whose lists have another length. Linear in its length. */
export function wrongCountsOf(words: string): readonly WrongCount[] {
  const plain = blotted(words);
  return [...listsBefore(plain), ...listsBehind(plain)];
}
