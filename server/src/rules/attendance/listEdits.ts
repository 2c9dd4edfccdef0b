/** Edits of an attendance list: a name taken out of it, a name put into it, and the number that is stated with it. */
import { phrasePattern } from '../../knowledge/phrases';
import type { TextBlock } from '../../report/model/lines';
import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList, Attendee } from '../../report/model/parts';
import { toHan } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { UnitEdit } from '../engine/occurrences';

/** What may stand between two names of one list; blanks, line ends and bold marks around it. */
const joint = /^[\s*]*(?:[、,，]|[、,，]?(?:以及|[及與和暨]))[\s*]*$/;
/** A joint before the last name: 及 and the like. */
const lastJoint = /[及與和暨]/;

/** Around the only name of those absent, where all of it stands in brackets: （智利缺席）. */
const bracketBefore = /[（(][\s*]*$/;
const bracketBehind = phrasePattern`^[\s*]*(?:等 ?\d{0,2} ?個?${'member'}?)?[均皆]?${'absent'}[）)]`;
/** Around the only name of those absent in 「除墨西哥以外，所有會員均出席」. */
const exceptBefore = /除了?$/;
const exceptBehind = phrasePattern`^[\s*]*[均皆]?(?:${'absent'}(?:出席)?)?[以之]?外[，,]?(其[餘他])?`;
/** So many units around a name are looked at. */
const reach = 24;

function between({ text }: TextBlock, before: Span, behind: Span): string | undefined {
  const words = text.slice(before.end, behind.start);
  return joint.test(words) ? words : undefined;
}

/** The names of `list` that stand beside each other with `place`, guests too, in the order of the text. */
function runOf(block: TextBlock, { present, absent, strangers }: AttendanceList, place: Span): readonly Span[] {
  const names = [...present, ...absent, ...strangers].sort((a, b) => a.start - b.start);
  let from = names.findIndex(({ start }) => start === place.start);
  if (from < 0) return [];
  let to = from;
  while (from > 0 && between(block, names[from - 1]!, names[from]!) !== undefined) from--;
  while (to + 1 < names.length && between(block, names[to]!, names[to + 1]!) !== undefined) to++;
  return names.slice(from, to + 1);
}

/** Takes the only name of those absent out, with the words that say so. */
function withoutAbsence(block: TextBlock, { start, end }: Span): readonly UnitEdit[] | undefined {
  const before = block.text.slice(Math.max(0, start - reach), start);
  const behind = block.text.slice(end, end + reach);
  const opened = bracketBefore.exec(before);
  const closed = bracketBehind.exec(behind);
  if (opened && closed) return [{ start: start - opened[0].length, end: end + closed[0].length, text: '' }];
  const except = exceptBefore.exec(before);
  const others = exceptBehind.exec(behind);
  if (!except || !others) return undefined;
  // 「其餘會員」 is nobody's rest any more.
  const rest = others[1] ?? '';
  return [{ start: start - except[0].length, end: end + others[0].length, text: rest === '' ? '' : '所有' }];
}

/**
 * Takes the name at `place` out of `list`, with the joint that goes with it.
 * @returns undefined where the words around it are none that a list is written with
 */
export function nameTakenOut(block: TextBlock, list: AttendanceList, place: Span): readonly UnitEdit[] | undefined {
  if (list.form === 'roll') return undefined;
  const run = runOf(block, list, place);
  const index = run.findIndex(({ start }) => start === place.start);
  if (index < 0) return undefined;
  const [before, name, behind] = [run[index - 1], run[index]!, run[index + 1]];
  if (!before && !behind)
    return list.absent.length === 1 && list.absent[0]!.start === place.start ? withoutAbsence(block, place) : undefined;
  if (!before) return [{ start: name.start, end: behind!.start, text: '' }];
  if (behind) return [{ start: before.end, end: name.end, text: '' }];
  // The last name goes: its 及 goes before the one that is now the last.
  const last = between(block, before, name)!;
  const beforeLast = run[index - 2];
  const edits = [{ start: before.end, end: name.end, text: '' }];
  if (beforeLast && lastJoint.test(last)) edits.unshift({ start: beforeLast.end, end: before.start, text: last });
  return edits;
}

/** Puts `names` behind the other `attendees` of a list, before the last one where 及 stands before it. */
function namesPutIn(block: TextBlock, attendees: readonly Attendee[], names: string): UnitEdit | undefined {
  const last = attendees[attendees.length - 1];
  if (!last) return undefined;
  const before = attendees[attendees.length - 2];
  const words = before && between(block, before, last);
  const at = before && words !== undefined && lastJoint.test(words) ? before.end : last.end;
  return { start: at, end: at, text: `、${names}` };
}

function namesOf(economies: readonly EconomyCode[]): string {
  return economies.map(economyNameOf).join('、');
}

/** Writes `value` for the number that `list` states, in its own figures; nothing where it states none or that one. */
export function countCorrected(block: TextBlock, { stated }: AttendanceList, value: number): readonly UnitEdit[] {
  if (!stated || stated.value === value) return [];
  const [numeral] = /^\d+|^[一二三四五六七八九十]+/.exec(block.text.slice(stated.start, stated.end)) ?? [''];
  if (numeral === '') return [];
  const words = /^\d/.test(numeral) ? String(value) : toHan(value);
  return [{ start: stated.start, end: stated.start + numeral.length, text: words }];
}

// A roll has a line or a row for each: nothing is put between its names.

/** Adds `economies` to those absent of `list`; undefined where nobody is. */
export function absenceAdded(
  block: TextBlock,
  { absent, form }: AttendanceList,
  economies: readonly EconomyCode[],
): readonly UnitEdit[] | undefined {
  if (form === 'roll') return undefined;
  const edit = namesPutIn(block, absent, namesOf(economies));
  return edit && [edit];
}

/** Adds `economies` to those present of `list`, whose number follows; undefined where nobody is named. */
export function presenceAdded(
  block: TextBlock,
  list: AttendanceList,
  economies: readonly EconomyCode[],
): readonly UnitEdit[] | undefined {
  if (list.form === 'roll') return undefined;
  const edit = namesPutIn(block, list.present, namesOf(economies));
  const count = list.stated ? countCorrected(block, list, list.stated.value + economies.length) : [];
  return edit && [edit, ...count];
}

/** Moves an absent member of `list` to those present; undefined where the list can't say so. */
export function absenceTurnedPresence(
  block: TextBlock,
  list: AttendanceList,
  attendee: Attendee,
): readonly UnitEdit[] | undefined {
  const taken = nameTakenOut(block, list, attendee);
  const added = presenceAdded(block, list, [attendee.economy]);
  return taken && added && [...taken, ...added];
}
