import { nameRows } from '../../knowledge/names';
import type { NameRow } from '../../knowledge/types';
import { CharClass, classAt, classOf } from '../../text/characters';
import { Matcher } from '../../text/matcher';
import type { Span } from '../../text/span';
import type { NameHit } from '../lines';
import { cueWords } from './cues';

/** Built on first use: loading the module must stay cheap, because the server answers `initialize` before it. */
let matcher: Matcher | undefined;

function theMatcher(): Matcher {
  return (matcher ??= new Matcher([...nameRows.map((row) => row.text), ...cueWords.map(([word]) => word)]));
}

export interface NameScan {
  readonly names: readonly NameHit[];
  /** Union of the cues on the line. */
  readonly cues: number;
}

const noNames: readonly NameHit[] = [];

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
function standsAlone(line: string, start: number, end: number, row: NameRow): boolean {
  if (classOf(row.text.charCodeAt(0)) === CharClass.Latin)
    return !isAlphanumeric(line, start - 1) && !isAlphanumeric(line, end);
  if (row.notAfter !== '' && start > 0 && row.notAfter.includes(line[before(line, start)]!)) return false;
  return row.notBefore === '' || end >= line.length || !row.notBefore.includes(line[end]!);
}

/** A name of the tables that occurs on the line, before overlaps are settled. */
interface Candidate extends Span {
  readonly row: NameRow;
}

/**
 * Names and cues of one line. Of overlapping names the leftmost, then the longest one stands.
 * @param quotes quoted ranges of the line
 */
export function scanNames(line: string, quotes: readonly Span[]): NameScan {
  let candidates: Candidate[] | undefined;
  let cues = 0;
  theMatcher().scan(line, 0, line.length, (pattern, start, end) => {
    const row = nameRows[pattern];
    if (row === undefined) cues |= cueWords[pattern - nameRows.length]![1];
    else if (standsAlone(line, start, end, row)) (candidates ??= []).push({ row, start, end });
  });
  if (!candidates) return { names: noNames, cues };

  if (candidates.length > 1) candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const names: NameHit[] = [];
  let covered = 0;
  for (const { row, start, end } of candidates) {
    if (start < covered) continue;
    covered = end;
    if (row.kind !== 'blocker')
      names.push({ row, start, end, quoted: quotes.some((quote) => quote.start <= start && end <= quote.end) });
  }
  return { names: names.length > 0 ? names : noNames, cues };
}
