import type { Span } from './span';

/** The sentence of `words` around `[start, end)`, without its full stop. */
export function sentenceAround(words: string, { start, end }: Span): string {
  const stop = words.indexOf('。', end);
  return words.slice(words.lastIndexOf('。', start) + 1, stop < 0 ? words.length : stop);
}
