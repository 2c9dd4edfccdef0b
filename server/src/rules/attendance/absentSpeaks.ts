import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { NameHit } from '../../report/lines';
import type { Attendee } from '../../report/model';
import { Cue } from '../../report/scan/cues';
import type { Rule } from '../rule';
import { meetingsIn, isInMeeting } from './members';
import { namesReader } from '../economies/mentions';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import { forEachNoteUnder } from '../lines';
import type { KeyedReader } from '../lines';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';

/** Verbs of somebody who is in the room, right behind the name. */
const speaks =
  /^(?:方|政府|代表)?(?:[則亦並另也均皆]|積極|於會中|會中)?(?:發言|表示|說明|回應|呼籲|簡報|分享|提問|報告|指出|強調|主張|建議|詢問|認為|表達)/;
/** Words before the name that move the act elsewhere: 感謝…, 針對…, by letter. */
const elsewhere = /(?:感謝|針對|關於|有關|根據|依據|邀請|除|前次|上次|去年|如|例如)$/;
/** Units in front of and behind a name that are looked at. */
const reach = 10;

/** Those who speak, by economy. */
const speakers: KeyedReader<NameHit, EconomyCode | undefined> = {
  ...namesReader(
    'name',
    (words, { start, end }) =>
      speaks.test(words.slice(end, end + reach)) && !elsewhere.test(words.slice(Math.max(0, start - reach), start)),
  ),
  keyOf: ({ row }) => row.economy,
};

/** A meeting with lists that name absent members, in offsets from its chapter's start. */
interface Roll {
  readonly absent: readonly Attendee[];
  readonly lists: readonly Span[];
  readonly meeting: Span;
}

const rolls: ChapterReader<Roll> = {
  read: (report, chapter) => {
    const found: Roll[] = [];
    for (const { section, attendance } of meetingsIn(report, chapter)) {
      const absent = new Map<EconomyCode, Attendee>();
      for (const list of attendance) for (const attendee of list.absent) absent.set(attendee.economy, attendee);
      // A meeting of several days has a list a day: who was there once may speak.
      for (const list of attendance) for (const attendee of list.present) absent.delete(attendee.economy);
      if (absent.size === 0) continue;
      found.push({
        absent: [...absent.values()].map(({ economy, start, end }) => ({
          economy,
          start: start - chapter.start,
          end: end - chapter.start,
        })),
        lists: attendance.map((list) => shifted(list, -chapter.start)),
        meeting: shifted(section, -chapter.start),
      });
    }
    return found;
  },
};

export const rule: Rule = {
  id: 'attendance/absent-speaks',
  title: { 'zh-TW': '缺席會員卻有發言', en: 'An absent member speaks' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    speaks: {
      'zh-TW': '名單說{name}缺席，這裡卻說其發言，請核對。',
      en: '{name} is listed as absent, yet speaks here; check it.',
    },
    absent: { 'zh-TW': '列為缺席', en: 'Listed as absent' },
  },
  prose: { cues: Cue.Present | Cue.Absent, around: 'paragraph', within: isInMeeting },
  reads: [speakers],
  check: (report, _context, find) => {
    const all: { readonly roll: Roll; readonly offset: number }[] = [];
    forEachChapterNote(report, rolls, (roll, { start }) => {
      all.push({ roll, offset: start });
    });
    const economies = new Set(all.flatMap(({ roll }) => roll.absent.map(({ economy }) => economy)));
    // Meetings and speakers both come in the order of the text.
    let next = 0;
    forEachNoteUnder(report, speakers, [...economies], ({ row, start, end }, lineStart) => {
      const place = { start: lineStart + start, end: lineStart + end };
      while (next < all.length && shifted(all[next]!.roll.meeting, all[next]!.offset).end < place.end) next++;
      const meeting = all[next];
      if (!meeting) return;
      const { roll, offset } = meeting;
      const listed = roll.absent.find(({ economy }) => economy === row.economy);
      const inside = shifted(place, -offset);
      if (!listed || inside.start < roll.meeting.start || roll.lists.some((list) => contains(list, inside))) return;
      find({
        message: 'speaks',
        params: { name: economyNameOf(listed.economy) },
        ...place,
        related: [{ message: 'absent', start: offset + listed.start, end: offset + listed.end }],
      });
    });
  },
};
