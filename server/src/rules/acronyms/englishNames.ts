/** English full names by their words: what two of them have in common, and whether they name one thing. */
import type { AcronymRow } from '../../knowledge/types';

/** A British spelling as an American one; nothing for what may be missing. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation\b/g, 'ization'],
  [/isations\b/g, 'izations'],
  [/\bprogrammes?\b/g, 'program'],
  [/\bcentre\b/g, 'center'],
  [/ll(?=ing\b|ed\b)/g, 'l'],
  [/\blabour\b/g, 'labor'],
  [/\bdefence\b/g, 'defense'],
  [/&/g, ' and '],
  [/\bco[- ](?=op|ord)/g, 'co'],
  [/\b(?:the|(?<=medium-)sized)\b/g, ''],
];

/** The words of an English name that can be compared: in small letters, without accents, articles, hyphens and plurals, and medium for medium-sized. */
export function englishWords(name: string): readonly string[] {
  let words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  for (const [from, to] of spellings) words = words.replace(from, to);
  return words
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, ''));
}

/** Whether `english` is the name of the row. */
export function isNamedIn(row: AcronymRow, english: string): boolean {
  const [known, written] = [row.english, english].map((name) => englishWords(withoutUnitedNations(name)).join(' '));
  return known === written;
}

/** What the name of a body of the United Nations may have or not. */
export function withoutUnitedNations(name: string): string {
  return name.replace(/(?: of the|^) ?United Nations\b/i, '') || name;
}

/** Names of fewer words leave too little in common once one is another. */
const fewestWords = 3;

/** Words that come and go at the end of the English name of one thing: Illegal, Unreported and Unregulated (Fishing). */
const generic = new Set([
  'agency', 'agreement', 'conference', 'convention', 'fishing', 'framework', 'group', 'initiative', 'meeting', 'network',
  'organization', 'plan', 'policy', 'program', 'project', 'scheme', 'standard', 'system',
]); // prettier-ignore

/** Whether one name is the other with a generic word behind it. */
export function isGenericLonger(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    generic.has(long[long.length - 1]!) &&
    short.every((word, index) => word === long[index])
  );
}

/** Whether two names are the same but for one word that is another, is missing or is too many. */
export function differInOneWord(a: readonly string[], b: readonly string[]): boolean {
  if (Math.min(a.length, b.length) < fewestWords || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  if (Math.max(a.length, b.length) - head - tail !== 1) return false;
  // One country has a system where another has a scheme.
  return a.length !== b.length || !generic.has(a[head]!) || !generic.has(b[head]!);
}

/** What may be said with another such word, or with none. */
const small = new Set(['of', 'to', 'for', 'and', 'in', 'on', 'at', 'by', 'with']);
/** So many last letters of a word make another form of it: Trade, Trading; Technical, Technological. */
const longestEnding = 5;
const shortestRoot = 4;

function isSameRoot(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= Math.max(shortestRoot, Math.min(a.length, b.length) - longestEnding);
}

/** Whether two names are the same but for the forms or the order of their words: Technological Barrier of Trading. */
export function differInForms(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a, b].map((words) => words.filter((word) => !small.has(word))) as [string[], string[]];
  if (one.length !== other.length || one.length < fewestWords || one.join(' ') === other.join(' ')) return false;
  // Working Group on Energy is the Energy Working Group.
  if ([...one].sort().join() === [...other].sort().join()) return true;
  return one.every((word, index) => word === other[index] || isSameRoot(word, other[index]!));
}

/** Whether two names of a body have half of their words in common, in whatever form, and the rest is another: Food and Agricultural Office. */
export function areHalfAlike(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a, b].map((words) => words.filter((word) => !small.has(word))) as [string[], string[]];
  const alike = one.filter((word, index) => isSameRoot(word, other[index] ?? '')).length;
  return one.length === other.length && one.length >= fewestWords && alike * 2 >= one.length;
}
