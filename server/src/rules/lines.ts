/** What rules of the form of before read of single lines. */
import { lineTest } from '../report/model/lineQuery';
import type { LineQuery } from '../report/model/lineQuery';
import type { LineFacts } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { Discovery } from './engine/rule';

export interface LineReader<Note> {
  readonly lines: LineQuery;
  readonly raw?: boolean;
  readonly read: (words: string, facts: LineFacts) => readonly Note[];
}

export function readersBy<Subject, Note>(
  make: (subject: Subject) => LineReader<Note>,
): (key: string, subject: Subject) => LineReader<Note> {
  return (_key, subject) => make(subject);
}

export function forEachNote<Note>(
  report: Report,
  reader: LineReader<Note>,
  visit: (note: Note, offset: number, line: number) => void,
): void {
  const test = lineTest(reader.lines);
  report.units.lines.forEach((line, index) => {
    if (!test(line.facts)) return;
    for (const note of reader.read(reader.raw ? line.text : line.prose, line.facts))
      visit(note, report.lines.starts[index]!, index);
  });
}

export interface KeyedReader<Note, Key> extends LineReader<Note> {
  readonly keyOf: (note: Note) => Key;
}

export function forEachNoteUnder<Note, Key>(
  report: Report,
  reader: KeyedReader<Note, Key>,
  keys: readonly Key[],
  visit: (note: Note, offset: number, line: number) => void,
): void {
  const wanted = new Set(keys);
  forEachNote(report, reader, (note, offset, line) => {
    if (wanted.has(reader.keyOf(note))) visit(note, offset, line);
  });
}

export type LineDiscovery = Pick<Discovery, 'message' | 'params' | 'related' | 'start' | 'end'>;

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
