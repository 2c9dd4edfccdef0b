/** Runs of names: those that stand side by side, joined as a list joins them. */
import type { EconomyCode } from '../../knowledge/types';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';

/** A name that may stand in a list: of a member, or of an economy outside the forum (印度). */
export interface ListedName extends Span {
  readonly economy: EconomyCode | undefined;
}

/** Names that stand side by side: 「美國、日本及我國」. */
export interface Run extends Span {
  readonly members: readonly ListedName[];
}

const joints = '、,，及與和暨以';

/** The words of `[start, end)` without blanks and line ends, for looking at what surrounds a run. */
export function squeezed(text: string, start: number, end: number): string {
  let words = '';
  for (let i = start; i < end; i++) {
    if (classAt(text, i) !== CharClass.Blank && text[i] !== '\n' && text[i] !== '\r' && text[i] !== '*')
      words += text[i]!;
  }
  return words;
}

/** Between two names of a list: names that no table knows, each behind its joint: `、庫克群島、`, `、紐埃及`. */
const unknownNames = /^(?:[、及與和暨][^、，,。；：:（）()及與和暨\d]{2,8}){1,4}(?:[、及與和暨]|以及)$/;
/** These are no names of countries. */
const noCountry = /[處局署部會院所司組團等人者員國]$|代表|秘書|公司|大學|組織|機構|[由為以向就對於的之將]/;
/** Longer words between two names are no names. */
const longestBetween = 48;

/** The names that stand between two of a list and are in no table, with their places; none where other words stand there. */
function unknownBetween(text: string, start: number, end: number): readonly ListedName[] {
  if (end - start > longestBetween || !unknownNames.test(squeezed(text, start, end))) return [];
  const names: ListedName[] = [];
  for (const { 0: words, index } of text.slice(start, end).matchAll(/[^、及與和暨]+/g)) {
    const bare = words.trim();
    if (bare === '' || bare === '以') continue;
    if (noCountry.test(bare)) return [];
    const from = start + index + words.indexOf(bare);
    names.push({ economy: undefined, start: from, end: from + bare.length });
  }
  return names;
}

/** The runs of `mentions`, the names of `text` in their order, with what stands between two of them and is in no table. */
export function runsOf(text: string, mentions: readonly ListedName[]): Run[] {
  const runs: Run[] = [];
  let members: ListedName[] = [];
  for (const mention of mentions) {
    const previous = members[members.length - 1];
    if (previous) {
      const between = squeezed(text, previous.end, mention.start);
      const isJoint = between !== '' && between.length <= 2 && [...between].every((each) => joints.includes(each));
      const unknown = isJoint ? [] : unknownBetween(text, previous.end, mention.start);
      members.push(...unknown);
      if (!isJoint && unknown.length === 0) {
        runs.push({ members, start: members[0]!.start, end: previous.end });
        members = [];
      }
    }
    members.push(mention);
  }
  const last = members[members.length - 1];
  if (last) runs.push({ members, start: members[0]!.start, end: last.end });
  return runs;
}
