/** Finds words that are right by themselves and slips between certain others: 不在 before 需要 is 不再. */
import type { Confusion } from '../knowledge/types';
import type { Span } from '../text/span';
import type { Context } from './contextTable';
import { cutOf } from './cut';
import type { Cut } from './cut';
import { costOfStranger } from './lexicon';
import type { Lexicon } from './lexicon';

/** What was meant in a run of Han characters, by the words around it. */
export interface ContextSlip extends Span {
  readonly word: string;
  readonly reason: Confusion;
}

/** What follows in so many characters follows soon. */
const farthest = 20;

/** Whether `context` is that of its word at `at` of `text`. */
function holds(
  { written, before, after, soon, without, notAfter, notBefore }: Context,
  text: string,
  at: number,
): boolean {
  const end = at + written.length;
  const behind = after.length === 0 ? '' : after.find((words) => text.startsWith(words, end));
  if (behind === undefined) return false;
  const ahead = before.length === 0 ? '' : before.find((words) => text.startsWith(words, at - words.length));
  if (ahead === undefined) return false;
  if (soon.length > 0 || without.length > 0) {
    const rest = text.slice(end, end + farthest);
    const follows = (words: string): boolean => rest.includes(words);
    if (without.some(follows) || (soon.length > 0 && !soon.some(follows))) return false;
  }
  const [outer, next] = [text[at - ahead.length - 1], text[end + behind.length]];
  return !(outer && notAfter.includes(outer)) && !(next && notBefore.includes(next));
}

/** How much dearer a cut may be, in nats, that has a word by itself: 因 before 該是 is 因該 before 是. */
const mostLoss = 3;

/** Whether [start, end) of `run` is no part of words that reach over its edges. */
function standsAlone(run: string, start: number, end: number, cut: Cut, lexicon: Lexicon): boolean {
  const { before, after, startOf, endOf } = cut;
  if (startOf[start] === start && endOf[end - 1] === end) return true;
  let cost = lexicon.costAt(run, start, end);
  if (cost === undefined) {
    cost = 0;
    for (let at = start; at < end; at += 1) cost += lexicon.costAt(run, at, at + 1) ?? costOfStranger;
  }
  return before[start]! + cost + after[end]! - after[0]! <= mostLoss;
}

/**
 * The words of `run` that are slips by what stands around them, in the order of the run, never overlapping. What is part
 * of a longer word, as 不在 of 無所不在, is none, nor what two words have at their border, as 以經 of 得以經由.
 * @param run Han characters, folded; the time is linear in their number
 * @param before what the run follows, as much of it as contexts may hold; `after` the character that follows the run
 */
export function contextSlipsIn(run: string, before: string, after: string, lexicon: Lexicon): readonly ContextSlip[] {
  const slips: ContextSlip[] = [];
  const text = before + run + after;
  let cut: Cut | undefined;
  let from = 0;
  for (let start = 0; start < run.length; start += 1) {
    const contexts = lexicon.contexts.get(run.charCodeAt(start));
    if (!contexts || start < from) continue;
    for (const context of contexts) {
      const { written, meant, reason } = context;
      const end = start + written.length;
      if (!run.startsWith(written, start) || !holds(context, text, before.length + start)) continue;
      cut ??= cutOf(run, lexicon);
      if (!standsAlone(run, start, end, cut, lexicon)) continue;
      slips.push({ start, end, word: meant, reason });
      from = end;
      break;
    }
  }
  return slips;
}
