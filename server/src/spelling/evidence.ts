/** What the whole report says of a proposal: a word that it has elsewhere is likelier meant, one written again is its own. */
import { certain } from './scores';
import type { Proposal } from './detect';

/**
 * How much the logarithm of the odds of a slip is lower in the prose of offices, which somebody has looked through, than
 * in everyday language, where the report has the word that was meant nowhere else; set so that false alarms stay below one
 * in 5,000 characters there. Where it has it elsewhere, slips are as likely as in everyday language.
 */
const priorOfOffices = -1;

/** How much higher they are where the report has the word once elsewhere, and more often; set in the same way. */
const moreForMet = 0.5;
export const mostForMet = 1.4;

/** A word that sounds like another, and stands once in the report, may be a slip for that one where it has it so often. */
const leastOfHomophone = 2;
const scoreOfHomophone = 0.5;

/** How often a word stands in the report. */
export type Occurrences = (word: string) => number;

/**
 * How often each of `words` stands in `text`, whatever it stands in; the time is linear in the length of `text`.
 * @param words of two UTF-16 code units at least
 */
export function occurrencesIn(text: string, words: Iterable<string>): Occurrences {
  const counts = new Map<string, number>();
  const lengths = new Set<number>();
  const begins = new Uint8Array(0x10000);
  for (const word of words) {
    counts.set(word, 0);
    lengths.add(word.length);
    begins[word.charCodeAt(0)] = 1;
  }
  for (let at = 0; at < text.length; at += 1) {
    if (begins[text.charCodeAt(at)] === 0) continue;
    for (const length of lengths) {
      if (at + length > text.length) continue;
      const word = text.slice(at, at + length);
      const count = counts.get(word);
      if (count !== undefined) counts.set(word, count + 1);
    }
  }
  return (word) => counts.get(word) ?? 0;
}

/**
 * How sure a proposal is in its report: the logarithm of the odds that the word was meant. What is written again, and more
 * often than what is proposed, is a word of the author's field: a slip of the hand is seldom made twice. What the words
 * around it say is certain.
 */
export function certaintyOf(proposal: Proposal, occurrences: Occurrences): number {
  const { written, meant, score, everyday, homophone } = proposal;
  if (score === certain) return score;
  const times = occurrences(written);
  if (homophone) return times === 1 && occurrences(meant) >= leastOfHomophone ? scoreOfHomophone : -Infinity;
  const met = occurrences(meant);
  if (times > 1 && times > met) return -Infinity;
  if (met > 0) return score + (met > 1 ? mostForMet : moreForMet);
  return everyday ? score : score + priorOfOffices;
}
