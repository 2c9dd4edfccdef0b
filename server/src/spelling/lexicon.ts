/** The words that the detector knows, what each costs in a cut, and how characters sound. */
import { lexiconFormat } from './lexiconFormat';
import { soundOf } from './sounds';
import type { Sound } from './sounds';

export interface Lexicon {
  /** Minus the logarithm of how often the word is met; undefined for what is no word. */
  costOf(word: string): number | undefined;
  /**
   * The characters that make a word, which may be proposed, of `before` + character + `after`; empty where none does.
   */
  fillings(before: string, after: string): string;
  /** The readings of a character, the commonest first. */
  readingsOf(character: string): readonly Sound[];
  /** Han characters of the longest word. */
  readonly longest: number;
}

/** Stands for the character that is looked for; in no word. */
const gap = '\u{25a1}';
/** Words longer than this are known and not proposed. */
export const longestProposal = 5;

/** A character that is written in two ways is looked up in one: 台 is 臺, 佔 is 占. */
const sameCharacters: Readonly<Record<string, string>> = {
  台: '臺', 佔: '占', 裏: '裡', 着: '著', 爲: '為', 污: '汙', 峯: '峰', 牀: '床', 羣: '群', 祕: '秘', 綫: '線', 恒: '恆', 强: '強', 喫: '吃', 麽: '麼', 啓: '啟', 値: '值', 衞: '衛', 囘: '回', 産: '產', 説: '說', 税: '稅', 脱: '脫', 査: '查', 敎: '教',
  敍: '敘', 叙: '敘', 卽: '即', 旣: '既', 姊: '姐', 溼: '濕', 鑑: '鑒', 烟: '煙', 痲: '麻', 庄: '莊', 糢: '模',
}; // prettier-ignore

/** `text` as words are looked up in; as long as `text`. */
export function folded(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const other = sameCharacters[text[at]!];
    if (other === undefined || other === text[at]) continue;
    result += text.slice(from, at) + other;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/**
 * Reads a lexicon.
 * @param compiled what `server/lexicon/compile.ts` makes. The first line has the readings, each with its characters, separated
 * by blanks: `yi4議意`. Then a line for each first character of words: that character, and for each word the rest of it
 * and its cost (`lexiconFormat`).
 */
export function readLexicon(compiled: string): Lexicon {
  const [readings, ...lines] = compiled.split('\n');
  const sounds = new Map<string, Sound[]>();
  for (const each of readings!.split(' ')) {
    const end = each.search(/\d/) + 1;
    const sound = soundOf(each.slice(0, end));
    for (const character of each.slice(end)) {
      const known = sounds.get(character);
      if (known) known.push(sound);
      else sounds.set(character, [sound]);
    }
  }
  const costs = new Map<string, number>();
  const fillings = new Map<string, string>();
  let longest = 1;
  for (const line of lines) {
    const first = line[0]!;
    let from = 1;
    for (let at = 1; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      if (!lexiconFormat.isCost(code)) continue;
      const word = folded(first + line.slice(from, at));
      from = at + 1;
      costs.set(word, Math.min(costs.get(word) ?? Infinity, lexiconFormat.costOf(code)));
      if (word.length > longest) longest = word.length;
      if (!lexiconFormat.mayBeProposed(code) || word.length > longestProposal) continue;
      for (let place = 0; place < word.length; place += 1) {
        const key = word.slice(0, place) + gap + word.slice(place + 1);
        fillings.set(key, (fillings.get(key) ?? '') + word[place]!);
      }
    }
  }
  const silent: readonly Sound[] = [];
  return {
    costOf: (word) => costs.get(word),
    fillings: (before, after) => fillings.get(before + gap + after) ?? '',
    readingsOf: (character) => sounds.get(character) ?? silent,
    longest,
  };
}
