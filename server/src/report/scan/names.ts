import { nameRows } from '../../knowledge/names';
import { simplifiedCharacters, simplifiedWords } from '../../knowledge/simplified';
import type { NameRow, WordRow } from '../../knowledge/types';
import { wordRows } from '../../knowledge/words';
import { CharClass, classAt, classOf } from '../../text/characters';
import { Matcher } from '../../text/matcher';
import type { Span } from '../../text/span';
import type { NameHit, WordHit } from '../model/lines';
import { Cue, cueWords } from './cues';

/** What a string of the matcher stands for; one string may be a name, a word of the wording tables and a cue. */
interface Meaning {
  name: NameRow | undefined;
  word: WordRow | undefined;
  /** Union of cues, 0 for none. */
  cue: number;
}

interface Lexicon {
  readonly matcher: Matcher;
  /** By the matcher's index of the pattern. */
  readonly meanings: readonly Meaning[];
}

/** Built on first use: loading the module must stay cheap, because the server answers `initialize` before it. */
let lexicon: Lexicon | undefined;

function buildLexicon(): Lexicon {
  const meanings = new Map<string, Meaning>();
  const meaningOf = (text: string): Meaning => {
    let meaning = meanings.get(text);
    if (!meaning) meanings.set(text, (meaning = { name: undefined, word: undefined, cue: 0 }));
    return meaning;
  };
  for (const row of nameRows) meaningOf(row.text).name = row;
  for (const row of wordRows()) meaningOf(row.text).word = row;
  for (const [word, cue] of cueWords) meaningOf(word).cue |= cue;
  for (const word of simplifiedWords()) meaningOf(word).cue |= Cue.Simplified;
  const simplified: Meaning = { name: undefined, word: undefined, cue: Cue.Simplified };
  return {
    matcher: new Matcher([...meanings.keys()], simplifiedCharacters()),
    meanings: [...meanings.values(), simplified],
  };
}

export interface NameScan {
  readonly names: readonly NameHit[];
  readonly words: readonly WordHit[];
  /** Union of the cues on the line. */
  readonly cues: number;
}

const noNames: readonly NameHit[] = [];
const noWords: readonly WordHit[] = [];
const noHits: NameScan = { names: noNames, words: noWords, cues: 0 };
/** What the matcher finds on a line; one array for all lines. */
const hits: number[] = [];

function isAlphanumeric(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit;
}

/** Index of the character that a word at `start` follows: a figure also over the blank that Word puts behind it (8 月 20 日本署). */
function before(line: string, start: number): number {
  const blank = line[start - 1] === ' ' || line[start - 1] === '\u00a0';
  return blank && classAt(line, start - 2) === CharClass.Digit ? start - 2 : start - 1;
}

/** Whether the characters around a match make it a word of its own. */
function standsAlone(line: string, start: number, end: number, row: NameRow | WordRow): boolean {
  if (classOf(row.text.charCodeAt(0)) === CharClass.Latin)
    return !isAlphanumeric(line, start - 1) && !isAlphanumeric(line, end);
  if (row.notAfter !== '' && start > 0 && row.notAfter.includes(line[before(line, start)]!)) return false;
  return row.notBefore === '' || end >= line.length || !row.notBefore.includes(line[end]!);
}

/** Of overlapping hits the leftmost, then the longest one stands; blockers are among those that do. */
function settle<Hit extends Span>(hits: Hit[]): Hit[] {
  if (hits.length === 1) return hits;
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let kept = 0;
  let covered = 0;
  for (const hit of hits) {
    if (hit.start < covered) continue;
    covered = hit.end;
    hits[kept++] = hit;
  }
  hits.length = kept;
  return hits;
}

function isQuoted(quotes: readonly Span[], start: number, end: number): boolean {
  return quotes.length > 0 && quotes.some((quote) => quote.start <= start && end <= quote.end);
}

function isNoBlocker({ row }: NameHit): boolean {
  return row.kind !== 'blocker';
}

/** The words that no longer name overlaps: 台北 in 中國台北 is for the name to answer for. Both lists are in the order of the line. */
function wordsOf(settled: readonly WordHit[], names: readonly NameHit[]): readonly WordHit[] {
  const words: WordHit[] = [];
  let next = 0;
  for (const word of settled) {
    const { row, start, end } = word;
    while (next < names.length && names[next]!.end <= start) next++;
    const name = names[next];
    if (row.kind === 'blocker' || (name && name.start < end && name.end - name.start > end - start)) continue;
    words.push(word);
  }
  return words;
}

/**
 * Names, words of the wording tables and cues of one line, found in one pass.
 * @param quotes quoted ranges of the line
 */
export function scanNames(line: string, quotes: readonly Span[]): NameScan {
  const { matcher, meanings } = (lexicon ??= buildLexicon());
  const count = matcher.scan(line, 0, line.length, hits);
  if (count === 0) return noHits;
  let names: NameHit[] | undefined;
  let words: WordHit[] | undefined;
  let cues = 0;
  for (let i = 0; i < count; i += 3) {
    const { name, word, cue } = meanings[hits[i]!]!;
    cues |= cue;
    if (!name && !word) continue;
    const start = hits[i + 1]!;
    const end = hits[i + 2]!;
    const quoted = isQuoted(quotes, start, end);
    if (name && standsAlone(line, start, end, name)) (names ??= []).push({ row: name, start, end, quoted });
    if (word && standsAlone(line, start, end, word)) (words ??= []).push({ row: word, start, end, quoted });
  }
  const settled = names ? settle(names) : noNames;
  return {
    names: settled.every(isNoBlocker) ? settled : settled.filter(isNoBlocker),
    words: words ? wordsOf(settle(words), settled) : noWords,
    cues,
  };
}
