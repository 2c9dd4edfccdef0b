/**
 * Long names that no mark shows and that are one but for a character: 港區儲槽聯合搶救作業手冊, then 港區儲槽聯合搶救作業手則.
 * Where they begin nobody knows; how much is the same around the difference tells that they are names of one thing.
 */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import type { Speller } from '../../spelling/speller';
import { CharClass, classAt } from '../../text/characters';
import type { UnitNote } from '../engine/rule';
import { distinguishing } from './miswrittenBodies';
import { areListed, nearName, tellsApart } from './nearName';
import type { NearName, WrittenName } from './nearName';

/** So many characters are looked at before the end of a name. */
const longest = 24;
/** So many are the same before the difference, behind it and together. */
const leastHead = 4;
const leastTail = 2;
const leastShared = 8;
/** The same before a difference at the end of the name. */
const leastStem = 7;
/** Before so much that is the same, whatever one character at the end was meant. */
const longStem = 10;
/** Names are compared that end alike, or that are alike before their last word. */
const lastWord = 3;
const stemKey = 5;
/** What is the same for so long is one name, whatever stands before it. */
const commonRun = 14;
/** So many names of one key are compared with each other. */
const largestFamily = 40;
/** Two names that are each used so often are two things, and the author knows it. */
const established = 3;

/** Characters that come and go between words whatever is named, and that tell things apart. */
const grammar = /[的之與及暨和或等於在為由以並且而對向從將把被是有各該本此其個項次第副總分]/;
/** A body and a part of it are called by another last character: 圖書館, 圖書室; 管理處, 管理站. */
const place = /[館室站處所區院校廠場港隊組團社園]/;
/** Words of the sentence before a name. */
const sentence = phrasePattern`^.*(?:${'visit'}|${'before-term'}|[的之於在與及和為將由以並是據按經就向])`;

/** What long names end with. */
const ending = new RegExp(
  phrasePattern`(?:${'document'}|${'title-end'}|${'named-body'}|${'name-end'})(?<=[\u4e00-\u9fff]{8})`,
  'gu',
);

/** The end of a long name on a line, with the Han characters before it, as many as are looked at. */
export interface LongNameEnd {
  readonly run: string;
  readonly end: number;
}

/** Where long names may end on a line. */
export function longNameEndsOn({ text, facts, zone }: Line): readonly LongNameEnd[] {
  if (facts.han < leastShared || zone === 'contents') return [];
  return Array.from(text.matchAll(ending), ({ 0: word, index }) => {
    const end = index + word.length;
    let start = end;
    while (start > 0 && end - start < longest && classAt(text, start - 1) === CharClass.Han) start--;
    return { run: text.slice(start, end), end };
  });
}

/** A name where the report has it first. */
interface LongName extends LongNameEnd {
  readonly unit: Line;
  /** How often the report has it. */
  count: number;
}

/** In what two names differ, and what is the same. */
interface Change {
  readonly of: string;
  readonly from: string;
  readonly head: number;
  readonly tail: number;
}

/** How much of `a` before `i` and of `b` before `j` is the same. */
function sharedBefore(a: string, i: number, b: string, j: number): number {
  let shared = 0;
  while (shared < i && shared < j && a[i - 1 - shared] === b[j - 1 - shared]) shared++;
  return shared;
}

/** The change of one character, put in, left out or another, that leaves most of two names the same. */
function changeOf(a: string, b: string, tail: number): Change {
  const [i, j] = [a.length - tail, b.length - tail];
  let best: Change = { of: a[i - 1]!, from: b[j - 1]!, head: sharedBefore(a, i - 1, b, j - 1), tail };
  for (const [more, less] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const head = sharedBefore(a, i - more, b, j - less);
    if (head > best.head) best = { of: a.slice(i - more, i), from: b.slice(j - less, j), head, tail };
  }
  return best;
}

/**
 * Whether the two may be one name: what differs looks or sounds alike, or is the second character of a word, as in 手冊 and
 * 手則, 資料 and 資訊. Another first character makes another thing: 輸電系統, 配電系統.
 */
function mayBeOne(a: string, { of, from, head, tail }: Change, speller: Speller): boolean {
  // Most pairs share too little: that is seen at once.
  if (tail < leastTail ? head < leastStem : head < leastHead || head + tail < leastShared) return false;
  if (of === from || grammar.test(of + from) || tellsApart(of, from)) return false;
  if (of === '' || from === '') return tail >= leastTail && !distinguishing.test(of + from);
  if (speller.isAlike(of, from)) return true;
  const before = a[a.length - tail - 2]!;
  const [isOne, isOther] = [speller.isWord(before + of), speller.isWord(before + from)];
  if (tail === 0 && place.test(of) && place.test(from)) return false;
  // At the end of a name 指南 is a word, and no south.
  if (distinguishing.test(of + from) && !(tail === 0 && isOne && isOther)) return false;
  return isOne || isOther || (tail < leastTail && head >= longStem);
}

/** A name as far as the two have it in common before the difference, without the words of the sentence. */
function writtenName({ unit, run, end }: LongName, size: number): WrittenName {
  const shared = run.slice(-size);
  const name = shared.replace(sentence, '');
  const start = end - (name.length >= leastShared ? name.length : size);
  return { unit, start, end, text: unit.text.slice(start, end) };
}

/** The names that end on lines, each once, in the order of the text. */
function longNamesOf(ends: readonly UnitNote<'line', LongNameEnd>[]): readonly LongName[] {
  const names = new Map<string, LongName>();
  for (const { unit, note } of ends) {
    const { run, end } = note;
    const key = run.slice(-commonRun);
    const known = names.get(key);
    if (known) known.count++;
    else names.set(key, { unit, run, end, count: 1 });
  }
  return [...names.values()];
}

/** The long names that are one but for a character, each with the one before it. */
export function nearLongNames(
  ends: readonly UnitNote<'line', LongNameEnd>[],
  speller: Speller | undefined,
): readonly NearName[] {
  if (!speller || ends.length < 2) return [];
  const found: NearName[] = [];
  const families = new Map<string, LongName[]>();
  for (const name of longNamesOf(ends)) {
    const { run } = name;
    let isTold = false;
    for (const key of [run.slice(-lastWord), run.slice(-lastWord - stemKey, -lastWord)]) {
      const family = families.get(key) ?? [];
      if (family.length === 0) families.set(key, family);
      for (const other of isTold ? [] : family) {
        const tail = sharedBefore(run, run.length, other.run, other.run.length);
        if (tail === run.length || tail === other.run.length) continue;
        const change = changeOf(run, other.run, tail);
        if (!mayBeOne(run, change, speller) || (name.count >= established && other.count >= established)) continue;
        const { of, from, head } = change;
        const written = writtenName(name, head + of.length + tail);
        const earlier = writtenName(other, written.text.length - of.length + from.length);
        if (areListed(earlier, written)) continue;
        isTold = true;
        // What is left out is told with the character before it.
        const before = of === '' || from === '' ? run.slice(0, run.length - of.length - tail).slice(-1) : '';
        found.push(nearName('near', written, earlier, { this: before + of, that: before + from }));
        break;
      }
      if (family.length < largestFamily) family.push(name);
    }
  }
  return found;
}
