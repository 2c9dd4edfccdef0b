/** Full names of acronyms as texts: what two of them have in common, and whether they say the same. */
import { anyOf, phrasePattern, phrasesOf } from '../../knowledge/phrases';
import type { LineDefinition } from '../../report/model/acronyms';
import type { Place } from '../../report/model/line';
import { textOf } from '../../report/queries/read';
import type { AcronymRow } from '../../knowledge/types';
import { CharClass, classOf } from '../../text/characters';

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

/** Length of the word for the kind of thing at the end of `name`, 0 without one. Two names that share no more say different things. */
function kindLength(name: string): number {
  let longest = 0;
  for (const { text } of phrasesOf('kind-of-thing'))
    if (text.length > longest && name.endsWith(text)) longest = text.length;
  return longest;
}

/** Whether the letters of `short` come in `long` one after the other: 亞太自貿區 in 亞太自由貿易區. */
function isShortForm(short: string, long: string): boolean {
  let next = 0;
  for (let i = 0; i < long.length && next < short.length; i++) if (long[i] === short[next]) next++;
  return next === short.length;
}

interface NameCandidate {
  readonly name: string;
  /** Whether the name's start is beyond doubt: it stands in quotation marks. */
  readonly quoted: boolean;
}

/** What names of bodies, agreements and programmes often begin with. */
const nameHead = new RegExp(anyOf('begins-body-name'), 'g');
/** Words behind which a name begins. */
export const beforeName = phrasePattern`(?:${'before-name'}|[由與及和暨赴向對在於為經按依受])$`;
/** How far the lengths of two writings of one name are apart. */
const mostApart = 3;
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
  if (kindOfA === 0 || kindOfB === 0) return 'unclear';
  return commonEnd(a.name, b.name) <= Math.min(kindOfA, kindOfB) ? 'different' : 'unclear';
}
