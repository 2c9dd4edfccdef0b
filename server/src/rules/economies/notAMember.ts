import { anyOf, phrasePattern } from '../../knowledge/phrases';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { AttendanceList, Meeting } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { economyNamed, forumName, forumOf, uncut } from '../../report/queries/forums';
import { isFormal, titleOnCover } from '../../report/queries/meetingNames';
import { textOf } from '../../report/queries/read';
import { sentenceAround, wordsBefore } from '../../text/sentence';
import { parseCount } from '../../text/numerals';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ChapterRule } from '../engine/rule';

/** Behind a list so much of its sentence is looked at, in UTF-16 code units. */
const longestRest = 120;
/** The sentence says that the guest is one. */
const asGuest = new RegExp(anyOf('guest'));

/** Behind a name: the rest of a list that is counted as one of members: 、泰國及智利3個會員. 「印度與智利、秘魯2個會員」 counts two. */
const countedAsMembers =
  /^(?![及與和暨][^，。；]*、)(?:[、及與和暨][^、及與和暨，。；：（）\d]{2,8}){0,6}[等共]?(?:\d{1,2}|[二兩三四五六七八九十]) ?個(?:APEC)?(?:會員|經濟體)/;
const longestCount = 14;
/** So far behind a name its list is looked at, in UTF-16 code units. */
const longestList = 60;
/** Who is there besides the members. */
const besides = /[，；](?:另|此外|[並亦]邀|非會員)/;
/** The members may be those of another body. */
const ofAnotherBody = /[A-Z]{3,}|東協|歐盟|[聯協公組][盟定約織]|非會員/;

/** Names of no member in the lists of a meeting's report that are counted as members, outside its attendance lists. */
function countedStrangers({ lines }: Chapter, { section, attendance }: Meeting, forum: Forum): readonly Span[] {
  const found: Span[] = [];
  for (let line = section.line; line < section.toLine; line++) {
    const { text, names } = lines.facts[line]!;
    for (const { row, quoted, start, end } of names) {
      const economy = row.economy ?? economyNamed(row.text);
      if (quoted || row.kind !== 'other-economy' || (economy !== undefined && forum.members.has(economy))) continue;
      if (!countedAsMembers.test(text.slice(end, end + longestList))) continue;
      const sentence = sentenceAround(text, { start, end });
      const others = forum.names.reduce((words, name) => words.replaceAll(name, ''), sentence.split(besides, 1)[0]!);
      if (ofAnotherBody.test(others) || asGuest.test(sentence)) continue;
      const place = shifted({ start, end }, lines.starts[line]!);
      if (!attendance.some((list) => contains(list, place))) found.push(place);
    }
  }
  return found;
}

/** The members that a list has at the least which nobody counts, and who is said to be there. */
const fewestMembers = 4;
const cameThere = phrasePattern`${'present'}|派(?:官?員|團|代表)`;
const joint = /^(?:[、及與和暨]|以及)$/;
/** Behind a row: it is counted as one of members, or said to be. */
const calledMembers =
  /^[等共計合]{0,2} ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?個(?:APEC)?(?:會員|經濟體)(?!國?以外)|^等[^，。；]{0,4}會員(?!國?以外)/;
/** A row that is called so need not be longer. */
const fewestCalled = 2;

/**
 * Names of no member in rows of names that no attendance list has, where the sentence says that all of them came:
 * 「泰國、美國、越南、印度及我國均派代表」.
 */
function strangersAmongMembers({ lines }: Chapter, { section, attendance }: Meeting, forum: Forum): readonly Span[] {
  const found: Span[] = [];
  for (let line = section.line; line < section.toLine; line++) {
    const { text, names } = lines.facts[line]!;
    for (let from = 0; from < names.length;) {
      let to = from + 1;
      while (to < names.length && joint.test(text.slice(names[to - 1]!.end, names[to]!.start))) to++;
      const row = names.slice(from, to);
      from = to;
      const economyOf = ({ row: { economy, text: name } }: (typeof row)[number]): EconomyCode | undefined =>
        economy ?? economyNamed(name);
      const isMember = (economy: EconomyCode | undefined): boolean =>
        economy !== undefined && forum.members.has(economy);
      const called = calledMembers.exec(text.slice(row.at(-1)!.end, row.at(-1)!.end + longestCount));
      // 「印度與智利、秘魯2個會員」 counts two.
      const isCalled = called !== null && (called[1] === undefined || parseCount(called[1]) >= row.length);
      if (row.filter((name) => isMember(economyOf(name))).length < (isCalled ? fewestCalled : fewestMembers)) continue;
      const strangers = row.filter(
        ({ quoted, ...name }) =>
          !quoted && name.row.kind === 'other-economy' && !isMember(economyOf({ quoted, ...name })),
      );
      if (strangers.length === 0) continue;
      const sentence = sentenceAround(text, { start: row[0]!.start, end: row.at(-1)!.end });
      if (
        !(isCalled || (forum.callsRoll && cameThere.test(sentence))) ||
        ofAnotherBody.test(
          forum.names.reduce(
            (words, name) => words.replaceAll(name, ''),
            // What is said to be one of members stands in a clause of its own: 「歐盟法規案：美國及甲國等會員認為…」.
            isCalled ? wordsBefore(text, row[0]!.start, '。；，：') : sentence.split(besides, 1)[0]!,
          ),
        ) ||
        asGuest.test(sentence)
      )
        continue;
      for (const { start, end } of strangers) {
        const place = shifted({ start, end }, lines.starts[line]!);
        if (!attendance.some((list) => contains(list, place))) found.push(place);
      }
    }
  }
  return found;
}

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

/** The words in front of a list that say that it is one of members, whoever else is seated: 出席之會員國計有. */
const membersBefore = /(?<!非)(?:會員|成員)[國體]?(?:[計共]?有|為|包[括含]|如下)?[：:]?$/;

/** Whether a list says by itself that it is one of members. */
function saysMembers({ text }: Chapter, { form, present }: AttendanceList): boolean {
  const [first] = present;
  if (form !== 'listed' || !first) return false;
  const before = wordsBefore(text, first.start, '。；，\n');
  return membersBefore.test(before) && !ofAnotherBody.test(before);
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
    if (forum.members.size === 0) return;
    const { callsRoll } = forum;
    for (const { meeting } of chapter.meetings) {
      const isOfForum = callsRoll && isFormal(chapter, meeting, title);
      const tell = ({ start, end }: Span): void => {
        const params = { name: uncut(chapter.text.slice(start, end)), forum: forumName(forum) };
        find({ message: 'stranger', params, start, end, ...(!callsRoll && { severity: 'information' as const }) });
      };
      if (isOfForum) {
        const counted = countedStrangers(chapter, meeting, forum);
        counted.forEach(tell);
        for (const place of strangersAmongMembers(chapter, meeting, forum))
          if (!counted.some(({ start }) => start === place.start)) tell(place);
      } else if (!callsRoll) strangersAmongMembers(chapter, meeting, forum).forEach(tell);
      for (const list of meeting.attendance) {
        if (!(callsRoll && (isOfForum || countsMembers(chapter, list))) && !saysMembers(chapter, list)) continue;
        const strangers = strangersIn(chapter, list, forum);
        if (strangers.length === 0 || tellsOfGuests(chapter, list, meeting)) continue;
        strangers.forEach(tell);
      }
    }
  },
};
