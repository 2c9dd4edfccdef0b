/** Writing who attended from a roll of members that an author has ticked. */
import { economies, economyNameOf } from '../knowledge/economies';
import type { EconomyCode } from '../knowledge/types';
import { lineAt, lineEnd } from '../report/model/lines';
import type { AttendanceList } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import { rollOf } from '../report/queries/forums';
import { sparesMarkup } from '../report/queries/spared';
import { compareEdits } from '../text/edit';
import type { Glossary } from '../rules/engine/glossary';
import type { TextEdit } from '../text/edit';
import { toHan } from '../text/numerals';
import type { Span } from '../text/span';

/** A member of the forum, as the list at the cursor has it. */
export interface RollEntry {
  readonly economy: EconomyCode;
  readonly name: string;
  readonly present: boolean;
}

export interface AttendanceRoll {
  /** In the order of the forum. */
  readonly entries: readonly RollEntry[];
  /** Whether the list at the cursor, or the report's others where there is none, names those absent. */
  readonly namesAbsent: boolean;
}

/** What an author has ticked. */
export interface TickedRoll {
  /** Codes of members; others are left out. */
  readonly present: readonly string[];
  /** All others are written down as absent. */
  readonly restAbsent: boolean;
}

/** Behind a number that is stated: 會員出席會議 and the like, up to the end of the clause. */
const behindCount = /^[^。；\r\n（(，,]{0,16}/;
/** Behind the names of those absent. */
const absence = /^[\s*]*(?:未出席|缺席|未與會|未派員|未參加|請假)/;

function membersOf(report: Report, glossary: Glossary | undefined): readonly EconomyCode[] {
  const roll = rollOf(report, glossary?.forums);
  return roll ? [...roll.keys()] : economies.map(({ code }) => code);
}

/** Whether those present of `list` are all named, so that their names can be written anew. */
function isListed({ form, exceptUs, present }: AttendanceList): boolean {
  return form === 'listed' && !exceptUs && present.length > 0;
}

/** The list of names that `offset` stands in or on the line of. */
function listAt(report: Report, offset: number): AttendanceList | undefined {
  const { lines, meetings } = report;
  const line = lineAt(lines, offset);
  const from = lines.starts[line]!;
  const to = lineEnd(lines, line);
  return meetings
    .flatMap(({ attendance }) => attendance)
    .find((list) => isListed(list) && list.start <= to && list.end >= from);
}

/** The roll of the forum's members with those ticked whom the list at `offset` names as present. */
export function attendanceRollAt(report: Report, offset: number, glossary?: Glossary): AttendanceRoll {
  const list = listAt(report, offset);
  const present = new Set(list?.present.map(({ economy }) => economy));
  const all = report.meetings.flatMap(({ attendance }) => attendance);
  return {
    entries: membersOf(report, glossary).map((economy) => ({
      economy,
      name: economyNameOf(economy),
      present: present.has(economy),
    })),
    namesAbsent: (list ? [list] : all).some(({ absent }) => absent.length > 0),
  };
}

/** How the report writes 「共 14 個會員出席會議（…缺席）」. */
interface Style {
  readonly before: string;
  readonly count: (value: number) => string;
  readonly behind: string;
  readonly absent: string;
}

function styleOf(report: Report): Style {
  const { text } = report;
  const lists = report.meetings.flatMap(({ attendance }) => attendance).filter(isListed);
  const counted = lists.find(({ stated, present }) => stated !== undefined && stated.start > present[0]!.start);
  const withAbsent = lists.find(({ absent }) => absent.length > 0);
  const word = withAbsent && absence.exec(text.slice(withAbsent.absent.at(-1)!.end, withAbsent.absent.at(-1)!.end + 8));
  const absent = word?.[0].trim() ?? '缺席';
  const plain = { before: '共 ', count: (value: number) => `${value} 個會員`, behind: '出席會議', absent };
  if (!counted?.stated) return plain;
  const { stated, present, strangers } = counted;
  const names = [...present, ...strangers.filter(({ isPresent }) => isPresent)].filter(
    ({ end }) => end <= stated.start,
  );
  const last = Math.max(...names.map(({ end }) => end));
  const words = textOf(report, stated);
  const [numeral] = /^\d+|^[一二三四五六七八九十]+/.exec(words) ?? [''];
  const before = text.slice(last, stated.start);
  if (numeral === '' || before.length > 6 || /[\r\n]/.test(before)) return plain;
  const behind = behindCount.exec(text.slice(stated.end, stated.end + 20))![0];
  return {
    before,
    count: (value) => (/^\d/.test(numeral) ? String(value) : toHan(value)) + words.slice(numeral.length),
    behind: /出席|與會|參加/.test(behind) ? behind : '出席會議',
    absent,
  };
}

/** What the report calls a member: the right name that it uses most. */
function nameIn(report: Report, economy: EconomyCode): string {
  const forms = report.economies.forms.get(economy)?.filter(({ row }) => row.kind === 'name') ?? [];
  const [most] = [...forms].sort((a, b) => b.count - a.count);
  return economy !== 'TW' && most ? most.row.text : economyNameOf(economy);
}

/** 「美國、日本及我國」: we stand last. */
function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}及${names[names.length - 1]!}`;
}

/** Those present in the order of the list at hand, then of the roll; guests before us, who stand last. */
function namesOf(report: Report, list: AttendanceList | undefined, present: readonly EconomyCode[]): readonly string[] {
  const before = list?.present.map(({ economy }) => economy).filter((economy) => present.includes(economy)) ?? [];
  const ordered = [...new Set([...before, ...present])].filter((economy) => economy !== 'TW');
  const guests = list?.strangers.filter(({ isPresent }) => isPresent).map((span) => textOf(report, span)) ?? [];
  const us = present.includes('TW') ? [economyNameOf('TW')] : [];
  return [...ordered.map((economy) => nameIn(report, economy)), ...guests, ...us];
}

/** The edits that make `list` say what is ticked; its other words stay. */
function rewritten(
  report: Report,
  list: AttendanceList,
  names: readonly string[],
  absent: readonly string[],
): readonly TextEdit[] {
  const { text } = report;
  const edit = ({ start, end }: Span, words: string): TextEdit => ({
    start,
    end,
    expected: text.slice(start, end),
    text: words,
  });
  const { stated } = list;
  const listed = [...list.present, ...list.strangers.filter(({ isPresent }) => isPresent)];
  const start = Math.min(...listed.map((span) => span.start));
  const last = Math.max(...listed.map((span) => span.end));
  const edits = [edit({ start, end: last }, joined(names))];
  if (stated && stated.value !== names.length) {
    const [numeral] = /^\d+|^[一二三四五六七八九十]+/.exec(textOf(report, stated)) ?? [''];
    const value = /^\d/.test(numeral) ? String(names.length) : toHan(names.length);
    edits.push(edit({ start: stated.start, end: stated.start + numeral.length }, value));
  }
  const named = list.absent;
  if (named.length > 0) {
    const whole = { start: named[0]!.start, end: named[named.length - 1]!.end };
    const closing = /^[^（()）\r\n]{0,12}[）)]/.exec(text.slice(whole.end, whole.end + 16));
    const isBracket = /[（(][\s*]*$/.test(text.slice(0, whole.start)) && closing;
    if (absent.length > 0) edits.push(edit(whole, absent.join('、')));
    else if (isBracket) {
      const open = /[（(][\s*]*$/.exec(text.slice(Math.max(0, whole.start - 4), whole.start))![0].length;
      edits.push(edit({ start: whole.start - open, end: whole.end + closing[0].length }, ''));
    }
  } else if (absent.length > 0) {
    const from = Math.max(stated?.end ?? last, last);
    const clause = /^[^。；\r\n]*/.exec(text.slice(from))![0];
    const at = from + clause.trimEnd().length;
    edits.push(edit({ start: at, end: at }, `（${absent.join('、')}${styleOf(report).absent}）`));
  }
  return edits.filter(({ expected, text: words }) => expected !== words).sort(compareEdits);
}

/**
 * The edits that say who attended: of the list on the cursor's line, whose other words stay, or as a new sentence at
 * `offset` in the way of the report's other lists. None where they would touch what is no prose.
 */
export function attendanceEdits(
  report: Report,
  offset: number,
  { present, restAbsent }: TickedRoll,
  glossary?: Glossary,
): readonly TextEdit[] {
  const list = listAt(report, offset);
  const members = membersOf(report, glossary);
  const there = members.filter((economy) => present.includes(economy));
  const kept = list?.absent.map(({ economy }) => economy) ?? [];
  const absent = (restAbsent ? members : kept).filter((economy) => !there.includes(economy));
  const names = namesOf(report, list, there);
  if (names.length === 0) return [];
  const absentNames = absent.map((economy) => nameIn(report, economy));
  const spared = (edits: readonly TextEdit[]): readonly TextEdit[] => (sparesMarkup(report, edits) ? edits : []);
  if (list) return spared(rewritten(report, list, names, absentNames));
  const { before, count, behind, absent: word } = styleOf(report);
  const brackets = absentNames.length > 0 ? `（${absentNames.join('、')}${word}）` : '';
  const text = `${joined(names)}${before}${count(names.length)}${behind}${brackets}。`;
  return spared([{ start: offset, end: offset, expected: '', text }]);
}
