/**
 * Characters of the simplified script that no text of Taiwan uses, and words of them, with their traditional forms.
 *
 * Left out are characters that the Big5 table holds, because they are right in Taiwan (后, 里, 干, 台, 面), those that
 * the table of unified terms names (碍, 粮), and pairs whose traditional form is not in use. Kept although Big5 holds
 * them, as rare characters that no report means: 与优体机构网极确听坏惊扰异党怀触圣价复气洁据吨离种胜适忏怜宁岭厂蜡赶蚕;
 * 拮据 and 胜肽 are right.
 *
 * Not `certain` are characters that stand for several traditional ones (发 for 發 and 髮), and words for which Taiwan has
 * its own term: converting them changes more than the script. What they become is for the author to confirm. Words are
 * there where the form of a character is not the right one, where one that is right elsewhere is simplified, or where
 * official names keep a character that is not in use elsewhere (水俣).
 */
import { simplified as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/simplified.tsv';

type SimplifiedForm = ReturnType<typeof rowsOf<typeof schema>>[number];

let forms: ReadonlyMap<string, SimplifiedForm> | undefined;

/** The rows by their simplified form, a character or a word of two. */
function simplifiedForms(): ReadonlyMap<string, SimplifiedForm> {
  return (forms ??= new Map(rowsOf(schema, compiled).map((row) => [row.simplified, row])));
}

/** All simplified characters, in the order of Unicode. */
export function simplifiedCharacters(): string {
  return [...simplifiedForms().keys()].filter((form) => form.length === 1).join('');
}

/** All simplified words whose characters are right in Taiwan elsewhere: 事后. */
export function simplifiedWords(): readonly string[] {
  return [...simplifiedForms().keys()].filter(isSimplifiedWord);
}

/** Whether `word` is simplified although its characters are right in Taiwan elsewhere. */
export function isSimplifiedWord(word: string): boolean {
  const isRight = (character: string): boolean => traditionalOf(character) === undefined;
  return word.length === 2 && [...word].every(isRight) && (traditionalOf(word) ?? word) !== word;
}

/** The traditional form of a simplified character; undefined for any other character. */
export function traditionalOf(character: string): string | undefined {
  return simplifiedForms().get(character)?.traditional;
}

/** Whether `word` is one that keeps its characters, because the authorities write it so: 水俣. */
export function keepsCharacters(word: string): boolean {
  return simplifiedForms().get(word)?.traditional === word;
}

export interface Conversion {
  readonly text: string;
  /** No character of it stands for more than one traditional character. */
  readonly certain: boolean;
}

/** `words` in traditional characters; what is not simplified stays as it is. */
export function toTraditional(words: string): Conversion {
  let text = '';
  let certain = true;
  for (let i = 0; i < words.length;) {
    const row = simplifiedForms().get(words.slice(i, i + 2)) ?? simplifiedForms().get(words[i]!);
    certain &&= row?.certain ?? true;
    text += row?.traditional ?? words[i]!;
    i += row?.simplified.length ?? 1;
  }
  return { text, certain };
}
