/** Names of economies that differ in one character from what stands in a text: 新架坡, 立淘宛, 柬甫寨. */
import { countries } from '../knowledge/countries';
import { economies } from '../knowledge/economies';
import { differenceAt } from '../text/oneSlip';
import type { Span } from '../text/span';
import type { Speller } from './speller';

/** A line with what is known to stand on it. */
interface WrittenLine {
  readonly text: string;
  readonly facts: {
    readonly han: number;
    readonly names: readonly Span[];
    readonly words: readonly Span[];
  };
  inQuotation(offset: number): boolean;
}

/** What stands where a name was meant. */
export interface NearName extends Span {
  readonly written: string;
  readonly meant: string;
}

const allHan = /^[\u4e00-\u9fff]{2,}$/;

interface NameIndex {
  /** The names by their first character, */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** and by their second one, which is right where the first is not. */
  readonly bySecond: ReadonlyMap<string, readonly string[]>;
  readonly all: ReadonlySet<string>;
}

function indexOf(names: readonly string[]): NameIndex {
  const byFirst = new Map<string, string[]>();
  const bySecond = new Map<string, string[]>();
  const add = (into: Map<string, string[]>, character: string, name: string): void => {
    const others = into.get(character);
    if (others) others.push(name);
    else into.set(character, [name]);
  };
  for (const name of names) {
    add(byFirst, name[0]!, name);
    add(bySecond, name[1]!, name);
  }
  return { byFirst, bySecond, all: new Set(names) };
}

let index: NameIndex | undefined;

function known(): NameIndex {
  const names = [...economies, ...countries.values()].map(({ chinese }) => chinese);
  return (index ??= indexOf([...new Set(names)].filter((name) => allHan.test(name))));
}

/** Joints of a list of names; with one of them a name of two characters stands beside another name. */
const joints = '、及與和暨';

/** Whether a known name of an economy stands beside [start, end) of the line in a list. */
function isListed({ text, facts: { names } }: WrittenLine, { start, end }: Span): boolean {
  return names.some(
    (name) =>
      (name.end === start - 1 && joints.includes(text[start - 1]!)) ||
      (name.start === end + 1 && joints.includes(text[end]!)),
  );
}

/** What only somebody does who is named right before, where a clause begins: 印泥報告其進度. */
const speaks =
  /^(?:代表團?|政府)?(?:報告|表示|說明|指出|主張|提議|強調|回應|分享|發言|建議|詢問|重申|呼籲|支持|關切|附議|認為)/;

/** Whether a name of two characters begins a clause at [start, end) of `words` and says something; 每國 is no 美國. */
function isSpeaker(words: string, { start, end }: Span): boolean {
  return (
    words[end - 1] !== '國' &&
    (start === 0 || !/[\p{Script=Han}\w]/u.test(words[start - 1]!)) &&
    speaks.test(words.slice(end, end + 6))
  );
}

/** Nothing else is written like a name of so many characters but for one of them: 阿拉伯聯合大工國. */
const certain = 6;

/** What parts the words of a foreign person's name: 安格拉·梅克爾. */
const partOfPerson = /[·‧・．•]/;

/**
 * The places on `line` that have a name but for one character, which sounds like the right one or looks like it. Names of
 * two characters are too much like other words: they count beside another name alone, and by their shape.
 */
export function nearNamesOn(line: WrittenLine, speller: Speller): readonly NearName[] {
  const { text, facts } = line;
  if (facts.han === 0) return [];
  const { byFirst, bySecond, all } = known();
  const found: NearName[] = [];
  const take = (start: number, name: string): void => {
    const end = start + name.length;
    if (end > text.length) return;
    const written = text.slice(start, end);
    const at = differenceAt(written, name);
    if (at < 0 || !allHan.test(written) || all.has(written)) return;
    const taken = [...facts.names, ...facts.words.filter((word) => word.end - word.start > 1), ...found];
    if (taken.some((span) => span.start < end && start < span.end) || line.inQuotation(start)) return;
    if (partOfPerson.test((text[start - 1] ?? '') + (text[end] ?? ''))) return;
    const isWord = (from: number, to: number): boolean => from >= 0 && speller.isWord(text.slice(from, to));
    const says = name.length === 2 && isSpeaker(text, { start, end });
    if (isWord(start, end) && !says) return;
    if (name.length >= certain) {
      found.push({ start, end, written, meant: name });
      return;
    }
    const listed = isListed(line, { start, end });
    const [one, other] = [written[at]!, name[at]!];
    if (name.length === 2) {
      if (says ? !speller.isAlike(one, other) : !listed || !speller.lookAlike(one, other)) return;
    } else if (name.length > 3 && listed) {
      // Three characters of a name in a list of names are enough, whatever the fourth is.
      found.push({ start, end, written, meant: name });
      return;
    } else if (!speller.isAlike(one, other)) return;
    // 比例 in 依比例時 is a word, and so is 葡萄 in 葡萄芽: nothing says that a name was meant.
    const place = start + at;
    if (!says && (isWord(place - 1, place + 1) || isWord(place, place + 2))) return;
    if (name.length === 3 && !listed && (isWord(start, end - 1) || isWord(start + 1, end))) return;
    found.push({ start, end, written, meant: name });
  };
  for (let start = 0; start + 1 < text.length; start++) {
    for (const name of byFirst.get(text[start]!) ?? []) take(start, name);
    for (const name of bySecond.get(text[start + 1]!) ?? []) if (name[0] !== text[start]) take(start, name);
  }
  return found;
}
