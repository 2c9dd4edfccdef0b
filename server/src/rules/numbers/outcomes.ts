/** What became of those that a total counts: 16件樣本中，14件相符，2件不符. */
import { phrasePattern } from '../../knowledge/phrases';
import { wordsBefore, wordsBehind } from '../../text/sentence';
import type { Span } from '../../text/span';
import { sumOf } from './amounts';
import type { Amount } from './amounts';
import { areOfOtherMatters, isRest } from './rests';
import { apart, mostUnder, otherCount } from './parts';
import type { Parts } from './parts';

/** What became of some: 及格, 出席, 通過; and of the others: 補考, 請假, 不符. */
const achieved = phrasePattern`${'achieved'}|陽性`;
const missed = phrasePattern`${'missed'}|[未不待]|續[行予審]|[再緩研]議|延[後期]|補[考測驗正訓]`;
/** Between a total and what became of it, and between one outcome and the next. */
const toOutcome = /^[^。；：（）\d]{0,12}[，；中][^。；：（）\d]{0,8}$/;
const nextOutcome = /^[^。；：（）\d]{0,10}[，、及][^。；：（）\d]{0,6}$/;

/** The words around an amount, back and on to the next mark. */
function labelOf(words: string, { start, end }: Span): string {
  const behind = wordsBehind(words, end, '，、。；：（）').split(/及(?!格)/)[0]!;
  return wordsBefore(words, start, '，、。；：（）及中') + '…' + behind;
}

/** Outcomes that leave nothing between them, behind a total: 16件樣本中，14件相符，2件不符; 委員20人，出席15人、請假5人. */
export function wrongOutcomes(words: string, amounts: readonly Amount[], index: number): Parts | undefined {
  const [total, first, second, third] = amounts.slice(index, index + 4);
  if (!total || !first || second?.measure !== total.measure || first.measure !== total.measure) return undefined;
  const [opening, between] = [words.slice(total.end, first.start), words.slice(first.end, second.start)];
  if (!toOutcome.test(opening) || !nextOutcome.test(between) || otherCount.test(opening) || apart.test(between))
    return undefined;
  if ([total, first, second].some(({ isRough }) => isRough)) return undefined;
  const [one, other] = [labelOf(words, first), labelOf(words, second)];
  const isWon = (label: string): boolean => achieved.test(label) && !missed.test(label);
  if (!(isWon(one) && missed.test(other)) && !(missed.test(one) && isWon(other))) return undefined;
  const [done, notDone] = isWon(one) ? [one, other] : [other, one];
  if (areOfOtherMatters(done, notDone)) return undefined;
  // Behind a bracket a third may stand; the reading without brackets sees it.
  if (isRest(words, amounts, index + 2) || /^[^，；]{0,12}[（(]/.test(words.slice(second.end))) return undefined;
  // A third outcome may follow: 棄權3票.
  const onward = third?.measure === total.measure ? words.slice(second.end, third.start) : '';
  const goesFurther = nextOutcome.test(onward) && !apart.test(onward);
  const parts = goesFurther ? [first, second, third!] : [first, second];
  const sum = sumOf(parts);
  return sum !== total.value && Math.abs(sum - total.value) <= Math.max(2, total.value * mostUnder)
    ? { total, parts, sum }
    : undefined;
}
