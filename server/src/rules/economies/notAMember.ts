import { forumById } from '../../knowledge/forums';
import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { AttendanceList, Meeting } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { economyNamed, forumName, forumOf, uncut } from '../../report/queries/forums';
import { isFormal, titleOnCover } from '../../report/queries/meetingNames';
import { textOf } from '../../report/queries/read';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ChapterRule } from '../engine/rule';
import { callOf, isMember, namesOtherBody, nameRuns, saysMembersAround } from './memberRows';
import type { NameRun } from './memberRows';

/** Behind a list so much of its sentence is looked at, in UTF-16 code units. */
const longestRest = 120;
/** The sentence says that the guest is one. */
const asGuest = new RegExp(anyOf('guest'));

/** Who is there besides the members. */
const besides = /[，；](?:另|此外|[並亦]邀|非會員)/;

/** The members that a list has at the least which nobody counts, and who is said to be there. */
const fewestMembers = 4;
const cameThere = phrasePattern`${'present'}|派(?:官?員|團|代表)`;

/** Whether a sentence says that those of the row came to the meeting, and of no guest among them. */
function tellsWhoCame({ text, start, end }: NameRun, forum: Forum): boolean {
  const sentence = sentenceAround(text, { start, end });
  return cameThere.test(sentence) && !asGuest.test(sentence) && !namesOtherBody(sentence.split(besides, 1)[0]!, forum);
}

/** Whether a row is one of members of the forum by what is said of it, and not of guests. */
function isOfMembers(run: NameRun, forum: Forum, isOwn: boolean): boolean {
  const call = callOf(run);
  if (!call) return false;
  // What is said to be one of members stands in a clause of its own: 「歐盟法規案：美國及甲國等會員認為…」.
  const before = wordsBefore(run.text, run.start, isOwn ? '。；，：' : '。；');
  return !asGuest.test(before) && !namesOtherBody(before, forum);
}

/**
 * Names of no member in rows of names that are counted as members, or said to be, and in a formal meeting in those of
 * which the sentence says that all of them came: 「泰國、美國、越南、印度及我國均派代表」.
 */
function strangersInRows(
  { lines }: Chapter,
  { line: from, toLine: to }: Lines,
  forum: Forum,
  way: Way,
): readonly Span[] {
  const found: Span[] = [];
  for (let line = from; line < to; line++) {
    const facts = lines.facts[line]!;
    for (const run of nameRuns(facts)) {
      const strangers = run.names.filter(
        (name) => !name.quoted && name.row.kind === 'other-economy' && !isMember(name, forum),
      );
      const members = run.names.filter((name) => isMember(name, forum)).length;
      if (strangers.length === 0 || members === 0) continue;
      if (way === 'named' && !forum.names.some((name) => sentenceAround(run.text, run).includes(name))) continue;
      const isTold =
        isOfMembers(run, forum, way === 'formal' || way === 'open') ||
        (way === 'formal' && members >= fewestMembers && tellsWhoCame(run, forum));
      if (isTold) for (const { start, end } of strangers) found.push(shifted({ start, end }, lines.starts[line]!));
    }
  }
  return found;
}

/** The lines of a section. */
type Lines = Pick<Meeting['section'], 'line' | 'toLine'>;

/**
 * How surely the lines speak of the forum: in a `formal` meeting of it, in an `open` one that seats others too, in a `report`
 * of it, or where the sentence has `named` it.
 */
type Way = 'formal' | 'open' | 'report' | 'named';

/** Names of a list that name no member of `forum`: guests, and economies that no table knows. */
function strangersIn({ text }: Chapter, list: AttendanceList, { members }: Forum): readonly Span[] {
  if (list.form === 'bodies') return [];
  const isStranger = (economy: EconomyCode | undefined): boolean => economy === undefined || !members.has(economy);
  return [
    ...list.strangers.filter((place) => isStranger(economyNamed(uncut(textOf({ text }, place))))),
    ...[...list.present, ...list.absent].filter(({ economy }) => isStranger(economy)),
  ];
}

/** Whether the sentence of the list, or what is left of it behind the list, says that somebody is a guest. */
function tellsOfGuests({ text }: Chapter, { start, end }: AttendanceList, { section }: Meeting): boolean {
  const stop = text.indexOf('。', end);
  const limit = Math.min(end + longestRest, section.end);
  const listed = text.slice(start, end);
  const rest = text.slice(end, stop < 0 ? end : Math.min(stop, limit));
  return asGuest.test(listed + rest.split(besides, 1)[0]!);
}

/** Whether a list counts those it names as members, whatever kind of meeting it is of. */
function countsMembers({ text }: Chapter, { form, stated }: AttendanceList): boolean {
  return form === 'listed' && stated !== undefined && /會員|經濟體/.test(text.slice(stated.start, stated.end));
}

/** Whether a list says by itself that it is one of members. */
function saysMembers({ text }: Chapter, { form, present }: AttendanceList, forum: Forum): boolean {
  const [first] = present;
  if (form !== 'listed' || !first) return false;
  const before = wordsBefore(text, first.start, '。；，\n');
  return saysMembersAround(before, text, present.at(-1)!.end) && !namesOtherBody(before, forum);
}

/** The forum whose members are listed, and the title of the report. */
interface Listing {
  readonly forum: Forum;
  readonly title: string;
}

export const rule: ChapterRule<Listing> = {
  per: 'chapter',
  id: 'economies/not-a-member',
  title: { 'zh-TW': '名單中有非會員', en: 'Not a member of the forum' },
  severity: 'warning',
  source: 'APEC 21 個會員名單；OECD 會員國名單',
  checked: '2026-11-29',
  fix: undefined,
  messages: {
    stranger: {
      'zh-TW': '{name}不是 {forum} 會員，請核對名單；以觀察員或來賓身分與會者請另行敘明。',
      en: '{name} is not a member of {forum}; check the list, or say that it was a guest.',
    },
  },
  given: ({ cover, acronyms }, { glossary }) => ({
    forum: forumOf(cover, acronyms, glossary.forums),
    title: titleOnCover(cover),
  }),
  check: (chapter, { forum, title }, find) => {
    const { callsRoll } = forum;
    const told = new Set<number>();
    const tell = ({ start, end }: Span, of = forum): void => {
      if (told.has(start)) return;
      told.add(start);
      const params = { name: uncut(chapter.text.slice(start, end)), forum: forumName(of) };
      find({ message: 'stranger', params, start, end, ...(!of.callsRoll && { severity: 'information' as const }) });
    };
    if (forum.members.size === 0) {
      const apec = forumById('apec');
      for (const place of strangersInRows(chapter, chapter.section, apec, 'named')) tell(place, apec);
      return;
    }
    const lists = chapter.meetings.flatMap(({ meeting }) => meeting.attendance);
    const tellRows = (lines: Lines, way: Way): void => {
      for (const place of strangersInRows(chapter, lines, forum, way))
        if (!lists.some((list) => contains(list, place))) tell(place);
    };
    for (const { meeting } of chapter.meetings) {
      const isOfForum = callsRoll && isFormal(chapter, meeting, title);
      if (isOfForum || !callsRoll) tellRows(meeting.section, isOfForum ? 'formal' : 'open');
      for (const list of meeting.attendance) {
        if (!(callsRoll && (isOfForum || countsMembers(chapter, list))) && !saysMembers(chapter, list, forum)) continue;
        const strangers = strangersIn(chapter, list, forum);
        if (strangers.length === 0 || tellsOfGuests(chapter, list, meeting)) continue;
        strangers.forEach((place) => {
          tell(place);
        });
      }
    }
    if (callsRoll) tellRows(chapter.section, 'report');
  },
};
