import type { Surroundings } from '../../report/model/line';
import { paragraphFlow } from '../../report/queries/paragraphFlow';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { amountsOf } from './amounts';
import type { Amount } from './amounts';

/** A paragraph without two figures is not read. */
const twoFigures = /\d[\s\S]*?\d|[二兩三四五六七八九十] ?[人名位項個場家種件篇所處份座]/;
const sentences = /[^。；！？]+/g;
/** Sentences in which amounts may overlap, or one is none of the parts. */
const overlap = /同時|兼[任具有]|重複|複選|不重|亦[為有]|兩者皆|皆有|不含|未含|不包括|除外|扣除|累計/;

/** Right before a total behind its parts: 合計, 共計, 共, 三者合計. */
const totalBehind =
  /^[^、，（）()\d]{0,4}[、，（(]?(?:兩者|二者|三者|四者|以上|前後|全部|三館|兩地)?(?:合計|共計|總計|合共|總共|計|共)[有為達]?$/;
/** What may stand between one part and the next: one joint, and what the part is of. */
const joint = /^[^、，及與和（）()：「」]{0,10}(?:[、，及和與]|以及)[^、，及與和（）()：「」]{0,12}$/;
/** The same behind a total, where 及 may stand within a label too: 膳食及交通8,000元. */
const listJoint = /^[^、，（）()：「」]{0,10}[、，][^、，（）()：「」]{0,14}$/;
/** Between two parts these say that the second is none, or that it is of another time. */
const apart = /[每各較原並增減由從自至到約達]|比(?![例重賽率])|另有|另外|上年|去年|前年|其中|分別/;
/** Behind an amount these go on with the list that it is of: it is no total of what follows. */
const goesOn = /^[^，。；：（）]{0,6}[、及與和暨]/;
/** In front of the first part these may join somebody or something that has no figure. */
const uncounted = /[、及與和率偕暨]/;
/** In front of the first part these make the figures another's, or those of each. */
const otherCount = /[每各較原]|比(?![例重賽率])|去年|前年|上年|平均/;

/** Behind a total: how it opens the list of its parts, and whether the list then has to be complete. */
const openers: readonly (readonly [pattern: RegExp, closed: boolean])[] = [
  [/^[^，。；：（）]{0,6}[（(](?!含|包括|包含|其中|如|內含)[^、，及與和（）\d]{0,12}$/, true],
  [
    /^[^，。；：（）]{0,8}(?:：|，?(?:分別為|分別是|即(?![時將使可日期])|計(?![畫算程時數分量])有?))[^、，及與和（）\d]{0,10}$/,
    true,
  ],
  [/^[^，。；：（）]{0,8}[，、（]?(?:其中|包括|包含|含|內含)[^、，及與和（）\d]{0,12}$/, false],
  [/^[^，。；：（）]{0,6}(?:之中|中)，?(?:有|計有)?[^、，及與和（）\d]{0,6}$/, false],
];
/** Three parts or more in one clause behind a total need no word that opens them: 收到312則，接受205則、部分接受61則…. */
const bareOpener = /^[^，。；：（）]{0,8}，[^、，及與和（）\d]{0,8}$/;
/** A part of a whole that leaves nothing over: 其餘3件, 尚有3個, 後9級. */
const rest = /(?:其餘|剩餘|尚有|尚餘|尚待[^，]{0,3}|(?<![結盈賸])餘|後)$/;
/** The same where something may be left over. */
const maybeRest = /(?:另|未)$/;

/** Shares of the total by which parts and total differ where one of them is a slip. */
const mostOver = 0.5;
const mostUnder = 0.1;
/** A single part behind 其中 is no more than so many times the total, or it is of something else. */
const mostTimes = 10;

interface Parts {
  readonly total: Amount;
  readonly parts: readonly Amount[];
  readonly sum: number;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function sumOf(amounts: readonly Amount[]): number {
  return rounded(amounts.reduce((sum, { value }) => sum + value, 0));
}

/** Whether the total is reached otherwise: with another amount of its sentence added, or as the product of two. */
function isReached({ total, parts, sum }: Parts, amounts: readonly Amount[]): boolean {
  return amounts.some(
    (a, index) =>
      (a !== total && !parts.includes(a) && a.measure === total.measure && rounded(sum + a.value) === total.value) ||
      amounts
        .slice(index + 1)
        .some(
          (b) => a !== total && b !== total && a.measure !== b.measure && rounded(a.value * b.value) === total.value,
        ),
  );
}

/** The parts in front of a total: 決議6項、結論9項，合計15項. */
function partsBefore(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  const parts: Amount[] = [];
  let next = total;
  for (let i = index - 1; i >= 0; i--) {
    const part = amounts[i]!;
    const between = words.slice(part.end, next.start);
    if (part.measure !== total.measure) break;
    if (parts.length === 0 ? !totalBehind.test(between) : !joint.test(between) || apart.test(between)) break;
    parts.unshift(part);
    next = part;
  }
  const [first] = parts;
  if (!first || parts.length < 2 || parts.some(({ isRough }) => isRough)) return undefined;
  const clause = words
    .slice(0, first.start)
    .split(/[，：]/)
    .at(-1)!
    .replace(/與會|參與/g, '');
  if (uncounted.test(clause) || otherCount.test(clause)) return undefined;
  const sum = sumOf(parts);
  if (parts.some((_, from) => sumOf(parts.slice(from)) === total.value)) return undefined;
  return { total, parts, sum };
}

/** What became of some: 及格, 出席, 通過; and of the others: 補考, 請假, 不符. */
const achieved =
  /通過|及格|合格|錄取|出席|到課|相符|符合|完成|改善|贊成|同意|支持|成功|達標|獲准|採納|接受|陽性|結訓|修復/;
const missed =
  /[未不待]|續[行予審]|[再緩研]議|暫緩|延[後期]|擱置|補[考測驗正訓]|請假|缺[席課]|保留|反對|棄權|退[回件訓]|失敗|淘汰|駁回|撤回|陰性|中止/;
/** Between a total and what became of it, and between one outcome and the next. */
const toOutcome = /^[^。；：（）\d]{0,12}[，中][^。；：（）\d]{0,8}$/;
const nextOutcome = /^[^。；：（）\d]{0,10}[，、及][^。；：（）\d]{0,6}$/;

/** The words around an amount, back and on to the next mark. */
function labelOf(words: string, { start, end }: Span): string {
  const behind = wordsBehind(words, end, '，、。；：（）').split(/及(?!格)/)[0]!;
  return wordsBefore(words, start, '，、。；：（）及中') + '…' + behind;
}

/** Outcomes that leave nothing between them, behind a total: 16件樣本中，14件相符，2件不符; 委員20人，出席15人、請假5人. */
function wrongOutcomes(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const [total, first, second, third] = amounts.slice(index, index + 4);
  if (!total || !first || second?.measure !== total.measure || first.measure !== total.measure) return undefined;
  const [opening, between] = [words.slice(total.end, first.start), words.slice(first.end, second.start)];
  if (!toOutcome.test(opening) || !nextOutcome.test(between) || otherCount.test(opening) || apart.test(between))
    return undefined;
  if ([total, first, second].some(({ isRough }) => isRough)) return undefined;
  const [one, other] = [labelOf(words, first), labelOf(words, second)];
  const isWon = (label: string): boolean => achieved.test(label) && !missed.test(label);
  if (!(isWon(one) && missed.test(other)) && !(missed.test(one) && isWon(other))) return undefined;
  // A third outcome may follow: 棄權3票.
  const goesFurther = third?.measure === total.measure && nextOutcome.test(words.slice(second.end, third.start));
  const parts = goesFurther ? [first, second, third] : [first, second];
  const sum = sumOf(parts);
  return sum !== total.value && Math.abs(sum - total.value) <= Math.max(2, total.value * mostUnder)
    ? { total, parts, sum }
    : undefined;
}

/** Where what is left of two labels is what sets them apart: 男性, 女性; 切花, 盆花; 國內, 國外. */
function areOpposed(words: string, parts: readonly Amount[]): boolean {
  const labels = parts.map(({ start }) =>
    words
      .slice(Math.max(0, start - 8), start)
      .split(/\P{Script=Han}/u)
      .at(-1)!,
  );
  const [first = ''] = labels;
  return (
    first.length >= 2 &&
    labels.every((label) => label.length >= 2 && (label.at(-1) === first.at(-1) || label[0] === first[0]))
  );
}

/** Of one kind of person alone the other parts may be more: 女性20人、學生15人. */
function isOneSided(words: string): boolean {
  return /女/.test(words) !== /男/.test(words) || /以上|以下|首次|初次|[曾碩博]/.test(words);
}

/** The parts behind a total: 共24人，其中亞洲11人、歐洲8人、美洲5人. */
function partsBehind(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  const first = amounts[index + 1];
  if (first?.measure !== total.measure) return undefined;
  const opening = words.slice(total.end, first.start);
  if (goesOn.test(opening)) return undefined;
  const parts: Amount[] = [first];
  let other = false;
  let isLoose = false;
  for (let i = index + 2; i < amounts.length; i++) {
    const part = amounts[i]!;
    const between = words.slice(parts.at(-1)!.end, part.start);
    if (part.measure !== total.measure || !(joint.test(between) || listJoint.test(between))) {
      other = part.measure !== total.measure;
      break;
    }
    if (apart.test(between)) return undefined;
    // 「攝影師6人及主持人1人，共12人」: the total of a list stands behind it.
    if (totalBehind.test(between)) return undefined;
    // 「亞洲6人、美洲3人，女性7人」: behind the comma another list begins.
    if (parts.length > 1 && between.startsWith('，') && !isLoose && !rest.test(between) && !maybeRest.test(between))
      break;
    // 「有700份回收，有效690份」 tells of a part of the part.
    isLoose ||= /，./.test(between);
    parts.push(part);
  }
  const opener =
    openers.find(([pattern]) => pattern.test(opening)) ??
    ((parts.length > 2 || (parts.length === 2 && (opening === '，' || areOpposed(words, parts)))) &&
    bareOpener.test(opening) &&
    !apart.test(opening)
      ? ([bareOpener, false] as const)
      : undefined);
  const last = parts.at(-1)!;
  const sum = sumOf(parts);
  const result = { total, parts, sum };
  if (sum === total.value || parts.some(({ isRough }) => isRough)) return undefined;
  const before = words.slice(Math.max(0, last.start - 8), last.start);
  // 「15級，前6級為可調式，後9級為固定式」 needs no word before its parts.
  if (parts.length >= 2 && (rest.test(before) || (maybeRest.test(before) && sum > total.value)))
    return opener || /^[^。；（）]{0,20}，[^、及與和（）]{0,10}$/.test(opening) ? result : undefined;
  if (!opener) return undefined;
  const [, closed] = opener;
  if (isLoose && !closed && !areOpposed(words, parts)) return undefined;
  const listed = words.slice(first.start - 12 < total.end ? total.end : first.start - 12, last.end);
  if (parts.length === 1)
    return !closed &&
      sum > total.value &&
      sum <= total.value * mostTimes &&
      opening.length <= 14 &&
      /其中/.test(opening)
      ? result
      : undefined;
  const behind = words.slice(last.end);
  if (closed) return !other && /^(?:[。，）)]|$)/.test(behind) ? result : undefined;
  if (sum > total.value)
    return sum <= total.value * (1 + mostOver) && !isOneSided(listed) && !(total.isRough && sum <= total.value * 1.1)
      ? result
      : undefined;
  const isComplete =
    !total.isRough &&
    !other &&
    /^(?:[。）)]|$)/.test(behind) &&
    ((parts.length > 2 && /[及和與]/.test(words.slice(parts.at(-2)!.end, last.start))) || areOpposed(words, parts));
  return isComplete && total.value - sum <= Math.max(1, total.value * mostUnder) ? result : undefined;
}

/** Between two figures: 由68架次提高至102架次. */
const risen = /(?:[增升擴減降縮調]|成長|提高)[^，。；]{0,4}[至為到][^，。；]{0,10}$/;
/** Between two figures: 210萬美元，較前年之180萬美元. */
const compared = /^，?[較比][^，。；]{0,16}$/;
/** Between what comes in and what goes out: 收入1,800萬元，支出1,650萬元. */
const spent = /^，總?(?:支出|支用|實支|花費|成本)[為達計]?$/;
/** Between the second figure and the difference. */
const changed =
  /^[，（]?[計共約淨]?(?:增加|成長|減少|縮短|上升|下降|降低|提高|提升|調高|調降|[增減多少餘]|[降增減漲]幅|成長率|結餘|盈餘|賸餘|剩餘|尚餘|短絀|虧損)了?$/;
/** So many amounts before a difference are looked at; a year may stand between them. */
const amountsBefore = 4;

/** What an amount is of takes no more, in UTF-16 code units. */
const longestLabel = 14;

/** Differences that are not what lies between their two figures, with what does. */
function* wrongDifferences(words: string, amounts: readonly Amount[]): Generator<Span & { readonly real: string }> {
  for (const [index, told] of amounts.entries()) {
    const isShare = told.measure === '%' || told.measure === '成';
    const near = amounts.slice(Math.max(0, index - amountsBefore), index);
    const second = near.at(-1);
    if (!second || (!isShare && second.measure !== told.measure)) continue;
    if (!changed.test(words.slice(second.end, told.start))) continue;
    const first = near
      .slice(0, -1)
      .filter(({ measure }) => measure === second.measure)
      .at(-1);
    if (!first || [first, second, told].some(({ isRough }) => isRough)) continue;
    const between = words.slice(first.end, second.start);
    const isRise = risen.test(between) && /[由自從]/.test(words.slice(Math.max(0, first.start - 12), first.start));
    if (!isRise && !compared.test(between) && !spent.test(between)) continue;
    const base = isRise ? first.value : second.value;
    const real = rounded(Math.abs(first.value - second.value));
    const { start, end } = told;
    if (isShare) {
      const share = (real / base) * 100;
      const isTenth = told.measure === '成';
      const stated = told.value * (isTenth ? 10 : 1);
      const slack = isTenth ? 6 : Math.max(1, share * 0.05);
      if (base > 0 && second.measure !== '%' && Math.abs(share - stated) > slack)
        yield { real: `${Math.round(share * 10) / 10}%`, start, end };
    } else if (real !== told.value && !(base >= 1e4 && Math.abs(real - told.value) < 0.06 * real)) {
      // Of 萬 and 億 the difference may be rounded.
      yield { real: written(real) + told.measure, start, end };
    }
  }
}

/** A figure as a reader would write it: 30萬, 1,800. */
function written(value: number): string {
  if (value >= 1e8 && value % 1e6 === 0) return `${rounded(value / 1e8)}億`;
  if (value >= 1e4 && value % 100 === 0) return `${rounded(value / 1e4)}萬`;
  return value.toLocaleString('en-US');
}

/** Whether `count` things of `each` make the total: 2座，每座900公噸, or the other way round: 每日6小時，10日. */
function isProduct(words: string, count: Amount, each: Amount): boolean {
  if (count.measure === each.measure || !Number.isInteger(count.value)) return false;
  if (each.start < count.start) {
    const before = words.slice(Math.max(0, each.start - longestLabel), each.start);
    const isEach =
      before.includes(`每${count.measure}`) || /各[派備設置提補發有約計可]?[^，。；：、]{0,6}$/.test(before);
    return isEach && /^，[^，。；：、\d]{0,4}$/.test(words.slice(each.end, count.start));
  }
  const between = words.slice(count.end, each.start);
  if (between.length > longestLabel || /[及與和、]/.test(between)) return false;
  return between.includes(`每${count.measure}`) || /各[為有計可約]?$/.test(between);
}

/** Products that are not what their factors make: 2座，每座900公噸，合計1,900公噸. */
function wrongProduct(words: string, amounts: readonly Amount[], index: number): number | undefined {
  const total = amounts[index]!;
  const [first, second] = amounts.slice(Math.max(0, index - 2), index);
  if (!first || !second || [first, second, total].some(({ isRough }) => isRough)) return undefined;
  if (!totalBehind.test(words.slice(second.end, total.start))) return undefined;
  const [count, each] = second.measure === total.measure ? [first, second] : [second, first];
  if (each.measure !== total.measure || !isProduct(words, count, each)) return undefined;
  const product = rounded(count.value * each.value);
  return product === total.value ? undefined : product;
}

/** Groups that a total can't be parted into: 120人，分三班輪值，每班50人. */
function wrongGroups(words: string, amounts: readonly Amount[], index: number): number | undefined {
  const each = amounts[index]!;
  const count = amounts[index - 1];
  const total = amounts[index - 2];
  if (!count || total?.measure !== each.measure || [each, count, total].some(({ isRough }) => isRough))
    return undefined;
  if (!/^[^，。；]{0,4}，?[共可並]?分[為成]?$/.test(words.slice(total.end, count.start))) return undefined;
  if (!new RegExp(`^[^，。；\\d]{0,8}，每${count.measure}$`).test(words.slice(count.end, each.start))) return undefined;
  const product = rounded(count.value * each.value);
  // Groups of nearly one size leave less than one for each over.
  return Math.abs(product - total.value) < count.value ? undefined : product;
}

/** In front of shares that a sentence gives of one whole. */
const ofWhole = /分為|分成|組成|構成|配分|比重|評分|經費|費用|資金|股權|出資/;
/** Right in front of a share: 占, or who bears it. */
const sharing = /(?:[占佔為]|負擔|補助|出資|分攤|支應|持股|持有)$/;

/** Shares that a sentence gives of one whole: 分為筆試及實作兩部分，筆試占40%，實作占60%; 七成贊成，其餘三成反對. */
function wrongShares(words: string, amounts: readonly Amount[]): Parts | undefined {
  const tenths = amounts.filter(({ measure }) => measure === '成');
  const last = tenths.at(-1);
  if (last && tenths.length > 1 && tenths.length < 5 && !/其中|[增減升降漲跌]/.test(words)) {
    const sum = sumOf(tenths);
    const isRest = /(?:其餘|剩餘)[^，。；：、\d]{0,4}$/.test(words.slice(0, last.start).slice(-8));
    if (isRest && sum !== 10 && !tenths.some(({ isRough }) => isRough))
      return { total: last, parts: tenths, sum: sum * 10 };
  }
  if (!ofWhole.test(words)) return undefined;
  const shares = amounts.filter(({ measure }) => measure === '%');
  if (
    shares.length < 2 ||
    shares.some(({ start, isRough }) => isRough || !sharing.test(words.slice(Math.max(0, start - 2), start)))
  )
    return undefined;
  const sum = sumOf(shares);
  const isAll = new RegExp(
    `(?:${shares.length}|${'〇一兩三四五六'[shares.length] ?? '二'})(?:個|大)?(?:部分|項|類|階段)`,
  );
  return (sum > 100 && sum <= 150) || (sum < 100 && sum >= 80 && isAll.test(words))
    ? { total: shares.at(-1)!, parts: shares, sum }
    : undefined;
}

function isTold({ zone, inside }: Surroundings): boolean {
  return zone !== 'cover' && zone !== 'contents' && inside !== 'itinerary';
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/parts-total',
  title: { 'zh-TW': '分項與總數不符', en: 'Parts do not make the total' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    sum: {
      'zh-TW': '各分項加起來是 {sum}，與「{total}」不符，請核對。',
      en: 'The parts make {sum}, which is not “{total}”; check the figures.',
    },
    part: {
      'zh-TW': '其中的一部分（{sum}）比「{total}」還多，請核對。',
      en: 'A part ({sum}) is more than “{total}”, of which it is; check the figures.',
    },
    product: {
      'zh-TW': '兩數相乘是 {sum}，與「{total}」不符，請核對。',
      en: 'Two figures make {sum}, which is not “{total}”; check them.',
    },
    difference: {
      'zh-TW': '前面兩個數字相差 {real}，這裡卻是「{total}」，請核對。',
      en: 'The two figures before differ by {real}, this says “{total}”; check them.',
    },
    shares: {
      'zh-TW': '各部分的百分比加起來是 {sum}%，請核對。',
      en: 'The shares of the whole make {sum}%; check them.',
    },
    parts: { 'zh-TW': '分項', en: 'The parts' },
  },
  check: (paragraph, _given, find) => {
    const { text, surroundings, units } = paragraph;
    if (!isTold(surroundings) || !twoFigures.test(text) || units.some(({ facts }) => facts.shape.cells.length > 0))
      return;
    const flow = paragraphFlow(paragraph);
    for (const { 0: words, index: from } of flow.words.matchAll(sentences)) {
      const spanOf = ({ start, end }: Span): Span => flow.spanOf(from + start, from + end);
      const amounts = amountsOf(words);
      for (const { real, ...span } of wrongDifferences(words, amounts))
        find({ message: 'difference', params: { real, total: words.slice(span.start, span.end) }, ...spanOf(span) });
      if (amounts.length < 2 || overlap.test(words)) continue;
      const tell = (message: string, { total, parts, sum }: Parts): void => {
        const all = { start: parts[0]!.start, end: parts.at(-1)!.end };
        const params = { sum: written(sum), total: words.slice(total.start, total.end) };
        find({ message, params, ...spanOf(total), related: [{ message: 'parts', ...spanOf(all) }] });
      };
      amounts.forEach((total, index) => {
        const product = wrongProduct(words, amounts, index);
        if (product !== undefined) tell('product', { total, parts: amounts.slice(index - 2, index), sum: product });
        const groups = wrongGroups(words, amounts, index);
        if (groups !== undefined)
          tell('product', { total: amounts[index - 2]!, parts: amounts.slice(index - 1, index + 1), sum: groups });
        const before = partsBefore(words, amounts, index);
        if (before && !isReached(before, amounts)) tell('sum', before);
        const behind = partsBehind(words, amounts, index);
        const outcomes = behind ? undefined : wrongOutcomes(words, amounts, index);
        if (behind) tell(behind.parts.length === 1 ? 'part' : 'sum', behind);
        else if (outcomes) tell('sum', outcomes);
      });
      const shares = wrongShares(words, amounts);
      if (shares) tell('shares', shares);
    }
  },
};
