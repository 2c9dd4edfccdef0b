import { phrasePattern } from '../../knowledge/phrases';
import { parseCount } from '../../text/numerals';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { areSum, isDigitSlip, lastDigitOf, leadsToTotal, rounded, sumOf, withoutNoJoints, written } from './amounts';
import type { Amount } from './amounts';
import { areOfOtherMatters, isRest } from './rests';
import { bothReadingsOf, clausesOf, statementsOf } from './statements';
import type { Statement } from './statements';

/** Around a total and its parts these say that amounts overlap, or that one is none of the parts. */
const overlap = phrasePattern`${'overlapping'}|兼任(?![^，。；：、\d]{0,4}\d)|兩者皆`;
/** So far before and behind them that is looked for. */
const around = 40;
/** Behind the parts of several years or times their total may stand as 累計, which elsewhere has more parts than are told. */
const runningTotal = /，?累計[有達約]*$/;
const ofTime = /[年月屆梯]|連同|加上/;

/** What may stand between one part and the next: one joint, and what the part is of. */
const joint = /^[^、，及與和（）()：「」]{0,10}(?:[、，及和與]|以及)[^、，及與和（）()：「」]{0,12}$/;
/** The same behind a total, where 及 may stand within a label too: 膳食及交通8,000元. */
const listJoint = /^[^、，（）()：「」]{0,10}[、，][^、，（）()：「」]{0,14}$/;
/** Between two parts these say that the second is none, or that it is of another time. */
const apart = /[每各較原並增減至到達]|[由從自]$|比(?![例重賽率])|另[有外]|[去前上]年|其中|分別|差[距異]?[為達約有]*$/;
/** Behind the last of three parts or more its own label may be a list: 以及保險、手續費與交通等雜支6萬元. */
const lastJoint = /^[^、，（）()：「」]{0,10}，?(?:以及|[及和與])[^，（）()：「」\d]{0,20}等[^、，\d]{0,6}$/;
/** Behind an amount these go on with the list that it is of: it is no total of what follows. */
const goesOn = /^[^，。；：（）]{0,6}[、及與和暨]/;
/** In front of the first part these may join somebody or something that has no figure. */
const uncounted = /[、及與和率偕暨]/;
/** How many the figures behind are of. */
const countOfParts = /([\d二兩三四五六七八九]) ?[項個筆類組][^、及與和暨\d]{0,8}$/;
/** One who leads those that are counted, and is one of them: 由校長率同教師3人、學生30人，合計34人. */
const leader = /(?:^|[由，])[^、及與和暨率偕，\d等]{2,14}[率偕][同領隊]?[^、及與和暨率偕，\d]{0,6}$/;
/** In front of the first part these make the figures another's, or those of each. */
const otherCount = /[每各較]|原(?![廠住則料因])|比(?![例重賽率])|[去前上]年|平均/;
/** What each day or year has is added up as well: 每日平均服務長者38人、幼兒45人，合計83人. */
const ofEachTime = /每一?[日年月週天季]|平均/;
/** 牧靈人員及治療師各1人: several parts of one size. */
const several = /^[^、，及與和（）()：「」]{0,10}(?:[、和與]|，?以?及)([^，（）()：「」\d]{2,24})各[有為]?$/;

/** Behind a total: how it opens the list of its parts, and whether the list then has to be complete. */
const openers: readonly (readonly [pattern: RegExp, closed: boolean])[] = [
  [phrasePattern`^[^，。；：（）]{0,6}[（(](?!內?含|${'holding'}|其中|如)[^、，及與和（）\d]{0,12}$`, true],
  [
    /^[^，。；：（）]{0,8}(?:：|，?(?:分別為|分別是|即(?![時將使可日期])|計(?![畫算程時數分量])有?))[^、，及與和（）\d]{0,10}$/,
    true,
  ],
  [/^，?[依按][^，。；：（）\d]{1,8}分，?[^、，及與和（）\d]{0,10}$/, true],
  [/^，?[^，。；：（）\d]{0,10}(?:分[為成屬]|區分為|劃分為)[^、，及與和（）\d]{0,10}$/, true],
  [phrasePattern`^[^。；：（）\d]{0,16}${'one-by-one'}(?:[為是有計由]|來自|計有)?[^、，及與和（）\d]{0,10}$`, true],
  [phrasePattern`^[^，。；：（）]{0,8}[，、（]?(?:其中|${'holding'}|內?含)[^、，及與和（）\d]{0,20}$`, false],
  [phrasePattern`^[^，。；：（）]{0,8}，[^、，及與和（）\d]{0,12}${'paid-by'}$`, false],
  [/^[^，。；：（）]{0,6}(?:之中|中)，?(?:有|計有)?[^、，及與和（）\d]{0,6}$/, false],
];
/** Three parts or more in one clause behind a total need no word that opens them: 收到312則，接受205則、部分接受61則…. */
const bareOpener = /^[^，。；：（）]{0,8}，[^、，及與和（）\d]{0,8}$/;
/** A total that says so is parted by two parts already: 共計40小時，室內26小時、室外14小時. */
const markedTotal = phrasePattern`(?:${'total'}|[，、：]共|全[程長數]|總[長價額數量])[有為達]?$`;
/** The words between a whole and the number of its parts, and those up to the first part: 30床，分三區，內科區. */
const intoParts = /^[^。；：（\d]{0,10}，[^，。；：（\d]{0,4}分[為成作]?$/;
const inGroups =
  /^[^。；：（\d]{0,10}，[^，。；：（\d]{0,4}分[為成作]?(\d{1,2}|[二兩三四五六七八九十]) ?[^，。；：（）\d]{1,4}[，：](?!其中|包[括含])[^、，（）\d]{0,10}$/;
/** Behind an amount that others are reckoned by: 以1歐元折合新臺幣35元計. */
const isRate = /^計算?，/;
/** A part of a whole that leaves nothing over: 其餘3件, 尚有3個, 後9級. */
const rest = phrasePattern`(?:${'left-over'}|尚[有餘]|尚待[^，]{0,3}|(?<![結盈賸])餘|後)$`;
/** Between a figure and the next these make the next a part of it: 24個取樣點中，每日採樣8點. */
const withinWhole = /^[^，。；：（）\d]{0,12}(?:中，?|，其中)[^，。；：、（）\d]{0,12}$/;
/** Before a figure this makes it a part of something told before: …；其中11個已設置. */
const isAPart = /其中[^，。；：、（）\d]{0,12}$/;
/** Before two figures in a row these make both parts: 第一批12輛，第二批8輛. */
const ordinal = /(?:第[\d一二三四五六七八九十]|首[批次日場期年])[^，。；：、（）]{0,8}$/;
/** The whole of what is told in shares. */
const allShares: Readonly<Record<string, number>> = { '%': 100, 成: 10 };
/** The same where something may be left over. */
const maybeRest = /(?:另|未)$/;

/** Shares of the total by which parts and total differ where one of them is a slip. */
const mostOver = 0.5;
const mostUnder = 0.1;
/** A single part behind 其中 is no more than so many times the total, or it is of something else. */
const mostTimes = 10;

interface Parts {
  /** Of shares that make no whole it is the last of them. */
  readonly total: Amount;
  readonly parts: readonly Amount[];
  readonly sum: number;
  /** 100% or 10成, which nobody writes. */
  readonly whole?: string;
}

/** Whether the total is reached otherwise: with another amount of its sentence added, or as the product of two. */
function isReached({ total, parts, sum }: Parts, all: readonly Amount[]): boolean {
  const amounts = all.filter(({ start, end }) => end <= total.end && start >= parts[0]!.start - around);
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

/** In front of a total, of how many parts it is: ，兩者合計約; they may be told in clauses of their own. */
const numberOfParts = /，([兩二三四五六])\p{Script=Han}{1,2}[合共總]計?[有為達約]{0,2}$/u;
const beside = /^[^。；：（）較每各]{0,8}[，、及與和][^。；：（）較每各]{0,16}$/;
/** A total that was decided on is told as it is: 總量定為6萬公噸. */
const fixed = /(?:[訂核]定|定[為在]|編列|預算|[配限名]額|額度)[^，。；：、\d]{0,6}$/;
/** What the rounding of many figures comes to at most, as a share of what it would be if all went one way. */
const mostRounding = 0.7;
const about = /(?<![不大])約[計有為達]?$/;

/** Whether rough figures, each told as nearly as the total is, miss it by more than their rounding: 約22萬及約20萬，合計約44萬. */
function areRoughlyOff(words: string, parts: readonly Amount[], total: Amount): boolean {
  const isAbout = ({ start, isRough }: Amount): boolean =>
    !isRough || about.test(words.slice(Math.max(0, start - 3), start));
  const nearest = lastDigitOf(total.value);
  const off = Math.abs(sumOf(parts) - total.value);
  if (!total.isRough && fixed.test(words.slice(Math.max(0, total.start - 12), total.start)))
    return !areSum(parts, { value: total.value, slack: 0 });
  const rough = [...parts, total].filter(({ isRough }) => isRough).length;
  // That all of many are rounded the same way is not to be expected.
  const most = parts.length > 2 && rough > parts.length ? mostRounding : 1;
  return parts.length > 1 && rough > 0 && [...parts, total].every(isAbout) && off > (most * nearest * rough) / 2 + 1e-6;
}

/** The parts in front of a total: 決議6項、結論9項，合計15項. */
function partsBefore(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  const parts: Amount[] = [];
  const before = amounts.slice(0, index);
  // 「，兩棟合計」: how many parts there are is none of them.
  if (/^[合共總]計?[有為達約]{0,2}$/.test(words.slice(before.at(-1)?.end ?? total.start, total.start)) && words[before.at(-1)!.start - 1] === '，') before.pop(); // prettier-ignore
  const bothOf = numberOfParts.exec(words.slice(before.at(-1)?.end ?? 0, total.start))?.[1];
  const named = bothOf === undefined ? undefined : parseCount(bothOf);
  let next = total;
  for (const part of before.reverse()) {
    const between = words.slice(part.end, next.start);
    if (part.measure !== total.measure) break;
    const isTotal = leadsToTotal(between) || (runningTotal.test(between) && between.length < 12);
    const isJoined = named === undefined ? joint.test(between) && !apart.test(between) : parts.length < named && beside.test(between); // prettier-ignore
    if (parts.length === 0 ? !isTotal : !isJoined) break;
    parts.unshift(part);
    next = part;
  }
  const [first] = parts;
  if (!first || parts.length < 2) return undefined;
  const isRunning = runningTotal.test(words.slice(parts.at(-1)!.end, total.start));
  if (isRunning && parts.some(({ start }) => !ofTime.test(words.slice(Math.max(0, start - 6), start))))
    return undefined;
  // 「經理、課長及專員共3人」: those in front of 共 are counted.
  const clause = words
    .slice(0, first.start)
    .split(/[，：]/)
    .at(-1)!;
  const sum = sumOf(parts);
  if (named !== undefined && named !== parts.length) return undefined;
  const led = sum + 1;
  if (leader.test(clause) && parts[0]!.measure === '人' && isSlip(led, total.value))
    return led === total.value || sum === total.value ? undefined : { total, parts, sum: led };
  // 「設備、訓練及維護三項經費為」 names as many as have figures.
  const areParts = parseCount(countOfParts.exec(clause)?.[1] ?? '0') === parts.length;
  const isOfTime = ofEachTime.test(clause) && (isDigitSlip(sum, total.value) || isSlip(sum, total.value));
  if (
    (uncounted.test(clause) && !/[共計等]$/.test(clause) && !areParts) ||
    otherCount.test(isOfTime ? clause.replace(ofEachTime, '').replace(ofEachTime, '') : clause)
  )
    return undefined;
  const isRightFrom = (_: Amount, from: number): boolean =>
    areSum(parts.slice(from), total) && !areRoughlyOff(words, parts.slice(from), total);
  return parts.some(isRightFrom) ? undefined : { total, parts, sum };
}

/** Between a total and what each of the things named in brackets has: 4件（10月及翌年1月各1件）. */
const eachInBrackets = /^[（(](?!其中|[內另]?含)(?<items>[^（）()等每，。；]{2,40})各[有為]?$/;

/** The parts of a total that have one size. */
function equalParts(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const [total, part] = amounts.slice(index).filter(({ measure }) => measure === amounts[index]!.measure) as [Amount, Amount?]; // prettier-ignore
  const items = part && eachInBrackets.exec(words.slice(total.end, part.start))?.groups!['items']?.split(/[、及與和]/);
  if (!items || items.length < 2 || !/^[）)]/.test(words.slice(part.end)) || total.isRough || part.isRough) return undefined; // prettier-ignore
  const sum = items.length * part.value;
  return sum === total.value || sum > total.value * 2 ? undefined : { total, parts: [part, part], sum };
}

/** What became of some: 及格, 出席, 通過; and of the others: 補考, 請假, 不符. */
const achieved = phrasePattern`${'achieved'}|陽性`;
const missed = phrasePattern`${'missed'}|[未不待]|續[行予審]|[再緩研]議|延[後期]|補[考測驗正訓]`;
/** Between a total and what became of it, and between one outcome and the next. */
const toOutcome = /^[^。；：（）\d]{0,12}[，；中][^。；：（）\d]{0,8}$/;
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
  const [done, notDone] = isWon(one) ? [one, other] : [other, one];
  if (areOfOtherMatters(done, notDone)) return undefined;
  // Behind a bracket a third may stand; the reading without brackets sees it.
  if (isRest(words, amounts, index + 2) || /^[^，；]{0,12}[（(]/.test(words.slice(second.end))) return undefined;
  // A third outcome may follow: 棄權3票.
  const onward = third?.measure === total.measure ? words.slice(second.end, third.start) : '';
  const goesFurther = nextOutcome.test(onward) && !apart.test(onward);
  const parts = goesFurther ? [first, second, third!] : [first, second];
  const sum = sumOf(parts);
  return sum !== total.value && Math.abs(sum - total.value) <= Math.max(2, total.value * mostUnder)
    ? { total, parts, sum }
    : undefined;
}

/** Who bears a part: 中央補助360萬元、縣款負擔120萬元. */
const bearing = phrasePattern`${'paid-by'}$`;
/** One outcome behind the other, each with its figure first: 5件獲支持，4件須修正，2件緩議. */
const figureFirst = /^[^、，\d]{1,14}，$/;
/** Behind the last part nothing but what it is of. */
const endOfParts = /^(?:[^，、；\d]{0,14}(?:[。）)]|$)|，?(?:均|皆|全[數部]))/;

/** The same, where the sentence goes on. */
const endsParts = /^[^，、；\d（]{0,4}(?:[，。）)]|$)(?!另|其他|餘|其餘|以?及)/;
/** Of more things one is more likely left out than miscounted. */
const manyParts = 40;

/** These tell of the greatest parts, and leave others out. */
const superlative = /[最僅較如]|主要|[為居][主多]|[依次][次之]|以上|前[三四五十]/;

/** Two that make a whole, whatever their names have in common. */
const complements: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/大學|學士|學生/, /研究[所生]|碩|博士|教[師職]/],
  [/國內|[本我]國|本地|臺灣/, /[國海境]外|外[國籍]|他國/],
  [/中央/, /地方/],
  [/補助|公費/, /自[籌費付]/],
  [/室內/, /[室戶]外/],
  [/正式|編制|職員/, /約[聘僱]|臨時|工友/],
  [/日間|白[天日]/, /夜間|晚間/],
  [/住院/, /門診/],
  [/直接/, /間接/],
  [/新[建設]/, /既有|整建|改建/],
  [/陸[上域]/, /海[上域]|離岸/],
  [/成[人年]/, /兒童|孩童|未成年/],
];

function areComplements(one: string, other: string): boolean {
  return complements.some(([a, b]) => (a.test(one) && b.test(other)) || (b.test(one) && a.test(other)));
}

/** Where what is left of two labels is what sets them apart: 男性, 女性; 切花, 盆花; 國內, 國外. */
function areOpposed(words: string, parts: readonly Amount[]): boolean {
  if (parts.length > 2 && parts.slice(1).every((part, i) => figureFirst.test(words.slice(parts[i]!.end, part.start))))
    return true;
  const labels = parts.map(({ start }) =>
    words
      .slice(Math.max(0, start - 8), start)
      .split(/\P{Script=Han}/u)
      .at(-1)!
      // 具受電能力者 and 使用岸電者 have nothing in common, and may be parts of each other.
      .replace(parts.length > 2 ? '' : /者$/, ''),
  );
  const [first = '', second = ''] = labels;
  if (labels.length === 2 && areComplements(first, second)) return true;
  return (
    first.length >= 2 &&
    labels.every(
      (label) => label.length >= 2 && (label.at(-1) === first.at(-1) || label[0] === first[0] || bearing.test(label)),
    )
  );
}

/** Of one kind of person alone the other parts may be more: 女性20人、學生15人. */
function isOneSided(words: string): boolean {
  return /女/.test(words) !== /男/.test(words) || /以[上下]|[首初]次|[曾碩博]/.test(words);
}

/** Whether `whole` has the measure of `parts` and is their sum. */
function isWhole(whole: Amount, parts: readonly Amount[]): boolean {
  return whole.measure === parts[0]!.measure && areSum(parts, whole);
}

/** Whether a total and its parts differ by what a slip makes. */
function isSlip(sum: number, total: number): boolean {
  return Math.abs(sum - total) <= Math.max(1, total * mostUnder);
}

/**
 * A list that ends with its rest, and whose first figure is a part as well: 24個取樣點中，每日8點，每週12點，其餘4點; 占61%、34%，其餘5%.
 * @param list the figures of the list, the first one too
 * @returns undefined where the first is no part, 'right' where the list is one with nothing to tell
 */
function partsWithRest(
  words: string,
  amounts: readonly Amount[],
  list: readonly Amount[],
): Parts | 'right' | undefined {
  const [first, second] = list as readonly [Amount, Amount];
  const earlier = amounts.slice(0, amounts.indexOf(first));
  const before = earlier.at(-1);
  const sum = sumOf(list);
  const shares = allShares[first.measure];
  if (
    earlier.some((whole) => areSum(list, whole)) ||
    (shares && areSum(list, { value: shares, slack: (list.length * first.step) / 2 }))
  )
    return 'right';
  if (before && before.measure !== first.measure && withinWhole.test(words.slice(before.end, first.start)))
    return !before.isRough && isSlip(sum, before.value) ? { total: before, parts: list, sum } : 'right';
  if (shares && isSlip(sum, shares))
    return { total: list.at(-1)!, parts: list, sum, whole: `${shares}${first.measure}` };
  const label = words.slice(before?.end ?? 0, first.start);
  const isNumbered = ordinal.test(label) && ordinal.test(words.slice(first.end, second.start));
  return isNumbered || isAPart.test(label) ? 'right' : undefined;
}

/** The parts of a total behind others of it, which part it by something else: 其中一年級11名、二年級16名，女生15名、男生12名. */
function partsAgain(words: string, amounts: readonly Amount[], last: Amount, total: Amount): readonly Amount[] {
  const parts: Amount[] = [];
  let end = last.end;
  for (const part of amounts.slice(amounts.indexOf(last) + 1)) {
    const between = words.slice(end, part.start);
    const isNext = parts.length === 0 ? /^，[^，。；：、（）\d]{1,10}$/.test(between) : listJoint.test(between) || joint.test(between); // prettier-ignore
    if (part.measure !== total.measure || part.isRough || !isNext || apart.test(between)) break;
    parts.push(part);
    end = part.end;
  }
  return endOfParts.test(words.slice(end)) && areOpposed(words, parts) ? parts : [];
}

/** The parts behind a total: 共24人，其中亞洲11人、歐洲8人、美洲5人. */
function partsBehind(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const total = amounts[index]!;
  // 「30床，分三組：」 tells of how many parts.
  const from = amounts[index + 1] && intoParts.test(words.slice(total.end, amounts[index + 1]!.start)) ? index + 2 : index + 1; // prettier-ignore
  const first = amounts[from];
  if (first?.measure !== total.measure) return undefined;
  const opening = words.slice(total.end, first.start);
  if (goesOn.test(opening) || leadsToTotal(opening) || isRate.test(opening)) return undefined;
  const parts: Amount[] = [first];
  let other = false;
  let isLoose = false;
  for (let i = from + 1; i < amounts.length; i++) {
    const part = amounts[i]!;
    const between = words.slice(parts.at(-1)!.end, part.start);
    const names = part.measure === total.measure ? several.exec(between)?.[1]?.split(/以及|[、及與和]/) : undefined;
    if (names && names.length > 1 && !areSum(parts, total)) {
      parts.push({ ...part, value: part.value * names.length });
      break;
    }
    if (part.measure !== total.measure || ![joint, listJoint, lastJoint].some((each) => each.test(between))) {
      other = part.measure !== total.measure;
      break;
    }
    // 「A310人、B85人，較上屆增加38人」: behind the list its change may be told.
    if (apart.test(between) && parts.length > 2 && between.startsWith('，')) break;
    if (apart.test(between)) return undefined;
    // 「攝影師6人及主持人1人，共12人」: the total of a list stands behind it.
    if (leadsToTotal(between)) return undefined;
    // 「亞洲6人、美洲3人，女性7人」: behind the comma another list begins.
    if (
      parts.length > 1 &&
      /^，(?!以?及|其[他餘])/.test(between) &&
      !isLoose &&
      !rest.test(between) &&
      !maybeRest.test(between)
    )
      break;
    // 「有700份回收，有效690份」 tells of a part of the part.
    isLoose ||= /，(?!以?及|其[他餘])./.test(between);
    parts.push(part);
  }
  const isMarked = markedTotal.test(words.slice(Math.max(0, total.start - 4), total.start));
  const groups = inGroups.exec(opening)?.[1];
  const opener =
    (groups && parseCount(groups) === parts.length ? ([inGroups, true] as const) : undefined) ??
    openers.find(([pattern]) => pattern.test(opening)) ??
    (!/其中/.test(words.slice(Math.max(0, total.start - 12), total.start)) &&
    (parts.length > 2 || (parts.length === 2 && (opening === '，' || isMarked || areOpposed(words, parts)))) &&
    bareOpener.test(opening) &&
    !apart.test(opening)
      ? ([bareOpener, false] as const)
      : undefined);
  const last = parts.at(-1)!;
  const sum = sumOf(parts);
  const result = { total, parts, sum };
  const again = partsAgain(words, amounts, last, total);
  if (areSum(parts, total) && again.length > 1 && !areSum(again, total) && isSlip(sumOf(again), total.value))
    return { total, parts: again, sum: sumOf(again) };
  if (
    (areSum(parts, total) && !areRoughlyOff(words, parts, total)) ||
    amounts.slice(0, index).some((whole) => isWhole(whole, [total, ...parts]))
  )
    return undefined;
  const before = words.slice(Math.max(0, last.start - 8), last.start);
  // 「名額二名，報名五人，錄取二人」: what is more than the first is no part of it, where nothing says so.
  const isMore = (opener?.[0] ?? bareOpener) === bareOpener && parts.some(({ value }) => value > total.value);
  // 「15級，前6級為可調式，後9級為固定式」 needs no word before its parts.
  const lastAt = amounts.findIndex(({ start }) => start === last.start);
  if (isRest(words, amounts, lastAt) && !allShares[last.measure] && !total.isRough) return undefined;
  if (parts.length >= 2 && (rest.test(before) || (maybeRest.test(before) && sum > total.value))) {
    const isExplicit = opener && /其中|分別/.test(opening);
    const whole = isExplicit ? undefined : partsWithRest(words, amounts, [total, ...parts]);
    if (whole) return whole === 'right' ? undefined : whole;
    // One part and its rest are for numbers/remainder.
    if (parts.length === 2 && /[餘剩]|尚[有待]/.test(before)) return undefined;
    return !isMore && (opener || /^[^。；（）]{0,20}，[^、及與和（）]{0,10}$/.test(opening)) ? result : undefined;
  }
  if (!opener) return undefined;
  const [, closed] = opener;
  // 「一等品占45%，二等品占30%，三等品占20%」 are parts all of them.
  if (opener[0] === bareOpener && total.measure === '%' && [total, ...parts].every(({ start }) => /[占佔為]$/.test(words.slice(0, start).slice(-1)))) return undefined; // prettier-ignore
  if (isMore || (parts.length > 1 && parts.every(({ value }) => value > total.value))) return undefined;
  // The marks of parts may make a mean: 4.2分（課程4.5分、講師4.0分）.
  if (total.measure === '分' && !isSlip(sum, total.value)) return undefined;
  if (!closed && /最[快慢長短高低多少大小早晚]|平均/.test(words.slice(Math.max(0, total.start - 8), last.start)))
    return undefined;
  if (isLoose && !closed && !isMarked && !areOpposed(words, parts)) return undefined;
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
  if (closed) return /^[）)]/.test(behind) || (!other && /^(?:[。，]|$)/.test(behind)) ? result : undefined;
  if (sum > total.value) return sum <= total.value * (1 + mostOver) && !isOneSided(listed) ? result : undefined;
  // Three parts that fall short by one are meant to be all, where nothing says that they are the greatest: 其中A5件、B6件、C3件.
  const isOneShort =
    parts.length > 2 && total.value - sum === 1 && total.value < manyParts && !superlative.test(opening);
  if (isOneShort && !other && !total.isRough && endsParts.test(behind)) return result;
  // What three parts or more leave is less than any of them would be, and the total is one digit off.
  const isShort =
    parts.length > 2 &&
    // Marks are parted without a rest.
    (isDigitSlip(sum, total.value) || total.measure === '分') &&
    parts.every(({ value }) => value > total.value - sum) &&
    !superlative.test(listed + behind.split('，')[0]!);
  if (isShort && !total.isRough && endsParts.test(behind)) return result;
  // What is parted in full a second time was to be so the first time.
  if (parts.length > 1 && again.length > 1 && areSum(again, total) && isSlip(sum, total.value)) return result;
  const isComplete =
    !other &&
    !behind.startsWith('為主') &&
    endOfParts.test(behind) &&
    ((parts.length > 2 && /[及和與]/.test(words.slice(parts.at(-2)!.end, last.start))) ||
      areOpposed(words, parts) ||
      (isMarked && opener[0] === bareOpener));
  return isComplete && isSlip(sum, total.value) ? result : undefined;
}

/** The last of a list that leaves nothing over: 其他34案. */
const others = /(?:其他|其餘|餘)者?[為計有]?$/;
/** Words in front of a list that parts what the sentence before told: 依主題分為四類：. */
const parting = /分[為成屬]|^[依按][^，。；：、\d]{1,8}[分別]/;
/** Between two parts of such a list. */
const nextPart = /^[^。；（）()：\d]{0,14}[，、及][^。；（）()：\d]{0,12}$/;
/** Lists with fewer parts than that may leave more out. */
const leastParts = 3;

/** A list that parts its whole, or ends with its rest, whose total the clause before tells: 704案…；郵包347案最多，快遞194案次之，旅客149案，其他34案. */
function listOfAll({ words, amounts: all }: Statement): readonly Amount[] {
  // 分為四類 tells of no part.
  const amounts = all.filter(({ end }) => words[end] !== '：');
  const [first] = amounts;
  const last = amounts.at(-1);
  if (!first || !last || amounts.length < leastParts) return [];
  const isList = amounts.every(
    ({ measure, isRough, end }, index) =>
      measure === first.measure &&
      !isRough &&
      (index === amounts.length - 1 || nextPart.test(words.slice(end, amounts[index + 1]!.start))),
  );
  const isAll = amounts.length > leastParts && others.test(words.slice(Math.max(0, last.start - 4), last.start));
  const isParted = parting.test(words.slice(0, first.start)) && endsParts.test(words.slice(last.end));
  return isList && (isAll || isParted) && !otherCount.test(words) ? amounts : [];
}

/** The totals of a clause that their parts do not make. */
function* wrongTotals(statement: Statement): Generator<Parts> {
  const { amounts } = statement;
  const words = withoutNoJoints(statement.words);
  for (const index of amounts.keys()) {
    const before = partsBefore(words, amounts, index);
    if (before && !isReached(before, amounts)) yield before;
    const behind =
      partsBehind(words, amounts, index) ?? wrongOutcomes(words, amounts, index) ?? equalParts(words, amounts, index);
    if (behind) yield behind;
  }
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
    parts: { 'zh-TW': '分項', en: 'The parts' },
  },
  check: (paragraph, _given, find) => {
    const told: Span[] = [];
    let earlier: Statement | undefined;
    for (const clause of clausesOf(paragraph)) {
      const list = listOfAll(clause);
      const wholes = earlier?.amounts.filter(({ measure }) => measure === list[0]?.measure) ?? [];
      const sum = sumOf(list);
      const [whole, ...more] = wholes.filter(({ value }) => isSlip(sum, value));
      if (earlier && whole && more.length === 0 && !whole.isRough && !areSum(list, whole)) {
        const place = earlier.spanOf(whole);
        const [start, end] = [clause.spanOf(list[0]!).start, clause.spanOf(list.at(-1)!).end];
        const params = { sum: written(sum), total: earlier.words.slice(whole.start, whole.end) };
        if (!overlap.test(clause.words))
          find({ message: 'sum', params, start, end, related: [{ message: 'parts', ...place }] });
      }
      earlier = clause;
    }
    // What became of the things told before ； may be told behind it: 回收320份；其中有效300份，無效25份.
    const joined = statementsOf(paragraph).filter(({ words }) => words.includes('；其中'));
    for (const clause of [...clausesOf(paragraph), ...joined])
      for (const { words, spanOf, ...statement } of bothReadingsOf(clause))
        for (const { total, parts, sum, whole } of wrongTotals({ words, spanOf, ...statement })) {
          const all = { start: parts[0]!.start, end: parts.at(-1)!.end };
          const [from, to] = [Math.min(total.start, all.start), Math.max(total.end, all.end)];
          const place = spanOf(total);
          const stretch = words.slice(Math.max(0, from - around), to + around);
          const isPartial = words.slice(from, total.start).replace(runningTotal, '').includes('累計');
          if (isPartial || overlap.test(stretch)) continue;
          if (told.some(({ start }) => start === place.start)) continue;
          told.push(place);
          const params = { sum: written(sum), total: whole ?? words.slice(total.start, total.end) };
          const related = [{ message: 'parts', ...spanOf(all) }];
          find({ message: parts.length === 1 ? 'part' : 'sum', params, ...place, related });
        }
  },
};
