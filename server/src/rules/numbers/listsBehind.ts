/** Lists behind their count: 三個標準，即50浬、30浬及20浬; 重點有二：一為…；二為…. */
import { phrasePattern } from '../../knowledge/phrases';
import { parseCount, toHan } from '../../text/numerals';
import { blotted, countItems } from './listItems';
import { countBefore, isFarOff, largest, noCount, numeral, offBy, plainItem } from './listCounts';
import type { WrongCount } from './listCounts';

/** So far a list with its sentences and one of its items are looked at. */
const longestList = 1200;
const longestItem = 16;
/** A count that leads to its list: 三個標準，即; 四類：. */
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
export function* listsBehind(words: string, plain: string): Generator<WrongCount> {
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
      if (numbered > 1 && numbered !== stated) yield countBefore(stated, numbered, span);
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
    // 「校長、主任各1人及老師2人」: numbers/parts-total adds them up.
    if (items.some((item) => ownCountFirst.test(item)) || /各[有為]?[\d一二兩三四五六七八九十]/.test(segment)) continue;
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
    yield countBefore(stated, stated > count.most ? count.most : count.least, span);
  }
}

/** What stands in brackets, read by itself. */
const inBrackets = /[（(]([^（()）]{6,160})[）)]/g;

/** Lists behind their count that stand in brackets with it: （計四人：局長、科長、專員）. */
export function* listsWithin(words: string): Generator<WrongCount> {
  for (const { 1: inside, index } of words.matchAll(inBrackets))
    for (const each of listsBehind(inside!, blotted(inside!)))
      yield { ...each, start: each.start + index + 1, end: each.end + index + 1 };
}
