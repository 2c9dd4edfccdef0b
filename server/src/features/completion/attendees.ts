/** Inside a sentence that says who attended: its list, and the number behind it. */
import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Report } from '../../report/model/report';
import { rollOf } from '../../report/queries/forums';
import type { Message } from '../../text/message';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { namedInList } from './names';

const texts = {
  others: { 'zh-TW': '其餘 {count} 個會員', en: 'the other {count} members' },
  all: { 'zh-TW': '全部 {count} 個會員', en: 'all {count} members' },
  othersNote: { 'zh-TW': '刪去未出席的即可。', en: 'Strike out those who were not there.' },
  count: { 'zh-TW': '前面列出的會員數', en: 'the members named before' },
} satisfies Record<string, Message>;

/** Behind these words a list of those present begins. */
const opening = /(?:出席|與會)(?:會員|經濟體)?[（(]$/;
/** Behind these the number of those who were named is wanted. */
const counting = /(?<!公)共[計有]?$/;

/** Whether the cursor is where a report tells of its meetings. */
function isAmongMeetings({ report, offset }: CompletionContext): boolean {
  return report.sections.some(
    ({ part, content, end }) =>
      (part === 'proceedings' || part === 'process') && content.start <= offset && offset <= end,
  );
}

/** Whether a list of those present is opened right before the cursor: 「…共 3 個會員出席（」. */
export function opensAttendees(context: CompletionContext): boolean {
  return opening.test(context.before) && isAmongMeetings(context);
}

/** The members in the order of the report's other lists, then of the roll; we stand last. */
export function rollInOrder(report: Report): readonly EconomyCode[] | undefined {
  const members = rollOf(report);
  if (!members) return undefined;
  const listed = new Set<EconomyCode>();
  for (const { attendance } of report.meetings)
    for (const list of attendance) for (const { economy } of list.present) listed.add(economy);
  for (const code of members.keys()) listed.add(code);
  const others = [...listed].filter((code) => code !== 'TW' && members.has(code));
  return members.has('TW') ? [...others, 'TW'] : others;
}

/** 「越南、泰國及我國」. */
export function enumerationOf(codes: readonly EconomyCode[]): string {
  const names = codes.filter((code) => code !== 'TW').map(economyNameOf);
  if (!codes.includes('TW')) return names.join('、');
  return names.length > 0 ? `${names.join('、')}及我國` : '我國';
}

/** Whether the report writes a blank before a figure in such a sentence. */
function spacesFigures({ text, meetings }: Report): boolean {
  for (const { attendance } of meetings)
    for (const { stated } of attendance) if (stated) return text.slice(stated.start, stated.end).includes(' ');
  return true;
}

/** The members that a list does not name yet, all at once, and the number of those that it names. */
export function completeAttendees(context: CompletionContext): CompletionEntry[] {
  const { report, before, offset, line, lineStart, locale } = context;
  const here = { start: offset, end: offset };
  const roll = isAmongMeetings(context) ? rollInOrder(report) : undefined;
  if (!roll) return [];
  const entry = (label: string, detail: string, documentation: string, insertText: string): CompletionEntry => ({
    label,
    kind: 'value',
    detail,
    documentation,
    filterText: insertText.trim(),
    sortText: rank('place', 0),
    insertText,
    snippet: false,
    replace: here,
  });

  if (opening.test(before) || (context.asked && before.endsWith('、'))) {
    const named = namedInList(context, 0);
    const others = roll.filter((code) => !named.has(code));
    if (others.length < 2 || (named.size === 0 && !opening.test(before))) return [];
    const label = (named.size > 0 ? texts.others : texts.all)[locale].replace('{count}', String(others.length));
    return [entry(label, enumerationOf(others), texts.othersNote[locale], enumerationOf(others))];
  }

  const words = counting.exec(before)?.[0];
  if (words === undefined) return [];
  const at = before.length - words.length;
  const names = report.lines.facts[line]!.names.filter(({ row, end }) => row.economy !== undefined && end <= at);
  if (names.at(-1)?.end !== before.slice(0, at).trimEnd().length) return [];
  const sentence = Math.max(before.lastIndexOf('。', at), before.lastIndexOf('；', at));
  if (before.indexOf('除', sentence + 1) >= 0) return [];
  const present = new Set(names.filter(({ start }) => start > sentence).map(({ row }) => row.economy));
  const behind = report.text.slice(offset, lineStart + report.lines.facts[line]!.content.end);
  if (behind !== '' && !/^\s*個/.test(behind)) return [];
  const blank = spacesFigures(report) ? ' ' : '';
  const count = `${blank}${present.size}${blank}`;
  const written = behind === '' ? `${count}個會員出席會議。` : count;
  return [entry(written.trim(), texts.count[locale], '', written)];
}
