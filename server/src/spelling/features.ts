/** What speaks for and against a candidate: the terms of its score. */
import type { Candidate } from './candidates';

/** The terms, in the order of the weights. */
export const terms = [
  'bias',
  'gain',
  'cost',
  'costOfCharacter',
  'costOfRest',
  'restIsWord',
  'sameSyllable',
  'nearSound',
  'shape',
  'soundAndShape',
  'usual',
  'threeCharacters',
  'fourCharacters',
  'inWord',
  'rare',
  'cuts',
  'leans',
  'strangers',
] as const;
export type Term = (typeof terms)[number];
export type Weights = Readonly<Record<Term, number>>;

const mostGain = 16;

/** The value of each term for `candidate`, about between 0 and 2. */
export function valuesOf(candidate: Candidate): Readonly<Record<Term, number>> {
  const { likeness, word, alike, alone, start, end, cuts, leans } = candidate;
  const { gain, cost, costOfCharacter, costOfRest, strangers, usual, restIsWord, rare } = candidate;
  return {
    bias: 1,
    gain: Math.min(mostGain, gain) / 8,
    cost: cost / 8,
    costOfCharacter: costOfCharacter / 8,
    costOfRest: costOfRest / 8,
    restIsWord: Number(restIsWord),
    sameSyllable: Number(likeness === 'same-syllable'),
    nearSound: Number(likeness === 'near-sound'),
    shape: Number(likeness === 'shape'),
    soundAndShape: Number(likeness !== 'shape' && alike),
    usual: Number(usual),
    threeCharacters: Number(word.length === 3),
    // An idiom: two words side by side are not one that everybody knows by heart.
    fourCharacters: Number(word.length >= 4 && !restIsWord),
    inWord: Number(alone < end - start),
    rare: Number(rare),
    cuts: Number(cuts),
    leans: Number(leans),
    strangers: strangers / 4,
  };
}

/** How sure it is that `candidate` was meant: the logarithm of the odds. */
export function scoreOf(candidate: Candidate, weights: Weights): number {
  const values = valuesOf(candidate);
  let score = 0;
  for (const term of terms) score += weights[term] * values[term];
  return score;
}
