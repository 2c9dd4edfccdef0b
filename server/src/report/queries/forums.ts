/** The forum whose meetings a report is about, its members, and how they are named in messages. */
import { economyNameOf } from '../../knowledge/economies';
import { countryNamed } from '../../knowledge/countries';
import { forumById, forums } from '../../knowledge/forums';
import { nameRows } from '../../knowledge/names';
import { anyOf } from '../../knowledge/phrases';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { AcronymUsage } from '../model/acronyms';
import type { AttendanceList, Attendee } from '../model/parts';
import type { Report } from '../model/report';
import type { Span } from '../../text/span';
import type { WithCover } from './period';

/** What a forum is called in messages: APEC, CPTPP. */
export function forumName({ names }: Forum): string {
  return names[0] ?? '';
}

/** A name without the line end, or the edge of a page, that cuts it. */
export function uncut(name: string): string {
  return name.replace(/[\s\u200b]/g, '');
}

/** Economies of the table of names, by name and by code. */
let economies: ReadonlyMap<string, EconomyCode> | undefined;

/** The economy that `words` name, in Chinese or by its ISO 3166 code: 英國, GB. */
export function economyNamed(words: string): EconomyCode | undefined {
  economies ??= new Map(
    nameRows.flatMap(({ text, economy }) => (economy ? [text, economy].map((name) => [name, economy] as const) : [])),
  );
  return economies.get(words) ?? countryNamed(words)?.code;
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

/** Members of forums by the forum's name, as a folder's glossary gives them. */
export type ForumMembers = ReadonlyMap<string, readonly EconomyCode[]>;

const noForums: ForumMembers = new Map();

/**
 * The forum that the report is about: the first that its title names; without one, APEC where the body speaks of it
 * again and again. `none` for bilateral talks, visits and bodies whose members are not in the tables.
 * @param report the report, or its cover
 * @param acronyms those of the whole report
 * @param own forums of the folder's glossary: they go before those of the tables with the same name
 */
export function forumOf(report: WithCover | undefined, acronyms: AcronymUsage, own: ForumMembers = noForums): Forum {
  const cover = titleOf(report);
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
  const uses = otherSubject.test(cover) ? 0 : (acronyms.get('APEC')?.uses.body ?? 0);
  return forumById(uses >= enoughUses ? 'apec' : 'none');
}

/** The title on the cover with the line that says what kind of report it is; without a title, the whole cover. */
function titleOf(report: WithCover | undefined): string {
  if (!report) return '';
  const { title, kindLine, end } = report.cover;
  return report.text.slice(kindLine?.start ?? title?.start ?? 0, title?.end ?? end);
}

/** The forum of the report, if its reports call the roll. */
export function forumWithRoll(
  report: WithCover | undefined,
  acronyms: AcronymUsage,
  own?: ForumMembers,
): Forum | undefined {
  const forum = forumOf(report, acronyms, own);
  return forum.callsRoll ? forum : undefined;
}

/**
 * The members that a list of those present and absent must name together; undefined where the forum of the report
 * calls no roll (nobody lists the 166 members of WTO, and OECD seats guests beside its members).
 */
export function rollOf(report: Report, own?: ForumMembers): ReadonlyMap<EconomyCode, number> | undefined {
  return forumWithRoll(report, report.units.acronyms, own)?.members;
}

/** An economy that a list names, be it of a member or of somebody else. */
export interface NamedAttendee extends Attendee {
  readonly isPresent: boolean;
}

/** Everybody whom a list names, guests too, in the order of the text; names that no table knows are left out. */
export function attendeesNamed(text: string, { present, absent, strangers }: AttendanceList): readonly NamedAttendee[] {
  const guests = strangers.flatMap(({ start, end, isPresent }): readonly NamedAttendee[] => {
    const economy = economyNamed(uncut(text.slice(start, end)));
    return economy === undefined ? [] : [{ economy, start, end, isPresent }];
  });
  return [
    ...present.map((attendee) => ({ ...attendee, isPresent: true })),
    ...absent.map((attendee) => ({ ...attendee, isPresent: false })),
    ...guests,
  ].sort((a, b) => a.start - b.start);
}

/** Those present by name, with us where 「除我國外」 says that we are not among the listed. */
export function presentOf(list: AttendanceList): ReadonlySet<EconomyCode> {
  const present = new Set(list.present.map((attendee) => attendee.economy));
  if (list.exceptUs) present.add('TW');
  return present;
}

/** Somebody whom a list names: a member or a guest by its economy, a body by its words. */
export interface Named extends Span {
  /** The same for all names of one. */
  readonly key: string;
  readonly name: string;
  readonly economy: EconomyCode | undefined;
  readonly isPresent: boolean;
}

/** All whom a list names, those too that no table knows, in the order of the text. */
export function allNamed(text: string, list: AttendanceList): readonly Named[] {
  const known = attendeesNamed(text, list);
  const places = new Set(known.map(({ start }) => start));
  const others = list.strangers.filter(({ start }) => !places.has(start));
  return [
    ...known.map((one) => ({ ...one, key: one.economy, name: economyNameOf(one.economy) })),
    ...others.map((place) => {
      const name = uncut(text.slice(place.start, place.end));
      return { ...place, economy: undefined, key: name, name };
    }),
  ].sort((a, b) => a.start - b.start);
}
