/** The detector and the words that it has in the package, for tests and tools. */
import { keptLexicon } from '../../server/lexicon/compile';
import { readLexicon } from '../../server/src/spelling/lexicon';
import type { Lexicon } from '../../server/src/spelling/lexicon';
import { createSpeller } from '../../server/src/spelling/speller';
import type { Speller } from '../../server/src/spelling/speller';

let lexicon: Lexicon | undefined;
let speller: Speller | undefined;

export function lexiconForTests(): Lexicon {
  return (lexicon ??= readLexicon(keptLexicon()));
}

export function spellerForTests(): Speller {
  return (speller ??= createSpeller(keptLexicon()));
}
