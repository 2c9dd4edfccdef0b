/** The list of abbreviations that a report has of its own: 「縮寫　英文全名　中文名稱」, a row a line. */
import { phrasePattern } from '../../knowledge/phrases';
import type { LineDefinition } from '../../report/model/acronyms';
import type { Line, Place } from '../../report/model/line';
import type { Span } from '../../text/span';
import type { NoteReader, UnitNote } from '../engine/rule';

/** What a line says of such a list: that one begins, or what an acronym of it stands for. */
export type ListNote =
  | 'title'
  | {
      readonly acronym: Span;
      /** The Chinese name. */
      readonly name: Span;
      readonly english: Span | undefined;
    };

/** What the list says of an acronym. */
export interface ListedName {
  readonly acronym: string;
  readonly at: Place;
  readonly unit: Line;
  readonly name: Span;
  readonly english: Span | undefined;
  /** Where it stands in the order of the list. */
  readonly order: number;
}

const title = phrasePattern`^[^，。；]{0,12}${'abbreviation-list-title'}[^，。；\d]{0,6}$`;
/** What parts the cells of a row: lines of a table, wide blanks, colons, brackets, dashes, and a blank between two scripts. */
const borders =
  /[|｜\t\u3000：:＝=，,；;（）()—–]|[ \u00a0]{2,}|(?<=[a-z])[ \u00a0](?=\p{Script=Han})|(?<=\p{Script=Han})[ \u00a0](?=[A-Z])/gu;
const acronymCell = /^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z\d&/-]{1,11}$/;
const hanCell = /^(?=.*\p{Script=Han}{2})[\p{Script=Han}\p{Script=Latin}\d「」『』、・·\-/& ]{2,40}$/u;
const latinCell = /^\p{Script=Latin}\P{Script=Han}*$/u;
/** A longer line is prose. */
const longestRow = 240;

/** The cells of `text` from `from` on, without blanks and marks of emphasis around them. */
function cellsOf(text: string, from: number): readonly Span[] {
  const cells: Span[] = [];
  const add = (first: number, last: number): void => {
    let [start, end] = [first, last];
    while (start < end && /[\s*`]/.test(text[start]!)) start++;
    while (end > start && /[\s*`]/.test(text[end - 1]!)) end--;
    if (end > start) cells.push({ start, end });
  };
  let at = from;
  for (const { 0: border, index } of text.matchAll(borders)) {
    if (index < from) continue;
    add(at, index);
    at = index + border.length;
  }
  add(at, text.length);
  return cells;
}

/** The row that a line is: nothing but an acronym, its Chinese name and its foreign one, in whatever order. */
function rowOn({ text, facts }: Line): Exclude<ListNote, 'title'> | undefined {
  if (text.length > longestRow || /[。！？]/.test(text)) return undefined;
  const cells = cellsOf(text, facts.content.start);
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const acronyms = cells.filter((cell) => acronymCell.test(words(cell)));
  const names = cells.filter((cell) => hanCell.test(words(cell)));
  const [acronym, name] = [acronyms[0], names[0]];
  if (!acronym || !name || acronyms.length > 1 || names.length > 1) return undefined;
  // Commas of the foreign name part it; what has no letters is a page or a number.
  const rest = cells.filter((cell) => cell !== acronym && cell !== name && /\p{L}/u.test(words(cell)));
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return { acronym, name, english: undefined };
  const english = { start: first.start, end: last.end };
  const isOne =
    english.end <= Math.min(...[acronym, name].map(({ start }) => (start > first.start ? start : text.length)));
  const isName = isOne && latinCell.test(words(english)) && / |-/.test(words(english));
  return isName && words(english)[0]!.toUpperCase() === words(acronym)[0] ? { acronym, name, english } : undefined;
}

export const listNotes: NoteReader<'line', ListNote> = {
  per: 'line',
  read: (line) => {
    const { text, zone, facts } = line;
    if (zone === 'contents') return [];
    if (title.test(text.slice(facts.content.start).trimEnd())) return ['title'];
    const row = rowOn(line);
    return row ? [row] : [];
  },
};

/** What the lists of a report say, by the acronym. Without a title above them, rows of two cells may be anything. */
export function listedNames(notes: readonly UnitNote<'line', ListNote>[]): ReadonlyMap<string, ListedName> {
  const listed = new Map<string, ListedName>();
  let isTitled = false;
  let order = 0;
  for (const { unit, note } of notes) {
    if (note === 'title') {
      isTitled = true;
      continue;
    }
    const { acronym: at, name, english } = note;
    if (!english && !isTitled) continue;
    const acronym = unit.text.slice(at.start, at.end);
    if (!listed.has(acronym))
      listed.set(acronym, { acronym, at: { unit, ...at }, unit, name, english, order: order++ });
  }
  return listed;
}

/** A row of the list as a definition, to be compared with those of the text. */
export function asDefinition({ unit, acronym, at, name, english, order }: ListedName): LineDefinition {
  const zone = unit.zone === 'contents' ? 'body' : unit.zone;
  const [start, end] = [Math.min(at.start, name.start), Math.max(at.end, name.end)];
  const place = { unit, order, zone, inHeading: false, wrapped: undefined, start, end };
  return { ...place, text: acronym, acronym: { start: at.start, end: at.end }, name, exact: true, english };
}
