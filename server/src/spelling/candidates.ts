/** Finds the words that a run of Han characters may have meant: each differs from it in one character. */
import type { Cut } from './cut';
import { costOfStranger, longestProposal } from './lexicon';
import type { Lexicon } from './lexicon';
import { joinsAnyWord } from './grammar';
import { likenessOfSounds } from './sounds';
import type { Likeness } from './sounds';

export interface Candidate {
  /** Where the word stands in the run, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The character that is taken for a slip. */
  readonly at: number;
  /** The word that is proposed. */
  readonly word: string;
  readonly likeness: Likeness;
  /** Whether the characters look alike, be it only by the part that they sound by. */
  readonly alike: boolean;
  /** Whether people are known to take the two characters for each other. */
  readonly usual: boolean;
  /** Whether they are known to do so in this word. */
  readonly listed: boolean;
  /** How much cheaper the cut is with the word, in nats. */
  readonly gain: number;
  /** What the word costs. */
  readonly cost: number;
  /** What the character that is taken for a slip costs by itself: little where it is a common word. */
  readonly costOfCharacter: number;
  /** What the cheapest of its other characters costs by itself: little where it is a word of grammar, as in 蹲在. */
  readonly costOfRest: number;
  /**
   * Whether the character that is taken for a slip is a word of grammar that stands beside any word, as in 逐冊.
   */
  readonly joins: boolean;
  /** The same of the other characters in its place: 數 of 數味. */
  readonly joinsOther: boolean;
  /** Whether what is written is a word too, one that is rarely met: 漂落, where 飄落 may have been meant. */
  readonly rare: boolean;
  /**
   * Whether what is written is a word that is often met, and sounds the same: 其間 for 期間. Only the rest of the report tells
   * which of the two was meant.
   */
  readonly homophone: boolean;
  /** Of the characters in its place, how many stand alone in the cut. */
  readonly alone: number;
  /** Whether the other characters, or the other half, are a word by themselves, as in 負責任 for 負責人. */
  readonly restIsWord: boolean;
  /** Whether a word of the cut reaches over an edge of its place. */
  readonly cuts: boolean;
  /** Whether the character that is taken for a slip makes a word with its neighbour outside. */
  readonly leans: boolean;
  /** How much its two neighbours cost where they stand alone, above what words of grammar do: names are cut so. */
  readonly strangers: number;
}

const leastGain = 2;
/** The same where a word of the cut is broken: 課業 of 受課業 for 授課. */
const leastGainOfBroken = 4;
/** The same where two words of the cut are taken for an idiom. */
const leastGainOfIdiom = 10;
/** A character that costs more by itself is rarely a word of grammar. */
const costOfGrammar = 6;
/** A word that costs more is met so rarely that it may be a slip for a common one. */
const costOfRareWord = 14.5;

function likenessOf(written: number, meant: number, lexicon: Lexicon): Likeness | undefined {
  if (lexicon.maySoundAlike(written, meant)) {
    const sound = likenessOfSounds(lexicon.readingsOf(written), lexicon.readingsOf(meant));
    if (sound !== undefined) return sound;
  }
  // What people take for each other and does not sound alike looks alike to them.
  return lexicon.lookAlike(written, meant) || lexicon.areUsuallyTaken(written, meant) ? 'shape' : undefined;
}

/**
 * @param run Han characters, folded; the time is linear in their number
 * @param cut that of the run
 */
export function candidatesIn(run: string, cut: Cut, lexicon: Lexicon): readonly Candidate[] {
  const found: Candidate[] = [];
  const { before, after, startOf, endOf } = cut;
  const total = before[run.length]!;
  const costOfCharacter = (place: number): number => lexicon.costAt(run, place, place + 1) ?? costOfStranger;
  const isAlone = (place: number): boolean => endOf[place]! - startOf[place]! === 1;
  const strangeness = (place: number): number =>
    place >= 0 && place < run.length && isAlone(place) ? Math.max(0, costOfCharacter(place) - costOfGrammar) : 0;
  const isWord = (from: number, to: number): boolean =>
    from >= 0 && to <= run.length && to - from > 1 && lexicon.costAt(run, from, to) !== undefined;
  const isCommon = (from: number, to: number): boolean => (lexicon.costAt(run, from, to) ?? Infinity) <= costOfRareWord;
  /** Whether the character at `at`, on an edge of [start, end), makes a word with what stands beyond that edge. */
  const leansOut = (start: number, end: number, at: number): boolean =>
    (at === start && (isWord(at - 1, at + 1) || isWord(at - 2, at + 1))) ||
    (at === end - 1 && (isWord(at, at + 2) || isWord(at, at + 3)));

  /** Finds the words that [start, end) is with another character at `at`. */
  const propose = (start: number, end: number, at: number): void => {
    const written = run.charCodeAt(at);
    lexicon.eachFilling(run, start, end, at, (meant, cost) => {
      const gain = total - (before[start]! + cost + after[end]!);
      if (meant === written || gain < leastGain) return;
      const likeness = likenessOf(written, meant, lexicon);
      if (likeness === undefined) return;
      const homophone = isCommon(start, end);
      if (homophone && (likeness !== 'same-sound' || startOf[start] !== start || endOf[end - 1] !== end)) return;
      const cuts = startOf[start]! < start || endOf[end - 1]! > end;
      if (cuts && gain < leastGainOfBroken) return;
      const middle = start + 2;
      const ofTwoWords = end - start === 4 && (at < middle ? isWord(middle, end) : isWord(start, middle));
      // 資深館員 is as right as 資深官員, 循序漸近 is none of 循序漸進.
      if (ofTwoWords && gain < leastGainOfIdiom && (at < middle ? isCommon(start, middle) : isCommon(middle, end)))
        return;
      /** Whether `place` is in the word that `at` is in: 不可 stands before 偏費 whatever 不 may stand before. */
      const isBeside = (place: number): boolean => !ofTwoWords || place < middle === at < middle;
      let alone = 0;
      let costOfRest = costOfStranger;
      let joinsOther = false;
      const usual = lexicon.areUsuallyTaken(written, meant);
      for (let place = start; place < end; place += 1) {
        if (isAlone(place)) alone += 1;
        if (place === at) continue;
        joinsOther ||= isBeside(place) && joinsAnyWord(run, start, end, place);
        costOfRest = Math.min(costOfRest, costOfCharacter(place));
      }
      const word = run.slice(start, at) + String.fromCharCode(meant) + run.slice(at + 1, end);
      found.push({
        start,
        end,
        at,
        word,
        likeness,
        alike: lexicon.lookSomewhatAlike(written, meant),
        usual,
        listed: usual && lexicon.isUsualSlip(run.slice(start, end), word),
        gain,
        cost,
        costOfCharacter: costOfCharacter(at),
        costOfRest,
        joins: joinsAnyWord(run, start, end, at),
        joinsOther,
        rare: isWord(start, end),
        homophone,
        alone,
        restIsWord:
          (at === start && isWord(start + 1, end)) || (at === end - 1 && isWord(start, end - 1)) || ofTwoWords,
        cuts,
        leans: leansOut(start, end, at),
        strangers: strangeness(start - 1) + strangeness(end),
      });
    });
  };

  for (let at = 0; at < run.length; at += 1) {
    const size = endOf[at]! - startOf[at]!;
    // A character inside a longer word is no slip by itself, one in a common word of two only where an idiom or a word that
    // sounds the same is meant.
    if (size > 2) continue;
    const isOfCommon = size === 2 && isCommon(startOf[at]!, endOf[at]!);
    if (isOfCommon && lexicon.mayFill(run, startOf[at]!, endOf[at]!, at)) propose(startOf[at]!, endOf[at]!, at);
    const least = isOfCommon ? 4 : 2;
    for (let start = Math.max(0, at - longestProposal + 1); start <= at; start += 1) {
      const most = Math.min(run.length, start + longestProposal);
      for (let end = Math.max(at + 1, start + least); end <= most; end += 1)
        if (lexicon.mayFill(run, start, end, at)) propose(start, end, at);
    }
  }
  return found;
}
