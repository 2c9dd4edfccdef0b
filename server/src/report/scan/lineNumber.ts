/** The numbers that lines begin with: 壹、 一、 （一） 1. (1) 甲、 第一章 I. A., and 3.1.2. */
import { CharClass, classAt, classOf, skipBlanks } from '../../text/characters';
import { isFormalNumeral, isHanNumeral, isRomanCharacter, parseHanNumber, romanNumeralAt, stemValue } from '../../text/numerals'; // prettier-ignore
import type { Span } from '../../text/span';
import type { DecimalNumber, LineNumber } from '../model/lines';

/** The value of a digit of half or full width, as older documents have it (１、); -1 for any other unit. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Whether no item begins with `mark`: a sentence goes on with it behind a bracket. */
function goesOnBehindBracket(mark: string): boolean {
  return '，。、；：）)」之的及與和或等為者'.includes(mark);
}

/** An outline number at `index`: 壹、 一、 （一） 1. (1) 甲、 （甲）. */
export function markedNumberAt(text: string, index: number, end: number): LineNumber | undefined {
  if (index >= end) return undefined;
  const first = text.charCodeAt(index);
  const bracketed = first === 0x28 || first === 0xff08;
  const from = bracketed ? skipBlanks(text, index + 1, end) : index;
  if (from >= end) return undefined;
  const code = text.charCodeAt(from);
  let to = from;
  let value: number | undefined;
  let system: 'formal' | 'han' | 'digit' | 'stem';
  if (digitOf(code) >= 0) {
    system = 'digit';
    value = 0;
    for (; to < end && to - from < 3; to++) {
      const digit = digitOf(text.charCodeAt(to));
      if (digit < 0) break;
      value = value * 10 + digit;
    }
    if (to - from > 2) return undefined;
  } else if (isFormalNumeral(code)) {
    system = 'formal';
    while (to < end && to - from < 4 && isFormalNumeral(text.charCodeAt(to))) to++;
    value = parseHanNumber(text, from, to);
  } else if (isHanNumeral(code)) {
    system = 'han';
    while (to < end && to - from < 4 && isHanNumeral(text.charCodeAt(to))) to++;
    value = parseHanNumber(text, from, to);
  } else {
    system = 'stem';
    value = stemValue(code);
    to = from + 1;
  }
  if (value === undefined || value < 1 || value > 99) return undefined;
  const numeral = { start: from, end: to };
  if (bracketed) {
    const close = skipBlanks(text, to, end);
    if (close >= end) return undefined;
    const mark = text.charCodeAt(close);
    if (mark !== 0x29 && mark !== 0xff09) return undefined;
    const kind = system === 'digit' ? 'digit-bracketed' : system === 'stem' ? 'stem-bracketed' : 'han-bracketed';
    // 「…新加坡⏎（2）、我國（3）、泰國（2）」: counts behind names, not an item
    if (system === 'digit' && /^、[^（()）]{1,12}[（(]\d/.test(text.slice(close + 1, Math.min(end, close + 20))))
      return undefined;
    // 「（二）、」: the mark is one too many, but it is no part of the title.
    const behind = text.charCodeAt(close + 1) === 0x3001 ? close + 2 : close + 1;
    return { system: kind, value, numeral, start: index, end: Math.min(behind, end) };
  }
  if (to >= end) return undefined;
  const mark = text.charCodeAt(to);
  // 1) or 1）, which may also be the end of a bracket that the line end cut: 「第4條及第\n5）之規定」
  if (mark === 0x29 || mark === 0xff09) {
    const isList = system === 'digit' && to + 1 < end && !goesOnBehindBracket(text[to + 1]!);
    return isList ? { system: 'digit-bracketed', value, numeral, start: index, end: to + 1 } : undefined;
  }
  // 「…分別為12、9、⏎15、7、11公釐」: a figure among figures
  if (
    mark === 0x3001 &&
    system === 'digit' &&
    /^\d{1,3}(?:\.\d{1,3})?[、及與和]/.test(text.slice(to + 1, Math.min(end, to + 9)))
  )
    return undefined;
  // 、 ．
  if (mark === 0x3001 || mark === 0xff0e) return { system, value, numeral, start: index, end: to + 1 };
  if (mark === 0x2e) {
    // 「1.0 目的」, as engineers number chapters; not 「2.0 版」
    if (system === 'digit' && /^0[.、]?[ \t\u3000]+(?!版)\S/.test(text.slice(to + 1, Math.min(end, to + 8))))
      return { system, value, numeral, start: index, end: to + 2 };
    // 3.5, 113.8.16 and 1.2.3 are no outline numbers
    return classAt(text, to + 1) === CharClass.Digit
      ? undefined
      : { system, value, numeral, start: index, end: to + 1 };
  }
  // 壹　目的, without punctuation: only formal numerals are rare enough in prose
  return system === 'formal' && classOf(mark) === CharClass.Blank
    ? { system, value, numeral, start: index, end: to }
    : undefined;
}

/** A Roman number with a mark, or as one character, before Chinese words: 「I. 目的」, 「Ⅱ　過程」. */
function romanNumberAt(text: string, index: number, end: number): LineNumber | undefined {
  const numeral = romanNumeralAt(text, index);
  if (!numeral || numeral.end >= end) return undefined;
  const { value, end: to } = numeral;
  const mark = text[to]!;
  const isMarked = '、．.'.includes(mark);
  if (!isMarked && !(isRomanCharacter(text.charCodeAt(index)) && classAt(text, to) === CharClass.Blank))
    return undefined;
  const behind = isMarked ? to + 1 : to;
  const title = skipBlanks(text, behind, end);
  if (title >= end || classAt(text, title) !== CharClass.Han) return undefined;
  return { system: 'roman', value, numeral: { start: index, end: to }, start: index, end: behind };
}

/** A letter with a mark before Chinese words or a date: 「A. 心得」, 「B、4月8日座談」; not the 「A、」 of 「A、B兩案」 and of 「A、C及E」. */
const letterNumber =
  /[A-Z][.．、](?=\*{0,2}[ \t\u3000]{0,4}\*{0,2}(?:\p{Script=Han}|\d{1,4}[年月]))(?![^，。：]{1,8}[、及與和]\p{Script=Han}{0,6}[A-Z])/uy;

function letterNumberAt(text: string, index: number): LineNumber | undefined {
  letterNumber.lastIndex = index;
  const match = letterNumber.exec(text);
  if (!match) return undefined;
  const end = index + match[0].length;
  return {
    system: 'letter',
    value: text.charCodeAt(index) - 0x40,
    numeral: { start: index, end: index + 1 },
    start: index,
    end,
  };
}

/** What is counted, so that the number before it is an amount: 「3 天行程」, 「12 月」. */
const counted = /^[年月日天週時分秒位個名項件次場家國人點種類間所座元億萬%％]|^(?:公[里尺噸頃斤分]|小時|[美歐]元)/;

/** A number that only a blank parts from the title behind it: 「1　目的」, 「一　目的」. Only what stands around the line tells that it is one. */
export function blankNumberAt(text: string, index: number, end: number): LineNumber | undefined {
  let to = index;
  let system: 'digit' | 'han' = 'digit';
  let value: number | undefined = 0;
  while (to < end && to - index < 3 && digitOf(text.charCodeAt(to)) >= 0)
    value = value * 10 + digitOf(text.charCodeAt(to++));
  if (to === index) {
    system = 'han';
    while (to < end && to - index < 4 && isHanNumeral(text.charCodeAt(to))) to++;
    value = to === index ? undefined : parseHanNumber(text, index, to);
  }
  if (value === undefined || value < 1 || value > 99 || to >= end || classAt(text, to) !== CharClass.Blank)
    return undefined;
  const title = skipBlanks(text, to, end);
  if (title >= end || classAt(text, title) !== CharClass.Han || counted.test(text.slice(title, title + 2)))
    return undefined;
  return { system, value, numeral: { start: index, end: to }, start: index, end: to };
}

const chapterNumber =
  /第 ?([一二三四五六七八九十壹貳參肆伍陸柒捌玖拾叁叄参弍貮贰弌壱陆]{1,3}|\d{1,2}) ?([章節篇]|部分?)[：:、]?/y;

/**
 * The number of a chapter or of a section of one at `index`: 「第一章　緒論」, 「第二節：行程」, 「第一部　目的」.
 * @param isTitle whether the words behind it are known to be a title, so that nothing need part it from them: 「第一章緒論」
 */
export function chapterNumberAt(text: string, index: number, isTitle: boolean): LineNumber | undefined {
  chapterNumber.lastIndex = index;
  const match = chapterNumber.exec(text);
  if (!match) return undefined;
  const start = index + match[0].indexOf(match[1]!);
  const end = start + match[1]!.length;
  const value = /\d/.test(match[1]!) ? Number(match[1]) : parseHanNumber(text, start, end);
  if (!value) return undefined;
  const system = match[2] === '節' ? 'section' : 'chapter';
  const number: LineNumber = { system, value, numeral: { start, end }, start: index, end: index + match[0].length };
  // 「第一部電影」 and 「第二篇論文」 are things that are counted.
  return (isTitle && /[章節]/.test(match[2]!)) || isParted(text, number) ? number : undefined;
}

/** Whether a mark or a blank parts the number of a chapter from a title of its own. */
export function isParted(text: string, { end }: Span): boolean {
  return '：:、'.includes(text[end - 1]!) || (end < text.length && ' \t\u3000'.includes(text[end]!));
}

/**
 * The number that a title or a paragraph begins with at `index`.
 * @param isTitle whether the words behind it are known to be a title, so that a blank or nothing may part it from them
 */
export function lineNumberAt(text: string, index: number, end: number, isTitle: boolean): LineNumber | undefined {
  if (text.charCodeAt(index) === 0x7b2c) return chapterNumberAt(text, index, isTitle); // 第
  return (
    markedNumberAt(text, index, end) ??
    romanNumberAt(text, index, end) ??
    letterNumberAt(text, index) ??
    (isTitle ? blankNumberAt(text, index, end) : undefined)
  );
}

/** 3.1, 3.1.2 before a title or a paragraph, and no amount: 3.5 公里. */
const decimalNumber =
  /(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?[.．、]?[ \t\u3000]+(?!公[里尺噸頃斤分]|[億萬兆倍度分秒人件元%％]|小時|[美歐]元|[a-z]{1,2}\b|[kMG][a-zA-Z]{1,2}\b)/y;
/** Longer titles have no such number, in UTF-16 code units. */
const longestDecimalTitle = 50;

/** A number of several levels with the last of them, and where the words behind it begin. */
export interface DecimalHead extends DecimalNumber {
  readonly ordinal: LineNumber;
  readonly end: number;
}

/** The numbers that `title` begins with. */
export function decimalOf(text: string, { start, end }: Span): DecimalHead | undefined {
  if (classAt(text, start) !== CharClass.Digit) return undefined;
  decimalNumber.lastIndex = start;
  const match = decimalNumber.exec(text);
  if (!match || decimalNumber.lastIndex >= end) return undefined;
  const levels = match.slice(1).filter((digits: string | undefined) => digits !== undefined);
  const values = levels.map(Number);
  if (values.includes(0)) return undefined;
  const isTitle = end - start <= longestDecimalTitle && !/[，；]/.test(text.slice(start, end));
  const numbersEnd = start + levels.join('.').length;
  const numeral = { start: numbersEnd - levels.at(-1)!.length, end: numbersEnd };
  const ordinal: LineNumber = { system: 'digit', value: values.at(-1)!, numeral, start, end: numbersEnd };
  return { values, isTitle, ordinal, end: decimalNumber.lastIndex };
}
