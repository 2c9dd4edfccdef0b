/** Proposes words for slips of the input method in prose. */
import type { Span } from '../text/span';
import { candidatesIn } from './candidates';
import type { Candidate } from './candidates';
import { scoreOf } from './features';
import type { Weights } from './features';
import { folded } from './lexicon';
import type { Lexicon } from './lexicon';
import { namesIn } from './names';
import { isPlatformWord } from './platformWords';
import { isEveryday } from './register';

/** What a word is taken for a slip by. */
export type Confusion = 'same-sound' | 'near-sound' | 'shape' | 'sound-and-shape';

/** A word that may have been meant. */
export interface Proposal extends Span {
  /** What is written there. */
  readonly written: string;
  /** What was meant; as long as `written`. */
  readonly meant: string;
  readonly confusion: Confusion;
  /** The logarithm of the odds that it was meant, in everyday language. */
  readonly score: number;
  /** Whether it stands in everyday language: elsewhere it takes more to be sure. */
  readonly everyday: boolean;
}

/** Han characters, over the ends of lines. */
const runs = /[\u4e00-\u9fff]+(?:[ \t\u3000]*[\r\n]+[ \t\u3000]*[\u4e00-\u9fff]+)*/g;
const notHan = /[^\u4e00-\u9fff]+/g;
const numerals = '一二三四五六七八九十百千萬億兩〇零壹貳參肆伍陸柒捌玖拾甲乙丙丁戊己庚辛壬癸';

function confusionOf({ likeness, alike }: Candidate): Confusion {
  if (likeness === 'shape') return 'shape';
  if (alike) return 'sound-and-shape';
  return likeness === 'same-sound' ? 'same-sound' : 'near-sound';
}

/**
 * Whether a character is changed that counts or numbers something, or a measure word behind one that sounds otherwise:
 * 一波 is not 一般. Idioms are made of numerals.
 */
function changesNumeral(run: string, { at, start, word, likeness }: Candidate): boolean {
  if (word.length >= 4) return false;
  if (numerals.includes(run[at]!) || numerals.includes(word[at - start]!)) return true;
  return at > start && numerals.includes(run[at - 1]!) && likeness !== 'same-sound';
}

/**
 * How much the logarithm of the odds of a slip is higher in everyday language, which nobody has looked through, than in what
 * the weights were fitted to; set so that nine of ten proposals there are right.
 */
export const priorOfEverydayLanguage = 0.3;

/** Where the Han character at `at` of the run stands in what is `written`, over the ends of lines. */
function placeOf(written: string, at: number): number {
  let place = 0;
  for (const { 0: between, index } of written.matchAll(notHan)) {
    if (index > at + place) break;
    place += between.length;
  }
  return at + place;
}

/** Whether a word of grammar that stands beside any word is taken for a part of one: 逐冊 is not 註冊. */
function takesGrammar({ joins, listed, word, restIsWord }: Candidate): boolean {
  return joins && !listed && (word.length < 4 || restIsWord);
}

/** Words for persons sound alike and are each as right as the other. */
const pronouns = '他她它牠祂你妳您';

/** What counts things, and what stands before it. */
const measures = '座位個件項次份名種張條間棟艘輛架臺套批篇則場週周回趟隻頭株處道面層';
const pointers = '這那此該每各某幾數';

/**
 * Whether a word of grammar is changed that stands between any two words, or made of another: 懂的 is as right as 懂得, and
 * what follows a noun may be 及, and 座 counts in 這座在. The contexts of the tables know which is meant.
 */
function changesGrammar(run: string, { at, start, end, word }: Candidate): boolean {
  const written = run[at]!;
  if (pronouns.includes(written)) return true;
  if (at > 0 && measures.includes(written) && pointers.includes(run[at - 1]!)) return true;
  if (written === '的' || word[at - start] === '的') return word.length < 4;
  if (word.length < 4 && '及與'.includes(written)) return at === end - 1;
  return written === '之' && word.length < 3;
}

/**
 * The words that were meant where `prose` has something else, in its order, never overlapping.
 * @param prose offsets are of its UTF-16 code units; the time is linear in its length
 * @param leave gives the places that nothing is proposed for; asked only where there is something to propose
 * @param bestIn gives the candidates of a run of Han characters that are worth proposing
 */
export function proposalsIn(
  prose: string,
  bestIn: (run: string) => readonly ScoredCandidate[],
  leave: () => readonly Span[] = () => [],
): readonly Proposal[] {
  const proposals: Proposal[] = [];
  let left: readonly Span[] | undefined;
  let everyday: boolean | undefined;
  for (const { 0: written, index } of prose.matchAll(runs)) {
    const run = written.replace(notHan, '');
    if (run.length < 2) continue;
    for (const { candidate, score } of bestIn(run)) {
      const start = index + placeOf(written, candidate.start);
      const end = index + placeOf(written, candidate.end - 1) + 1;
      if (end - start !== candidate.word.length) continue; // over the end of a line
      if ((left ??= leave()).some((span) => span.start < end && span.end > start)) continue;
      const offset = candidate.at - candidate.start;
      const now = prose.slice(start, end);
      proposals.push({
        start,
        end,
        written: now,
        // The other characters stay as they are written: 台 where 臺 is looked up.
        meant: now.slice(0, offset) + candidate.word[offset]! + now.slice(offset + 1),
        confusion: confusionOf(candidate),
        score: score + priorOfEverydayLanguage,
        everyday: (everyday ??= isEveryday(prose)),
      });
    }
  }
  return proposals;
}

/** How much the logarithm of the odds is higher where people are known to write what is written for what is proposed. */
const moreForUsualSlip = 2.5;
/** A candidate that is likely enough to be told. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * Of candidates that overlap the best, where it is likely enough; in the order of the run.
 * @param written Han characters
 * @param leastScore what is less sure is left out
 */
export function bestOf(
  written: string,
  lexicon: Lexicon,
  weights: Weights,
  leastScore: number,
): readonly ScoredCandidate[] {
  const run = folded(written);
  const scored: ScoredCandidate[] = [];
  let names: readonly Span[] | undefined;
  for (const candidate of candidatesIn(run, lexicon)) {
    const score = scoreOf(candidate, weights) + (candidate.listed ? moreForUsualSlip : 0);
    if (score < leastScore) continue;
    if (changesNumeral(run, candidate) || takesGrammar(candidate) || changesGrammar(run, candidate)) continue;
    names ??= namesIn(run);
    if (names.some(({ start, end }) => start < candidate.end && end > candidate.start)) continue;
    if (!candidate.listed && isPlatformWord(written.slice(candidate.start, candidate.end))) continue;
    scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start);
  const best: ScoredCandidate[] = [];
  for (const one of scored)
    if (!best.some(({ candidate }) => candidate.start < one.candidate.end && candidate.end > one.candidate.start))
      best.push(one);
  return best.sort((a, b) => a.candidate.start - b.candidate.start);
}
