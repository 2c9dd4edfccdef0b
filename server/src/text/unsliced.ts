/** Shorter slices are copies anyway. */
const shortestWindow = 13;

/**
 * `words` as a string of its own. A slice is a window on the string it was cut from and keeps all of that alive: what is
 * kept longer than the text it comes from must be copied.
 */
export function unsliced(words: string): string {
  return words.length < shortestWindow ? words : (' ' + words).slice(1);
}
