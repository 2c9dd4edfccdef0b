/** Names of bodies that a report writes in two ways: 曼谷市政府環境局, then 曼谷市環境局. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Line } from '../../report/model/line';
import { CharClass, classAt } from '../../text/characters';
import { differenceAt } from '../../text/oneSlip';
import type { Span } from '../../text/span';
import type { LookAlike } from '../../spelling/speller';
import type { UnitNote } from '../engine/rule';
import { distinguishing } from './miswrittenBodies';
import { nearName } from './nearName';
import type { NearName, WrittenName } from './nearName';

/** Words that end with what a body is called at its end. */
export interface BodyMention extends Span {
  readonly body: true;
  /** Whether the name begins here: it is the title of a section, or somebody visits it. */
  readonly exact: boolean;
}

/** What bodies are called at their ends. */
const ending = new RegExp(phrasePattern`${'named-body'}(?![長務內外區])`, 'gu');
const shortest = 6;
const longest = 20;
/** What stands before a name that begins here. */
const visited = phrasePattern`(?:${'visit'}|[：「（])$`;
const upToVisit = phrasePattern`^.*${'visit'}`;
/** A longer one begins where a clause does, as far as no words of a sentence are in it. */
const atClause = /(?:^|[。，；、])$/;
const longer = 8;
const ofSentence = /[的之於在與及和為將由]/;

function isNameUnit(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Han || charClass === CharClass.Latin;
}

/** The names of bodies that end on a line. */
export function bodyMentionsOn({ text, facts, zone }: Line): readonly BodyMention[] {
  if (zone === 'cover' || zone === 'contents' || facts.shape.cells.length > 0) return [];
  const { title, heading, number, marks } = facts.shape;
  const mentions: BodyMention[] = [];
  for (const { 0: words, index } of text.matchAll(ending)) {
    const end = index + words.length;
    let start = end;
    while (start > title.start && end - start < longest && isNameUnit(text, start - 1)) start--;
    const before = text.slice(start, end);
    const isTitle = heading && (number !== undefined || marks > 0) && end === title.end;
    const name = before.replace(upToVisit, '');
    const from = end - name.length;
    if (name.length >= shortest)
      mentions.push({
        body: true,
        exact:
          (isTitle && from >= title.start && start <= title.start + 2) ||
          visited.test(text.slice(Math.max(0, from - 2), from)) ||
          (name.length >= longer && atClause.test(text.slice(Math.max(0, from - 1), from)) && !ofSentence.test(name)),
        start: from,
        end,
      });
  }
  return mentions;
}

/** Words that come and go in the name of one body. */
const optional = phrasePattern`^(?:${'may-be-left-out'}|[學市縣省立署部局處研])$`;
/** So many characters of the beginning are the same. */
const sharedHead = 3;

/** The words that one of two names has and the other has not, where they are otherwise alike. */
function insertedIn(a: string, b: string): string | undefined {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  const words = long.slice(head, head + long.length - short.length);
  const isInserted = head >= sharedHead && head < short.length && long.endsWith(short.slice(head));
  return isInserted && optional.test(words) ? words : undefined;
}

/** Whether one of two names has 國家 where the other has 國立: the two translate one word. */
function differInNational(a: string, b: string): boolean {
  return a !== b && a.replace('國家', '國立') === b.replace('國家', '國立');
}

/** Of names that share so much before and behind it, any character may be a slip that tells no two bodies apart. */
const longHead = 6;
const longTail = 3;

/**
 * Whether two names differ in one character that may be taken for the other, 堀川, 掘川, or in one of many: 水質監測聯盟,
 * 水質觀測聯盟.
 */
function differInOneLetter(a: string, b: string, isAlike: LookAlike): boolean {
  const at = differenceAt(a, b);
  if (at < 0) return false;
  if (isAlike(a[at]!, b[at]!)) return true;
  const isLong = at >= longHead && a.length - at > longTail;
  return isLong && !distinguishing.test(a[at]!) && !distinguishing.test(b[at]!);
}

/** Whether two long names are those of one office but for what it is called: 教育管理局, 教育管理處. */
function differInOffice(a: string, b: string): boolean {
  return a.length > shortest && differenceAt(a, b) === a.length - 1 && /[局署處]$/.test(a) && /[局署處]$/.test(b);
}

/**
 * Names that are of one body but for an optional word, 國家 for 國立 or a character, each with the one before it, in
 * the order of the text.
 */
export function namesOfOneBody(
  notes: readonly UnitNote<'line', BodyMention>[],
  isAlike: LookAlike | undefined,
): readonly NearName[] {
  const exact = new Map<string, (WrittenName & { readonly order: number })[]>();
  const seen = new Set<string>();
  notes.forEach(({ unit, note }, order) => {
    const text = unit.text.slice(note.start, note.end);
    if (!note.exact || seen.has(text)) return;
    seen.add(text);
    const head = text.slice(0, sharedHead);
    exact.set(head, [...(exact.get(head) ?? []), { unit, start: note.start, end: note.end, text, order }]);
  });
  if (exact.size === 0) return [];
  const found: NearName[] = [];
  const told = new Set<string>();
  for (const [order, { unit, note }] of notes.entries()) {
    for (let start = note.start; start + shortest <= note.end; start++) {
      const names = exact.get(unit.text.slice(start, start + sharedHead));
      if (!names) continue;
      const text = unit.text.slice(start, note.end);
      const other = names.find(
        (each) =>
          // Of two whole names the later one is told.
          (!note.exact || each.order < order) &&
          (insertedIn(each.text, text) !== undefined ||
            differInNational(each.text, text) ||
            differInOffice(each.text, text) ||
            (isAlike && differInOneLetter(each.text, text, isAlike))),
      );
      if (!other) continue;
      if (!told.has(text) && !told.has(other.text)) {
        told.add(text);
        found.push(nearName('body', { unit, start, end: note.end, text }, other));
      }
      break;
    }
  }
  return found;
}
