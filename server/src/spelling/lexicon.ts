/** The words that the detector knows, what each costs in a cut, and how characters sound. */
import { readContexts } from './contextTable';
import type { Contexts } from './contextTable';
import { lexiconFormat } from './lexiconFormat';
import { soundOf } from './sounds';
import type { Sound } from './sounds';

/** Words are looked up in runs of Han characters, folded (`folded`), by their place: no string is made of any. */
export interface Lexicon {
  /** Minus the logarithm of how often the word at [start, end) of `run` is met; undefined for what is no word. */
  costAt(run: string, start: number, end: number): number | undefined;
  /**
   * Writes what the words cost that begin at `start` into `costs` from index `into` on, by their length; 0 where a length
   * makes no word. A character alone always has a cost.
   */
  costsFrom(run: string, start: number, costs: Float64Array, into: number): void;
  /** Whether `eachFilling` may have any: a no is certain, and cheap. */
  mayFill(run: string, start: number, end: number, at: number): boolean;
  /**
   * Hands to `visit` each character that, in the place of the one at `at`, makes a word of [start, end) that may be
   * proposed, as a UTF-16 code unit, with the cost of that word.
   */
  eachFilling(run: string, start: number, end: number, at: number, visit: (code: number, cost: number) => void): void;
  /** Whether two characters, by their UTF-16 code units, may sound nearly alike: a no is certain. */
  maySoundAlike(one: number, other: number): boolean;
  /** The readings of a character, the commonest first. */
  readingsOf(code: number): readonly Sound[];
  /** Whether one of two characters, by their UTF-16 code units, may be taken for the other by its shape alone. */
  lookAlike(one: number, other: number): boolean;
  /** Whether they look alike, be it only by the part that they sound by: enough where they sound alike too. */
  lookSomewhatAlike(one: number, other: number): boolean;
  /** Whether people are known to take two characters, by their UTF-16 code units, for each other. */
  areUsuallyTaken(one: number, other: number): boolean;
  /** Whether people are known to write `written` where `meant` was meant. */
  isUsualSlip(written: string, meant: string): boolean;
  /** Words that are slips between certain others. */
  readonly contexts: Contexts;
  /** Han characters of the longest word. */
  readonly longest: number;
}

/** Words longer than this are known and not proposed. */
export const longestProposal = 4;

/** A character that is written in two ways is looked up in one: 台 is 臺, 佔 is 占. */
const sameCharacters: Readonly<Record<string, string>> = {
  台: '臺', 佔: '占', 裏: '裡', 着: '著', 爲: '為', 污: '汙', 峯: '峰', 牀: '床', 羣: '群', 祕: '秘', 綫: '線', 恒: '恆', 强: '強', 喫: '吃',
  麽: '麼', 啓: '啟', 値: '值', 衞: '衛', 囘: '回', 産: '產', 説: '說', 税: '稅', 脱: '脫', 査: '查', 敎: '教', 敍: '敘', 叙: '敘', 卽: '即',
  旣: '既', 姊: '姐', 溼: '濕', 鑑: '鑒', 痲: '麻', 庄: '莊', 糢: '模', 慄: '栗',
}; // prettier-ignore

const foldedCodes = new Uint16Array(0x10000);
for (const [one, other] of Object.entries(sameCharacters)) foldedCodes[one.charCodeAt(0)] = other.charCodeAt(0);

/** `text` as words are looked up in; as long as `text`. */
export function folded(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const other = foldedCodes[text.charCodeAt(at)]!;
    if (other === 0) continue;
    result += text.slice(from, at) + String.fromCharCode(other);
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** What a character costs by itself that the lexicon does not have. */
export const costOfStranger = 17;

const firstHan = 0x4e00;
const endOfHan = 0xa000;
const codeOfGap = 1;
const sizeOfTable = 1 << 18;
const sizeOfSet = 1 << 22;
const none = -1;

/** Mixes the code unit of one more character into a hash. */
function mixed(hash: number, code: number): number {
  const product = Math.imul(hash ^ code, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 13)) & (sizeOfTable - 1);
}

/** Whether a hash may have been added: says no for nearly all that have not, at the cost of one look at memory. */
class HashSet {
  readonly #bits = new Uint32Array(sizeOfSet / 32);

  add(hash: number): void {
    const bit = bitOf(hash);
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  mayHave(hash: number): boolean {
    const bit = bitOf(hash);
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 9)) & (sizeOfSet - 1);
}

/** The hash of [start, end) of `run` with a gap at `at`. */
function hashOfGap(run: string, start: number, end: number, at: number): number {
  let hash = 0;
  for (let place = start; place < end; place += 1) hash = mixed(hash, place === at ? codeOfGap : run.charCodeAt(place));
  return hash;
}

/** Lists of numbers by a hash; who looks one up compares what the numbers stand for. Links count from 1, 0 ends a list. */
class Chains {
  readonly #heads = new Int32Array(sizeOfTable);
  readonly #next: Int32Array;
  readonly #values: Int32Array;
  #length = 0;

  /** @param size how many numbers there will be */
  constructor(size: number) {
    this.#next = new Int32Array(size + 1);
    this.#values = new Int32Array(size + 1);
  }

  add(hash: number, value: number): void {
    const slot = slotOf(hash);
    const link = (this.#length += 1);
    this.#next[link] = this.#heads[slot]!;
    this.#values[link] = value;
    this.#heads[slot] = link;
  }

  /** The first link of the list. */
  first(hash: number): number {
    return this.#heads[slotOf(hash)]!;
  }

  after(link: number): number {
    return this.#next[link]!;
  }

  valueAt(link: number): number {
    return this.#values[link]!;
  }
}

/** The words of a compiled lexicon, one behind the other. */
interface Words {
  readonly letters: Uint16Array;
  /** Where each word starts in `letters`, and the last one ends. */
  readonly starts: Int32Array;
  /** The code unit that ends each word: what it costs, and whether it may be proposed. */
  readonly codes: Uint8Array;
  readonly longest: number;
}

/** Reads the lines of the words, of which there are `count`. Somebody waits: all is loops over numbers. */
function readWords(lines: readonly string[], count: number): Words {
  const [characters, costsAlone, ...ofLengths] = lines as [string, string, ...string[]];
  const letters = new Uint16Array(lines.reduce((sum, { length }) => sum + length, 0));
  const starts = new Int32Array(count + 1);
  const codes = new Uint8Array(count);
  let word = 0;
  let end = 0;
  const endWord = (code: number): void => {
    codes[word] = code;
    word += 1;
    starts[word] = end;
  };
  for (let at = 0; at < characters.length; at += 1) {
    letters[end] = characters.charCodeAt(at);
    end += 1;
    endWord(costsAlone.charCodeAt(at));
  }
  let longest = 1;
  for (let line = 0; line < ofLengths.length; line += longest + 1) {
    longest += 1;
    const [nextCount, nextStep, ...others] = ofLengths.slice(line, line + longest).map(lexiconFormat.numbersOf) as [
      () => number, () => number, ...(() => number)[],
    ]; // prettier-ignore
    const costs = ofLengths[line + longest]!;
    let cost = 0;
    for (let first = 0; first < characters.length; first += 1) {
      let second = 0;
      for (let left = nextCount(); left > 0; left -= 1) {
        second += nextStep();
        letters[end] = characters.charCodeAt(first);
        letters[end + 1] = characters.charCodeAt(second);
        end += 2;
        for (const next of others) {
          letters[end] = characters.charCodeAt(next());
          end += 1;
        }
        endWord(costs.charCodeAt(cost));
        cost += 1;
      }
    }
  }
  return { letters: letters.slice(0, end), starts, codes, longest };
}

function readReadings(line: string): readonly (readonly Sound[] | undefined)[] {
  const sounds: Sound[][] = [];
  for (const each of line.split(' ')) {
    const end = each.search(/\d/) + 1;
    const sound = soundOf(each.slice(0, end));
    for (let at = end; at < each.length; at += 1) (sounds[each.charCodeAt(at) - firstHan] ??= []).push(sound);
  }
  return sounds;
}

/** The slips that people make. */
interface UsualSlips {
  /** As written and as meant, one behind the other. */
  readonly words: ReadonlySet<string>;
  /** The characters in which they differ, either one first. */
  readonly characters: ReadonlySet<number>;
}

function pairOf(one: number, other: number): number {
  return one * 0x10000 + other;
}

/** Pairs of characters that stand in a group of `line` together. */
function readGroups(line: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const group of line.split(' '))
    for (let at = 0; at < group.length; at += 1)
      for (let place = 0; place < group.length; place += 1)
        if (place !== at) pairs.add(pairOf(group.charCodeAt(at), group.charCodeAt(place)));
  return pairs;
}

/**
 * @param line words, each with what people write in the place of its first character, of its second and so on: `提供.題.共`;
 * behind `|` the same of slips that nobody was seen to make, whose characters are not usually taken for each other
 */
function readSlips(line: string): UsualSlips {
  const words = new Set<string>();
  const characters = new Set<number>();
  const [made, likely] = line.split('|') as [string, string];
  const read = (groups: string, isMade: boolean): void => {
    for (const group of groups.split(' ')) {
      const [meant, ...places] = group.split('.') as [string, ...string[]];
      places.forEach((written, at) => {
        for (const character of written) {
          words.add(meant.slice(0, at) + character + meant.slice(at + 1) + meant);
          const [one, other] = [character.charCodeAt(0), meant.charCodeAt(at)];
          if (isMade) characters.add(pairOf(one, other)).add(pairOf(other, one));
        }
      });
    }
  };
  read(made, true);
  read(likely, false);
  return { words, characters };
}

/**
 * Reads a lexicon.
 * @param compiled what `server/lexicon/compile.ts` makes. The first line says how many words there are, and how many
 * characters have those that may be proposed; the second has the readings, each with its characters, separated by blanks:
 * `yi4議意`; the third the slips that people make, as `readSlips` reads them; the fourth characters that look alike and
 * the fifth characters that share the part they sound by, in groups; the sixth words that are slips between others, as
 * `readContexts` reads them; the seventh all characters, and the eighth what each costs alone. Then the words by
 * their length, from two on, ordered by their first and their second character: a line with how many words begin with each
 * character, a line for each place from the second on with the characters there, and a line with what each word costs
 * (`lexiconFormat`). A character is its place in the seventh line, the second one how far it is behind that of the word
 * before with the same first. What is alike stands together, so it packs well.
 */
export function readLexicon(compiled: string): Lexicon {
  const [counts, soundsOfCharacters, usualSlips, shapes, parts, contexts, ...linesOfWords] = compiled.split('\n') as [
    string, string, string, string, string, string, ...string[],
  ]; // prettier-ignore
  const [size, fillings] = counts.split(' ').map(Number) as [number, number];
  const readings = readReadings(soundsOfCharacters);
  const slips = readSlips(usualSlips);
  const ofOneShape = readGroups(shapes);
  const withOnePart = readGroups(parts);
  const { letters, starts, codes, longest } = readWords(linesOfWords, size);
  const words = new Chains(size);
  const gaps = new Chains(fillings);
  const costOfWord = (word: number): number => lexiconFormat.costOf(codes[word]!);
  const someWords = new HashSet();
  const someBeginnings = new HashSet();
  const someGaps = new HashSet();
  const costsAlone = new Float32Array(endOfHan - firstHan).fill(costOfStranger);
  for (let word = 0; word < size; word += 1) {
    const start = starts[word]!;
    const end = starts[word + 1]!;
    let hash = 0;
    for (let at = start; at < end; at += 1) {
      if (at > start) someBeginnings.add(hash);
      hash = mixed(hash, letters[at]!);
    }
    words.add(hash, word);
    someWords.add(hash);
    if (end - start === 1) costsAlone[letters[start]! - firstHan] = costOfWord(word);
    if (end - start > longestProposal || !lexiconFormat.mayBeProposed(codes[word]!)) continue;
    for (let gap = start; gap < end; gap += 1) {
      hash = 0;
      for (let at = start; at < end; at += 1) hash = mixed(hash, at === gap ? codeOfGap : letters[at]!);
      gaps.add(hash, word);
      someGaps.add(hash);
    }
  }
  /** Whether `word` is what stands at [start, end) of `run`, whatever stands at `but`. */
  const isAt = (word: number, run: string, start: number, end: number, but: number): boolean => {
    const from = starts[word]!;
    if (starts[word + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at += 1)
      if (at !== but && run.charCodeAt(at) !== letters[from + at - start]!) return false;
    return true;
  };
  const costOf = (hash: number, run: string, start: number, end: number): number | undefined => {
    if (!someWords.mayHave(hash)) return undefined;
    for (let link = words.first(hash); link > 0; link = words.after(link)) {
      const word = words.valueAt(link);
      if (isAt(word, run, start, end, none)) return costOfWord(word);
    }
    return undefined;
  };
  const bits = new Int32Array(endOfHan - firstHan);
  readings.forEach((sounds, index) => {
    for (const { bit } of sounds ?? []) bits[index]! |= bit;
  });
  const silent: readonly Sound[] = [];
  return {
    costAt: (run, start, end) => {
      let hash = 0;
      for (let at = start; at < end; at += 1) hash = mixed(hash, run.charCodeAt(at));
      return costOf(hash, run, start, end);
    },
    costsFrom: (run, start, into, from) => {
      const first = run.charCodeAt(start);
      into[from] = costsAlone[first - firstHan]!;
      const most = Math.min(run.length, start + longest);
      let hash = mixed(0, first);
      let end = start + 1;
      for (; end < most && someBeginnings.mayHave(hash); end += 1) {
        hash = mixed(hash, run.charCodeAt(end));
        into[from + end - start] = costOf(hash, run, start, end + 1) ?? 0;
      }
      for (let size = end - start; size < longest; size += 1) into[from + size] = 0;
    },
    mayFill: (run, start, end, at) => someGaps.mayHave(hashOfGap(run, start, end, at)),
    eachFilling: (run, start, end, at, visit) => {
      const hash = hashOfGap(run, start, end, at);
      for (let link = gaps.first(hash); link > 0; link = gaps.after(link)) {
        const word = gaps.valueAt(link);
        if (isAt(word, run, start, end, at)) visit(letters[starts[word]! + at - start]!, costOfWord(word));
      }
    },
    maySoundAlike: (one, other) => (bits[one - firstHan]! & bits[other - firstHan]!) !== 0,
    readingsOf: (code) => readings[code - firstHan] ?? silent,
    lookAlike: (one, other) => ofOneShape.has(pairOf(one, other)),
    lookSomewhatAlike: (one, other) => withOnePart.has(pairOf(one, other)) || ofOneShape.has(pairOf(one, other)),
    areUsuallyTaken: (one, other) => slips.characters.has(pairOf(one, other)),
    isUsualSlip: (written, meant) => slips.words.has(written + meant),
    contexts: readContexts(contexts),
    longest,
  };
}

function gapOf(run: string, start: number, end: number, at: number): string {
  return `${run.slice(start, at)} ${run.slice(at + 1, end)}`;
}

/** What a word of the glossary costs: as much as one that is common in the office. */
const costOfOwnWord = 9;

/** `lexicon` with words of the author's own, which are known and may be proposed. */
export function lexiconWith(lexicon: Lexicon, own: Iterable<string>): Lexicon {
  const known = new Set<string>();
  const byGap = new Map<string, string>();
  let { longest } = lexicon;
  for (const written of own) {
    if (!/^[\u4e00-\u9fff]{2,12}$/.test(written)) continue;
    const word = folded(written);
    known.add(word);
    longest = Math.max(longest, word.length);
    if (word.length < 3 || word.length > longestProposal) continue;
    for (let at = 0; at < word.length; at += 1) {
      const key = gapOf(word, 0, word.length, at);
      byGap.set(key, (byGap.get(key) ?? '') + word[at]!);
    }
  }
  if (known.size === 0) return lexicon;
  return {
    ...lexicon,
    longest,
    costAt: (run, start, end) =>
      end - start > 1 && known.has(run.slice(start, end)) ? costOfOwnWord : lexicon.costAt(run, start, end),
    costsFrom: (run, start, costs, into) => {
      lexicon.costsFrom(run, start, costs, into);
      costs.fill(0, into + lexicon.longest, into + longest);
      for (let size = 2; size <= longest && start + size <= run.length; size += 1)
        if (known.has(run.slice(start, start + size))) costs[into + size - 1] = costOfOwnWord;
    },
    mayFill: (run, start, end, at) => lexicon.mayFill(run, start, end, at) || byGap.has(gapOf(run, start, end, at)),
    eachFilling: (run, start, end, at, visit) => {
      lexicon.eachFilling(run, start, end, at, visit);
      const fillings = byGap.get(gapOf(run, start, end, at)) ?? '';
      for (let each = 0; each < fillings.length; each += 1) visit(fillings.charCodeAt(each), costOfOwnWord);
    },
  };
}
