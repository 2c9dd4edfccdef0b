import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode, Forum } from '../../knowledge/types';
import type { TextBlock } from '../../report/model/lines';
import type { AttendanceList } from '../../report/model/parts';
import { attendeesNamed, forumName, forumWithRoll, presentOf } from '../../report/queries/forums';
import { isFormal, titleOnCover } from '../../report/queries/meetingNames';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix } from '../engine/rule';
import { absenceAdded, presenceAdded } from './listEdits';

/** More missing members than this, and the list never meant to be whole. */
const mostMissing = 5;

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

/** The forum whose members are listed, and the title of the report. */
interface Listing {
  readonly forum: Forum | undefined;
  readonly title: string;
}

export const rule: ChapterRule<Listing> = {
  per: 'chapter',
  id: 'attendance/incomplete',
  title: { 'zh-TW': '出席與缺席名單不完整', en: 'Present and absent are not all members' },
  severity: 'warning',
  source: 'APEC 21 個會員名單；出席名單寫法（出國報告實例）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    missing: {
      'zh-TW': '出席與缺席名單合計 {total} 個，{forum} 有 {members} 個會員，未列的是：{names}。',
      en: 'Present and absent make {total} of the {members} members of {forum}; not listed: {names}.',
    },
    absent: { 'zh-TW': '將{names}列為缺席', en: 'List {names} as absent' },
    present: { 'zh-TW': '將{names}列為出席', en: 'List {names} as present' },
  },
  given: ({ cover, acronyms }, { glossary }) => ({
    forum: forumWithRoll(cover, acronyms, glossary.forums),
    title: titleOnCover(cover),
  }),
  check: (chapter, { forum, title }, find) => {
    if (!forum) return;
    const { members } = forum;
    for (const { meeting } of chapter.meetings) {
      if (!isFormal(chapter, meeting, title)) continue;
      for (const list of meeting.attendance) {
        const { form, present, absent } = list;
        if (form !== 'listed' || present.length < 3 || absent.length === 0) continue;
        const there = new Set(
          [...presentOf(list), ...attendeesNamed(chapter.text, list).map(({ economy }) => economy)].filter((code) =>
            members.has(code),
          ),
        );
        const missing = [...members.keys()].filter((code) => !there.has(code));
        if (missing.length === 0 || missing.length > mostMissing) continue;
        find({
          message: 'missing',
          params: {
            forum: forumName(forum),
            total: there.size,
            members: members.size,
            names: missing.map(economyNameOf).join('、'),
          },
          start: absent[0]!.start,
          end: absent.at(-1)!.end,
          fixes: () => listedToo(chapter, list, missing),
        });
      }
    }
  },
};
