/** Limits of one quantity that leave nothing between them: 等候者已逾40件，…這不足30件之申請. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { isQuoted, scanQuotes } from '../../report/scan/quotes';
import { parseCount } from '../../text/numerals';
import { wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { Amount } from './amounts';
import type { Statement } from './statements';

/** Right before an amount: more than that, or less. */
const moreWords = `${anyOf('over')}|[逾破]|[多高]達`;
const lessWords = `${anyOf('under')}|(?<![最附鄰相])近`;
const over = new RegExp(`(?:${moreWords})[了達於]?$`);
const under = new RegExp(`(?:${lessWords})$`);
/** Right behind an amount: no more than that. */
const within = /^(?:以[下內]|之內|內(?![部容地陸外政閣]))/;
/** Right behind an amount: more than that; 三年多. */
const beyond = /^(?:以上|多(?=[，。；之的]|$))/;
/** Between a limit and its share, of what that is: 不到受訪者的兩成. */
const wholeOf = /(?:全體|總(?:[數額量]|人數)|[受參][^，。；：、\d]{1,6})[之的]$/;
/** So far before an amount its limit, and what that is said of, may stand, in UTF-16 code units. */
const reach = 24;
/** Words that point back, right before the second limit: 這, 該等, 上述, 這為數. */
const pointsBack = phrasePattern`(?:^既[然已]?有|(?:這|${'points-back'}|如此|區區)[^，。；：、\d]{0,4})$`;
/** The clause of the second limit has nothing of its own to speak of: 而全年, 但總數. */
const ofNothingElse = phrasePattern`^(?:[而但惟然卻且其又並已也亦仍尚只僅以按依]|[每全當][年月日季週]|${'quantity'}|實際上?|事實上|[合總]計|目前|現在){1,3}$`;
/** Behind the second amount these name the quantity itself: 之規模, 的數量. */
const quantity = phrasePattern`^[之的](?:[運客貨流產銷水用總]量|${'quantity'}|規模|比[例率]|水準|[成業]績|紀錄)`;

/** The second clause sums up what the first one is of. */
const inSum = /^[而但惟然卻]?已?(?:累[計積]|合計|總計|總共)已?$/;
const ofPart = /[每各單另個、及和]|分別|與(?!會)/;
const isSum = /[迄至]今|累[計積]|[合總]計/;
/** The second amount is a part of the first one: 到場者不到400人，其中超過450人. */
const isPart = /^其中[已有僅竟]?$/;
/** What was planned, told or allowed may be another number in truth, and so may a part or the least. */
const otherMatter = phrasePattern`[原預估擬由]|${'on-paper'}|${'some'}|最[短少低快小早]|有[些的]|單[一次場日]|[平例假]日|平時|現場|[者時]不[開予得須]|[應須得]$`;
/** Behind the second amount nothing of its own is told. */
const endsBehind = /^[者之的]?(?:[，。；：、）]|$)/;
/** What sets the second clause off from the first one. */
const contrast = /[則另未不無非反後]|其[餘他]|[去上前今]年/;
/** Of one thing, one limit is not so many times the other. */
const mostTimes = 1.6;

interface Limit {
  readonly amount: Amount;
  readonly isOver: boolean;
  /** The clause in front of the word that limits. */
  readonly clause: string;
}

/** Two limits that can't both be right; places are those of the paragraph. */
export interface Limits {
  readonly first: Span;
  readonly second: Span;
}

/** Which side of an amount its quantity lies on, undefined where it is the quantity itself, with the words in front and behind that say so. */
function limitOf(
  words: string,
  { start, end }: Span,
): { readonly side: 'over' | 'under' | undefined; readonly word: string; readonly behind: string } {
  const before = words.slice(Math.max(0, start - reach), start);
  const bare = before.replace(wholeOf, '');
  const [more, less] = [over.exec(bare), under.exec(bare)];
  const above = beyond.exec(words.slice(end, end + 2))?.[0];
  const behind = above ?? within.exec(words.slice(end, end + 3))?.[0] ?? '';
  const isMore = above !== undefined || more !== null || /[餘多]/.test(words.slice(start, end));
  const index = (more ?? less)?.index;
  const side = isMore ? 'over' : behind !== '' || less ? 'under' : undefined;
  return { side, word: index === undefined ? '' : before.slice(index), behind };
}

function limitsIn({ words, amounts }: Statement): readonly Limit[] {
  return amounts.flatMap((amount) => {
    const { side, word } = limitOf(words, amount);
    const clause = words
      .slice(Math.max(0, amount.start - reach), amount.start - word.length)
      .split(/[，；：、（）]/)
      .at(-1)!;
    return side ? [{ amount, isOver: side === 'over', clause }] : [];
  });
}

/** Whether a number was planned or told by others, or is of a part, so that another one in truth is right beside it. */
function isOfPlan(clause: string): boolean {
  return otherMatter.test(clause);
}

/** Whether the second limit is the sum of what the first one is of: 作業漁船不到40艘，合計超過45艘. */
function isSumOf(first: Limit, second: Limit, { words, amounts }: Statement, isAlone: boolean): boolean {
  const clause = first.clause + words.slice(first.amount.end, second.amount.start).split(/[，（]/)[0]!;
  const isNext = amounts[amounts.indexOf(first.amount) + 1] === second.amount;
  if (!isNext || isOfPlan(clause) || !inSum.test(second.clause)) return false;
  return isSum.test(clause) || (isAlone && !ofPart.test(clause));
}

/** Whether the second clause speaks of what the first one does, and of nothing more: 不到四成支持，支持者並已超過四成五. */
function goesOn(first: Limit, { clause, amount }: Limit, { words }: Statement): boolean {
  const head = /(?![而但惟然卻且])\p{Script=Han}{2}/u.exec(clause)?.[0];
  const told = first.clause + wordsBehind(words, first.amount.end, '，。；：');
  return (
    head !== undefined &&
    told.includes(head) &&
    !contrast.test(clause) &&
    endsBehind.test(words.slice(amount.end).replace(/^以[上下內]/, '')) &&
    Math.max(first.amount.value, amount.value) <= mostTimes * Math.min(first.amount.value, amount.value)
  );
}

/** Whether the second limit is one of the quantity that the first is of. */
function isOfTheSame({ clause, amount }: Limit, { words }: Statement): boolean {
  return pointsBack.test(clause) || (ofNothingElse.test(clause) && quantity.test(words.slice(amount.end)));
}

/** Words of a limit that say nothing of what it is of. */
const saidOnTheWay = /[均皆都全也亦仍約為達在可個各]|每[日天年月週次]|年度?/g;
const allOfThem = /[均皆都]/;
/** Of another time another limit may be right. */
const time = /\d{1,4} ?年|[去前今明上本]年度?|[原初昔]|過去|[之年月日]?[前後]|[上下]半|[平假]日/;
const now = /目前|現[在有已]|如今|已/;

/** The pairs of characters that name what a limit is of: in its clause, and right behind its amount as in 10萬人次的日運量. */
function subjectOf({ clause, amount }: Limit, { words }: Statement): readonly string[] {
  const behind = /^[之的](\p{Script=Han}{2})/u.exec(words.slice(amount.end, amount.end + 3))?.[1] ?? '';
  const runs = `${clause}…${behind}`
    .replace(/[之的]/g, '')
    .replace(now, '…')
    .replace(time, '…')
    .replace(saidOnTheWay, '…')
    .split(/\P{Script=Han}+/u);
  return runs.flatMap((run) => Array.from(run.slice(1), (_, at) => run.slice(at, at + 2)));
}

/** Whether a second limit of one amount is of nothing but what the first is of: 外籍學生不足200名。…逾200名的外籍學生. */
function areOfOne(first: Limit, one: Statement, second: Limit, other: Statement): boolean {
  const clauses = first.clause + second.clause;
  if (first.amount.value !== second.amount.value || isOfPlan(clauses) || ofCondition.test(clauses)) return false;
  const [then, later] = [first, second].map(({ clause }) => time.exec(clause)?.[0]);
  if (later === undefined ? then !== undefined && (now.test(second.clause) || /[原初昔前後]|過去/.test(then)) : later !== then) return false; // prettier-ignore
  const [known, told] = [subjectOf(first, one), subjectOf(second, other)];
  const same = known.filter((pair) => told.includes(pair)).length;
  // 均不到1小時 holds for those of a part too.
  return (same > 0 && told.every((pair) => known.includes(pair))) || (allOfThem.test(first.clause) && same > 1 && same === known.length); // prettier-ignore
}

/** The limits of a sentence that what it points back to contradicts, in it or in the sentence before. */
export function* limitsApart(statement: Statement, before: Statement | undefined): Generator<Limits> {
  const limits = limitsIn(statement);
  if (limits.length === 0) return;
  const earlier = before ? limitsIn(before).map((limit) => ({ limit, at: before })) : [];
  for (const second of limits) {
    const alike = earlier.filter(({ limit }) => limit.amount.measure === second.amount.measure);
    const first = alike.at(-1);
    earlier.push({ limit: second, at: statement });
    if (!first || first.limit.isOver === second.isOver) continue;
    const isAlike = ({ measure }: Amount): boolean => measure === second.amount.measure;
    const isAlone = statement.amounts.filter(isAlike).length === 2;
    const isOne =
      first.at === statement &&
      (goesOn(first.limit, second, statement) ||
        isSumOf(first.limit, second, statement, isAlone) ||
        (second.isOver && isPart.test(second.clause)));
    if (!isOne && !isOfTheSame(second, statement) && !areOfOne(first.limit, first.at, second, statement)) continue;
    const [least, most] = second.isOver ? [second, first.limit] : [first.limit, second];
    if (least.amount.value < most.amount.value) continue;
    yield { first: first.at.spanOf(first.limit.amount), second: statement.spanOf(second.amount) };
  }
}

/** A bound of a quantity, or the quantity itself, in minutes, percent or its own measure; without one it is of any. */
interface Bound extends Span {
  readonly value: number;
  readonly slack: number;
  readonly measure: string;
  readonly kind: 'over' | 'under' | 'itself';
  /** Where the words that make it a bound begin and end. */
  readonly from: number;
  readonly to: number;
}

const scaled: Readonly<Record<string, readonly [times: number, measure: string]>> = {
  成: [10, '%'],
  小時: [60, '分鐘'],
  時: [60, '分鐘'],
  分: [1, '分鐘'],
};
/** 逾半小時, 不足五千: bounds that are no amounts. */
const bareBound = new RegExp(
  `(?:(?<over>${moreWords})|${lessWords}) ?(?:(?<half>半小時)|(?<figure>\\d[\\d,]{0,9}|[一二兩三四五六七八九十百千]{1,7})(?<scale>[萬億]?))(?=[，。；：、）]|$)`,
  'g',
);
/** Between a quantity and what is said of it on the way: （實為, ，最高處且在, ，乃全國唯一. */
const onTheWay = phrasePattern`^[之的]?[，（、]?(?:[而但惟然卻竟且又並已也亦仍尚均都皆則早業約僅達為即乃是係在計更需]|(?<![亦也另])有|${'in-truth'}|實(?:際|則)?|任何一?個?[年月天日週次場位人]|[要須]等|時間|${'quantity'}|最[高低多少大小長短後終][處者值]?|全\p{Script=Han}{1,2}唯一|唯一|首[度次個位]){0,6}$`;
/** Behind a bound its clause ends, and is no condition. */
const endsBound = /^[者之的]?(?:[。；）]|$|，(?![則須應即得可不者另每需]))/;
/** Behind two limits no case is told of: 超過60%者另案. */
const goesOnOtherwise = /^(?![者時均皆即應須則不以])/;
const ofCondition = /[若倘限宜應]|如(?!此|今)|規[定範]|原則|門檻|標準/;

function boundsIn({ words, amounts }: Statement): readonly Bound[] {
  const found = amounts.map((amount): Bound => {
    const { value, slack, measure, start, end, isRough } = amount;
    const [times, of] = scaled[measure] ?? [1, measure];
    const { side: kind = 'itself', word, behind } = limitOf(words, amount);
    return { value: value * times, slack: isRough && kind === 'itself' ? slack * times : 0, measure: of, kind, start, end, from: start - word.length, to: end + behind.length }; // prettier-ignore
  });
  for (const { 0: whole, index, groups } of words.matchAll(bareBound)) {
    const { over: isOver, half, figure, scale } = groups as Partial<Record<string, string>>;
    const end = index + whole.length;
    const value = half ? 30 : parseCount(figure!.replaceAll(',', '')) * (scale === '億' ? 1e8 : scale ? 1e4 : 1); // prettier-ignore
    const measure = half ? '分鐘' : '';
    found.push({ value, slack: 0, measure, kind: isOver ? 'over' : 'under', start: index, end, from: index, to: end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 服務人口逾230萬，近三年: a length of time is no bound of what has no measure. */
const lengths = /[年月天日週分]/;

/** Whether nothing can be both. */
function areApart(one: Bound, other: Bound): boolean {
  if (one.kind === other.kind) return false;
  if (one.kind !== 'over' && other.kind !== 'under') return areApart(other, one);
  if (one.kind === 'over' && other.kind === 'under') return one.value >= other.value;
  return one.kind === 'over' ? other.value + other.slack < one.value : one.value - one.slack > other.value;
}

/** What is said of a quantity right behind it, and can't be: 一成以下，約為百分之十四; 22分鐘，逾半小時. */
export function* boundsApart(statement: Statement): Generator<Limits> {
  const { words, spanOf } = statement;
  // 「任何一個月都超過60人」
  const bounds = boundsIn(statement).filter(({ kind, value }) => kind !== 'itself' || value !== 1);
  for (const [index, second] of bounds.entries()) {
    const first = bounds[index - 1];
    if (!first || !areApart(first, second)) continue;
    const of = [first.measure, second.measure];
    if (of[0] !== of[1] && !(of.includes('') && !of.some((each) => lengths.test(each)))) continue;
    const clause = words
      .slice(Math.max(0, first.from - reach), first.from)
      .split(/[，；：、（）]/)
      .at(-1)!;
    // 開放不到8小時，實際開放逾10小時: what the first clause speaks of may be said again.
    const between = words.slice(first.to, second.from).replace(/(?<=實際上?|其實)\p{Script=Han}{2}$/u, (again) => (clause.includes(again) ? '' : again)); // prettier-ignore
    const areLimits = first.kind !== 'itself' && second.kind !== 'itself';
    if (!onTheWay.test(between) || (!areLimits && !/[，（]/.test(between))) continue;
    const behind = words.slice(second.to);
    if (!endsBound.test(behind) && !(areLimits && goesOnOtherwise.test(behind))) continue;
    if (isOfPlan(clause) || ofCondition.test(clause) || isQuoted(scanQuotes(words), first.start, second.end)) continue;
    yield { first: spanOf(first), second: spanOf(second) };
  }
}

/** Between a figure and the one that it is held against: ，較規範之100個; and how they are said to differ. */
const heldAgainst =
  /^[^，。；：、（）\d]{0,4}，?[^，。；：、（）\d較比]{0,4}[較比](?![例重率])[^，。；：、（）\d]{0,14}$/;
const differs = phrasePattern`^[^，。；：、（）\d]{0,6}?(?:(?<up>${'rise'}|多|超[過出]|高|增[加多]?)|${'fall'}|[少低減]|不足)[了出於達約]*$`;
/** Between two figures, what the first is said to be beside the second. */
const beside =
  /^[^，。；：、（）\d]{0,4}，?[^，。；：、（）\d]{0,3}?(?<not>[未不])?(?:(?<up>[高大多]於|[超高][過出]|逾)|[低小少]於|未達|不及)(?<middle>[^，。；：、（）\d]{1,14})$/;
/** What a figure is held against, in front of it or behind it. */
const benchmark = phrasePattern`規[定範格]|${'benchmark'}|限制|[上下]限|[去前上]年|[上前]屆|原[訂定]|預[定期計]|全[國球]|國內|我國`;
/** In front of the first figure it is a change. */
const isChange = /[增減升降漲跌少多加縮長提差][了約近逾達]?$/;

const extreme = /(?:最(?<low>[少低短小輕])|最[多高長大重]|(?<mean>平均))[^，。；：、（）\d]{0,10}$/;
/** Of each, and of what is to be, the least may be more than the most. */
const ofRules = /[每各應須宜得限]|至[少多]/;

/** Figures of which the first is not what it is said to be beside the second: 不到七成，高於八成之目標; 12人，較標準之15人多出3人. */
export function* falseOrder({ words, amounts, spanOf }: Statement): Generator<Span> {
  const rank = (amount: Amount): number | undefined => {
    const told = extreme.exec(words.slice(Math.max(0, amount.start - reach), amount.start));
    // 最大與最小相差8公釐 is none of the two.
    return told && !told[0].includes('差') ? (told.groups!['low'] ? 0 : told.groups!['mean'] ? 1 : 2) : undefined;
  };
  const ranked = ofRules.test(words)
    ? []
    : amounts.flatMap((amount) => {
        const of = rank(amount);
        return of === undefined ? [] : [{ amount, of }];
      });
  for (const [index, one] of ranked.entries())
    for (const other of ranked.slice(index + 1, index + 3))
      if (
        one.amount.measure === other.amount.measure &&
        Math.sign(one.of - other.of) * Math.sign(one.amount.value - other.amount.value) < 0
      )
        yield spanOf({ start: one.amount.start, end: other.amount.end });
  for (const [index, first] of amounts.entries()) {
    const [second, third] = amounts.slice(index + 1, index + 3);
    if (second?.measure !== first.measure || first.measure === '年') continue;
    const before = words.slice(Math.max(0, first.start - reach), first.start);
    const between = words.slice(first.end, second.start);
    const most = under.test(before) ? first.value : undefined;
    const least = over.test(before) ? first.value : undefined;
    const isLess = first.value < second.value || (most !== undefined && most <= second.value);
    const isMore = first.value > second.value || (least !== undefined && least >= second.value);
    const span = spanOf({ start: first.start, end: second.end });
    const held = heldAgainst.test(between) && third?.measure === first.measure ? differs.exec(words.slice(second.end, third.start)) : null; // prettier-ignore
    if (held && !isChange.test(before) && (held.groups!['up'] ? isLess : isMore)) {
      yield span;
      continue;
    }
    const told = beside.exec(between)?.groups;
    const middle = told?.['middle'] ?? '';
    const isBenchmark = /[之的]$/.test(middle) || [middle, words.slice(second.end, second.end + 5)].some((each) => benchmark.test(each)); // prettier-ignore
    const isEqual = first.value === second.value;
    const isFalse = told?.['not'] ? (told['up'] ? isMore : isLess) : isEqual || (told?.['up'] ? isLess : isMore);
    if (told && isBenchmark && isFalse && !isChange.test(before)) yield span;
  }
}
