/** Chinese numerals: outline numbers (壹, 一, 甲), years and days (一百一十三, 二○二四, 廿四). */

const han = '〇一二三四五六七八九';
const formal = '零壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';

/** Digits by character; variants beside the standard forms. */
const digitOf = new Map<string, number>([
  ...[...han].map((character, value) => [character, value] as const),
  ...[...formal].map((character, value) => [character, value] as const),
  ['○', 0], ['Ｏ', 0], ['两', 2], ['兩', 2], ['弍', 2], ['貮', 2], ['贰', 2], ['叁', 3], ['参', 3], ['叄', 3], ['弌', 1], ['壱', 1], ['陆', 6],
]); // prettier-ignore
const unitOf = new Map<string, number>([
  ['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000],
]); // prettier-ignore
const tensOf = new Map<string, number>([
  ['廿', 20], ['卅', 30],
]); // prettier-ignore

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
 * @returns undefined where `text` is no numeral.
 */
export function parseHanNumber(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let pending: number | undefined;
  let byPlace: number | undefined = 0;
  for (const character of text) {
    const digit = digitOf.get(character);
    const unit = unitOf.get(character);
    const tens = tensOf.get(character);
    if (digit !== undefined) {
      if (byPlace !== undefined) byPlace = byPlace * 10 + digit;
      pending = digit;
    } else if (unit !== undefined) {
      byPlace = undefined;
      total += (pending ?? 1) * unit;
      pending = undefined;
    } else if (tens !== undefined) {
      byPlace = undefined;
      total += tens;
      pending = undefined;
    } else return undefined;
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
