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
  /** Nothing beside it says that a name was meant: it is one where the report has that name elsewhere. */
  readonly isUncertain?: boolean;
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

/** On how many sides of [start, end) a known name of an economy stands beside it in a list. */
function listedSides({ text, facts: { names } }: WrittenLine, { start, end }: Span): number {
  const before = names.some((name) => name.end === start - 1 && joints.includes(text[start - 1]!));
  const behind = names.some((name) => name.start === end + 1 && joints.includes(text[end]!));
  return Number(before) + Number(behind);
}

/** What names of countries stand between: 駐比利士代表處, 印尾籍. */
const beforeCountry = /[駐赴訪旅抵]$|飛往$|前往$|來自$/;
const behindCountry = /^(?:籍|裔|代表[處團]|辦事處|政府|[駐大]使|總[統理]|國會|首都|當局)/;

/** On how many sides of [start, end) of `text` words stand that a country has beside it. */
function countrySides(text: string, { start, end }: Span): number {
  const before = beforeCountry.test(text.slice(Math.max(0, start - 2), start));
  return Number(before) + Number(behindCountry.test(text.slice(end, end + 3)));
}

/** Whether a name of two characters, the second of which is 國, stands at [start, end) and is no part of other words: 太國, not 開發國家. */
function isState(text: string, { start, end }: Span, isWord: (from: number, to: number) => boolean): boolean {
  return (
    text[end - 1] === '國' &&
    !isWord(start - 1, start + 1) &&
    !isWord(start - 2, start + 1) &&
    !isWord(end - 1, end + 1) &&
    /[由在於赴往自與及和跟對、，。；：（「\s]$/.test(text.slice(Math.max(0, start - 1), start))
  );
}

/** A shorter name may be another word with two characters swapped. */
const shortestSwapped = 4;

/** Whether `written` is `name` but for two characters that have changed places: 密克羅西尼亞. */
function isSwapped(written: string, name: string): boolean {
  const at = [...name].flatMap((character, index) => (character === written[index] ? [] : [index]));
  const [one, other] = at;
  return at.length === 2 && written[one!] === name[other!] && written[other!] === name[one!];
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

/** What stands before a name where a clause or a phrase begins, and behind it. */
const beginsPhrase = /(?:^|[，。；：、（「\s於在由自與及和])$/;
const behindName = /^(?:[之的於在]|方面|政府|當局|經驗)/;

/** Whether a name of two characters may stand at [start, end) of `text`, by what is around it: 芬籃之作法. */
function mayBeNamed(text: string, { start, end }: Span, isWord: (from: number, to: number) => boolean): boolean {
  return (
    text[end - 1] !== '國' &&
    beginsPhrase.test(text.slice(Math.max(0, start - 1), start)) &&
    behindName.test(text.slice(end, end + 2)) &&
    !isWord(start - 1, start + 1) &&
    !isWord(end - 1, end + 1)
  );
}

/** What ends the phrase that a name stands in. */
const endsPhrase = /^(?:$|[，。；：、）」\s及與和暨等之的均亦皆])/;

/** Whether words on both sides of [start, end) of `text` leave it by itself, as a name stands in a list. */
function isApart(text: string, { start, end }: Span): boolean {
  return beginsPhrase.test(text.slice(Math.max(0, start - 1), start)) && endsPhrase.test(text.slice(end, end + 1));
}

/** Whether the character at `at` is that of its neighbour once more: 葡葡牙. */
function isDoubled(written: string, at: number): boolean {
  return written[at] === written[at - 1] || written[at] === written[at + 1];
}

/** Nothing else is written like a name of so many characters but for one of them: 阿拉伯聯合大工國. */
const certain = 6;

/** What ends the name of a place: behind two characters these are its first ones, 海德 of 海德堡. */
const endsPlace = /^(?:[堡市鎮村郡州港灣島山河湖宮寺街]|半島|大道|大學|機場)/;

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
    const swapped = at < 0 && name.length >= shortestSwapped && isSwapped(written, name);
    if ((at < 0 && !swapped) || !allHan.test(written) || all.has(written)) return;
    const taken = [...facts.names, ...facts.words.filter((word) => word.end - word.start > 1), ...found];
    if (taken.some((span) => span.start < end && start < span.end) || line.inQuotation(start)) return;
    if (partOfPerson.test((text[start - 1] ?? '') + (text[end] ?? ''))) return;
    const isWord = (from: number, to: number): boolean => from >= 0 && speller.isWord(text.slice(from, to));
    const says = name.length === 2 && isSpeaker(text, { start, end });
    // Between two names of economies another word is none: 日本、智力及墨西哥.
    const isBetween = listedSides(line, { start, end }) > 1 && speller.isAlike(written[at] ?? '', name[at] ?? '');
    if (isWord(start, end) && !says && !isBetween) return;
    if (name.length >= certain || swapped) {
      found.push({ start, end, written, meant: name });
      return;
    }
    const among = countrySides(text, { start, end });
    const sides = listedSides(line, { start, end }) + among;
    const listed = sides > 0;
    const [one, other] = [written[at]!, name[at]!];
    if (name.length === 2) {
      if (endsPlace.test(text.slice(end, end + 2))) return;
      const isNamed = says || (name[1] === '國' && at === 0 && isState(text, { start, end }, isWord));
      // 「赴美過海」 goes on with another word.
      const alike = among > 0 && name[at] !== '國' ? speller.isAlike(one, other) : speller.lookAlike(one, other);
      const isEnough =
        sides + Number(alike) > 1 || (listed && speller.isAlike(one, other) && isApart(text, { start, end }));
      if (isNamed ? !speller.isAlike(one, other) : !isEnough) {
        if (mayBeNamed(text, { start, end }, isWord) && speller.isAlike(one, other))
          found.push({ start, end, written, meant: name, isUncertain: true });
        return;
      }
      if (sides > 1 || isEnough) {
        found.push({ start, end, written, meant: name });
        return;
      }
    } else if (name.length > 3 && listed) {
      // Three characters of a name in a list of names are enough, whatever the fourth is.
      found.push({ start, end, written, meant: name });
      return;
    } else if (!speller.isAlike(one, other) && !isDoubled(written, at)) return;
    // 比例 in 依比例時 is a word, and so is 葡萄 in 葡萄芽: nothing says that a name was meant.
    const place = start + at;
    if (!says && sides < 2 && (isWord(place - 1, place + 1) || isWord(place, place + 2))) return;
    if (name.length === 3 && !listed && (isWord(start, end - 1) || isWord(start + 1, end))) return;
    found.push({ start, end, written, meant: name });
  };
  for (let start = 0; start + 1 < text.length; start++) {
    for (const name of byFirst.get(text[start]!) ?? []) take(start, name);
    for (const name of bySecond.get(text[start + 1]!) ?? []) if (name[0] !== text[start]) take(start, name);
  }
  return found;
}
