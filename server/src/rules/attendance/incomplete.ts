import { phrasePattern } from '../../knowledge/phrases';
import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { TextBlock } from '../../report/model/lines';
import type { AttendanceList } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { allNamed, attendeesNamed, forumName, forumWithRoll, presentOf } from '../../report/queries/forums';
import { isFormal, titleOnCover } from '../../report/queries/meetingNames';
import { parseCount } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { absenceAdded, presenceAdded } from './listEdits';

/** More missing members than this, and the list never meant to be whole. */
const mostMissing = 5;
/** A workshop that nearly all attend names the rest too. */
const mostMissingOfWorkshop = 2;
/** The list of those who take part by another way is so near behind the other. */
const nextList = 48;

/** Who is missing in the list is put to those absent, or to those present. */
function listedToo(
  chapter: TextBlock,
  list: AttendanceList,
  missing: readonly EconomyCode[],
): readonly RuleFix<Span>[] {
  const params = { names: missing.map(economyNameOf).join('、') };
  const absent = absenceAdded(chapter, list, missing);
  const present = presenceAdded(chapter, list, missing);
  return [
    ...(absent ? [{ title: 'absent', params, safety: 'review', edits: absent } as const] : []),
    ...(present ? [{ title: 'present', params, safety: 'review', edits: present } as const] : []),
  ];
}

/** So many lists with the same members show who they are, and fewer names are no roll. */
const fewestAlike = 2;
const fewestMembers = 5;
/** A list that lacks more is of another meeting. */
const mostLeftOut = 2;

/** Whom a list names, present or absent, each by one key. */
function keysOf(text: string, list: AttendanceList): ReadonlySet<string> {
  return new Set([...allNamed(text, list).map(({ key }) => key), ...(list.exceptUs ? ['TW'] : [])]);
}

/** How many members a body has: 現有12個會員城市, 由10所會員校組成, ，共9個會員. */
const memberCount = new RegExp(
  phrasePattern`(?:(?:[現共計擁]|目前)有|由|全體|，[共計]|(?:現有|${'those-there'}[計為有包])[^，。；等有計為包\d]{8,120}[等共計])(\d{1,3}|[一二三四五六七八九十]{1,3})[個所國]?(?:會員|成員|締約)(?:[體國校方]|經濟體|城市|學校|港口)?(?![^，。；]{0,8}(?:${'present'}|${'absent'}|發言|支持))`,
  'gu',
);

function memberCountsIn(text: string): readonly number[] {
  return [...text.matchAll(memberCount)].map(([, numeral]) => parseCount(numeral!));
}

/** Lists of those present and absent of a body without a table that name fewer than it has members, or than its other meetings. */
function shorterThanMembership({ text, meetings }: Chapter, counts: readonly number[]): readonly UnitDiscovery[] {
  const lists = meetings
    .flatMap(({ meeting }) => meeting.attendance)
    .filter(({ form }) => form === 'listed' || form === 'roll' || form === 'bodies')
    .map((list) => ({ list, keys: keysOf(text, list) }))
    .filter(({ keys }) => keys.size >= fewestMembers);
  const alike = new Map<string, number>();
  const idOf = (keys: ReadonlySet<string>): string => [...keys].sort().join();
  for (const { keys } of lists) alike.set(idOf(keys), (alike.get(idOf(keys)) ?? 0) + 1);
  const [roll] = lists
    .filter(({ keys }) => alike.get(idOf(keys))! >= fewestAlike)
    .sort((a, b) => b.keys.size - a.keys.size);
  const totals = new Set([...counts, ...memberCountsIn(text)]);
  const [total] = totals;
  return lists.flatMap(({ list, keys }): readonly UnitDiscovery[] => {
    if (allNamed(text, list).every(({ isPresent }) => isPresent)) return [];
    const { start, end } = list;
    const missing = roll ? allNamed(text, roll.list).filter(({ key }) => !keys.has(key)) : [];
    const isPart = roll !== undefined && [...keys].every((key) => roll.keys.has(key));
    if (isPart && missing.length > 0 && missing.length <= mostLeftOut) {
      const names = missing.map(({ name }) => name).join('、');
      const related = [{ message: 'list', start: roll.list.start, end: roll.list.end }];
      return [{ message: 'others', severity: 'information', params: { names }, start, end, related }];
    }
    if (total === undefined || totals.size > 1 || keys.size >= total || keys.size < total - mostLeftOut) return [];
    return [{ message: 'fewer', severity: 'information', params: { total: keys.size, members: total }, start, end }];
  });
}

/** The forum whose members are listed, and the title of the report. */
interface Listing {
  readonly forum: Forum | undefined;
  readonly title: string;
  /** How many members 摘要 and 目的 say that a body has. */
  readonly counts: readonly number[];
}

export const rule: ChapterRule<Listing> = {
  per: 'chapter',
  id: 'attendance/incomplete',
  title: { 'zh-TW': '出席與缺席名單不完整', en: 'Present and absent are not all members' },
  severity: 'warning',
  source: 'APEC 21 個會員名單；出席名單寫法（出國報告實例）',
  checked: '2026-11-30',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '出席與缺席名單合計 {total} 個，{forum} 有 {members} 個會員，未列的是：{names}。',
      en: 'Present and absent make {total} of the {members} members of {forum}; not listed: {names}.',
    },
    fewer: {
      'zh-TW': '出席與缺席名單合計 {total} 個，文中說會員有 {members} 個，請核對。',
      en: 'Present and absent make {total}, but the report says that there are {members} members; check it.',
    },
    others: {
      'zh-TW': '其他場次的名單都有{names}，這份出席與缺席名單沒有，請核對。',
      en: 'The lists of other meetings have {names}; this list of present and absent does not. Check it.',
    },
    list: { 'zh-TW': '列為出席者', en: 'Those listed as present' },
    absent: { 'zh-TW': '將{names}列為缺席', en: 'List {names} as absent' },
    present: { 'zh-TW': '將{names}列為出席', en: 'List {names} as present' },
  },
  given: ({ abstract, chapters, cover, acronyms }, { glossary }) => ({
    forum: forumWithRoll(cover, acronyms, glossary.forums),
    title: titleOnCover(cover),
    counts: [abstract, ...chapters.filter(({ section }) => section.part === 'purpose')].flatMap((unit) =>
      unit ? memberCountsIn(unit.text) : [],
    ),
  }),
  check: (chapter, { forum, title, counts }, find) => {
    if (!forum) {
      for (const discovery of shorterThanMembership(chapter, counts)) find(discovery);
      return;
    }
    const { members } = forum;
    for (const { meeting } of chapter.meetings) {
      const most = isFormal(chapter, meeting, title) ? mostMissing : mostMissingOfWorkshop;
      let there = new Set<EconomyCode>();
      let before: AttendanceList | undefined;
      for (const list of meeting.attendance) {
        const { form, present, absent } = list;
        // Those on a screen have a list of their own behind those in the room.
        if (!before || before.absent.length > 0 || list.start - before.end > nextList) there = new Set();
        for (const code of presentOf(list)) there.add(code);
        for (const { economy } of attendeesNamed(chapter.text, list)) there.add(economy);
        before = list;
        if ((form !== 'listed' && form !== 'roll') || there.size - absent.length < 3 || absent.length === 0) continue;
        const missing = [...members.keys()].filter((code) => !there.has(code));
        if (missing.length === 0 || missing.length > most) continue;
        find({
          message: 'missing',
          params: {
            forum: forumName(forum),
            total: members.size - missing.length,
            members: members.size,
            names: missing.map(economyNameOf).join('、'),
          },
          start: absent[0]!.start,
          end: absent.at(-1)!.end,
          ...(present.length > 0 && {
            related: [{ message: 'list', start: present[0]!.start, end: present.at(-1)!.end }],
          }),
          fixes: () => listedToo(chapter, list, missing),
        });
      }
    }
  },
};
