/** Number of single-character edits between `a` and `b`; a swap of neighbours is one. Words of a command line, not texts. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1];
      let least = Math.min(last[k]! + 1, row[k - 1]! + 1, last[k - 1]! + (same ? 0 : 1));
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
        least = Math.min(least, beforeLast[k - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Longer words are no slips of the keyboard, and comparing them would cost the product of their lengths. */
const longestWord = 80;

/** Fewer letters are the beginning of anything. */
const shortestBeginning = 3;

/**
 * The one of `candidates` that `word` was most likely meant to be: at most a third of it mistyped, one that ends with it
 * behind a slash (`missing-section` for `structure/missing-section`), or the only one that begins with it (`info`).
 * @returns undefined where none is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word === '' || word.length > longestWord) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (known.endsWith(`/${typed}`)) return candidate;
    const away = distance(typed, known);
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  if (best !== undefined) return best;
  const longer = candidates.filter((candidate) => candidate.toLowerCase().startsWith(typed));
  return typed.length >= shortestBeginning && longer.length === 1 ? longer[0] : undefined;
}
