/** Those who attended by other names than those of economies: cities, schools, firms, delegations. */
import { parseCount } from '../../text/numerals';
import { readThrough } from '../../text/prose';
import type { Span } from '../../text/span';

/** A sum behind a list whose items are not as many. */
export interface BodyCount {
  /** The numeral with its noun. */
  readonly sum: Span;
  readonly value: number;
  /** How many are named. */
  readonly named: number;
  /** The list. */
  readonly list: Span;
}

const sums =
  /(?:等|共計|合計|總計|[共計])(\d{1,2}|[二三四五六七八九十]{1,3})(?:個?(?:會員體|會員國|經濟體|成員國|締約方|(?:會員|成員)?(?:國家|[國校]|城市|縣市|代表團|單位|機關|機構|組織|團體|大學|學校|公司|廠商|港口|港)|會員|成員)|所(?:會員|成員|姊妹)?(?:大學|學校|校)?|家(?:會員)?(?:公司|廠商|機構|業者))/g;
const clauseBorders = '，。；：:（(\n';
/** Names with a joint in them. */
const jointInName = /(?<=千里達|安地卡|波士尼亞|聖文森|聖克里斯多福|聖多美)[及與和暨]/g;
/** In front of the list: that it is of those who were there. */
const attended =
  /(?:出席|與會|參加|參與|到場|參展|贊成|反對|支持|棄權|連署|提案|簽署|批准|附議)[^，。；：（(]{0,10}(?:[（(][^（）()]{1,12}[）)])?[：:]?$/;
/** What stands before the first item. */
const lead = /計有|共有|尚有|包括|包含|分別[為是]|來自|[為有由]/g;
/** These say that the list is whole. */
const wholeLead = /計有|共有|分別[為是]|^由/;
/** Behind the sum: what they did there. */
const attends =
  /^組成|^[之的]?[均皆共]?[^，。；：、]{0,8}?(?:出席|與會|參加|參與|到場|註冊|報到|參展|派員|派代表|簡報|發表|發言|發布|連署|贊成|反對|支持|棄權|提案|簽署|批准|附議|同意|響應|加入)/;
/** What is still to come, or was so at other times. */
const elsewhere = /預[定計]|預期|邀請|可望|歷[年屆]|[上前下][次屆]|[去明]年|[曾擬將]/;
/** An item is no longer; longer words are no name. */
const longestItem = 14;
const fewestItems = 3;
/** So far before a sum its list may begin. */
const longestList = 240;
const longestTail = 24;
/** A list that only 等 closes is meant to be whole where so few are missing or too many. */
const nearby = 2;

/** Stands for what is read over: the inside of brackets, the joint of a name. */
const blot = '＿';

function blotted(words: string): string {
  return words.replace(/[（(][^（）()]*[）)]/g, (bracket) => blot.repeat(bracket.length));
}

/** The items of `list`; undefined where they are not plain names with one joint before the last. */
function itemsOf(list: string): readonly string[] | undefined {
  const parts = list.split('、');
  const last = parts.pop()!;
  const ends = last.split(/以及|[及與和暨]/);
  if (ends.length > 2 || parts.some((part) => /[及與和暨]/.test(part))) return undefined;
  const items = [...parts, ...ends];
  return items.every((item) => item !== '' && item.length <= longestItem) ? items : undefined;
}

/** The wrong sums of a sentence without blanks and line ends. */
export function* wrongBodyCounts(sentence: string): Generator<BodyCount> {
  for (const { 0: whole, 1: numeral, index } of sentence.matchAll(sums)) {
    const from = Math.max(0, index - longestList);
    // Brackets that are closed again part nothing: 「A、B（C）等3國」.
    const before = blotted(sentence.slice(from, index)).replace(jointInName, blot);
    let at = before.length - 1;
    while (at >= 0 && !clauseBorders.includes(before[at]!)) at--;
    // 「A、B及C，共計3國」
    if (at === before.length - 1 && before[at] === '，' && /^[共計合總]/.test(whole)) {
      at--;
      while (at >= 0 && !clauseBorders.includes(before[at]!)) at--;
    }
    if (at < 0 && from > 0) continue;
    const opening = before.slice(at + 1).split('、')[0]!;
    const led = [...opening.matchAll(lead)].at(-1);
    const head = before.slice(0, at + 1) + (led ? opening.slice(0, led.index) : '');
    const begin = at + 1 + (led ? led.index + led[0].length : 0);
    const list = before.slice(begin).replace(/，$/, '');
    const items = itemsOf(list.replaceAll(blot, ''));
    if (!items || items.length < fewestItems || elsewhere.test(before.slice(at + 1, begin))) continue;
    const behind = sentence.slice(index + whole.length, index + whole.length + longestTail);
    const isHeaded = attended.test(head);
    // 「A、B、C及D共4國」 are all of them, whatever they do.
    const isClosed =
      /^[共合總計]/.test(whole) && items.length > fewestItems && /[及與和暨]/.test(list.slice(list.lastIndexOf('、')));
    if (!isHeaded && !isClosed && !attends.test(behind)) continue;
    const value = parseCount(numeral!);
    const named = items.length;
    if (value === named) continue;
    const isOpen = whole.startsWith('等') && !(led && wholeLead.test(led[0])) && !isHeaded;
    if (isOpen && (named <= fewestItems || Math.abs(value - named) > nearby)) continue;
    // 「與A、B及C等4國」: we are the fourth.
    if (value === named + 1 && /[與和同偕]$/.test(head)) continue;
    const start = index + whole.indexOf(numeral!);
    yield {
      sum: { start, end: index + whole.length },
      value,
      named,
      list: { start: from + begin, end: from + begin + list.length },
    };
  }
}

/** A list of names of bodies that were there, or were not. */
export interface BodyList {
  readonly isPresent: boolean;
  readonly items: readonly Span[];
  /** How many there are, as the sentence has it. */
  readonly stated: (Span & { readonly value: number }) | undefined;
}

const missing = '請假|缺席|未出席|未派員出席|未派員|未派代表|未與會|未參加|未到場?';
const there = '出席|與會|參加|參與|到場';
/** Whether the verb of a list says that they were not there. */
const isMissing = new RegExp(`^(?:${missing})$`);
const noun =
  '(?:會員|成員)?(?:城市|學校|校|院校|大學|單位|代表團|機關|機構|國家|國|港口|廠商|公司|團體|組織|會員體|會員|經濟體|成員)';
const figure = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** 出席城市：, 出席者計有, 缺席會員校為, 請假學校（2所）：. */
const labels = new RegExp(
  `(?:^|[，。；：\\n])[^，。；：、\\n]{0,12}?(?<kind>${missing}|${there})[之的]?(?:${noun}|者)?(?:[（(](?:共計|[共計])?(?<count>${figure})[個所校家國]?[）)])?(?:[：:]|(?:計有|共有|包括|分別為|[為有](?!限|關))[：:]?)`,
  'g',
);
/** Behind a list: its sum. */
const sumBehind = new RegExp(`^[，,]?(?:共計|合計|總計|[等共計])(?<sum>${figure})(?:[個所家]?${noun}|[個所家])`);
/** A, B及C等3所請假 */
const verbBehind = new RegExp(
  `[，,]?(?:共計|合計|總計|[等共計])(?<sum>${figure})(?:[個所校家國]|(?=${noun}))(?:${noun})?[均皆]?(?:因故)?(?<kind>${missing}|${there})`,
  'g',
);
/** What no name of a body holds. */
const noBody =
  /[的之]|人員$|[\d一二三四五六七八九十][人名位]|等$|^(?:其他|其餘|各)|(?:官員|學者|業者|專家|學生|教授)$|(?:代表|人士)$/;

function isBody(words: string): boolean {
  return words.length >= 2 && words.length <= longestItem && !noBody.test(words);
}

/** The places of the items of `list`, which begins at `from`; undefined where one of them is no name of a body. */
function placesOf(list: string, from: number): readonly Span[] | undefined {
  const items = itemsOf(list.replaceAll(blot, ''));
  if (!items?.every(isBody)) return undefined;
  let at = 0;
  return items.map((item) => {
    at = list.indexOf(item, at);
    const start = from + at;
    at += item.length;
    return { start, end: start + item.length };
  });
}

/** The lists of bodies of a sentence without blanks and line ends but those in front of a label, in their order. */
export function bodyListsOf(sentence: string): readonly BodyList[] {
  const words = blottedRemarks(sentence);
  const found: BodyList[] = [];
  for (const match of words.matchAll(labels)) {
    const { kind, count } = match.groups as { kind: string; count?: string };
    const from = match.index + match[0].length;
    const rest = /^[^，。；：:\n]*/.exec(words.slice(from, from + longestList))![0];
    const sum = /[，,]?(?:等|共計|合計|總計|[共計])[\d一二三四五六七八九十]/.exec(rest);
    const list = sum ? rest.slice(0, sum.index) : rest;
    const places = placesOf(list, from);
    if (!places || !places.every(({ start, end }) => start >= 0 && end <= from + list.length)) continue;
    const isPresent = !isMissing.test(kind);
    if (isPresent && places.length < fewestItems) continue;
    const behind = sumBehind.exec(words.slice(from + list.length, from + list.length + longestTail));
    const numeral = behind?.groups!['sum'];
    const at = from + list.length;
    const stated =
      behind && numeral !== undefined
        ? { value: parseCount(numeral), start: at + behind[0].indexOf(numeral), end: at + behind[0].length }
        : count !== undefined
          ? { value: parseCount(count), ...spanIn(match, count) }
          : undefined;
    found.push({ isPresent, items: places, stated });
  }
  for (const match of words.matchAll(verbBehind)) {
    const { sum, kind } = match.groups as { sum: string; kind: string };
    const { index } = match;
    let from = index - 1;
    const limit = Math.max(-1, index - longestList);
    while (from > limit && !'，。；：:\n'.includes(words[from]!)) from--;
    const list = words.slice(from + 1, index);
    const places = placesOf(list, from + 1);
    if (
      !places ||
      places.length < 2 ||
      found.some(({ items }) => items.some(({ start }) => start >= from && start < index))
    )
      continue;
    const isPresent = !isMissing.test(kind);
    const start = index + match[0].indexOf(sum);
    found.push({
      isPresent,
      items: places,
      stated: { value: parseCount(sum), start, end: index + match[0].length - kind.length },
    });
  }
  return found.sort((a, b) => a.items[0]!.start - b.items[0]!.start);
}

function spanIn(match: RegExpExecArray, words: string): Span {
  const start = match.index + match[0].lastIndexOf(words);
  return { start, end: start + words.length };
}

/** `words` with remarks behind names blotted out; 請假學校（2所）： keeps its number. */
function blottedRemarks(words: string): string {
  return words
    .replace(/[（(](?!(?:共計|共|計)?[\d一二三四五六七八九十])[^（）()]*[）)]/g, (bracket) =>
      blot.repeat(bracket.length),
    )
    .replace(jointInName, blot);
}

/** Where a line end is kept: before a label, and where a blank line parts what stands around it. */
const keptEnd = new RegExp(`^\\s*(?:\\n\\s*\\n|${missing}|${there})`);
/** A blank stretch, which may hold the edge of a page. */
const blankStretch = new RegExp(`[\\s${readThrough}]+`, 'g');
const labelNext = new RegExp(`^(?:${missing}|${there})`);
/** A heading, or the number of a paragraph, at its beginning. */
const headOfParagraph =
  /^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．](?:[^，。；：、\n]{1,24}(?=\n))?|#{1,6}[^\n，。]{1,40}(?=\n))/;

/** A sentence without blanks, and without the line ends that only cut it, and the offset of each of its units. */
export function labelledWords(sentence: string): { readonly words: string; readonly offsets: readonly number[] } {
  let words = '';
  const offsets: number[] = [];
  // The edge of a page is blank with the line ends around it, unless a label follows.
  sentence = sentence.replace(blankStretch, (stretch, at: number) => {
    const end = at + stretch.length;
    const isEdge = stretch.includes(readThrough) && !labelNext.test(sentence.slice(end, end + longestItem));
    return isEdge ? ' '.repeat(stretch.length) : stretch;
  });
  for (let i = headOfParagraph.exec(sentence)?.[0].length ?? 0; i < sentence.length; i++) {
    const unit = sentence[i]!;
    const isEnd = unit === '\n' && keptEnd.test(sentence.slice(i, i + longestItem));
    if (!isEnd && /[\s*]/.test(unit)) continue;
    words += unit;
    offsets.push(i);
  }
  return { words, offsets };
}
