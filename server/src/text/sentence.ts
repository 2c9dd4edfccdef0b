import type { Span } from './span';

/** No sentence is longer, in UTF-16 code units: what has no full stop for so long is no sentence. */
const longestSentence = 400;

/** What ends a clause that says something by itself. */
export const clauseEnds = '。；！？';

/** The sentence of `words` around `[start, end)`, up to the nearest of `borders` on either side. */
export function sentenceAround(words: string, { start, end }: Span, borders = '。'): string {
  return wordsBefore(words, start, borders) + words.slice(start, end) + wordsBehind(words, end, borders);
}

/** What stands right before `index` of `words`, back to the nearest of `borders`. */
export function wordsBefore(words: string, index: number, borders: string): string {
  const first = Math.max(0, index - longestSentence);
  let from = index;
  while (from > first && !borders.includes(words[from - 1]!)) from--;
  return words.slice(from, index);
}

/** What stands from `index` of `words` on, up to the nearest of `borders`. */
export function wordsBehind(words: string, index: number, borders: string): string {
  const last = Math.min(words.length, index + longestSentence);
  let to = index;
  while (to < last && !borders.includes(words[to]!)) to++;
  return words.slice(index, to);
}
