/**
 * Reads single lines for a rule, and each line once: what was read of a stretch of lines is kept for as long as its
 * lines stay the same. A key press then costs a rule one stretch, however long the report is.
 */
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
interface LineNotes {
  readonly line: number;
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

/** The words of a line as `reader` wants them. */
export function wordsFor({ raw }: LineReader<unknown>, words: string): string {
  return raw ? words : proseOf(words);
}

/** Calls `visit` with what `reader` reads of the lines of a stretch, those that have nothing left out. */
function readLines<Note>(
  { text, lines: { facts, starts } }: Report,
  stretch: Stretch,
  from: number,
  reader: LineReader<Note>,
  visit: (line: number, notes: readonly Note[]) => void,
): void {
  const { lines, read } = reader;
  for (const line of linesOfStretch(stretch, facts, from, lines)) {
    const lineFacts = facts[from + line]!;
    const offset = starts[from + line]!;
    const notes = read(wordsFor(reader, text.slice(offset, offset + lineFacts.length)), lineFacts);
    if (notes.length > 0) visit(line, notes);
  }
}

function readStretch<Note>(
  report: Report,
  stretch: Stretch,
  from: number,
  reader: LineReader<Note>,
): readonly LineNotes[] {
  let all: LineNotes[] | undefined;
  readLines(report, stretch, from, reader, (line, notes) => {
    (all ??= []).push({ line, notes });
  });
  return all ?? noNotes;
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
  const { starts, stretches } = report.lines;
  const blocks = reader.raw ? undefined : codeBlocksOf(report);
  let from = 0;
  for (const stretch of stretches) {
    let all = stretch.notes.get(reader) as readonly LineNotes[] | undefined;
    if (!all) stretch.notes.set(reader, (all = readStretch(report, stretch, from, reader)));
    for (const { line: inStretch, notes } of all) {
      const line = from + inStretch;
      if (blocks && isCode(blocks, line)) continue;
      for (const note of notes) visit(note as Note, starts[line]!, line);
    }
    from += stretch.count;
  }
}

/** Reads what is asked for by a key: of all the names and acronyms of a report a rule mostly wants few. */
export interface KeyedReader<Note, Key> extends LineReader<Note> {
  readonly keyOf: (note: Note) => Key;
}

/** A note on the line `line` of a stretch, the `order`th of all notes there. */
interface KeyedNote {
  readonly line: number;
  readonly order: number;
  readonly note: unknown;
}

type KeyedNotes = ReadonlyMap<unknown, readonly KeyedNote[]>;

function readKeyed<Note, Key>(
  report: Report,
  stretch: Stretch,
  from: number,
  reader: KeyedReader<Note, Key>,
): KeyedNotes {
  const all = new Map<unknown, KeyedNote[]>();
  let order = 0;
  readLines(report, stretch, from, reader, (line, notes) => {
    for (const note of notes) {
      const key = reader.keyOf(note);
      const keyed = { line, order: order++, note };
      const known = all.get(key);
      if (known) known.push(keyed);
      else all.set(key, [keyed]);
    }
  });
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
  return lists === 1 ? found : [...found].sort((a, b) => a.order - b.order);
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
  const { starts, stretches } = report.lines;
  const blocks = reader.raw ? undefined : codeBlocksOf(report);
  let from = 0;
  for (const stretch of stretches) {
    let all = stretch.notes.get(reader) as KeyedNotes | undefined;
    if (!all) stretch.notes.set(reader, (all = readKeyed(report, stretch, from, reader)));
    for (const { line: inStretch, note } of notesUnder(all, keys)) {
      const line = from + inStretch;
      if (!blocks || !isCode(blocks, line)) visit(note as Note, starts[line]!, line);
    }
    from += stretch.count;
  }
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
