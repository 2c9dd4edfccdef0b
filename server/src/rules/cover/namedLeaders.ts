/** Those who went with somebody whom the report calls by his name: 葛科長等三人, 游校長及四位教師. */
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import { isPosition } from '../../knowledge/positions';
import { surnameAt } from '../../knowledge/surnames';
import { parseCount } from '../../text/numerals';
import { wordsBefore } from '../../text/sentence';
import type { Span } from '../../text/span';

/** So far behind a number it is told what they do, in UTF-16 code units. */
const reach = 30;
const figure = '\\d{1,2}|[一二兩三四五六七八九十]{1,3}';
/** One of us with those who are counted with him, or besides: 葛科長等三人, 游校長及四位教師. */
const withLeader = new RegExp(
  `等 ?(?<all>${figure}) ?[名位人員]|(?:[及與和偕率]|偕同|率[領同]|帶領)(?<besides>${figure}) ?[名位](?=[^，。；、\\d]{0,3}(?:${anyOf('colleague')}|[科組股課系所班技護][長士員師理]))`,
  'g',
);
/** They are all who went. */
const areAll = phrasePattern`^[^，。；、\d另分先後則]{0,6}?，?(?:於[^，。；]{2,14}?)?(?:組成|組團|帶隊|[赴抵]|前往|奉派|代表|${'present'})`;
/** They do what hosts do. */
const ofHosts = phrasePattern`^[^，。；]{0,10}(?:${'reception'}|陪同|致詞|簡報|說明)`;
/** The longest title, and so many characters of its bearer's name before it are read. */
const longestTitle = 8;
const longestName = 4;

/** 葛科長: one of the cover, as the report calls him. */
export interface NamedLeader {
  readonly surname: string;
  readonly title: string;
}

/** Surname and title that end `words`: 由葛科長. */
function titledAtEnd(words: string): NamedLeader | undefined {
  for (let size = Math.min(longestTitle, words.length - 1); size >= 2; size--) {
    const at = words.length - size - 1;
    const title = words.slice(-size);
    if (isPosition(title) && surnameAt(words, at) === 1) return { surname: words[at]!, title };
  }
  return undefined;
}

/** Whether the names of the cover have him; not every cover has titles. */
export function namesLeader(names: string, { surname, title }: NamedLeader): boolean {
  if (!names.includes(surname)) return false;
  return names.includes(title) || !names.split(/[\s、，,；;]+/).some((piece) => piece.length > longestName || isPosition(piece)); // prettier-ignore
}

interface LedPersons extends Span {
  readonly words: string;
  readonly persons: readonly number[];
  readonly leader: NamedLeader;
  /** Whether they may be some of those who went. */
  readonly isPart: boolean;
}

/** What is told of those who went with somebody, by his name. */
export function* withLeaders(words: string): Generator<LedPersons> {
  for (const { 0: whole, index, groups } of words.matchAll(withLeader)) {
    const before = words.slice(Math.max(0, index - longestTitle - 1), index);
    const leader = titledAtEnd(before);
    const end = index + whole.length;
    const behind = words.slice(end, end + reach);
    const clause = wordsBefore(words, index, '，。；');
    if (!leader || ofHosts.test(behind)) continue;
    const besides = groups!['besides'];
    // Somebody else may be named before him, who is counted too.
    if (besides !== undefined && /[、及與和]/.test(clause)) continue;
    const start = index - leader.title.length - 1;
    const persons = besides === undefined ? parseCount(groups!['all']!) : parseCount(besides) + 1;
    const isPart = !areAll.test(behind);
    yield { words: words.slice(start, end), persons: [persons], leader, isPart, start, end };
  }
}
