/** Names of bodies with one wrong character in them: 中西大平洋漁業委員會, 交通部民用肮空局. */
import { acronymRows } from '../../knowledge/acronyms';
import { agencies, formerAgencies } from '../../knowledge/agencies';
import type { Place } from '../../report/model/line';
import type { Paragraph } from '../../report/model/units';
import { joinedLinesOf } from '../../report/queries/joinedLines';
import type { JoinedLines } from '../../report/queries/joinedLines';
import type { LookAlike } from '../../spelling/speller';
import { CharClass, classAt } from '../../text/characters';
import { phrasePattern } from '../../knowledge/phrases';
import { PairFilter } from '../../text/pairs';
import type { Span } from '../../text/span';
import type { UnitNote } from '../engine/rule';
import { nearName } from './nearName';
import type { NearName } from './nearName';

/** Shorter names become others by one character: 農糧署 and 漁業署. */
const shortestKnown = 5;
/** The agency of the cover, whose name is compared with whatever is nearly the same, has so many characters. */
const shortestOwn = 7;
/** Its first characters are those that tell it from others of its kind: 國立海岸大學, 國立海洋大學. */
const ownHead = 4;
/** What tells two bodies apart that are named alike: places, fields, ranks. */
export const distinguishing =
  /[東西南北中臺台新高市縣鄉鎮區省國州農漁林牧礦工商文教法理醫師海空陸水電男女大小上下前後內外一二三四五六七八九十甲乙丙丁]/;
const ending = new RegExp(phrasePattern`${'ends-body-name'}|總臺|[處會]`, 'gu');

/** A name of a body that is nearly one that is known. */
export interface MiswrittenBody extends Span {
  readonly written: string;
  /** The name that is known. */
  readonly meant: string;
}

/** So many characters at the start of a name, or at its end, are right where one character of it is wrong. */
const edge = 2;

/** Names that are known, by the characters that they begin and end with. */
interface Register {
  readonly names: ReadonlySet<string>;
  readonly lengths: readonly number[];
  /** What they begin with: most places of a text begin none. */
  readonly starts: PairFilter;
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  readonly byEnd: ReadonlyMap<string, readonly string[]>;
}

function groupedBy(names: Iterable<string>, keyOf: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

function registerOf(all: Iterable<string>): Register {
  const names = new Set(all);
  const starts = new PairFilter();
  for (const name of names) starts.add(name.charCodeAt(0), name.charCodeAt(1));
  return {
    names,
    starts,
    lengths: [...new Set([...names].map(({ length }) => length))].sort((a, b) => b - a),
    byStart: groupedBy(names, (name) => name.slice(0, edge)),
    byEnd: groupedBy(names, (name) => name.slice(-edge)),
  };
}

function isHan(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (classAt(name, i) !== CharClass.Han) return false;
  return true;
}

let known: Register | undefined;

/** The agencies of the table, with and without the ministry that they belong to, and the bodies of the glossary. */
function knownBodies(): Register {
  if (known) return known;
  const names: string[] = [];
  for (const name of agencies().keys()) {
    names.push(name);
    const above = /^[\u3400-\u9fff]{2,8}?[部院署]/.exec(name)?.[0];
    if (above !== undefined && agencies().has(above)) names.push(name.slice(above.length));
  }
  for (const { chinese, variants, category } of acronymRows)
    if (category === 'organisation' || category === 'Taiwan agency') names.push(chinese, ...variants);
  return (known = registerOf(names.filter((name) => name.length >= shortestKnown && isHan(name))));
}

/** Whether one character, at an index of a name, may have been written for another. */
type MayDiffer = (one: string, other: string, index: number) => boolean;

/** Whether `name` is what ends at `end` of `text` but for one character, which may be taken for the other. */
function isNearly(name: string, text: string, end: number, mayDiffer: MayDiffer): boolean {
  const start = end - name.length;
  if (start < 0) return false;
  let wrong = -1;
  for (let i = 0; i < name.length; i++) {
    if (text[start + i] === name[i]) continue;
    if (wrong >= 0) return false;
    wrong = i;
  }
  return wrong >= 0 && mayDiffer(text[start + wrong]!, name[wrong]!, wrong);
}

/** What differs in one character from a name of `register` and ends at `end` of `text`; the longest such name. */
function bodyEndingAt(
  text: string,
  end: number,
  { names, lengths, starts, byStart, byEnd }: Register,
  mayDiffer: MayDiffer,
): { readonly start: number; readonly meant: string } | undefined {
  let meant: string | undefined;
  const consider = (name: string): void => {
    if (name.length > (meant?.length ?? 0) && isNearly(name, text, end, mayDiffer)) meant = name;
  };
  byEnd.get(text.slice(end - edge, end))?.forEach(consider);
  for (const length of lengths) {
    const start = end - length;
    if (start < 0 || !starts.mayHave(text.charCodeAt(start), text.charCodeAt(start + 1))) continue;
    const alike = byStart.get(text.slice(start, start + edge));
    for (const name of alike ?? []) if (name.length === length) consider(name);
  }
  if (meant === undefined) return undefined;
  // A name that is right goes before one within it that is nearly another.
  const shortest = meant.length;
  if (lengths.some((length) => length >= shortest && length <= end && names.has(text.slice(end - length, end))))
    return undefined;
  return { start: end - meant.length, meant };
}

/** A body's name in a paragraph, and whether it is nearly one of the tables or may be nearly that of the cover. */
export interface BodyEnd extends Span {
  /** The words before it that a name may reach over, up to its end. */
  readonly words: string;
  /** Where the character at an index of them stands in the paragraph. */
  placeOf(index: number): number;
  readonly known: MiswrittenBody | undefined;
}

/** What agencies are called at their ends, each of which may be taken for another. */
const rank = /[部署局處會院]$/;
/** So long a name is that of one agency, whatever it is called at its end. */
const shortestRanked = 7;

let byStem: ReadonlyMap<string, string> | undefined;

/** The agency of today that ends at `end` of `text` but for what it is called at its end: 國民及學前教育局. */
function misrankedAt(text: string, end: number): { readonly start: number; readonly meant: string } | undefined {
  if (!rank.test(text[end - 1]!)) return undefined;
  const { names, lengths, starts } = knownBodies();
  byStem ??= new Map(
    [...names]
      .filter((name) => rank.test(name) && name.length >= shortestRanked && !formerAgencies().has(name))
      .map((name) => [name.slice(0, -1), name]),
  );
  for (const length of lengths) {
    const start = end - length;
    if (start < 0 || length < shortestRanked) continue;
    if (!starts.mayHave(text.charCodeAt(start), text.charCodeAt(start + 1))) continue;
    const written = text.slice(start, end);
    if (names.has(written) || formerAgencies().has(written)) return undefined;
    const meant = byStem.get(written.slice(0, -1));
    if (meant !== undefined) return { start, meant };
  }
  return undefined;
}

/** A paragraph with more ends of names is no prose, and the rest of it is not looked at. */
const mostBodies = 500;
/** No agency's name is longer. */
const longest = 24;

/**
 * Where names of bodies end in `paragraph`.
 * @param lookAlike of the detector of slips; until its words are there, no name is known to be nearly another
 */
export function bodyEndsIn(paragraph: Paragraph, lookAlike: LookAlike | undefined): readonly BodyEnd[] {
  if (paragraph.surroundings.zone === 'contents') return [];
  const joined: JoinedLines = joinedLinesOf(paragraph);
  const { words: text } = joined;
  const found: BodyEnd[] = [];
  for (const { 0: words, index } of text.matchAll(ending)) {
    if (found.length === mostBodies) break;
    const end = index + words.length;
    let from = end;
    while (from > 0 && end - from < longest && classAt(text, from - 1) === CharClass.Han) from--;
    if (end - from < shortestKnown) continue;
    const near = misrankedAt(text, end) ?? (lookAlike && bodyEndingAt(text, end, knownBodies(), lookAlike));
    const known = near && {
      ...joined.spanOf(near.start, end),
      written: text.slice(near.start, end),
      meant: near.meant,
    };
    const placeOf = (index: number): number => joined.spanOf(from + index, from + index + 1).start;
    found.push({ ...joined.spanOf(from, end), words: text.slice(from, end), placeOf, known });
  }
  return found;
}

/** The longest of the names of the cover that is what `words` end with but for one character. */
function ownNearly(
  names: readonly string[],
  words: string,
  differs: MayDiffer,
): { readonly start: number; readonly meant: string } | undefined {
  let meant: string | undefined;
  for (const name of names)
    if (name.length > (meant?.length ?? 0) && isNearly(name, words, words.length, differs)) meant = name;
  const length = meant?.length ?? 0;
  // A name that is right goes before one within it that is nearly another.
  if (meant === undefined || names.some((name) => name.length >= length && words.endsWith(name))) return undefined;
  return { start: words.length - length, meant };
}

/** A name that is used so often is that of another body. */
const established = 3;

/**
 * The names that are nearly one that is known, in the order of the text.
 * @param own the agency of the cover
 * @param lookAlike as for `bodyEndsIn`
 */
export function miswrittenBodies(
  notes: readonly UnitNote<'paragraph', BodyEnd>[],
  own: readonly string[],
  lookAlike: LookAlike | undefined,
): readonly NearName[] {
  if (!lookAlike) return [];
  const names = [...new Set(own)].filter((name) => name.length >= shortestOwn && isHan(name));
  const differs: MayDiffer = (one, other, index) =>
    index >= ownHead && (lookAlike(one, other) || (!distinguishing.test(one) && !distinguishing.test(other)));
  const found: (Place & MiswrittenBody)[] = [];
  const counts = new Map<string, number>();
  for (const { unit, note } of notes) {
    const { words, known, end } = note;
    const near = known ? undefined : ownNearly(names, words, differs);
    const body =
      known ??
      (near &&
        !knownBodies().names.has(words.slice(near.start)) && {
          start: note.placeOf(near.start),
          end,
          written: words.slice(near.start),
          meant: near.meant,
        });
    if (!body) continue;
    counts.set(body.written, (counts.get(body.written) ?? 0) + 1);
    found.push({ unit, ...body });
  }
  return found
    .filter(({ written }) => counts.get(written)! < established)
    .map(({ unit, start, end, written, meant }) =>
      nearName('known', { unit, start, end, text: written }, { text: meant, unit: undefined }),
    );
}
