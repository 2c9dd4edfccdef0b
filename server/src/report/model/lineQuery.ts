/** Which lines hold something a rule asks for. Most rules speak of few lines, and looking at all of them costs more than what they do there. */
import type { NameKind, WordKind } from '../../knowledge/types';
import type { LineFacts, LineTable } from './lines';

/**
 * What a line may hold: names and words of a kind, acronyms, dates, dates with a weekday, round brackets; a number, `#`
 * marks or the name of a part, without which no line begins a section.
 */
export type LineContent =
  NameKind | WordKind | 'acronym' | 'date' | 'weekday' | 'half-bracket' | 'full-bracket' | 'beginning';

const bits: Readonly<Record<LineContent, number>> = {
  name: 1 << 0,
  nonstandard: 1 << 1,
  misspelled: 1 << 2,
  'own-name': 1 << 3,
  english: 1 << 4,
  'member-term': 1 << 5,
  'other-economy': 1 << 6,
  blocker: 1 << 7,
  unified: 1 << 8,
  context: 1 << 9,
  mainland: 1 << 10,
  typo: 1 << 11,
  variant: 1 << 12,
  term: 1 << 13,
  title: 1 << 14,
  acronym: 1 << 15,
  date: 1 << 16,
  weekday: 1 << 17,
  'half-bracket': 1 << 18,
  'full-bracket': 1 << 19,
  beginning: 1 << 20,
  former: 1 << 21,
  'former-state': 1 << 22,
};

type QueriedFacts = Pick<
  LineFacts,
  'shape' | 'names' | 'words' | 'acronyms' | 'dates' | 'halfBrackets' | 'fullBrackets'
>;

/** The bits of everything that a line holds. */
export function holdingsOf(facts: QueriedFacts): number {
  const { shape, names, words, acronyms, dates, halfBrackets, fullBrackets } = facts;
  let holds = 0;
  for (const { row } of names) holds |= bits[row.kind];
  for (const { row } of words) holds |= bits[row.kind];
  if (acronyms.length > 0) holds |= bits.acronym;
  if (halfBrackets > 0) holds |= bits['half-bracket'];
  if (fullBrackets > 0) holds |= bits['full-bracket'];
  if (shape.number || shape.decimal || shape.marks > 0 || shape.part !== undefined) holds |= bits.beginning;
  for (const { weekdays } of dates) holds |= weekdays.length > 0 ? bits.date | bits.weekday : bits.date;
  return holds;
}

/** What to look for on a line: one of the holdings, traits (a union of `Trait`) or cues (a union of `Cue`). */
export interface LineQuery {
  readonly contains?: readonly LineContent[];
  readonly traits?: number;
  readonly cues?: number;
}

/** Whether a line answers a query. */
export type LineTest = (facts: LineFacts) => boolean;

/** The test of lines that `query` is; without one every line passes. */
export function lineTest(query: LineQuery | undefined): LineTest {
  if (!query) return () => true;
  const { traits = 0, cues = 0 } = query;
  let holds = 0;
  for (const content of query.contains ?? []) holds |= bits[content];
  return (facts) => (facts.holds & holds) !== 0 || (facts.traits & traits) !== 0 || (facts.cues & cues) !== 0;
}

/** The lines that answer `query`, in the order of the text. */
export function linesWith({ facts }: LineTable, query: LineQuery): readonly number[] {
  const test = lineTest(query);
  const lines: number[] = [];
  for (let line = 0; line < facts.length; line++) if (test(facts[line]!)) lines.push(line);
  return lines;
}
