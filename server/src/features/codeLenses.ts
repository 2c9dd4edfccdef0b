import type { EconomyCode } from '../knowledge/types';
import type { AttendanceList } from '../report/model/parts';
import type { Report } from '../report/model/report';
import { presentOf, rollOf } from '../rules/attendance/members';
import type { Locale, Message } from '../text/message';
import { render } from '../text/message';
import type { Span } from '../text/span';

/** A line of figures above a heading. */
export interface CodeLensNote extends Span {
  readonly title: string;
}

const messages = {
  members: {
    'zh-TW': '出席 {present}・缺席 {absent}・未列 {missing}',
    en: 'Present {present} · absent {absent} · not listed {missing}',
  },
  listed: { 'zh-TW': '出席 {present}・缺席 {absent}', en: 'Present {present} · absent {absent}' },
  suggestions: { 'zh-TW': '心得及建議共 {count} 項', en: '{count} reflections and suggestions' },
} satisfies Record<string, Message>;

/** Who is there by the lists of one meeting: the same economy in two of them counts once. */
function attendanceOf(
  lists: readonly AttendanceList[],
  members: ReadonlyMap<EconomyCode, number> | undefined,
): Record<string, number> {
  const absent = new Set(lists.flatMap((list) => list.absent.map(({ economy }) => economy)));
  const present = new Set(lists.flatMap((list) => [...presentOf(list)]));
  if (members && lists.some(({ form }) => form === 'all-except'))
    for (const member of members.keys()) if (!absent.has(member)) present.add(member);
  const missing = members
    ? [...members.keys()].filter((member) => !present.has(member) && !absent.has(member)).length
    : 0;
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
    const figures = attendanceOf(lists, members);
    const title = render(members ? messages.members : messages.listed, figures, locale);
    lenses.push({ start: section.heading.start, end: section.heading.end, title });
  }
  for (const { part, children, heading } of sections) {
    if (part !== 'recommendations' && part !== 'reflections-and-recommendations') continue;
    const count = children.length;
    lenses.push({ start: heading.start, end: heading.end, title: render(messages.suggestions, { count }, locale) });
  }
  return lenses.sort((a, b) => a.start - b.start);
}
