/** Proposes words for slips of the input method in prose. */
import type { Confusion } from '../knowledge/types';
import type { Span } from '../text/span';
import { candidatesIn } from './candidates';
import type { Candidate } from './candidates';
import { contextSlipsIn } from './contexts';
import { cutOf } from './cut';
import { scoreOf } from './features';
import type { Weights } from './features';
import { folded } from './lexicon';
import type { Lexicon } from './lexicon';
import { namesIn } from './names';
import { isPlatformWord } from './platformWords';
import { isEveryday } from './register';
import { certain } from './scores';
import { swapsIn } from './swaps';

/** A word that may have been meant. */
export interface Proposal extends Span {
  /** What is written there. */
  readonly written: string;
  /** What was meant; as long as `written`. */
  readonly meant: string;
  readonly confusion: Confusion;
  /** The logarithm of the odds that it was meant, in everyday language; `certain` by the words around it. */
  readonly score: number;
  /** Whether what is written is a word as common: only the rest of the report tells which was meant. */
  readonly homophone: boolean;
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

/** What counts things, and what stands before it. */
const measures =
  '座位個件項次份名種張條間棟艘輛架臺套批篇則場週周回趟隻頭株處道面層箱瓶桶包袋盒罐支枝枚粒顆片塊幅劑組排房';

/**
 * Whether a character is changed that counts or numbers something, or a measure word behind one that sounds otherwise:
 * 一波 is not 一般. Idioms are made of numerals.
 */
function changesNumeral(run: string, { at, start, word, likeness }: Candidate, score: number): boolean {
  if (word.length >= 4) return false;
  if (numerals.includes(run[at]!) || numerals.includes(word[at - start]!)) return true;
  if (at > start && numerals.includes(run[at - 1]!) && measures.includes(run[at]!)) return true;
  return score < leastSurely && at > start && numerals.includes(run[at - 1]!) && likeness !== 'same-sound';
}

/**
 * How much the logarithm of the odds of a slip is higher in everyday language, which nobody has looked through, than in what
 * the weights were fitted to; set so that nine of ten proposals there are right.
 */
export const priorOfEverydayLanguage = 0.5;

/** Where the Han character at `at` of the run stands in what is `written`, over the ends of lines. */
function placeOf(written: string, at: number): number {
  let place = 0;
  for (const { 0: between, index } of written.matchAll(notHan)) {
    if (index > at + place) break;
    place += between.length;
  }
  return at + place;
}

/** Nobody writes so many Han characters without a mark: they are data, and no prose. */
const longestRun = 2_000;

/** How much of what stands before a run is looked at, in UTF-16 code units: 核准後，. */
const mostBefore = 5;

/** From this score on a slip is surer than what else would speak against it. */
const leastSurely = 2;
/** The same where a word of grammar is taken for a part of a word: 皆段 for 階段. */
const leastOfGrammar = 3;
/** The same where the character beside a word of grammar hardly stands alone. */
const leastOfBound = 1;

/** `word` with its other characters as they are written: 台 where 臺 is looked up. */
function meantBy(word: string, written: string): string {
  const now = folded(written);
  let meant = '';
  for (let at = 0; at < word.length; at += 1) meant += word[at] === now[at] ? written[at]! : word[at]!;
  return meant;
}

/** A character that costs more by itself hardly stands alone: 垃 of 垃及. */
const costOfBound = 12.5;

/**
 * Whether a word of grammar that stands beside any word is taken for a part of one: 逐冊 is not 註冊, and 垃及 is 垃圾.
 */
function takesGrammar({ joins, joinsOther, word, restIsWord, costOfRest }: Candidate, score: number): boolean {
  const mayJoin = joins && (costOfRest < costOfBound ? score < leastOfGrammar : score < leastOfBound);
  return (mayJoin || (joinsOther && score < leastSurely)) && (word.length < 4 || restIsWord);
}

/** Words for persons sound alike and are each as right as the other. */
const pronouns = '他她它牠祂你妳您';

const pointers = '這那此該每各某幾數';
/** What stands behind a figure: 107年經 is not 年輕. */
const unitsOfFigures = `${measures}年月日時分秒元歲級成倍期屆度公萬億千百人家國所`;

/** Adverbs and verbs that end no word before these: 現場常誤將, 之議曾兩度提出, 大館原為警署. */
const verbsBefore: Readonly<Record<string, string>> = {
  誤: '將把以', 益: '深增顯形加', 問: '了到及', 原: '為訂定擬係屬有設是', 曾: '一兩三多數於任獲提',
}; // prettier-ignore

/**
 * Whether a word of grammar is changed that stands between any two words, or made of another: 懂的 is as right as 懂得, and
 * what follows a noun may be 及, and 座 counts in 這座在. The contexts of the tables know which is meant.
 */
function changesGrammar(run: string, { at, start, end, word, restIsWord }: Candidate): boolean {
  const written = run[at]!;
  if (pronouns.includes(written)) return true;
  if (at === end - 1 && verbsBefore[written]?.includes(run[end] ?? '。')) return true;
  if (restIsWord && at === end - 1 && '使令讓'.includes(written)) return true; // 此種文化使醫師勇於表達
  if (at === start && '上下次當歷首末'.includes(written) && '季期旬屆'.includes(run[at + 1]!)) return true; // 下季, 歷期
  if (at > 0 && measures.includes(written) && pointers.includes(run[at - 1]!)) return true;
  if (written === '的' || word[at - start] === '的') return word.length < 4;
  if (word.length < 4 && '及與'.includes(written)) return at === end - 1;
  if (written === '為' && run[at - 1] === '數') return true; // 人數為
  if ('前後內'.includes(run[start]!) && start > 0 && '鐘時日天週月年期'.includes(run[start - 1]!)) return true; // 一小時內再
  return written === '之' && word.length < 3;
}

/**
 * The words that were meant where `prose` has something else, in its order, never overlapping; none where 2,000 Han
 * characters and more follow each other without a mark.
 * @param prose offsets are of its UTF-16 code units; the time is linear in its length
 * @param leave gives the places that nothing is proposed for; asked only where there is something to propose
 * @param bestIn gives what is worth proposing in a run of Han characters, by what it follows and the character that follows it
 */
export function proposalsIn(
  prose: string,
  bestIn: (run: string, before: string, after: string) => readonly Suggestion[],
  leave: () => readonly Span[] = () => [],
): readonly Proposal[] {
  const proposals: Proposal[] = [];
  let left: readonly Span[] | undefined;
  let everyday: boolean | undefined;
  for (const { 0: written, index } of prose.matchAll(runs)) {
    const run = written.replace(notHan, '');
    if (run.length < 2 || run.length > longestRun) continue;
    // The ends of the prose are ends of sentences.
    const before = `。${prose.slice(Math.max(0, index - mostBefore), index)}`.slice(-mostBefore);
    const after = prose[index + written.length] ?? '。';
    for (const { word, confusion, score, homophone, ...place } of bestIn(run, before, after)) {
      const start = index + placeOf(written, place.start);
      const end = index + placeOf(written, place.end - 1) + 1;
      if (end - start !== word.length) continue; // over the end of a line
      if ((left ??= leave()).some((span) => span.start < end && span.end > start)) continue;
      const now = prose.slice(start, end);
      proposals.push({
        start,
        end,
        written: now,
        meant: meantBy(word, now),
        confusion,
        score: score + priorOfEverydayLanguage,
        homophone,
        everyday: (everyday ??= isEveryday(prose)),
      });
    }
  }
  return proposals;
}

/** How much the logarithm of the odds is higher where people are known to write what is written for what is proposed. */
const moreForUsualSlip = 3.5;
/** How sure it is that two characters stand in each other's place. */
const scoreOfSwap = 1;
/** What may have been meant in a run of Han characters, likely enough to be told. */
export interface Suggestion extends Span {
  /** What was meant, folded. */
  readonly word: string;
  readonly confusion: Confusion;
  readonly score: number;
  readonly homophone: boolean;
}

/** A word is taken for one that sounds the same only where that is so much commoner, in nats. */
const leastGainOfHomophone = 5;

/**
 * Of what may have been meant and overlaps the best, where it is likely enough; in the order of the run.
 * @param written Han characters
 * @param before what the run follows; `after` the character that follows it
 * @param leastScore what is less sure is left out
 */
export function bestOf(
  written: string,
  before: string,
  after: string,
  lexicon: Lexicon,
  weights: Weights,
  leastScore: number,
): readonly Suggestion[] {
  const run = folded(written);
  const suggestions: Suggestion[] = contextSlipsIn(run, before, after, lexicon).map(({ start, end, word, reason }) => ({
    start,
    end,
    word,
    confusion: reason,
    score: certain,
    homophone: false,
  }));
  let names: readonly Span[] | undefined;
  const cut = cutOf(run, lexicon);
  for (const candidate of candidatesIn(run, cut, lexicon)) {
    const { start, end, word, listed, homophone, gain } = candidate;
    const score = homophone ? leastScore : scoreOf(candidate, weights) + (listed ? moreForUsualSlip : 0);
    if (score < leastScore || (homophone && gain < leastGainOfHomophone)) continue;
    if (start === 0 && /\d$/.test(before) && unitsOfFigures.includes(run[0]!)) continue;
    if (end === run.length && /\d/.test(after) && run[candidate.at] === '計') continue; // 新書計55,000餘種
    if (
      !listed &&
      (changesNumeral(run, candidate, score) || takesGrammar(candidate, score) || changesGrammar(run, candidate))
    )
      continue;
    names ??= namesIn(run);
    if (names.some((name) => name.start < end && name.end > start)) continue;
    const isSure = score >= leastSurely && !candidate.rare;
    if (!listed && !homophone && !isSure && isPlatformWord(written.slice(start, end))) continue;
    suggestions.push({ start, end, word, confusion: confusionOf(candidate), score, homophone });
  }
  for (const { start, word } of swapsIn(run, cut, lexicon)) {
    const end = start + word.length;
    names ??= namesIn(run);
    if (names.some((name) => name.start < end && name.end > start) || isPlatformWord(written.slice(start, end)))
      continue;
    suggestions.push({ start, end, word, confusion: 'swapped', score: scoreOfSwap, homophone: false });
  }
  suggestions.sort((a, b) => (a.score === b.score ? a.start - b.start : b.score - a.score));
  const best: Suggestion[] = [];
  for (const one of suggestions) if (!best.some(({ start, end }) => start < one.end && end > one.start)) best.push(one);
  return best.sort((a, b) => a.start - b.start);
}
