/**
 * Which lines hold something a rule asks for. Most rules speak of few lines, and a walk over all of them costs each
 * rule more than what it does there. The lists are made once for all rules, and those of a stretch of lines stay for
 * as long as its lines do.
 */
import type { NameKind, WordKind } from '../knowledge/types';
import type { Stretch } from './digest';
import type { LineFacts, LineTable } from './lines';

/** What a line may hold: names and words of a kind, acronyms, dates, dates with a weekday, round brackets. */
export type Holding = NameKind | WordKind | 'acronym' | 'date' | 'weekday' | 'half-bracket' | 'full-bracket';

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

function addLine({ holding, traits, cues }: StretchLists, facts: LineFacts, line: number): void {
  putBits(traits, facts.traits, line);
  putBits(cues, facts.cues, line);
  for (const { row } of facts.names) put(holding, row.kind, line);
  for (const { row } of facts.words) put(holding, row.kind, line);
  if (facts.acronyms.length > 0) put(holding, 'acronym', line);
  if (facts.halfBrackets > 0) put(holding, 'half-bracket', line);
  if (facts.fullBrackets > 0) put(holding, 'full-bracket', line);
  for (const { weekdays } of facts.dates) {
    put(holding, 'date', line);
    if (weekdays.length > 0) put(holding, 'weekday', line);
  }
}

const listsByStretch = new WeakMap<Stretch, StretchLists>();

function listsOf(stretch: Stretch, facts: readonly LineFacts[], from: number): StretchLists {
  let lists = listsByStretch.get(stretch);
  if (!lists) {
    lists = { holding: new Map(), traits: new Map(), cues: new Map() };
    for (let line = 0; line < stretch.count; line++) addLine(lists, facts[from + line]!, line);
    listsByStretch.set(stretch, lists);
  }
  return lists;
}

const answers = new WeakMap<LineTable, Map<string, readonly number[]>>();

/** The lines of the whole table that stand in one of the lists that `pick` takes of each stretch; kept under `key`. */
function gather(
  table: LineTable,
  key: string,
  pick: (lists: StretchLists, add: (list: readonly number[] | undefined) => void) => void,
): readonly number[] {
  let known = answers.get(table);
  if (!known) answers.set(table, (known = new Map<string, readonly number[]>()));
  const answer = known.get(key);
  if (answer) return answer;
  const lines: number[] = [];
  let from = 0;
  let picked = 0;
  const add = (list: readonly number[] | undefined): void => {
    if (!list) return;
    picked++;
    for (const line of list) lines.push(from + line);
  };
  for (const stretch of table.stretches) {
    const before = lines.length;
    picked = 0;
    pick(listsOf(stretch, table.facts, from), add);
    // Lists of several kinds are each in order, and may have lines in common.
    if (picked > 1) lines.push(...[...new Set(lines.splice(before))].sort((a, b) => a - b));
    from += stretch.count;
  }
  known.set(key, lines);
  return lines;
}

/** The lines that hold one of `holdings`, in the order of the text. */
export function linesWith(table: LineTable, ...holdings: readonly Holding[]): readonly number[] {
  return gather(table, holdings.join(), ({ holding }, add) => {
    for (const each of holdings) add(holding.get(each));
  });
}

/** The lines that show one of `traits` or `cues` (unions of `Trait` and `Cue`), in the order of the text. */
export function linesShowing(table: LineTable, traits: number, cues = 0): readonly number[] {
  return gather(table, `${traits} ${cues}`, (lists, add) => {
    for (let rest = traits; rest !== 0; rest &= rest - 1) add(lists.traits.get(rest & -rest));
    for (let rest = cues; rest !== 0; rest &= rest - 1) add(lists.cues.get(rest & -rest));
  });
}
