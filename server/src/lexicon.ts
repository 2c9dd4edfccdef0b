/** The spelling detector with the words that the build makes: a bundle of its own, for whoever checks spelling. */
import lexicon from '../lexicon/lexicon.cjs';
import { createSpeller } from './spelling/speller';
import type { Speller } from './spelling/speller';

export const speller: Speller = createSpeller(lexicon);
