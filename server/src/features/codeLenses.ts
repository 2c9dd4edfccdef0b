import { economyNameOf } from '../knowledge/economies';
import type { EconomyCode, Profile } from '../knowledge/types';
import type { AttendanceList, Report } from '../report/model';
import { presentOf, rollOf } from '../rules/attendance/members';
import type { Locale, Message } from '../rules/rule';
import { render } from '../rules/messages';
import { countHan } from '../text/characters';
import type { Span } from '../text/span';

/** A line of figures above a heading. */
export interface CodeLensNote extends Span {
  readonly title: string;
  /** Where the attendance list begins that the figures are of; undefined of others. */
  readonly attendance: number | undefined;
}

const messages = {
  abstract: { 'zh-TW': '摘要 {count}／{max} 字', en: 'Abstract {count}/{max} characters' },
  abstractFree: { 'zh-TW': '摘要 {count} 字', en: 'Abstract: {count} characters' },
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

/** The lenses in the order of the text: 摘要, each meeting that lists its members, 心得及建議. */
export function codeLensesOf(report: Report, profile: Profile, locale: Locale): readonly CodeLensNote[] {
  const { abstract, meetings, sections, text } = report;
  const lenses: CodeLensNote[] = [];
  if (abstract) {
    const bounds = profile.abstractLength;
    const count = countHan(text, abstract.content.start, abstract.content.end);
    const title = render(bounds ? messages.abstract : messages.abstractFree, { count, max: bounds?.max ?? 0 }, locale);
    lenses.push({ start: abstract.heading.start, end: abstract.heading.end, title, attendance: undefined });
  }
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
