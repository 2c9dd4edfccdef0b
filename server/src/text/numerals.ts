/** Chinese numerals: outline numbers (壹, 一, 甲), years and days (一百一十三, 二○二四, 廿四). */

const han = '〇一二三四五六七八九';
const formal = '零壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';

/** Digits (0–9), units (10, 100, 1000) and whole tens (20, 30), with variants beside the standard forms. */
const numerals: readonly (readonly [value: number, characters: string])[] = [
  [0, '〇零○Ｏ'],
  [1, '一壹弌壱'],
  [2, '二貳两兩弍貮贰'],
  [3, '三參叁参叄'],
  [4, '四肆'],
  [5, '五伍'],
  [6, '六陸陆'],
  [7, '七柒'],
  [8, '八捌'],
  [9, '九玖'],
  [10, '十拾'],
  [20, '廿'],
  [30, '卅'],
  [100, '百佰'],
  [1000, '千仟'],
];

/** Value of a numeral by its code unit. */
const valueOf = new Map(
  numerals.flatMap(([value, characters]) =>
    Array.from(characters, (character) => [character.charCodeAt(0), value] as const),
  ),
);

/** Kind of numeral by code unit: 1 ordinary, 2 formal, 16 and up a stem. Asked for nearly every character of a report. */
const kinds = new Uint8Array(0x10000);
for (const character of '一二三四五六七八九十〇○百千廿卅') kinds[character.charCodeAt(0)] = 1;
for (const character of '壹貳參肆伍陸柒捌玖拾弍貮贰叁参叄弌壱陆') kinds[character.charCodeAt(0)] = 2;
[...stems].forEach((character, index) => (kinds[character.charCodeAt(0)] = 16 + index));

/** Whether the code unit writes an ordinary Chinese numeral in a date or a count. */
export function isHanNumeral(code: number): boolean {
  return kinds[code] === 1;
}

/** Whether the code unit is a formal numeral (大寫), variants included: 壹, 參, 叁. */
export function isFormalNumeral(code: number): boolean {
  return kinds[code] === 2;
}

/** Value of the stem 甲 … 癸 as 1 … 10; 0 for another code unit. */
export function stemValue(code: number): number {
  const kind = kinds[code]!;
  return kind < 16 ? 0 : kind - 15;
}

/**
 * Value of a Chinese numeral, by place (二○二四, 一一三) or with units (一百一十三, 十四, 廿四, 拾貳).
 * @returns undefined where `[start, end)` of `text` is no numeral.
 */
export function parseHanNumber(text: string, start = 0, end = text.length): number | undefined {
  if (start >= end) return undefined;
  let total = 0;
  let pending: number | undefined;
  let byPlace: number | undefined = 0;
  for (let i = start; i < end; i++) {
    const value = valueOf.get(text.charCodeAt(i));
    if (value === undefined) return undefined;
    if (value < 10) {
      if (byPlace !== undefined) byPlace = byPlace * 10 + value;
      pending = value;
      continue;
    }
    byPlace = undefined;
    total += value === 20 || value === 30 ? value : (pending ?? 1) * value;
    pending = undefined;
  }
  return byPlace ?? total + (pending ?? 0);
}

function withUnits(value: number, digits: string, ten: string): string {
  if (value < 1 || value > 99 || !Number.isInteger(value)) throw new RangeError(`no outline numeral for ${value}`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? digits[tens]! : '') + (tens > 0 ? ten : '') + (ones > 0 ? digits[ones]! : '');
}

/** 一 … 九十九. @throws RangeError outside 1–99. */
export function toHan(value: number): string {
  return withUnits(value, han, '十');
}

/** 壹 … 玖拾玖. @throws RangeError outside 1–99. */
export function toFormal(value: number): string {
  return withUnits(value, formal, '拾');
}

/** 甲 … 癸. @throws RangeError outside 1–10. */
export function toStem(value: number): string {
  const stem = stems[value - 1];
  if (stem === undefined) throw new RangeError(`no stem for ${value}`);
  return stem;
}

const romanLetters: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

/** I … MMMCMXCIX. @throws RangeError outside 1–3999. */
export function toRoman(value: number): string {
  if (value < 1 || value > 3999) throw new RangeError(`no Roman numeral for ${value}`);
  let [left, text] = [value, ''];
  for (const [worth, letters] of romanLetters) for (; left >= worth; left -= worth) text += letters;
  return text;
}

/** Ⅰ … Ⅻ, characters that hold a whole Roman numeral. */
const [firstRoman, lastRoman] = [0x2160, 0x216b];
const roman = /X{0,2}(?:IX|IV|V?I{0,3})(?![A-Za-z])/y;

/** Whether the code unit is a character for a whole Roman numeral: Ⅳ. */
export function isRomanCharacter(code: number): boolean {
  return code >= firstRoman && code <= lastRoman;
}

/** `value` as one character, Ⅳ, where there is one. */
export function toRomanCharacter(value: number): string | undefined {
  return value >= 1 && value <= lastRoman - firstRoman + 1 ? String.fromCharCode(firstRoman + value - 1) : undefined;
}

/** The Roman numeral from 1 to 29 at `start` of `text`, in letters (IV) or as one character (Ⅳ), and where it ends. */
export function romanNumeralAt(
  text: string,
  start: number,
): { readonly value: number; readonly end: number } | undefined {
  const code = text.charCodeAt(start);
  if (isRomanCharacter(code)) return { value: code - firstRoman + 1, end: start + 1 };
  if (code !== 0x49 && code !== 0x56 && code !== 0x58) return undefined;
  roman.lastIndex = start;
  const letters = roman.exec(text)?.[0];
  if (!letters) return undefined;
  let value = 1;
  while (toRoman(value) !== letters) value++;
  return { value, end: start + letters.length };
}

/** Value of a count as reports write it, in digits or in Chinese: 1,200, 十二. 0 for one that is none. */
export function parseCount(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral.replaceAll(',', '')) : (parseHanNumber(numeral) ?? 0);
}
