/** The words of the spelling detector, which the build makes: a bundle of its own, for whoever checks spelling. */
import lexicon from '../lexicon/lexicon.cjs';

export { lexicon };
