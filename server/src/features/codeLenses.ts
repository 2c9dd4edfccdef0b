import type { EconomyCode } from '../knowledge/types';
import type { AttendanceList } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { economyNameOf } from '../knowledge/economies';
import { presentOf, rollOf } from '../report/queries/forums';
import type { Locale, Message } from '../text/message';
import { render } from '../text/message';
import type { Span } from '../text/span';

/** A line of figures above a heading. */
export interface CodeLensNote extends Span {
  readonly title: string;
  /** Where the attendance list begins that the figures are of; undefined of others. */
  readonly attendance: number | undefined;
}

const messages = {
  members: {
    'zh-TW': '出席 {present}・缺席 {absent}・未列 {missing}：{names}',
    en: 'Present {present} · absent {absent} · not listed {missing}: {names}',
  },
  more: { 'zh-TW': '{names}等', en: '{names}, …' },
  listed: { 'zh-TW': '出席 {present}・缺席 {absent}', en: 'Present {present} · absent {absent}' },
  suggestions: { 'zh-TW': '心得及建議共 {count} 項', en: '{count} reflections and suggestions' },
} satisfies Record<string, Message>;

/** So many members that a list leaves out are named. */
const mostNamed = 6;

/** Who is there by the lists of one meeting: the same economy in two of them counts once. */
function attendanceOf(
  lists: readonly AttendanceList[],
  members: ReadonlyMap<EconomyCode, number> | undefined,
): { readonly present: number; readonly absent: number; readonly missing: readonly EconomyCode[] } {
  const absent = new Set(lists.flatMap((list) => list.absent.map(({ economy }) => economy)));
  const present = new Set(lists.flatMap((list) => [...presentOf(list)]));
  if (members && lists.some(({ form }) => form === 'all-except'))
    for (const member of members.keys()) if (!absent.has(member)) present.add(member);
  const missing = [...(members?.keys() ?? [])].filter((member) => !present.has(member) && !absent.has(member));
  return { present: present.size, absent: absent.size, missing };
}

/** The lenses in the order of the text: each meeting that lists its members, 心得及建議. An inlay hint counts 摘要. */
export function codeLensesOf(report: Report, locale: Locale): readonly CodeLensNote[] {
  const { meetings, sections } = report;
  const lenses: CodeLensNote[] = [];
  const members = rollOf(report);
  for (const { section, attendance } of meetings) {
    const lists = attendance.filter(({ form, present, absent }) => form !== 'count-only' && present.length + absent.length > 0); // prettier-ignore
    if (lists.length === 0) continue;
    const { present, absent, missing } = attendanceOf(lists, members);
    const shown = missing.slice(0, mostNamed).map(economyNameOf).join('、');
    const names = missing.length > mostNamed ? render(messages.more, { names: shown }, locale) : shown;
    const params = { present, absent, missing: missing.length, names };
    const title = render(missing.length > 0 ? messages.members : messages.listed, params, locale);
    const { start, end } = section.heading;
    lenses.push({ start, end, title, attendance: lists[0]!.start });
  }
  for (const { part, children, heading } of sections) {
    if (part !== 'recommendations' && part !== 'reflections-and-recommendations') continue;
    const count = children.length;
    const title = render(messages.suggestions, { count }, locale);
    lenses.push({ start: heading.start, end: heading.end, title, attendance: undefined });
  }
  return lenses.sort((a, b) => a.start - b.start);
}
