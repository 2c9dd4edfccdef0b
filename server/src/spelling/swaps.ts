/** Finds two characters of a run that stand in each other's place: 括包 for 包括. */
import type { Cut } from './cut';
import { joinsAnyWord } from './grammar';
import type { Lexicon } from './lexicon';

/** A word whose two characters stand the other way round from `start` on. */
export interface Swap {
  readonly start: number;
  readonly word: string;
}

/** A word that costs more is met too rarely to be taken for what was meant. */
const costOfCommonWord = 9.5;
/** How much cheaper, in nats, the cut has to be with the word. */
const leastGain = 9;

/**
 * @param run Han characters, folded; the time is linear in their number
 * @param cut that of the run
 */
export function swapsIn(run: string, { before, after, startOf, endOf }: Cut, lexicon: Lexicon): readonly Swap[] {
  const found: Swap[] = [];
  if (run.length < 3) return found;
  const total = before[run.length]!;
  for (let start = 0; start + 2 <= run.length; start += 1) {
    const next = start + 1;
    if (endOf[start] !== next || startOf[next] !== next || endOf[next] !== start + 2) continue;
    const word = run[next]! + run[start]!;
    const cost = lexicon.costAt(word, 0, 2) ?? Infinity;
    if (cost > costOfCommonWord || total - (before[start]! + cost + after[start + 2]!) < leastGain) continue;
    if (joinsAnyWord(run, start, start + 2, start) || joinsAnyWord(run, start, start + 2, next)) continue;
    found.push({ start, word });
  }
  return found;
}
