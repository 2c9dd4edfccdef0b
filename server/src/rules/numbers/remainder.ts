import { parseCount } from '../../text/numerals';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';
import { countsIn, isDigitSlip, pointsOf, rounded, sumOf, written } from './amounts';
import type { Amount } from './amounts';
import { areThings, isRest, toRest } from './rests';
import { bothReadingsOf, statementsOf } from './statements';
import type { Statement } from './statements';

/** 除第二項須俟審議外，其餘, up to the figure of what is left. */
const exception = /除(?!以)([^。；除]{1,60}?)外，?(?:其餘|其他|所餘|餘)(?:之|的)?$/;
/** 扣除主辦單位之十六張，各校張貼者為, up to the figure of what is left. */
const deduction =
  /扣[除掉]([^，。；：扣]{1,30})，[^，。；：、\d扣]{0,10}(?:[為有計共餘剩]|實際[^，。；：、\d扣]{0,4})$/;
const figure = '\\d{1,3}|[一二兩三四五六七八九十]{1,3}';
/** 第三項, 第一及第三項, 第三至第五條: what is named by its number. */
const ordinals = new RegExp(
  `第[（(]?(${figure})[）)]?(?:[^，。；、及與和至到第\\d]{0,2}[至到~～-]第?[（(]?(${figure}))?`,
  'g',
);
/** How far before the figure the exception may begin, in UTF-16 code units. */
const longest = 72;
/** What ends what is said of an amount. */
const borders = '，。；：、（）()';
/** What is left over is of another whole where it is so many times the one that is told. */
const mostTimes = 1.5;
/** In front of 除 these go back to whatever was told before. */
const goesBack = /^[以上前該此這各其均全惟但而且並又至]/;
/** What is said of each has no whole that is told: 各桌除1人記錄外. */
const ofEach = /每|各(?![項點案則條款])/;
/** So many amounts before the exception may be the whole. */
const reach = 8;

/** How many things the words between 除 and 外 take away; undefined where they do not say. */
function exceptedIn(words: string, amounts: readonly Amount[]): number | undefined {
  const numbered = [...words.matchAll(ordinals)];
  if (numbered.length > 0 && words.startsWith('第'))
    return numbered.reduce(
      (count, [, first, last]) => count + (last ? parseCount(last) - parseCount(first!) + 1 : 1),
      0,
    );
  // 扣除交通4天及週末2天: each of them has its own figure.
  return amounts.length > 0 && amounts.length === words.split(/[、及與和]/).length ? sumOf(amounts) : undefined;
}

/** An amount with the sentence that it stands in. */
interface Told {
  readonly amount: Amount;
  readonly at: Statement;
}

/** Whether `subject`, in front of 除, names another whole than the one told: 議員6人在座，本團除2人…. */
function isOfAnother(subject: string, { amount: { start, end }, at: { words } }: Told): boolean {
  if (subject.length < 2 || goesBack.test(subject)) return false;
  const told = wordsBefore(words, start, borders) + '…' + wordsBehind(words, end, borders);
  return !told.includes(subject.slice(-2));
}

interface WrongRemainder {
  readonly rest: Amount;
  readonly whole: Told;
  readonly real: number;
}

/**
 * What is left behind 除…外 and is not the whole less what was taken away.
 * @param before the sentence before, in which the whole may be told
 */
function* wrongRemainders(statement: Statement, before: Statement | undefined): Generator<WrongRemainder> {
  const { words, amounts } = statement;
  const wholes = before?.amounts.map((amount) => ({ amount, at: before })) ?? [];
  for (const [index, rest] of amounts.entries()) {
    const from = Math.max(0, rest.start - longest);
    const lead = words.slice(from, rest.start);
    const told = exception.exec(lead) ?? deduction.exec(lead);
    if (!told || rest.isRough) continue;
    const start = from + told.index;
    const isAlike = ({ measure }: Amount): boolean => measure === rest.measure;
    const inside = amounts.slice(0, index).filter((each) => each.start > start && isAlike(each));
    const excepted = exceptedIn(told[1]!, inside);
    const subject = wordsBefore(words, start, borders);
    if (ofEach.test(subject)) continue;
    const candidates = [
      ...wholes,
      ...amounts.filter((each) => each.end <= start).map((amount) => ({ amount, at: statement })),
    ]
      .filter((each) => isAlike(each.amount) && !isOfAnother(subject, each))
      .slice(-reach);
    const whole = candidates.at(-1);
    if (!whole || excepted === undefined || whole.amount.isRough) continue;
    if (rest.value > whole.amount.value * mostTimes) continue;
    if (candidates.some(({ amount }) => amount.value - excepted === rest.value)) continue;
    yield { rest, whole, real: whole.amount.value - excepted };
  }
}

/** Figures of each, or of another time, leave nothing of the whole. */
const otherWhole = /[每各較原增減兼]|分別|同時|重[複疊]|[去前上]年/;
/** A whole stands so near before what is left of it, in UTF-16 code units. */
const longestBetween = 120;
/** So far whole, parts and rest are off each other where one of them is a slip: by two, or by so much of the whole. */
const mostOff = 0.15;
/** So many parts are looked at. */
const mostParts = 8;
/** Between a whole and its parts where they are counted otherwise: 42個單位，其中銀行15家. */
const withinWhole = /其中|[^期集當]中，|包括|分[為成]/;

/** A whole with its parts that may leave the rest, and how far they are off. */
interface Candidate {
  readonly whole: Told;
  readonly real: number;
  readonly off: number;
}

/** What is left of a whole beside its parts, and is not the whole less these: 58人報名，錄取32人，其餘24人. */
function* wrongRests(statement: Statement, before: Statement | undefined): Generator<WrongRemainder> {
  const { words, amounts } = statement;
  for (const [index, rest] of amounts.entries()) {
    if (
      rest.isRough ||
      pointsOf(rest) !== undefined ||
      !isRest(words, amounts, index) ||
      exception.test(words.slice(0, rest.start))
    )
      continue;
    const isAlike = (at: Statement, each: Amount): boolean =>
      countsIn(at.words, each, rest.measure) || areThings(each, rest);
    const near = amounts.slice(0, index).filter((each) => rest.start - each.end <= longestBetween);
    const own = near.filter((each) => isAlike(statement, each)).map((amount) => ({ amount, at: statement }));
    const others = before ? before.amounts.filter((each) => isAlike(before, each)).map((amount) => ({ amount, at: before })) : []; // prettier-ignore
    const told = [...others.slice(-reach), ...own];
    const next = amounts[index + 1];
    const candidates: Candidate[] = [];
    let isRight = false;
    let sum = 0;
    let from = rest.start;
    for (let at = told.length - 1; at >= 0 && told.length - at <= mostParts && !isRight; at--) {
      const whole = told[at]!;
      const { amount } = whole;
      const isBefore = at < others.length - reach || whole.at !== statement;
      if (sum > 0) {
        const real = rounded(amount.value - sum);
        const isNearly = amount.isRough && Math.abs(real - rest.value) <= amount.slack;
        isRight = real === rest.value || isNearly || (next !== undefined && isAlike(statement, next) && real === rounded(rest.value + next.value)); // prettier-ignore
        const between = words.slice(isBefore ? 0 : amount.end, rest.start);
        const isMeant =
          (amount.measure === rest.measure && own.every((each) => each.amount.measure === rest.measure)) ||
          (!isBefore && withinWhole.test(between));
        const off = Math.abs(real - rest.value);
        if (
          isMeant &&
          !amount.isRough &&
          real > 0 &&
          !otherWhole.test(between) &&
          (off <= Math.max(2, amount.value * mostOff) || isDigitSlip(real, rest.value))
        )
          candidates.push({ whole, real, off: off / amount.value });
      }
      if (isBefore) continue;
      // A rough part, or one that nothing joins, leaves no certain rest.
      if (amount.isRough || !toRest.test(words.slice(amount.end, from))) break;
      sum = rounded(sum + amount.value);
      from = amount.start;
    }
    if (isRight || candidates.length === 0) continue;
    const { whole, real } = candidates.reduce((best, each) => (each.off < best.off ? each : best));
    yield { rest, whole, real };
  }
}

/** Between a number of groups and the size of each: 4組各5人. */
const eachOf = /^[^，。；、\d]{0,4}[各每][^，。；、\d]{0,6}$/;

/** What groups of one size leave: 24人，其中4組各5人，餘3人. */
function* wrongAfterGroups({ words, amounts, ...place }: Statement): Generator<WrongRemainder> {
  for (const [index, rest] of amounts.entries()) {
    const [count, each] = amounts.slice(Math.max(0, index - 2), index);
    if (!count || each?.measure !== rest.measure || !isRest(words, amounts, index)) continue;
    if (!eachOf.test(words.slice(count.end, each.start)) || !toRest.test(words.slice(each.end, rest.start))) continue;
    const whole = amounts.slice(0, index - 2).filter(({ measure }) => measure === rest.measure).at(-1); // prettier-ignore
    if (!whole || [whole, count, each, rest].some(({ isRough }) => isRough)) continue;
    if (otherWhole.test(words.slice(whole.end, count.start))) continue;
    const real = rounded(whole.value - count.value * each.value);
    if (real > 0 && real !== rest.value && Math.abs(real - rest.value) <= each.value)
      yield { rest, whole: { amount: whole, at: { words, amounts, ...place } }, real };
  }
}

/** A share told as rough leaves so many points. */
const roughPoints = 5;
/** A rest further off, in points, is that of something else. */
const mostPointsOff = 30;
/** Shares of a change, or of another time, leave nothing of the whole. */
const ofChange = /[增減升降漲跌較比每各]|[去前上]年|成長|其中/;

interface WrongShare {
  readonly rest: Amount;
  readonly real: number;
}

/** Shares that with what is left make no whole: 七成贊成，其餘四成反對; 用去三分之二，剩下二分之一. */
function* wrongSharesLeft({ words, amounts }: Statement): Generator<WrongShare> {
  const shares = amounts.filter((each) => pointsOf(each) !== undefined);
  for (const [index, rest] of shares.entries()) {
    if (index === 0 || !isRest(words, amounts, amounts.indexOf(rest))) continue;
    const slackOf = ({ measure, step, isRough }: Amount): number => isRough ? roughPoints : step === 1 ? 0 : (step / 2) * (measure === '成' ? 10 : 1); // prettier-ignore
    let left = 100;
    let slack = slackOf(rest) + 1e-6;
    let from = rest;
    let isRight = false;
    let at = index - 1;
    for (; at >= 0 && !isRight; at--) {
      const part = shares[at]!;
      const between = words.slice(part.end, from.start);
      if (!toRest.test(between) || ofChange.test(between)) break;
      left -= pointsOf(part)!;
      slack += slackOf(part);
      const isOf = (whole: number): boolean => Math.abs(left - 100 + whole - pointsOf(rest)!) <= slack;
      isRight = isOf(100) || shares.slice(0, at).some((whole) => isOf(pointsOf(whole)!));
      from = part;
    }
    // Behind 其中 the parts are those of another share.
    const isOfPart = at >= 0 || /[增減升降漲跌]|成長/.test(words.slice(Math.max(0, from.start - 8), from.start));
    if (isRight || from === rest || isOfPart || left <= 0 || Math.abs(left - pointsOf(rest)!) > mostPointsOff) continue;
    yield { rest, real: rounded(left) };
  }
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'numbers/remainder',
  title: { 'zh-TW': '其餘的數目不符', en: 'What is left is another number' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    rest: {
      'zh-TW': '「{whole}」扣除前面所說的，其餘是 {real}，這裡卻是「{rest}」，請核對。',
      en: 'Of “{whole}” what is named before leaves {real}, this says “{rest}”; check them.',
    },
    share: {
      'zh-TW': '扣除前面所說的比例，其餘是 {real}%，這裡卻是「{rest}」，請核對。',
      en: 'What is named before leaves {real}%, this says “{rest}”; check them.',
    },
    whole: { 'zh-TW': '全部', en: 'The whole' },
  },
  check: (paragraph, _given, find) => {
    let before: Statement | undefined;
    for (const statement of statementsOf(paragraph)) {
      const told: Span[] = [];
      const tell = (at: Statement, { rest, whole, real }: WrongRemainder): void => {
        const place = at.spanOf(rest);
        if (told.some(({ start }) => start === place.start)) return;
        told.push(place);
        const wordsOf = (each: Told): string => each.at.words.slice(each.amount.start, each.amount.end);
        const params = { whole: wordsOf(whole), rest: wordsOf({ amount: rest, at }), real: written(real) };
        find({ message: 'rest', params, ...place, related: [{ message: 'whole', ...whole.at.spanOf(whole.amount) }] });
      };
      for (const each of wrongRemainders(statement, before)) tell(statement, each);
      for (const { words, spanOf, ...of } of bothReadingsOf(statement))
        for (const { rest, real } of wrongSharesLeft({ words, spanOf, ...of })) {
          const place = spanOf(rest);
          if (told.some(({ start }) => start === place.start)) continue;
          told.push(place);
          find({ message: 'share', params: { rest: words.slice(rest.start, rest.end), real: Math.round(real * 10) / 10 }, ...place }); // prettier-ignore
        }
      for (const reading of bothReadingsOf(statement))
        for (const each of [...wrongRests(reading, before), ...wrongAfterGroups(reading)]) tell(reading, each);
      before = statement;
    }
  },
};
