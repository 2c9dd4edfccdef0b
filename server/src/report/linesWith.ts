/**
 * Which lines hold something a rule asks for. Most rules speak of few lines, and a walk over all of them costs each
 * rule more than what it does there. The lists are made once for all rules, and those of a stretch of lines stay for
 * as long as its lines do.
 */
import type { NameKind, WordKind } from '../knowledge/types';
import { keptOf } from './digest';
import type { Stretch } from './digest';
import type { LineFacts, LineTable } from './lines';

/**
 * What a line may hold: names and words of a kind, acronyms, dates, dates with a weekday, round brackets; a number, `#`
 * marks or the name of a part, without which no line begins a section; words that do not end a sentence.
 */
export type Holding =
  NameKind | WordKind | 'acronym' | 'date' | 'weekday' | 'half-bracket' | 'full-bracket' | 'beginning' | 'open-end';

/** Lines of a stretch, counted from its first, by what they hold and by single traits and cues. */
interface StretchLists {
  readonly holding: Map<Holding, number[]>;
  readonly traits: Map<number, number[]>;
  readonly cues: Map<number, number[]>;
}

function put<Key>(lists: Map<Key, number[]>, key: Key, line: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [line]);
  else if (list[list.length - 1] !== line) list.push(line);
}

/** Adds `line` to the list of each bit that is set in `bits`. */
function putBits(lists: Map<number, number[]>, bits: number, line: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) put(lists, rest & -rest, line);
}

/** Calls `visit` for everything that a line holds, some of it several times. */
function forEachHolding(facts: LineFacts, visit: (holding: Holding) => void): void {
  for (const { row } of facts.names) visit(row.kind);
  for (const { row } of facts.words) visit(row.kind);
  if (facts.acronyms.length > 0) visit('acronym');
  if (facts.halfBrackets > 0) visit('half-bracket');
  if (facts.fullBrackets > 0) visit('full-bracket');
  const { number, marks, part, endsSentence } = facts.shape;
  if (number || marks > 0 || part !== undefined) visit('beginning');
  if (facts.han > 0 && !endsSentence) visit('open-end');
  for (const { weekdays } of facts.dates) {
    visit('date');
    if (weekdays.length > 0) visit('weekday');
  }
}

function addLine({ holding, traits, cues }: StretchLists, facts: LineFacts, line: number): void {
  putBits(traits, facts.traits, line);
  putBits(cues, facts.cues, line);
  forEachHolding(facts, (each) => {
    put(holding, each, line);
  });
}

/** Adds the lines of `old` to `lists`, where `placeOf` says that they stand now. */
function addKept(lists: StretchLists, old: StretchLists, placeOf: (line: number) => number | undefined): void {
  const add = <Key>(to: Map<Key, number[]>, kept: ReadonlyMap<Key, readonly number[]>): void => {
    for (const [key, lines] of kept)
      for (const line of lines) {
        const place = placeOf(line);
        if (place !== undefined) put(to, key, place);
      }
  };
  add(lists.holding, old.holding);
  add(lists.traits, old.traits);
  add(lists.cues, old.cues);
}

/** Under which a stretch keeps its lists. */
const listsKey = {};

function listsOf(stretch: Stretch, facts: readonly LineFacts[], from: number): StretchLists {
  let lists = stretch.notes.get(listsKey) as StretchLists | undefined;
  if (!lists) {
    lists = { holding: new Map(), traits: new Map(), cues: new Map() };
    const { old, head, tail, moved } = keptOf<StretchLists>(stretch, listsKey);
    if (old) addKept(lists, old, (line) => (line < head ? line : undefined));
    for (let line = head; line < tail; line++) addLine(lists, facts[from + line]!, line);
    if (old) addKept(lists, old, (line) => (line + moved >= tail ? line + moved : undefined));
    stretch.notes.set(listsKey, lists);
  }
  return lists;
}

/** What to look for on a line: one of the holdings, traits (a union of `Trait`) or cues (a union of `Cue`). */
export interface LineQuery {
  readonly holding?: readonly Holding[];
  readonly traits?: number;
  readonly cues?: number;
}

const noHoldings: readonly Holding[] = [];
const noLines: readonly number[] = [];

function isSingleBit(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

/** The list that answers `query` by itself, if there is one: most rules ask for one thing. */
function singleList(lists: StretchLists, holding: readonly Holding[], traits: number, cues: number) {
  if (holding.length === 1 && traits === 0 && cues === 0) return { list: lists.holding.get(holding[0]!) };
  if (holding.length > 0 || !isSingleBit(traits) || !isSingleBit(cues)) return undefined;
  if (cues === 0) return { list: lists.traits.get(traits) };
  return traits === 0 ? { list: lists.cues.get(cues) } : undefined;
}

/** The lines of a stretch that answer `query`, counted from its first, in order. */
export function linesOfStretch(
  stretch: Stretch,
  facts: readonly LineFacts[],
  from: number,
  { holding = noHoldings, traits = 0, cues = 0 }: LineQuery,
): readonly number[] {
  const lists = listsOf(stretch, facts, from);
  const single = singleList(lists, holding, traits, cues);
  if (single) return single.list ?? noLines;
  // Lists of several kinds are each in order, and may have lines in common.
  const found = new Set<number>();
  for (const each of holding) lists.holding.get(each)?.forEach((line) => found.add(line));
  for (let rest = traits; rest !== 0; rest &= rest - 1)
    lists.traits.get(rest & -rest)?.forEach((line) => found.add(line));
  for (let rest = cues; rest !== 0; rest &= rest - 1) lists.cues.get(rest & -rest)?.forEach((line) => found.add(line));
  return found.size === 0 ? noLines : [...found].sort((a, b) => a - b);
}

/** What some lines hold together. */
export interface LinesSummary {
  readonly holding: Set<Holding>;
  traits: number;
  cues: number;
}

export function emptySummary(): LinesSummary {
  return { holding: new Set(), traits: 0, cues: 0 };
}

/** Adds what the lines `[from, to)` hold to `summary`. */
export function summarise(summary: LinesSummary, facts: readonly LineFacts[], from: number, to: number): void {
  for (let line = from; line < to; line++) {
    const lineFacts = facts[line]!;
    summary.traits |= lineFacts.traits;
    summary.cues |= lineFacts.cues;
    forEachHolding(lineFacts, (holding) => summary.holding.add(holding));
  }
}

/** Whether one of the lines that `summary` is of answers `query`. */
export function answers(summary: LinesSummary, { holding = noHoldings, traits = 0, cues = 0 }: LineQuery): boolean {
  if ((summary.traits & traits) !== 0 || (summary.cues & cues) !== 0) return true;
  return holding.some((each) => summary.holding.has(each));
}

const gathered = new WeakMap<LineTable, Map<string, readonly number[]>>();

/** The lines of the whole table that answer `query`, in order; kept under `key`. */
function gather(table: LineTable, key: string, query: LineQuery): readonly number[] {
  let known = gathered.get(table);
  if (!known) gathered.set(table, (known = new Map<string, readonly number[]>()));
  const answer = known.get(key);
  if (answer) return answer;
  const lines: number[] = [];
  let from = 0;
  for (const stretch of table.stretches) {
    for (const line of linesOfStretch(stretch, table.facts, from, query)) lines.push(from + line);
    from += stretch.count;
  }
  known.set(key, lines);
  return lines;
}

/** The lines that hold one of `holdings`, in the order of the text. */
export function linesWith(table: LineTable, ...holdings: readonly Holding[]): readonly number[] {
  return gather(table, holdings.join(), { holding: holdings });
}

/** The lines that show one of `traits` (a union of `Trait`), in the order of the text. */
export function linesShowing(table: LineTable, traits: number): readonly number[] {
  return gather(table, String(traits), { traits });
}
