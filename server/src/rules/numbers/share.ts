import { phrasePattern } from '../../knowledge/phrases';
import type { ParagraphRule } from '../engine/rule';
import { areSum, isShareOf, rounded, shareWords, sumOf } from './amounts';
import type { Amount, Range } from './amounts';
import { areOfOneMatter } from './rests';
import { clausesOf, statementsOf } from './statements';
import type { Statement } from './statements';

/** Between a part and its share: ，占62.5%; 名（63.5%）; ，比例為8.5%. */
const toShare =
  /^[^，。；：、（）()\d]{0,6}(?:(?:[^，。；：、（）()\d]{0,12}，)?約?[占佔](?:全[體部]|總[數量額])?[之的]?(?:比[例率重]?)?|，(?:其|所占)?(?:比[例率重]|百分比)|[（(][占佔]?)[約為達計即近]*$/;
/** The same without a word for the share, where the part is one of a whole: 45張，即百分之六十; 225處，達九成. */
const plainTail = phrasePattern`^[^，。；：、（）()\d]{0,8}，(?:[約僅達即為合近已恰計]|${'that-is'})+其?$`;
/** Between a part and its base: 61,500公噸，於全體. */
const withinAll = /^[^。；：\d]{0,8}[於在][^，。；：、\d]{0,8}$/;
const allToShare = /^[^，。；：、（）\d]{0,4}[中內裡][約僅]?[占佔]?[約達為僅]*$/;
/** Between two figures and the share that the one is of the other by its name: ，為保證值之. */
const ofNamed =
  /^[^，。；：、（）\d]{0,6}，[約僅達即亦也]?(?:[為占佔達合]|相當於)(?<base>[^，。；：、（）\d]{2,8})[之的]約?$/;
/** So far before an amount it is told what it is. */
const labelReach = 12;
/** What a sentence goes on with of those told before: 錄取者中, 受檢車輛裡. */
const goesOnWith = /^(?<head>\p{Script=Han}{2})\p{Script=Han}{0,3}?(?:者中?|[中裡內])/u;
/** Between a part and a share that names its base: ，占全部架次之, ，占全部學校的. */
const ofNamedBase =
  /^[^，。；：、（）\d]{0,10}，?[^，。；：、（）\d]{0,4}[占佔](?:全部|全[年月體]|所有|總)?(?<base>[^，。；：、（）\d]{1,8}?)數?[之的](?:比[例率重])?[約為達]{0,2}$/;
/** A date between two amounts says nothing of either. */
const dates = /\d{2,4} ?年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/g;
/** Between a part and a rate: ，合格率為66%. */
const toRate =
  /^[^，。；：（）()\d]{0,10}，[^，。；：（）()\d]{0,8}?([^，。；：（）()\d]{2})(?:比?率|度)[約為達僅有計近]*$/;
/** A rate of these is of a change, or of something that the amounts before are not of. */
const otherRate = phrasePattern`${'rise'}|${'fall'}|年增|改善|[匯利費稅]|報酬|死亡|發生|盛行|失業|其中|另`;
/** Of how many a share is said by their name, in the clause of the share: ，虧損路線不及, ，同意者超過. */
const toNamed = /^[^；：（）()\d]{0,24}，(?<label>[^，。；：、（）()\d]{2,12})$/;
/** Words of such a clause that name nothing. */
const noName = phrasePattern`${'over'}|${'under'}|比[例率重]|[約近逾占佔為達有僅共計]`;
/** Right in front of what a rate is of: it is of those of whom that is not said. */
const negation = /[未不無非]$/;
/** Between a whole and its part. */
const partOf = /其中|之中|[^期空集當]中，|[^，期空集當]中計?有|^中|裡，|內，/;
/** The same in brackets: 365份（回收率78%）. */
const rateInBrackets = /^[（(]([^，。；：（）()\d]{2})比?率[約為達]*$/;
/** Between a part and its base, and between the base and the share: 80萬元，占營運成本400萬元的25%. */
const ofBase = /^[^。；：\d]{0,12}(?:[占佔]|達[全總])[^，。；：、\d]{0,14}$/;
const baseToShare = /^[^，。；：、（）\d]{0,8}[之的][^，。；：、（）\d]{0,4}$/;
/** Rates of these are of what was looked at, in whatever words a part of it is told: 48支，45支於容許範圍內，合格率. */
const meets = phrasePattern`${'achieved'}|內|[以之][上下]|合[於乎]|達|實支|支用|執行`;
const ofAll = phrasePattern`${'achieved'}|命中|執行`;
/** Where one may be of several parts the shares have bases of their own, or overlap. */
const overlap = /[兼跨]/;
const ownBases = /複選|重[複疊]|加權|(?:分別|各)占/;
/** Between a whole and the part that stands in the next clause: 饋線計1,840條，已裝設開關者1,196條. */
const nextClause = /^[^，。；：（）\d]{0,6}，(?![較另每各比]|平均|高於|低於)[^，。；：（）\d]{0,16}$/;
/** A sentence that begins so tells of a part of what the sentence before told. */
const partOfBefore = /^(?:其中|當中|這些?之?中)/;
/** So many amounts before and behind a share may explain it. */
const reach = 14;
/** So many parts of a whole are added up. */
const mostParts = 6;

function isPercentage({ measure }: Amount): boolean {
  return measure === '%' || measure === '成' || measure === '百分點';
}

/** Whether two stretches of words have a word of two characters in common. */
function haveWordInCommon(one: string, other: string): boolean {
  return one
    .split(noName)
    .some((run) => Array.from(run).some((_, at) => at + 2 <= run.length && other.includes(run.slice(at, at + 2))));
}

/** 每5件即有1件: what there is one of may be said again behind it. */
function isOneIn(words: string, { start }: Amount): boolean {
  return words[start] === '每';
}

function isNextClause(between: string): boolean {
  return nextClause.test(between.replace(dates, ''));
}

/** What an amount is of, as it is told in front of it. */
function labelOf(words: string, { start }: Amount): string {
  return words.slice(Math.max(0, start - labelReach), start).split(/[，。；：]/).at(-1)!; // prettier-ignore
}

/**
 * Whether some two of `amounts`, or one and the sum of two others, have that share: then it is right of something.
 * @param others amounts that have shares of their own
 */
function isExplained(
  share: Amount,
  part: Amount,
  amounts: readonly Amount[],
  others: ReadonlySet<Amount> = new Set(),
): boolean {
  const bases: Range[] = amounts.flatMap((base, index) => {
    const next = amounts[index + 1];
    return next && base !== part && next !== part
      ? [base, { value: base.value + next.value, slack: base.slack + next.slack }]
      : [base];
  });
  return bases.some((base) => amounts.some((each) => !others.has(each) && isShareOf(share, each, base)));
}

/** Whether a run of `amounts` in which `part` stands adds up to `base`, so that its parts are all told. */
function isWhole(base: Amount, part: Amount, amounts: readonly Amount[]): boolean {
  const at = amounts.indexOf(part);
  for (let first = Math.max(0, at - mostParts); first <= at; first++)
    for (let last = Math.max(at, first + 1); last < Math.min(amounts.length, first + mostParts); last++)
      if (!amounts.slice(first, last + 1).includes(base) && areSum(amounts.slice(first, last + 1), base)) return true;
  return false;
}

/** So many figures of a condition may stand between a part and its share. */
const mostConditions = 2;
/** So far behind its part, with such a condition, a share stands, in UTF-16 code units. */
const longestCondition = 30;

/** The part whose condition has figures of its own, behind its whole: 48件中有36件超過60秒，占75%. */
function partWithCondition(words: string, before: readonly Amount[], share: Amount): Amount | undefined {
  const isAlone = ({ measure }: Amount): boolean => before.filter((each) => each.measure === measure).length === 1;
  const conditions = before.slice(-mostConditions).filter(isAlone).length;
  const at = before.length - 1 - conditions;
  const [whole, part] = before.slice(Math.max(0, at - 1), at + 1);
  if (conditions === 0 || part?.measure !== whole?.measure || !whole || !part) return undefined;
  const last = before.at(-1)!;
  const condition = words.slice(part.end, last.start);
  const isTold = toShare.test(words.slice(last.end, share.start)) && !/[，（]/.test(condition);
  const isPart = partOf.test(words.slice(whole.end, part.start)) || isNextClause(words.slice(whole.end, part.start));
  return isTold && isPart && last.end - part.end <= longestCondition ? part : undefined;
}

/** The part that a share is said to be, and whether the words say of what kind. */
function partOfShare(words: string, amounts: readonly Amount[], share: Amount): Amount | undefined {
  const before = amounts.slice(0, amounts.indexOf(share)).filter((each) => !isPercentage(each));
  const last = before.at(-1);
  if (!last) return undefined;
  const ofCondition = partWithCondition(words, before, share);
  if (ofCondition) return ofCondition;
  const between = words.slice(last.end, share.start);
  if (between.length > 24) return undefined;
  if (plainTail.test(between) && (isOneIn(words, share) ? /^\p{Script=Han}{0,4}(?:[，。；）]|$)/u : /^(?:[，。；）]|$)/).test(words.slice(share.end))) return last; // prettier-ignore
  if (toShare.test(between)) {
    const isInBrackets = /[（(]/.test(between);
    return !isInBrackets || /^[）)，、]/.test(words.slice(share.end)) ? last : undefined;
  }
  const around = words.slice(before.at(-2)?.end ?? 0, last.start) + words.slice(last.end, last.end + Math.max(0, between.indexOf('，'))); // prettier-ignore
  const ofRate = toRate.exec(between) ?? rateInBrackets.exec(between);
  if (!ofRate) {
    const label = toNamed.exec(between)?.groups!['label'];
    return label !== undefined && !otherRate.test(label) && !/[未不無非每各較]/.test(label.replace(noName, '')) && haveWordInCommon(label, around) ? last : undefined; // prettier-ignore
  }
  const [, bare] = ofRate;
  // 不合格率 is of those of whom 不合格 is said.
  const not = negation.exec(between.slice(0, between.lastIndexOf(bare!)))?.[0] ?? '';
  const rate = not + bare!;
  if (otherRate.test(between.slice(between.lastIndexOf('，')))) return undefined;
  // 合格率 is of those of whom 合格 is said.
  const labels = around;
  const whole = before.at(-2);
  const isNext = whole?.measure === last.measure && isNextClause(words.slice(whole.end, last.start));
  // 「須修復者9,400冊，已完成3,760冊，修復率」 names the rate with the whole.
  if (isNext && /已|完成|其中/.test(labels) && labelOf(words, whole).includes(rate) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  if (whole?.measure === last.measure && not === '' && areOfOneMatter(rate, labels) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  if (isNext && ofAll.test(rate) && meets.test(labels) && !/[未不無退]/.test(labels)) return last;
  if (whole?.measure === last.measure && partOf.test(words.slice(whole.end, last.start)) && !/[未不無退]/.test(labels)) return last; // prettier-ignore
  return labels.includes(rate) && (not !== '' || !new RegExp(`[未不無]${rate}`).test(labels)) ? last : undefined;
}

/** Whether `part` is told as one of `whole`. */
function isPartOf(words: string, whole: Amount, part: Amount, alike: readonly Amount[]): boolean {
  const between = words.slice(whole.end, part.start);
  return partOf.test(between) || isNextClause(between) || isWhole(whole, part, alike);
}

/** The greatest amount of its measure in the sentence before. */
function wholeBefore(before: readonly Amount[], { measure, value }: Amount): Amount | undefined {
  return before
    .filter((each) => each.measure === measure && each.value >= value)
    .reduce<Amount | undefined>((most, each) => (most && most.value >= each.value ? most : each), undefined);
}

/** The amount of the sentence before that this one goes on with: 錄取30人。錄取者中女性12人. */
function namedBefore(
  words: string,
  { words: told, amounts }: Statement,
  { measure, value }: Amount,
): Amount | undefined {
  const head = goesOnWith.exec(words)?.groups!['head'];
  return head === undefined
    ? undefined
    : amounts.filter((each) => {
        const label = labelOf(told, each);
        return each.measure === measure && each.value >= value && label.includes(head) && !/[未不無]/.test(label);
      }).at(-1); // prettier-ignore
}

interface WrongShare {
  readonly share: Amount;
  readonly part: Amount;
  readonly base: Amount;
}

/** Shares of a sentence that are not what their part is of its base, where both are certain. */
function* wrongShares(
  words: string,
  amounts: readonly Amount[],
  all: readonly Amount[],
  from: number,
  previous: Statement | undefined,
): Generator<WrongShare> {
  const before = all.slice(Math.max(0, from - reach), from);
  for (const [index, share] of amounts.entries()) {
    if (share.measure !== '%' && share.measure !== '成') continue;
    const [of, told] = amounts.slice(Math.max(0, index - 2), index);
    if (
      told &&
      told.measure === of!.measure &&
      ((ofBase.test(words.slice(of!.end, told.start)) && baseToShare.test(words.slice(told.end, share.start))) ||
        (withinAll.test(words.slice(of!.end, told.start)) && allToShare.test(words.slice(told.end, share.start))))
    ) {
      if (!isShareOf(share, of!, told) && !isPercentage(of!)) yield { share, part: of!, base: told };
      continue;
    }
    const named = told?.measure === of?.measure && told && ofNamed.exec(words.slice(told.end, share.start))?.groups!['base']; // prettier-ignore
    if (named) {
      // Of two figures the one is named again: 實測485瓩，保證值500瓩，為保證值之97%.
      const [isFirst, isSecond] = [of!, told].map((each) => labelOf(words, each).includes(named));
      const [one, base] = isSecond ? [of!, told] : [told, of!];
      if (isFirst !== isSecond) {
        if (!isPercentage(one) && !isShareOf(share, one, base)) yield { share, part: one, base };
        continue;
      }
    }
    const last = amounts[index - 1];
    const other = last && ofNamedBase.exec(words.slice(last.end, share.start))?.groups!['base'];
    const isBase = (each: Amount): boolean =>
      each.value >= last!.value &&
      (each.measure === other!.replace(/(?<=^[場梯班])次$/, '') ||
        (each.measure === last!.measure && other!.length > 1 && labelOf(words, each).includes(other!.slice(-2))));
    const whole =
      other &&
      amounts
        .slice(0, index - 1)
        .filter(isBase)
        .at(-1);
    if (whole) {
      if (!isShareOf(share, last, whole)) yield { share, part: last, base: whole };
      continue;
    }
    const part = partOfShare(words, amounts, share);
    if (!part) continue;
    const alike = amounts.filter(({ measure }) => measure === part.measure);
    const between = words.slice(part.end, share.start);
    const isRate =
      toRate.test(between) || rateInBrackets.test(between) || (!toShare.test(between) && toNamed.test(between));
    const base =
      alike
        .slice(0, alike.indexOf(part))
        .filter((each) => each.value >= part.value && (isRate || isPartOf(words, each, part, alike)))
        .at(-1) ??
      (partOfBefore.test(words) && alike[0] === part ? wholeBefore(before, part) : undefined) ??
      (previous && alike[0] === part ? namedBefore(words, previous, part) : undefined) ??
      before.filter(({ measure, value }) => measure === part.measure && value > part.value).find((each) => isWhole(each, part, alike)); // prettier-ignore
    if (!base) continue;
    // Of 400家退出 those who stay are the others.
    if (isRate && !share.side && isShareOf(share, { value: base.value - part.value, slack: 0 }, base)) continue;
    const at = from + index;
    const near = all.slice(Math.max(0, at - reach), at + reach).filter(({ measure }) => measure === part.measure);
    const others = new Set(amounts.filter((each, i) => each !== part && amounts[i + 1] && isPercentage(amounts[i + 1]!) && toShare.test(words.slice(each.end, amounts[i + 1]!.start)))); // prettier-ignore
    if (!isExplained(share, part, near, others)) yield { share, part, base };
  }
}

/** Between a share and the part that it makes: 占75%，即46人; 八成五（713萬元）. */
const toPart = phrasePattern`^[^，。；：、（）()\d]{0,12}(?:[（(]|，?(?:${'that-is'}|即|[合約共]?[計為]))[為是有達約共]{0,2}[^，。；：、（）()\d較比每各增減]{0,4}$`;
/** In front of a share these make it one of a change, or of something else. */
const ofChange = /[增減升降漲跌較比]|成長|年息|[利稅]率|折扣/;
/** A part further off its share, in points, is of something else. */
const mostApart = 25;

/** Shares whose part is told behind them: 教師64人，專任者占75%，即46人. */
function* wrongParts({ words, amounts }: Statement): Generator<WrongShare> {
  for (const [index, share] of amounts.entries()) {
    const part = amounts[index + 1];
    if ((share.measure !== '%' && share.measure !== '成') || !part || isPercentage(part)) continue;
    const between = words.slice(share.end, part.start);
    const inBrackets = /[（(]/.test(between);
    if (!toPart.test(between) || (inBrackets && !/^[）)]/.test(words.slice(part.end)))) continue;
    // 歐元860萬元 is told on as 713萬元.
    const alike = amounts.filter(
      ({ measure }) => measure === part.measure || (part.measure === '元' && measure.endsWith('元')),
    );
    const base = alike
      .slice(0, alike.indexOf(part))
      .filter(({ value }) => value > part.value)
      .at(-1);
    if (!base || ofChange.test(words.slice(base.end, share.start))) continue;
    const real = (part.value / base.value) * 100;
    const stated = share.value * (share.measure === '成' ? 10 : 1);
    if (Math.abs(real - stated) <= mostApart && !isExplained(share, part, alike)) yield { share, part, base };
  }
}

/** In front of shares that a sentence gives of one whole. */
const ofWhole = phrasePattern`${'money'}|分[為成攤]|[組構]成|[配評]分|比重|股權|出資`;
/** Right in front of a share: 占, or who bears it. */
const sharing = phrasePattern`(?:[占佔為]|${'paid-by'}|持[股有])$`;

/** What the shares that a sentence gives of one whole make, where that is not all: 筆試占40%，實作占70%. */
function wrongWhole(
  words: string,
  amounts: readonly Amount[],
): { readonly last: Amount; readonly sum: number } | undefined {
  if (!ofWhole.test(words)) return undefined;
  const tenths = amounts.filter(({ measure }) => measure === '成');
  const shares = tenths.length > 1 ? tenths : amounts.filter(({ measure }) => measure === '%');
  const last = shares.at(-1);
  const isShare = ({ start, isRough }: Amount): boolean =>
    !isRough && sharing.test(words.slice(Math.max(0, start - 2), start));
  if (!last || shares.length < 2 || !shares.every(isShare)) return undefined;
  const sum = rounded(sumOf(shares) * (last.measure === '成' ? 10 : 1));
  const isAll = new RegExp(
    `(?:${shares.length}|${'〇一兩三四五六'[shares.length] ?? '二'})(?:個|大)?(?:部分|項|類|階段)`,
  );
  return (sum > 100 && sum <= 150) || (sum < 100 && sum >= 80 && isAll.test(words)) ? { last, sum } : undefined;
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/share',
  title: { 'zh-TW': '百分比與數字不符', en: 'A share is not that of its figures' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    share: {
      'zh-TW': '「{part}」是「{base}」的 {real}，這裡卻是「{share}」，請核對。',
      en: '“{part}” is {real} of “{base}”, this says “{share}”; check the figures.',
    },
    whole: {
      'zh-TW': '各部分的百分比加起來是 {sum}%，請核對。',
      en: 'The shares of the whole make {sum}%; check them.',
    },
    base: { 'zh-TW': '全體', en: 'The whole' },
    part: { 'zh-TW': '部分', en: 'The part' },
  },
  check: (paragraph, _given, find) => {
    const statements = statementsOf(paragraph);
    const all = statements.flatMap(({ amounts }) => amounts);
    if (!all.some(({ measure }) => measure === '%' || measure === '成')) return;
    const placeOf = new Map(statements.flatMap((at) => at.amounts.map((amount) => [amount, at] as const)));
    let from = 0;
    for (const [at, statement] of statements.entries()) {
      const { words, amounts, spanOf } = statement;
      const first = from;
      from += amounts.length;
      if (ownBases.test(words)) continue;
      const wordsOf = (each: Amount): string => (placeOf.get(each) ?? statement).words.slice(each.start, each.end);
      for (const { share, part, base } of [
        ...wrongShares(words, amounts, all, first, statements[at - 1]),
        ...wrongParts(statement),
      ]) {
        const real = shareWords(part.value, base.value, share);
        const params = { part: wordsOf(part), base: wordsOf(base), share: wordsOf(share), real };
        const related = [{ message: 'base', ...(placeOf.get(base) ?? statement).spanOf(base) }, { message: 'part', ...spanOf(part) }]; // prettier-ignore
        find({ message: 'share', params, ...spanOf(share), related });
      }
    }
    for (const { words, amounts, spanOf } of clausesOf(paragraph)) {
      const whole = overlap.test(words) || ownBases.test(words) ? undefined : wrongWhole(words, amounts);
      if (whole) find({ message: 'whole', params: { sum: whole.sum }, ...spanOf(whole.last) });
    }
  },
};
