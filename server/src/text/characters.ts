/**
 * Character classes by UTF-16 code unit, for single passes over a text. One table look-up a unit is an order of
 * magnitude cheaper than a regular expression with `\p{…}`.
 */

export const enum CharClass {
  Other = 0,
  /** Space, tab, U+3000, no-break blank, BOM, zero-width space. Line ends are not blanks. */
  Blank = 1,
  Han = 2,
  /** A–Z, a–z. */
  Latin = 3,
  /** 0–9. */
  Digit = 4,
  /** Ａ–Ｚ, ａ–ｚ, ０–９. */
  FullWidthAlphanumeric = 5,
  /** Brackets and quotation marks that open. */
  Open = 6,
  /** Brackets and quotation marks that close. */
  Close = 7,
  /** Punctuation of a Chinese or Latin sentence. */
  Punctuation = 8,
  /** A high surrogate of a Han character beyond the BMP (planes 2 and 3). Its low surrogate is `Other`. */
  HanSurrogate = 9,
}

const classes = new Uint8Array(0x10000);

function put(characters: string, charClass: CharClass): void {
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = charClass;
}

// Unicode script Han within the BMP: radicals, 々〇〡–〩, unified ideographs and extension A, compatibility ideographs.
classes.fill(CharClass.Han, 0x2e80, 0x2fd6);
put('々〇〡〢〣〤〥〦〧〨〩〸〹〺〻', CharClass.Han);
classes.fill(CharClass.Han, 0x3400, 0x4dc0);
classes.fill(CharClass.Han, 0x4e00, 0xa000);
classes.fill(CharClass.Han, 0xf900, 0xfada);
classes.fill(CharClass.HanSurrogate, 0xd840, 0xd88e);
classes.fill(CharClass.Latin, 0x41, 0x5b);
classes.fill(CharClass.Latin, 0x61, 0x7b);
classes.fill(CharClass.Digit, 0x30, 0x3a);
classes.fill(CharClass.FullWidthAlphanumeric, 0xff10, 0xff1a);
classes.fill(CharClass.FullWidthAlphanumeric, 0xff21, 0xff3b);
classes.fill(CharClass.FullWidthAlphanumeric, 0xff41, 0xff5b);
put(' \t\v\f\u00a0\u1680\u202f\u205f\u3000\ufeff\u200b', CharClass.Blank);
classes.fill(CharClass.Blank, 0x2000, 0x200b);
put('（「『《〈【〔｛［(“‘[{', CharClass.Open);
put('）」』》〉】〕｝］)”’]}', CharClass.Close);
put('，。、；：？！…—－～·‧．,.;:?!', CharClass.Punctuation);

/** The class of the code unit `code`. */
export function classOf(code: number): CharClass {
  return classes[code]!;
}

/** The class of the code unit at `index` of `text`; `Other` outside it. */
export function classAt(text: string, index: number): CharClass {
  return index >= 0 && index < text.length ? classes[text.charCodeAt(index)]! : CharClass.Other;
}

/** Number of Han characters in `[start, end)` of `text`; characters beyond the BMP count once, punctuation never. */
export function countHan(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const charClass = classOf(text.charCodeAt(i));
    if (charClass === CharClass.Han || charClass === CharClass.HanSurrogate) count++;
  }
  return count;
}

/** First index in `[start, end)` whose unit is no blank; `end` where all are. */
export function skipBlanks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && classOf(text.charCodeAt(i)) === CharClass.Blank) i++;
  return i;
}

/** End of the text in `[start, end)` without trailing blanks; `start` where all are blanks. */
export function trimBlanksEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && classOf(text.charCodeAt(i - 1)) === CharClass.Blank) i--;
  return i;
}

/** Whether `code` is a colon, of half or full width. */
export function isColon(code: number): boolean {
  return code === 0x3a || code === 0xff1a;
}

/** The code units of `characters`: a set of numbers is asked many times faster than a string or a set of strings. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
