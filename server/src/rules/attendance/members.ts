/** The forum whose meetings a report is about, its members, and how they are named in messages. */
import { anyOf } from '../../knowledge/phrases';
import { countryNamed } from '../../knowledge/countries';
import { nameRows } from '../../knowledge/names';
import { forumById, forums } from '../../knowledge/forums';
import type { LineRange } from '../../report/model/lines';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { AttendanceList, Meeting, Section } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import type { Glossary } from '../engine/glossary';
import { emptyGlossary } from '../engine/glossary';

/** What a forum is called in messages: APEC, CPTPP. */
export function forumName({ names }: Forum): string {
  return names[0] ?? '';
}

/** The economy that `words` name, in Chinese or by its ISO 3166 code: 英國, GB. */
export function economyNamed(words: string): EconomyCode | undefined {
  const row = nameRows.find(({ text, economy }) => economy !== undefined && (text === words || economy === words));
  return row?.economy ?? countryNamed(words)?.code;
}

/** A title that names one of these is no report of APEC, however often its text speaks of APEC. */
const otherSubject = new RegExp(anyOf('other-subject'));

/** A forum of the folder's glossary. Who writes its members down wants them counted. */
function ownForum(name: string, members: readonly EconomyCode[]): Forum {
  return {
    id: 'none',
    names: [name],
    memberTerms: [],
    callsRoll: true,
    members: new Map(members.map((code) => [code, 0])),
    source: '.mission-report.json',
    trust: 'general',
  };
}

/** Uses of 「APEC」 in the body that make a report one of APEC where its title says nothing. */
const enoughUses = 3;

/**
 * The forum that the report is about: the first that its title names; without one, APEC where the body speaks of it
 * again and again. `none` for bilateral talks, visits and bodies whose members are not in the tables. A forum of the
 * folder's glossary goes before one of the tables with the same name.
 */
export function forumOf(report: Report, { forums: own }: Pick<Glossary, 'forums'> = emptyGlossary): Forum {
  const { title, kindLine } = report.cover;
  const cover = report.text.slice(kindLine?.start ?? title?.start ?? 0, title?.end ?? report.cover.end);
  let named: Forum | undefined;
  let first = cover.length;
  const known =
    own.size === 0 ? forums() : [...[...own].map(([name, members]) => ownForum(name, members)), ...forums()];
  for (const forum of known) {
    for (const name of forum.names) {
      const at = cover.indexOf(name);
      if (at < 0 || at >= first) continue;
      first = at;
      named = forum;
    }
  }
  if (named) return named;
  const uses = otherSubject.test(cover) ? 0 : (report.acronyms.entries.get('APEC')?.uses.body ?? 0);
  return forumById(uses >= enoughUses ? 'apec' : 'none');
}

/** The forum of the report, if its reports call the roll. */
export function forumWithRoll(report: Report, glossary?: Pick<Glossary, 'forums'>): Forum | undefined {
  const forum = forumOf(report, glossary);
  return forum.callsRoll ? forum : undefined;
}

/**
 * The members that a list of those present and absent must name together; undefined where the forum of the report
 * calls no roll (nobody lists the 166 members of WTO, and OECD seats guests beside its members).
 */
export function rollOf(
  report: Report,
  glossary?: Pick<Glossary, 'forums'>,
): ReadonlyMap<EconomyCode, number> | undefined {
  return forumWithRoll(report, glossary)?.members;
}

/** The meetings of a chapter, in the order of the text. */
export function meetingsIn({ meetings }: Report, { line, toLine }: Section): readonly Meeting[] {
  let low = 0;
  let high = meetings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meetings[middle]!.section.line < line) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < meetings.length && meetings[to]!.section.line < toLine) to++;
  return meetings.slice(low, to);
}

/** Whether a meeting tells of something that stands on the lines `[from, to)`. */
export function isInMeeting({ meetings }: Report, { from, to }: LineRange): boolean {
  let low = 0;
  let high = meetings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meetings[middle]!.section.toLine <= from) low = middle + 1;
    else high = middle;
  }
  return low < meetings.length && meetings[low]!.section.line < to;
}

/** The attendance lists of a chapter's meetings. */
export function* listsIn(report: Report, chapter: Section): Generator<readonly [Meeting, AttendanceList]> {
  for (const meeting of meetingsIn(report, chapter)) for (const list of meeting.attendance) yield [meeting, list];
}

/** Those present by name, with us where 「除我國外」 says that we are not among the listed. */
export function presentOf(list: AttendanceList): ReadonlySet<EconomyCode> {
  const present = new Set(list.present.map((attendee) => attendee.economy));
  if (list.exceptUs) present.add('TW');
  return present;
}
