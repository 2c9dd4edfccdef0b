/** The spelling detector and its words, which the build makes: a bundle of its own, for whoever checks spelling. */
import lexicon from '../lexicon/lexicon.cjs';
import { createSpeller } from './spelling/speller';
import type { Speller } from './spelling/speller';

/** Makes a detector; it reads all the words. */
export function makeSpeller(): Speller {
  return createSpeller(lexicon);
}
