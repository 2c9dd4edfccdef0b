/** The numbers that word processors count by themselves, in the forms in which they write them. */
import { toFormal, toHan, toRoman, toStem } from '../text/numerals';

const branches = '子丑寅卯辰巳午未申酉戌亥';

/** A, B, …, Z, AA, BB as Word counts. */
function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));
}

/** Characters that hold a whole numeral, in runs of Unicode: the first value of each, its code and how many there are. */
const enclosures = {
  circled: [[1, 0x2460, 20], [21, 0x3251, 15], [36, 0x32b1, 15]],
  bracketed: [[1, 0x2474, 20]],
  stopped: [[1, 0x2488, 20]],
  'han-circled': [[1, 0x3280, 10]],
} as const; // prettier-ignore
type Enclosure = keyof typeof enclosures;

function enclosed(form: Enclosure, value: number): string {
  const run = enclosures[form].find(([from, , count]) => value >= from && value < from + count);
  return run ? String.fromCharCode(run[1] + value - run[0]) : String(value);
}
const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const digits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => '○一二三四五六七八九'[Number(digit)]!);

/** Whether no gap stands between a number and its words: behind a full-width mark there is none in print either, behind 第一章 there is. */
export function endsWide(number: string): boolean {
  return /[\u3000-\u303f\uff00-\uff65]$/.test(number) && /[\p{P}\u3000]$/u.test(number);
}

/** How a number is written. `bullet` and `none` write nothing. */
export type CountingForm =
  'decimal' | 'zero' | 'roman' | 'roman-small' | 'letter' | 'letter-small' | 'formal' | 'han' | 'han-digits' | 'stem' | 'branch' | 'full-width' | Enclosure; // prettier-ignore

/** `value` in `form`; as digits where the form has no numeral for it. */
export function counted(form: CountingForm, value: number): string {
  if (value < 1) return String(value);
  switch (form) {
    case 'decimal':
      return String(value);
    case 'zero':
      return String(value).padStart(2, '0');
    case 'roman':
      return value < 4000 ? toRoman(value) : String(value);
    case 'roman-small':
      return value < 4000 ? toRoman(value).toLowerCase() : String(value);
    case 'letter':
      return letter(value);
    case 'letter-small':
      return letter(value).toLowerCase();
    case 'formal':
      return value < 100 ? toFormal(value) : String(value);
    case 'han':
      return value < 100 ? toHan(value) : digits(value);
    case 'han-digits':
      return digits(value);
    case 'stem':
      return value <= 10 ? toStem(value) : String(value);
    case 'branch':
      return branches[value - 1] ?? String(value);
    case 'circled':
    case 'bracketed':
    case 'stopped':
    case 'han-circled':
      return enclosed(form, value);
    case 'full-width':
      return fullWidth(value);
  }
}

/** A level of a list: how its numbers look and where they begin. */
export interface CountingLevel {
  readonly form: CountingForm | 'none' | 'bullet';
  /** The whole number with `%1` … `%9` for the numerals of the levels: `（%2）`. */
  readonly text: string;
  readonly start: number;
  /** All numerals in it are digits. */
  readonly digits: boolean;
  /** The level whose next number makes it begin again (1 for the outermost); every outer one where it is undefined. */
  readonly restartsBehind: number | undefined;
  /** What stands between number and words. */
  readonly gap: string;
}

/** Counts a list of several levels. */
export class Counter {
  readonly #values: (number | undefined)[] = [];

  /**
   * The next number of `level` (0 for the outermost).
   * @param start begins there again; goes on where it is undefined
   */
  next(levels: readonly CountingLevel[], level: number, start?: number): string {
    const before = this.#values[level];
    const value = start ?? (before === undefined ? levels[level]!.start : before + 1);
    this.#values[level] = value;
    // A level that is passed over counts as if one of its numbers stood there.
    for (let outer = 0; outer < level; outer++) this.#values[outer] ??= levels[outer]!.start;
    for (let deeper = level + 1; deeper < this.#values.length; deeper++) {
      const restarts = levels[deeper]?.restartsBehind;
      if (restarts === undefined || (restarts > 0 && level < restarts)) this.#values[deeper] = undefined;
    }
    const { text, digits: legal, form, gap } = levels[level]!;
    if (form === 'bullet' || form === 'none') return form === 'none' && !text.includes('%') && text !== '' ? text + gap : ''; // prettier-ignore
    const written = text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const own = levels[of];
      if (!own || own.form === 'none' || own.form === 'bullet') return '';
      return counted(legal ? 'decimal' : own.form, this.#values[of] ?? own.start);
    });
    return written === '' ? '' : written + gap;
  }
}
