/** Full names of acronyms as texts: what two of them have in common, and whether they say the same. */
import { anyOf, phrasePattern, phrasesOf } from '../../knowledge/phrases';
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import type { AcronymRow } from '../../knowledge/types';
import { CharClass, classOf } from '../../text/characters';
import { isNamedIn } from './englishNames';

/** One letter for what is written in several ways: 及 for 與, 暨 and 和; nothing for 之 and 的. */
function plainUnit(text: string, index: number): string {
  const unit = text[index]!;
  switch (unit) {
    case '與':
    case '暨':
    case '和':
      return '及';
    case '臺':
      return '台';
    case '之':
    case '的':
    case '*':
    case '「':
    case '」':
      return '';
    default:
      return classOf(text.charCodeAt(index)) === CharClass.Blank ? '' : unit.toUpperCase();
  }
}

/** A name without what may differ between two writings of it, and where each of its letters stands in the name. */
export interface PlainName {
  readonly text: string;
  /** Index in the name as written, by index in `text`. */
  readonly places: readonly number[];
}

/** `name` without blanks, 之 and 的, with one word for 及, 與 and 暨, and without a leading 「APEC」. */
export function plainNameOf(name: string): PlainName {
  let text = '';
  let places: number[] = [];
  for (let i = 0; i < name.length; i++) {
    const unit = plainUnit(name, i);
    if (unit === '') continue;
    text += unit;
    places.push(i);
  }
  if (text.startsWith('APEC') && text.length > 6) {
    text = text.slice(4);
    places = places.slice(4);
  }
  return { text, places };
}

export function plain(name: string): string {
  return plainNameOf(name).text;
}

/** The Chinese full name that a definition gives; empty where it has none. */
export function nameOf({ unit, name, wrapped }: LineDefinition): string {
  return wrapped?.name ?? textOf(unit, name);
}

/** The foreign full name that a definition gives; empty where it has none. */
export function englishOf({ unit, english, wrapped }: LineDefinition): string {
  return english ? (wrapped?.english ?? textOf(unit, english)) : '';
}

/** The name of a definition from its code unit at `from` on. */
export function endOfName({ unit, name, wrapped }: LineDefinition, from: number): Place {
  return { unit, start: wrapped ? wrapped.placeOf(from) : name.start + from, end: name.end };
}

/** Every right Chinese name of `row`. */
export function namesOf(row: AcronymRow): readonly string[] {
  return [row.chinese, ...row.variants];
}

/** Length of what two names end with alike. */
export function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** So many letters side by side are no chance. */
const shortestRun = 3;

/** Where the first of the letters stands in `a` that both names have side by side; undefined where they have too few. */
export function commonRun(a: string, b: string): number | undefined {
  for (let from = 0; from + shortestRun <= a.length; from++)
    if (b.includes(a.slice(from, from + shortestRun))) return from;
  return undefined;
}

/** Length of the word for the kind of thing at the end of `name`, 0 without one. Two names that share no more say different things. */
function kindLength(name: string): number {
  let longest = 0;
  for (const { text } of phrasesOf('kind-of-thing'))
    if (text.length > longest && name.endsWith(text)) longest = text.length;
  return longest;
}

/** Whether the letters of `short` come in `long` one after the other: 亞太自貿區 in 亞太自由貿易區. */
export function isShortForm(short: string, long: string): boolean {
  let next = 0;
  for (let i = 0; i < long.length && next < short.length; i++) if (long[i] === short[next]) next++;
  return next === short.length;
}

interface NameCandidate {
  readonly name: string;
  /** Whether the name's start is beyond doubt: it stands in quotation marks. */
  readonly quoted: boolean;
}

/** Length of the longest end of `name` whose letters come in `other` one after the other. */
function endWithin(name: string, other: string): number {
  let length = 0;
  for (let at = other.length; length < name.length; length++) {
    at = at === 0 ? -1 : other.lastIndexOf(name[name.length - 1 - length]!, at - 1);
    if (at < 0) break;
  }
  return length;
}

/** So many letters at the end say more than of which kind a thing is. */
const tellingEnd = 3;
/** So far back from its end a name is looked at whose start is open. */
const surelyName = 8;
/** Letters that two writings of one name have in common. */
const fewestShared = 2;

/** Whether two names, the starts of which may be open, end as two writings of one do: 碳捕捉 and 碳捕捉與封存. */
export function endAlike(a: string, b: string): boolean {
  return [endWithin(a, b), endWithin(b, a)].some((length, index) => {
    const name = index === 0 ? a : b;
    return length === name.length || (length >= tellingEnd && length > kindLength(name) + 1);
  });
}

/** Whether two names speak of like things by their last words: 漁船監控系統 and 漁船定位平臺. */
function areRelated(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => new Set(name.slice(-surelyName))) as [Set<string>, Set<string>];
  return [...one].filter((letter) => other.has(letter)).length >= fewestShared;
}

/** What names of bodies, agreements and programmes often begin with. */
const nameHead = new RegExp(anyOf('begins-body-name'), 'g');
/** Words behind which a name begins. */
export const beforeName = phrasePattern`(?:${'before-name'}|[由與及和暨赴向對在於為經按依受以])$`;
/** How far the lengths of two writings of one name are apart. */
export const mostApart = 3;
/** A shorter rest is no name of its own. */
const shortestName = 5;

/** Whether two names begin alike and are about as long, so that they may be two writings of one. */
export function beginAlike(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2) && Math.abs(a.length - b.length) <= mostApart;
}

/**
 * Where the name begins that `written`, read back to the start of its clause, ends with; 0 where nothing tells.
 * @param other another name that the same acronym stands for, whose start is known
 */
export function likelyStart(written: string, other: string): number {
  for (let start = written.length - shortestName; start > 0; start--)
    if (beginAlike(written.slice(start), other)) return start;
  const heads = [...written.matchAll(nameHead)].map(({ index }) => index);
  return heads.filter((at) => written.length - at >= shortestName).at(-1) ?? 0;
}

/** The end of `written` that is nearest to `name`: how many letters differ, and where it begins. */
export function nearestEnd(written: string, name: string): { readonly distance: number; readonly start: number } {
  // Edit distance with a free start: column k holds the best for name[0..k) against any end of what was read.
  let costs = Array.from({ length: name.length + 1 }, (_, k) => k);
  let starts = new Array<number>(name.length + 1).fill(0);
  for (let i = 1; i <= written.length; i++) {
    const nextCosts = [0];
    const nextStarts = [i];
    for (let k = 1; k <= name.length; k++) {
      const change = costs[k - 1]! + (written[i - 1] === name[k - 1] ? 0 : 1);
      const extra = costs[k]! + 1;
      const lacking = nextCosts[k - 1]! + 1;
      const least = Math.min(change, extra, lacking);
      nextCosts.push(least);
      nextStarts.push(least === change ? starts[k - 1]! : least === extra ? starts[k]! : nextStarts[k - 1]!);
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  return { distance: costs[name.length]!, start: starts[name.length]! };
}

/** What a clause begins behind. */
const clauseBorders = '，。；：、（「';

/** Where a name begins that is given instead of `other`; undefined where its sentence does not tell. */
export function startBeside(definition: LineDefinition, other: string): number | undefined {
  const name = nameOf(definition);
  if (namedBy(definition).quoted) return 0;
  const likely = likelyStart(name, other);
  if (likely > 0) return likely;
  const { text, places } = plainNameOf(name);
  const right = plain(other);
  const { distance, start } = nearestEnd(text, right);
  if (distance <= Math.ceil(right.length / 2) && text[start] === right[0]) return places[start];
  const before = definition.unit.text[definition.name.start - 1];
  const isClause = definition.exact || (before !== undefined && clauseBorders.includes(before));
  return isClause && name.length <= other.length + mostApart ? 0 : undefined;
}

/** The name of a definition in plain letters. */
export function namedBy(definition: LineDefinition): NameCandidate {
  return {
    name: plain(nameOf(definition)),
    quoted: '「『《〈'.includes(definition.unit.text[definition.name.start - 1] ?? ' '),
  };
}

/**
 * How two full names, written in plain letters, stand to each other: `same` words or a short form of them, `variant`s that the glossary knows
 * for one thing, `different`, or `unclear` where a start is open and what is left says too little.
 */
export function compareNames(
  a: NameCandidate,
  b: NameCandidate,
  rows: readonly AcronymRow[],
): 'same' | 'variant' | 'different' | 'unclear' {
  if (isShortForm(a.name, b.name) || isShortForm(b.name, a.name)) return 'same';
  const of = ({ name }: NameCandidate): AcronymRow | undefined =>
    rows.find((row) => namesOf(row).some((known) => name.endsWith(plain(known))));
  const rowOfA = of(a);
  const rowOfB = of(b);
  if (rowOfA && rowOfA === rowOfB) return 'variant';
  if ((a.quoted || rowOfA) && (b.quoted || rowOfB)) return 'different';
  const kindOfA = kindLength(a.name);
  const kindOfB = kindLength(b.name);
  if (kindOfA > 0 && kindOfB > 0 && commonEnd(a.name, b.name) <= Math.min(kindOfA, kindOfB)) return 'different';
  return areRelated(a.name, b.name) && !endAlike(a.name, b.name) ? 'different' : 'unclear';
}

/** Whether each of two definitions writes out another thing that the acronym is known for, in Chinese and in its own language. */
export function areTwoKnown(one: LineDefinition, other: LineDefinition, rows: readonly AcronymRow[]): boolean {
  const known = [one, other].map((definition) =>
    rows.find(
      (row) =>
        isNamedIn(row, englishOf(definition)) &&
        namesOf(row).some((name) => plain(nameOf(definition)).endsWith(plain(name))),
    ),
  );
  return known[0] !== undefined && known[1] !== undefined && known[0] !== known[1];
}
