/**
 * Reads single lines for a rule, and each line once: what was read of a stretch of lines is kept for as long as its
 * lines stay the same. A key press then costs a rule one stretch, however long the report is.
 */
import { keptOf } from '../report/digest';
import type { Stretch } from '../report/digest';
import type { LineFacts } from '../report/lines';
import type { LineQuery } from '../report/linesWith';
import { linesOfStretch } from '../report/linesWith';
import type { Report } from '../report/model';
import { codeBlocksOf, isCode, proseOf } from './code';
import type { Discovery } from './rule';

/** What a rule reads of a line by itself. One of them for each rule, made once: what it read is kept under it. */
export interface LineReader<Note> {
  /** Which lines it reads; all others cost the rule nothing. */
  readonly lines: LineQuery;
  /** Whether it wants code, addresses and comments too, and the words as they are; they are left out without. */
  readonly raw?: boolean;
  /**
   * What the line has for the rule, in the order of the line. Pure: nothing but the words and their facts counts.
   * Offsets count from the line's start, and a note calls them `start` and `end`. Words that are kept are an `ownCopy`.
   */
  readonly read: (words: string, facts: LineFacts) => readonly Note[];
}

/** The notes of the line `line` of a stretch. */
interface LineNotes extends OnLine {
  readonly notes: readonly unknown[];
}

const noNotes: readonly LineNotes[] = [];

/** So many readers of one rule are kept at a time. */
const mostReaders = 8;

/** Readers of a rule that judges a line by something else of the report too, for which `key` stands. */
export function readersBy<Subject, Note>(
  make: (subject: Subject) => LineReader<Note>,
): (key: string, subject: Subject) => LineReader<Note> {
  const readers = new Map<string, LineReader<Note>>();
  return (key, subject) => {
    let reader = readers.get(key);
    if (!reader) {
      if (readers.size >= mostReaders) readers.clear();
      readers.set(key, (reader = make(subject)));
    }
    return reader;
  };
}

/** Calls `visit` with what `reader` reads of the lines `[first, to)` of a stretch, those that have nothing left out. */
function readLines<Note>(
  { text, lines: { facts, starts } }: Report,
  stretch: Stretch,
  from: number,
  reader: LineReader<Note>,
  first: number,
  to: number,
  visit: (line: number, notes: readonly Note[]) => void,
): void {
  const { lines, raw, read } = reader;
  for (const line of linesOfStretch(stretch, facts, from, lines)) {
    if (line < first) continue;
    if (line >= to) break;
    const lineFacts = facts[from + line]!;
    const offset = starts[from + line]!;
    const words = text.slice(offset, offset + lineFacts.length);
    const notes = read(raw ? words : proseOf(words), lineFacts);
    if (notes.length > 0) visit(line, notes);
  }
}

function readStretch<Note>(
  report: Report,
  stretch: Stretch,
  from: number,
  reader: LineReader<Note>,
): readonly LineNotes[] {
  const all: LineNotes[] = [];
  const { old = noNotes, head, tail, moved } = keptOf<readonly LineNotes[]>(stretch, reader);
  for (const kept of old) if (kept.line < head) all.push(kept);
  readLines(report, stretch, from, reader, head, tail, (line, notes) => {
    all.push({ line, notes });
  });
  for (const { line, notes } of old) if (line + moved >= tail) all.push({ line: line + moved, notes });
  return all.length > 0 ? all : noNotes;
}

function notesOf<Note>(report: Report, stretch: Stretch, from: number, reader: LineReader<Note>): readonly LineNotes[] {
  let all = stretch.notes.get(reader) as readonly LineNotes[] | undefined;
  if (!all) stretch.notes.set(reader, (all = readStretch(report, stretch, from, reader)));
  return all;
}

const noNotesOn: readonly unknown[] = [];

/** What `reader` reads of one line. */
export function notesOn(report: Report, reader: LineReader<unknown>, line: number): readonly unknown[] {
  let from = 0;
  for (const stretch of report.lines.stretches) {
    if (line < from + stretch.count)
      return notesOf(report, stretch, from, reader).find((notes) => notes.line === line - from)?.notes ?? noNotesOn;
    from += stretch.count;
  }
  return noNotesOn;
}

/** What stands on the line `line` of a stretch. */
interface OnLine {
  readonly line: number;
}

/**
 * Calls `visit` for all that `of` finds in the stretches, in their order, what stands in code left out where `reader` leaves it
 * out.
 * @param visit told what was found, where its line starts, and which line that is
 */
function forEachOnLine<Found extends OnLine>(
  report: Report,
  { raw }: Pick<LineReader<unknown>, 'raw'>,
  of: (stretch: Stretch, from: number) => readonly Found[],
  visit: (found: Found, offset: number, line: number) => void,
): void {
  const { starts, stretches } = report.lines;
  const blocks = raw ? undefined : codeBlocksOf(report);
  let from = 0;
  for (const stretch of stretches) {
    for (const found of of(stretch, from)) {
      const line = from + found.line;
      if (!blocks || !isCode(blocks, line)) visit(found, starts[line]!, line);
    }
    from += stretch.count;
  }
}

/**
 * Calls `visit` for everything that `reader` reads, in the order of the text.
 * @param visit told the note, where its line starts, and which line that is
 */
export function forEachNote<Note>(
  report: Report,
  reader: LineReader<Note>,
  visit: (note: Note, offset: number, line: number) => void,
): void {
  forEachOnLine(
    report,
    reader,
    (stretch, from) => notesOf(report, stretch, from, reader),
    ({ notes }, offset, line) => {
      for (const note of notes) visit(note as Note, offset, line);
    },
  );
}

/** Reads what is asked for by a key: of all the names and acronyms of a report a rule mostly wants few. */
export interface KeyedReader<Note, Key> extends LineReader<Note> {
  readonly keyOf: (note: Note) => Key;
}

/** The `index`th note on the line `line` of a stretch. */
interface KeyedNote extends OnLine {
  readonly index: number;
  readonly note: unknown;
}

type KeyedNotes = ReadonlyMap<unknown, readonly KeyedNote[]>;

function keyedNotesOf<Note, Key>(
  report: Report,
  stretch: Stretch,
  from: number,
  reader: KeyedReader<Note, Key>,
): KeyedNotes {
  // Under the reader itself stand the notes by line.
  const known = stretch.notes.get(reader.keyOf) as KeyedNotes | undefined;
  if (known) return known;
  const all = new Map<unknown, KeyedNote[]>();
  for (const { line, notes } of notesOf(report, stretch, from, reader))
    notes.forEach((note, index) => {
      const key = reader.keyOf(note as Note);
      const keyed = { line, index, note };
      const others = all.get(key);
      if (others) others.push(keyed);
      else all.set(key, [keyed]);
    });
  stretch.notes.set(reader.keyOf, all);
  return all;
}

/** The notes of a stretch under one of `keys`, in the order of the text. */
function notesUnder(all: KeyedNotes, keys: Iterable<unknown>): readonly KeyedNote[] {
  let found: readonly KeyedNote[] | undefined;
  let lists = 0;
  for (const key of keys) {
    const notes = all.get(key);
    if (!notes) continue;
    found = found ? found.concat(notes) : notes;
    lists++;
  }
  if (!found) return noKeyedNotes;
  return lists === 1 ? found : [...found].sort((a, b) => a.line - b.line || a.index - b.index);
}

const noKeyedNotes: readonly KeyedNote[] = [];

/**
 * Calls `visit` for everything that `reader` reads under one of `keys`, in the order of the text. What is read of a
 * stretch is kept by key, so that all others cost nothing.
 * @param visit told the note, where its line starts, and which line that is
 */
export function forEachNoteUnder<Note, Key>(
  report: Report,
  reader: KeyedReader<Note, Key>,
  keys: readonly Key[],
  visit: (note: Note, offset: number, line: number) => void,
): void {
  forEachOnLine(
    report,
    reader,
    (stretch, from) => notesUnder(keyedNotesOf(report, stretch, from, reader), keys),
    ({ note }, offset, line) => {
      visit(note as Note, offset, line);
    },
  );
}

/** A discovery that its line makes by itself. It has no fixes: those would hold on to the report it was made in. */
export type LineDiscovery = Pick<Discovery, 'message' | 'params' | 'related' | 'start' | 'end'>;

/** What was found in a line that starts at `offset`, at its place in the text. */
export function placedDiscovery({ message, params, related, start, end }: LineDiscovery, offset: number): Discovery {
  return {
    message,
    params,
    start: offset + start,
    end: offset + end,
    related: related?.map((place) => ({
      message: place.message,
      params: place.params,
      start: offset + place.start,
      end: offset + place.end,
    })),
  };
}
