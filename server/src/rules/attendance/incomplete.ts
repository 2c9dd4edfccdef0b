import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Fix, Rule } from '../engine/rule';
import { economyNamed, forumName, forumWithRoll, listsIn, presentOf } from './members';
import type { Report } from '../../report/model/report';
import { absenceAdded, listNaming, presenceAdded } from './listEdits';

/** More missing members than this, and the list never meant to be whole. */
const mostMissing = 5;

/** A list of a formal meeting that means to name everybody, by where it names those absent. */
interface Roll extends Span {
  /** Everybody it names, present or absent, guests too. */
  readonly named: readonly EconomyCode[];
}

const reader: ChapterReader<Roll> = {
  read: (report, chapter) => {
    const rolls: Roll[] = [];
    for (const [meeting, list] of listsIn(report, chapter)) {
      const { form, present, absent, strangers } = list;
      if (form !== 'listed' || present.length < 3 || absent.length === 0 || !meeting.formal) continue;
      const guests = strangers.map(({ start, end }) => economyNamed(report.text.slice(start, end)));
      rolls.push({
        named: [
          ...presentOf(list),
          ...absent.map(({ economy }) => economy),
          ...guests.filter((code) => code !== undefined),
        ],
        start: absent[0]!.start - chapter.start,
        end: absent.at(-1)!.end - chapter.start,
      });
    }
    return rolls;
  },
};

/** Who is missing in the list that names those absent at `offset` is put to those absent, or to those present. */
function listedToo(report: Report, offset: number, missing: readonly EconomyCode[]): readonly Fix[] {
  const list = listNaming(report, offset);
  if (!list) return [];
  const params = { names: missing.map(economyNameOf).join('、') };
  const absent = absenceAdded(report, list, missing);
  const present = presenceAdded(report, list, missing);
  return [
    ...(absent ? [{ title: 'absent', params, safety: 'review', edits: absent } as const] : []),
    ...(present ? [{ title: 'present', params, safety: 'review', edits: present } as const] : []),
  ];
}

export const rule: Rule = {
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
  check: (report, { glossary }, find) => {
    const forum = forumWithRoll(report, glossary);
    if (!forum) return;
    const { members } = forum;
    forEachChapterNote(report, reader, ({ named, start, end }, chapter) => {
      const there = new Set(named.filter((code) => members.has(code)));
      const missing = [...members.keys()].filter((code) => !there.has(code));
      if (missing.length === 0 || missing.length > mostMissing) return;
      find({
        message: 'missing',
        params: {
          forum: forumName(forum),
          total: there.size,
          members: members.size,
          names: missing.map(economyNameOf).join('、'),
        },
        start: chapter.start + start,
        end: chapter.start + end,
        fixes: () => listedToo(report, chapter.start + start, missing),
      });
    });
  },
};
