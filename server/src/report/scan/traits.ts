import { CharClass, classOf } from '../../text/characters';
import { opensQuote } from './quotes';

/**
 * What the one pass over a line's characters notices. A rule of typography, or a dearer reading of the line, looks
 * closer only at lines that show its trait; all others cost it nothing.
 */
export const enum Trait {
  /** , ; : ? ! beside a Han character, and the small and half width forms of Chinese marks: ﹐ ､. */
  HalfWidthPunctuation = 1,
  /** Ａ, １. */
  FullWidthAlphanumeric = 2,
  /** “ ” ‘ ’ " ' 〝 ＂. */
  ForeignQuote = 4,
  /** ... or 。。, a single …, and the dots that stand for it: ‧‧‧ ⋯ ‥. */
  Dots = 8,
  /** The same Chinese punctuation mark twice, or two that part clauses side by side, be one of half width. */
  Repeated = 16,
  /** A blank between two Han characters. */
  HanSpacing = 32,
  /** Brackets or quotation marks that do not pair off on the line, or pair in different widths. */
  Unpaired = 64,
  /** A Han character right beside a Latin letter or digit. */
  Joined = 128,
  /** A Han character and a Latin letter or digit with a blank between. */
  Spaced = 256,
  /** % or ％ or 百分之. */
  Percent = 512,
  /** What a placeholder may be made of: ○, 〇, ＸＸ, XX, OO, ＿＿, □□, TODO, TBD, $, 待, 【, ？？. */
  Placeholder = 1024,
  /** The same word twice: 的的, 進行進行. */
  Doubled = 2048,
  /** 時: of a time of day, mostly. */
  Hour = 4096,
  /** A Latin letter. */
  Latin = 8192,
  /** A mark that opens a quotation. */
  Quotation = 16384,
  /** 年, 月, / . or -: what a date can't be written without. */
  Dated = 32768,
  /** ： or :. */
  Colon = 65536,
  /** 。 */
  FullStop = 131072,
  /** A tab or ｜: what parts the cells of a row. */
  CellEnd = 262144,
}

export interface Traits {
  /** Han characters. */
  readonly han: number;
  /** Union of `Trait`. */
  readonly traits: number;
  /** Opening half-width round brackets; those of an outline number at the line's start are left out by the rule. */
  readonly halfBrackets: number;
  /** Opening full-width round brackets. */
  readonly fullBrackets: number;
}

/** The mark that closes `code`, 0 where it opens nothing. */
function closingOf(code: number): number {
  switch (code) {
    case 0xff08: // （
    case 0x28: // (
    case 0x300c: // 「
    case 0x300e: // 『
    case 0x300a: // 《
    case 0x3008: // 〈
      return code + 1;
    default:
      return 0;
  }
}

function isClosing(code: number): boolean {
  return code === 0xff09 || code === 0x29 || code === 0x300d || code === 0x300f || code === 0x300b || code === 0x3009;
}

/**
 * Characters that stand twice only by a slip, or where one word ends and the next begins with them. All others are
 * left alone: 紛紛, 委員會會議, 我國國內.
 */
const neverTwice = new Set(
  Array.from(
    '的之及於並亦或已將該被也而且由與具在是對以為向至從其能應須更較有再則均使一每各先來過團請儘者這就得會中內後',
    (character) => character.charCodeAt(0),
  ),
);

/** Whether the word of two, three or four units that ends at `index` also ends right before it. */
function repeats(line: string, index: number, code: number): boolean {
  for (let size = 2; size <= 4; size++) {
    if (line.charCodeAt(index - size) !== code) continue;
    let same = 1;
    while (same < size && line.charCodeAt(index - same) === line.charCodeAt(index - same - size)) same++;
    if (same === size) return true;
  }
  return false;
}

/** , ; : ? ! */
function isHalfPunctuation(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0x3a || code === 0x3f || code === 0x21;
}

const repeatable = new Set([0xff0c, 0x3002, 0x3001, 0xff1b, 0xff1a, 0xff01, 0xff1f]);

/** ，。、；： part clauses; two that differ never stand side by side. */
const parting = new Set([0xff0c, 0x3002, 0x3001, 0xff1b, 0xff1a]);

/** Marks that part clauses in other widths, and those that end a sentence otherwise: , . ; : ． ？ ！ */
const partingOtherwise = new Set([0x2c, 0x2e, 0x3b, 0x3a, 0xff0e, 0xff1f, 0xff01]);

/** ‧ · ． are dots of an ellipsis where several of one stand together. */
const dots = new Set([0x2027, 0xb7, 0xff0e, 0x30fb, 0x2022]);

/** Marks that several of stand where something is to be filled in: _ ＿ □ △ ● ＊. */
const leftBlank = new Set([0x5f, 0xff3f, 0x25a1, 0x25b3, 0x25cf, 0xff0a, 0x23, 0xff03]);

/** The traits of `[start, end)` of a line. */
export function scanTraits(line: string, start: number, end: number): Traits {
  let traits = 0;
  let han = 0;
  let halfBrackets = 0;
  let fullBrackets = 0;
  let previous: CharClass = CharClass.Other;
  let beforeBlank: CharClass = CharClass.Other;
  let previousCode = 0;
  // The units before the previous one: cheaper to carry along than to read again.
  let second = 0;
  let third = 0;
  let fourth = 0;
  let open: number[] | undefined;
  for (let i = start; i < end; i++) {
    const code = line.charCodeAt(i);
    const charClass = classOf(code);
    switch (charClass) {
      case CharClass.Han:
        han++;
        if (previous === CharClass.Blank) {
          if (beforeBlank === CharClass.Han) traits |= Trait.HanSpacing;
          else if (beforeBlank === CharClass.Latin || beforeBlank === CharClass.Digit) traits |= Trait.Spaced;
        } else if (previous === CharClass.Latin || previous === CharClass.Digit) {
          traits |= Trait.Joined;
        } else if (previous === CharClass.Punctuation && isHalfPunctuation(previousCode))
          traits |= Trait.HalfWidthPunctuation;
        if (code === 0x6708 || code === 0x5e74)
          traits |= previousCode === 0x58 ? Trait.Dated | Trait.Placeholder : Trait.Dated; // 月 年, X月
        else if (code === 0x6642) traits |= Trait.Hour;
        else if (code === 0x767e) traits |= Trait.Percent;
        else if (code === 0x5f85 || code === 0x3007)
          traits |= Trait.Placeholder; // 待 〇
        else if (code === 0x8acb && previous === CharClass.Open) traits |= Trait.Placeholder; // （請
        if (previousCode === 0xff3f || previousCode === 0x5f) traits |= Trait.Placeholder; // ＿月
        if (code === previousCode) {
          if (neverTwice.has(code)) traits |= Trait.Doubled;
        } else if ((code === 0x7684 && previousCode === 0x4e4b) || (code === 0x4e4b && previousCode === 0x7684)) {
          traits |= Trait.Doubled; // 之的, 的之
        } else if ((code === second || code === third || code === fourth) && repeats(line, i, code))
          traits |= Trait.Doubled;
        break;
      case CharClass.Latin:
      case CharClass.Digit:
        if (charClass === CharClass.Latin) traits |= Trait.Latin;
        if (previous === CharClass.Han) traits |= Trait.Joined;
        else if (previous === CharClass.Blank && beforeBlank === CharClass.Han) traits |= Trait.Spaced;
        // XX, xx, OO, OD of TODO, BD of TBD and BC of TBC
        if (code === previousCode && (code === 0x58 || code === 0x78 || code === 0x4f)) traits |= Trait.Placeholder;
        else if (
          code === 0x44 ? previousCode === 0x4f || previousCode === 0x42 : code === 0x43 && previousCode === 0x42
        )
          traits |= Trait.Placeholder;
        break;
      case CharClass.FullWidthAlphanumeric:
        traits |= Trait.FullWidthAlphanumeric;
        if (code === previousCode && (code === 0xff38 || code === 0xff58)) traits |= Trait.Placeholder;
        break;
      case CharClass.Punctuation:
        if (isHalfPunctuation(code)) {
          if (code === 0x3a) traits |= Trait.Colon;
          if (previous === CharClass.Han || previous === CharClass.Close) traits |= Trait.HalfWidthPunctuation;
        } else if (code === previousCode && repeatable.has(code))
          traits |=
            code === 0xff1f
              ? Trait.Repeated | Trait.Placeholder
              : code === 0x3002
                ? Trait.Repeated | Trait.Dots
                : Trait.Repeated;
        else if (
          code !== previousCode &&
          (parting.has(code)
            ? parting.has(previousCode) || partingOtherwise.has(previousCode)
            : parting.has(previousCode) && partingOtherwise.has(code))
        )
          traits |= Trait.Repeated;
        if (code === previousCode && dots.has(code)) traits |= Trait.Dots;
        if (previous === CharClass.Blank && beforeBlank === CharClass.Han && repeatable.has(code))
          traits |= Trait.HanSpacing;
        if (code === 0x3002) traits |= Trait.FullStop;
        else if (code === 0xff1a) traits |= Trait.Colon;
        else if (code === 0x2e) {
          traits |= previousCode === 0x2e ? Trait.Dots | Trait.Dated : Trait.Dated;
          if (beforeBlank === CharClass.Han || previous === CharClass.Close) traits |= Trait.HalfWidthPunctuation;
        } else if (code === 0x2026) traits |= Trait.Dots;
        break;
      case CharClass.Open:
      case CharClass.Close: {
        if (code === 0x28) halfBrackets++;
        else if (code === 0xff08) fullBrackets++;
        if (opensQuote(code)) traits |= Trait.Quotation;
        else if (code === 0x3010) traits |= Trait.Placeholder; // 【
        if (code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019) traits |= Trait.ForeignQuote;
        else if (previousCode === 0x4e2d) traits |= Trait.Placeholder; // 中）
        const closing = closingOf(code);
        if (closing !== 0) (open ??= []).push(closing);
        else if (isClosing(code) && open?.pop() !== code) traits |= Trait.Unpaired;
        break;
      }
      case CharClass.Other:
        if (code === 0x22 || code === 0x27 || code === 0x301d || code === 0xff02 || code === 0xff07)
          traits |= Trait.ForeignQuote;
        else if (code === 0x22ef || code === 0x2025 || (code === previousCode && dots.has(code))) traits |= Trait.Dots;
        else if (code === 0xff61 || code === 0xff64 || (code >= 0xfe50 && code <= 0xfe57))
          traits |= Trait.HalfWidthPunctuation;
        else if (code === 0x25 || code === 0xff05) traits |= Trait.Percent;
        else if (code === 0x2f || code === 0x2d)
          traits |= Trait.Dated; // / -
        else if (code === 0xff5c) traits |= Trait.CellEnd;
        else if (code === 0x25cb || code === 0x25ef || code === 0x24)
          traits |= Trait.Placeholder; // ○ ◯ $
        else if (code === previousCode && leftBlank.has(code)) traits |= Trait.Placeholder;
        break;
      case CharClass.Blank:
        if (code === 9) traits |= Trait.CellEnd;
        else if (previous === CharClass.Punctuation && repeatable.has(previousCode)) traits |= Trait.HanSpacing;
        break;
      case CharClass.HanSurrogate:
        han++;
        break;
    }
    if (charClass !== CharClass.Blank) beforeBlank = charClass;
    previous = charClass;
    fourth = third;
    third = second;
    second = previousCode;
    previousCode = code;
  }
  if (open !== undefined && open.length > 0) traits |= Trait.Unpaired;
  return { traits, han, halfBrackets, fullBrackets };
}
