/** The detector of slips with its words and weights: what rules ask. */
import type { Span } from '../text/span';
import { unsliced } from '../text/unsliced';
import { isCutBy } from './cut';
import { bestOf, priorOfEverydayLanguage, proposalsIn } from './detect';
import type { Proposal, Suggestion } from './detect';
import { strayDoublesIn } from './doubles';
import { folded, lexiconWith, readLexicon } from './lexicon';
import { mostForMet } from './evidence';
import { leastScore } from './scores';
import { likenessOfSounds } from './sounds';
import weights from './weights.json';

export interface Speller {
  /**
   * The words that may have been meant where `prose` has something else; what the report says of them is in `evidence.ts`.
   * @param prose offsets are of its UTF-16 code units; the time is linear in its length
   * @param own words of the author's glossary, which are right
   * @param leave gives the places that nothing is proposed for; asked only where there is something to propose
   */
  proposalsIn(prose: string, own: readonly string[], leave: () => readonly Span[]): readonly Proposal[];
  /**
   * Where in `prose` the second one stands of two same characters, one of which is left over: 宣導導手冊.
   * @param own words of the author's glossary
   */
  strayDoublesIn(prose: string, own: readonly string[]): readonly number[];
  /** Whether words of `prose` reach over an edge of [start, end), as 電視 and 頻道 do over those of 視頻 in 電視頻道. */
  isCutBy(prose: string, place: Span): boolean;
  /** Whether the lexicon has `written` as a word. */
  isWord(written: string): boolean;
  /** Whether two characters look alike, be it only by the part that they sound by. */
  lookAlike: LookAlike;
  /** Whether two characters look alike or have one sound, tones aside. */
  isAlike: LookAlike;
}

export type LookAlike = (one: string, other: string) => boolean;

/** Runs of characters whose answer is kept: those of several reports. */
const mostKept = 20_000;

/** @param compiled what `server/lexicon/compile.ts` makes */
export function createSpeller(compiled: string): Speller {
  const lexicon = readLexicon(compiled);
  const none: readonly string[] = [];
  let latest = { own: none, lexicon };
  const kept = new Map<string, readonly Suggestion[]>();
  /** While somebody types, all runs of a paragraph but one are as they were; so are all when settings change. */
  const bestIn = (run: string, before: string, after: string): readonly Suggestion[] => {
    const key = before + run + after;
    let best = kept.get(key);
    if (!best) {
      if (kept.size >= mostKept) kept.clear();
      best = bestOf(run, before, after, latest.lexicon, weights, leastScore - priorOfEverydayLanguage - mostForMet);
      kept.set(unsliced(key), best);
    }
    return best;
  };
  const knowOwn = (own: readonly string[]): void => {
    if (latest.own === own) return;
    latest = { own, lexicon: lexiconWith(lexicon, own) };
    kept.clear();
  };
  const lookAlike: LookAlike = (one, other) => lexicon.lookSomewhatAlike(one.charCodeAt(0), other.charCodeAt(0));
  return {
    proposalsIn: (prose, own, leave) => {
      knowOwn(own);
      return proposalsIn(prose, bestIn, leave);
    },
    strayDoublesIn: (prose, own) => {
      knowOwn(own);
      return strayDoublesIn(prose, latest.lexicon);
    },
    isCutBy: (prose, place) => isCutBy(prose, place, lexicon),
    isWord: (written) => written.length > 1 && lexicon.costAt(folded(written), 0, written.length) !== undefined,
    lookAlike,
    isAlike: (one, other) =>
      lookAlike(one, other) ||
      /^same/.test(
        likenessOfSounds(lexicon.readingsOf(one.charCodeAt(0)), lexicon.readingsOf(other.charCodeAt(0))) ?? '',
      ),
  };
}
