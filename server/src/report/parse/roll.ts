/** Rolls of a meeting: who was there with one member a line, or a row of a table. */
import { anyOf } from '../../knowledge/phrases';
import type { Span } from '../../text/span';
import { shifted } from '../../text/span';
import { isBlank } from '../model/lines';
import type { LineFacts, LineTable, NameHit } from '../model/lines';
import type { AttendanceList, Attendee, Section, StatedCount, Stranger } from '../model/parts';
import { parseCount } from '../../text/numerals';
import { listedKinds } from './attendance';

/** Right above a roll: that it is one. */
const announces =
  /(?:出席|與會|參加|參與|出缺席|請假|到場)[^。；]{0,24}(?:名單|名冊|情形|情況|人員|會員|代表|代表團|成員|委員|單位|國家|者|如下表?|如次|下表)(?:如下表?|如次|如附表|下表)?[：:。]?$/;
/** Between that and its colon: 出席會員（8個）：. */
const remarkOfLabel = /[（(][^（）()]{1,12}[）)](?=[：:]?$)/;
/** How many are in it, on the line below it, 以上含我國共8個會員, or on the line above it, 出席會員（8個）：. */
const countBelow =
  /^(?<lead>[（(]?(?:以上|上列|前列|合計|總計|共計)[^，。；：、\d]{0,8}?)(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})個?(?:APEC)?(?:會員|經濟體|成員|國)/;
const countAbove =
  /^(?<lead>[^，。；：]{0,12}(?:出席|與會|參加|到場)[^，。；：、\d]{0,12}?(?:[（(]共?計?|計有|共有|[共計]))(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})個?(?:APEC)?(?:會員|經濟體|成員|國|(?<=個)(?=[）)]))(?=[^，。；\d]{0,10}[：:]?$)/;
/** The head of its column in a table. */
const statusHead = /^(?:出缺?席|與會|到場)(?:情形|狀況|與否|缺席)?$/;
const presentMark = /^(?:[✓✔○◎●V]|出席|與會|到場|派員|是$|有$)/i;
const absentMark = new RegExp(`^(?:[×✗✘☓Xx]$|${anyOf('absent')}|缺$|無$|否$)`);
const absent = new RegExp(anyOf('absent'));
/** What a row is of that lists all of one state. */
const presentState = /^(?:實體|線上|視訊|現場)?(?:出席|與會|參加|到場)[之的]?(?:會員|經濟體|代表|名單|國家|者)?$/;
const absentState = new RegExp(`^(?:${anyOf('absent')})[之的]?(?:會員|經濟體|代表|名單|國家|者)?$`);
/** Between the names of such a list; a remark may stand behind one. */
const stateJoint = /^(?:[（(][^（）()]{1,12}[）)])?\s?(?:[、及與和，]|以及|<br\s?\/?>)\s?$/;
/** Those of no member. */
const guests = /觀察員|列席|來賓|貴賓|講者|講師|秘書處|顧問/;
/** What somebody is at the meeting, before the name: 主席, 委員, 請假. */
const role = /^\p{Script=Han}{1,5}[ \t\u3000：:]+(?=\S)/u;
const remark = /[（(][^（）()]*[）)]/g;
/** An entry, and the name of a body, is no longer. */
const longestEntry = 36;
const longestBody = 16;
/** Fewer entries are no roll. */
const fewestEntries = 4;

interface Entry extends Span {
  readonly economy: NameHit['row']['economy'];
  readonly isPresent: boolean;
  /** All that tells this entry from others of the same economy. */
  readonly words: string;
}

function listedNames({ names }: LineFacts): readonly NameHit[] {
  return names.filter(({ row, quoted }) => !quoted && listedKinds.includes(row.kind));
}

/** The bodies of a table's row that has its state in the cells `states`: each in the first cell of its own. */
function bodiesOfRow({ text, shape }: LineFacts, states: readonly number[]): readonly Entry[] {
  let from = 0;
  return states.flatMap((state): readonly Entry[] => {
    const [name, mark] = [shape.cells[from], shape.cells[state]];
    from = state + 1;
    if (!name || !mark || name === mark || name.end === name.start) return [];
    const words = text.slice(name.start, name.end);
    const says = text.slice(mark.start, mark.end);
    if (words.length > longestBody || (!absentMark.test(says) && !presentMark.test(says))) return [];
    return [{ economy: undefined, isPresent: !absentMark.test(says), words, start: name.start, end: name.end }];
  });
}

/** The members of a table's row: each in a cell of its own, with the next cells up to the next member. */
function entriesOfRow(facts: LineFacts): readonly Entry[] {
  const { text, shape } = facts;
  const names = listedNames(facts);
  const entries: Entry[] = [];
  let cell = 0;
  while (cell < shape.cells.length) {
    const { start, end } = shape.cells[cell++]!;
    const bare = text.slice(start, end).replace(remark, '').replace(/[*\s]/g, '');
    const name = names.find((one) => one.start >= start && one.end <= end);
    if (!name || bare !== text.slice(name.start, name.end)) continue;
    const rest: string[] = [];
    let isPresent = true;
    for (; cell < shape.cells.length; cell++) {
      const { start: from, end: to } = shape.cells[cell]!;
      const words = text.slice(from, to);
      const other = names.find((one) => one.start >= from && one.end <= to);
      // 新加坡 is a member and its own city.
      if (other && words === text.slice(other.start, other.end) && words !== bare) break;
      if (absentMark.test(words)) isPresent = false;
      else if (!presentMark.test(words)) rest.push(words);
    }
    entries.push({
      economy: name.row.economy,
      isPresent,
      words: [bare, ...rest].join('|'),
      start: name.start,
      end: name.end,
    });
  }
  return entries;
}

/** The names in a row that begins with what those in its next cell were: 「| 出席 | 澳洲、汶萊 |」, 「| 缺席會員 | 智利 |」. */
function entriesByState(facts: LineFacts): readonly Entry[] {
  const { text, shape } = facts;
  const [state, list] = shape.cells;
  if (!state || !list) return [];
  const says = text.slice(state.start, state.end).replace(/[*\s：:]/g, '');
  const isPresent = presentState.test(says);
  if (!isPresent && !absentState.test(says)) return [];
  const names = listedNames(facts).filter(({ start, end }) => start >= list.start && end <= list.end);
  const isList = names.every(
    ({ start }, index) => index === 0 || stateJoint.test(text.slice(names[index - 1]!.end, start)),
  );
  if (!isList) return [];
  return names.map(({ row, start, end }) => ({
    economy: row.economy,
    isPresent,
    words: text.slice(start, end),
    start,
    end,
  }));
}

/** The member of a line that is an entry: 加拿大, 俄羅斯（缺席）, 委員　C. Moreau（法國）; undefined of any other line. */
function entryOf(facts: LineFacts): Entry | undefined {
  const { text, shape, content } = facts;
  const words = text.slice(shape.title.start, content.end);
  if (words.length > longestEntry || /[，。；、：:]\s*$|[，。；]/.test(words) || guests.test(words)) return undefined;
  const inside = listedNames(facts);
  const own = words.replace(role, '');
  const at = content.end - own.length;
  const name = inside.find(({ start }) => start === at) ?? inside[0];
  if (!name || (inside.length > 1 && name.start !== at)) return undefined;
  const isBracketed = /[（(]$/.test(text.slice(0, name.start)) && /^[）)]/.test(text.slice(name.end));
  if (name.start !== at && !isBracketed) return undefined;
  // A name with words right behind it begins a sentence: 日本代表說明….
  if (name.start === at && !/^(?:$|[\s（(：:*])/.test(text.slice(name.end, content.end))) return undefined;
  return {
    economy: name.row.economy,
    isPresent: !absent.test(words),
    words: own.replace(remark, (bracket) => (absent.test(bracket) ? '' : bracket)).replace(/\s/g, ''),
    start: name.start,
    end: name.end,
  };
}

/** The list that `entries` make: an economy with several persons is named once, who is there twice by the same words is kept twice. */
function listOf(text: string, entries: readonly Entry[]): AttendanceList {
  const present: Attendee[] = [];
  const missing: Attendee[] = [];
  const strangers: Stranger[] = [];
  const seen = new Map<string, string[]>();
  for (const isPresent of [true, false])
    for (const entry of entries) {
      if (entry.isPresent !== isPresent) continue;
      const { economy, words, start, end } = entry;
      const key = economy ?? text.slice(start, end);
      const known = seen.get(key);
      if (known && !known.includes(words)) continue;
      if (known) known.push(words);
      else seen.set(key, [words]);
      if (economy === undefined) strangers.push({ start, end, isPresent });
      else (isPresent ? present : missing).push({ economy, start, end });
    }
  const byPlace = (a: Span, b: Span): number => a.start - b.start;
  return {
    form: 'roll',
    present: present.sort(byPlace),
    absent: missing.sort(byPlace),
    silent: [],
    strangers: strangers.sort(byPlace),
    exceptUs: false,
    stated: undefined,
    total: undefined,
    start: entries[0]!.start,
    end: entries.at(-1)!.end,
  };
}

/** The number that a line gives. */
function statedOn({ text, shape, content }: LineFacts, form: RegExp, offset: number): StatedCount | undefined {
  const at = shape.title.start;
  const match = form.exec(text.slice(at, content.end));
  if (!match) return undefined;
  const { lead, count } = match.groups as { lead: string; count: string };
  return { value: parseCount(count), start: offset + at + lead.length, end: offset + at + match[0].length };
}

/** The rolls of a section, in their order. */
export function readRolls(
  text: string,
  { facts, starts }: LineTable,
  { line: from, toLine }: Section,
): readonly AttendanceList[] {
  const rolls: AttendanceList[] = [];
  /** Where the line above says that a roll follows. */
  let announced: number | undefined;
  /** The columns that say who was there. */
  let states: readonly number[] = [];
  let entries: Entry[] = [];
  /** The number on the line above; of a table nobody can say which rows are counted. */
  let above: StatedCount | undefined;
  let isTable = false;
  /** Whether its rows say themselves who was there. */
  let isByState = false;
  const close = (below?: StatedCount): void => {
    if (entries.length >= fewestEntries && (announced !== undefined || states.length > 0 || isByState)) {
      const roll = listOf(text, entries);
      rolls.push({ ...roll, start: announced ?? roll.start, stated: isTable ? undefined : (above ?? below) });
    }
    entries = [];
    states = [];
    isTable = false;
    isByState = false;
  };
  for (let line = from; line < toLine; line++) {
    const each = facts[line]!;
    if (isBlank(each)) continue;
    const { shape, content } = each;
    const isRow = shape.cells.length > 0;
    isTable ||= isRow;
    const byState = isRow ? entriesByState(each) : [];
    isByState ||= byState.length > 0;
    const named =
      byState.length > 0
        ? byState
        : isRow
          ? entriesOfRow(each)
          : [entryOf(each)].filter((entry) => entry !== undefined);
    const found = named.length === 0 && isRow ? bodiesOfRow(each, states) : named;
    if (found.length > 0) {
      entries.push(...found.map((entry) => ({ ...entry, ...shifted(entry, starts[line]!) })));
      continue;
    }
    if (isRow) {
      const heads = shape.cells.flatMap(({ start, end }, index) =>
        statusHead.test(each.text.slice(start, end)) ? [index] : [],
      );
      if (heads.length > 0) {
        close();
        states = heads;
      }
      continue;
    }
    if (/^[\s|:-]*$/.test(each.text)) continue;
    close(statedOn(each, countBelow, starts[line]!));
    above = statedOn(each, countAbove, starts[line]!);
    const label = each.text.slice(content.start, content.end).trimEnd();
    const says = announces.test(label.replace(remarkOfLabel, ''));
    announced = says ? starts[line]! + shape.title.start : undefined;
  }
  close();
  return rolls;
}
