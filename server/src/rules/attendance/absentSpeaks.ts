import { anyOf } from '../../knowledge/phrases';
import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { NameHit } from '../../report/model/lines';
import type { Attendee } from '../../report/model/parts';
import type { Fix, Rule } from '../engine/rule';
import { meetingsIn } from './members';
import type { Report } from '../../report/model/report';
import { absenceTurnedPresence, listNaming, nameTakenOut } from './listEdits';
import { namesReader } from '../economies/mentions';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import { forEachNoteUnder } from '../lines';
import type { KeyedReader } from '../lines';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';

/** Verbs of somebody who is in the room, right behind the name. */
const speaks = new RegExp(`^(?:方|政府|代表)?(?:[則亦並另也均皆]|積極|於會中|會中)?${anyOf('speech')}`);
/** Words before the name that move the act elsewhere: 感謝…, 針對…, by letter. */
const elsewhere = new RegExp(`${anyOf('outside-the-room')}$`);
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

/** Who spoke was there: the member that a list names as absent at `offset` moves to those present, or only leaves those absent. */
function mended(report: Report, offset: number): readonly Fix[] {
  const list = listNaming(report, offset);
  const attendee = list?.absent.find(({ start }) => start === offset);
  if (!list || !attendee) return [];
  const params = { name: economyNameOf(attendee.economy) };
  const moved = absenceTurnedPresence(report, list, attendee);
  const taken = nameTakenOut(report, list, attendee);
  return [
    ...(moved ? [{ title: 'present', params, safety: 'review', edits: moved } as const] : []),
    ...(taken ? [{ title: 'notAbsent', params, safety: 'review', edits: taken } as const] : []),
  ];
}

export const rule: Rule = {
  id: 'attendance/absent-speaks',
  title: { 'zh-TW': '缺席會員卻有發言', en: 'An absent member speaks' },
  severity: 'information',
  source: '出國報告審核表第4項（內容充實完備）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    speaks: {
      'zh-TW': '名單說{name}缺席，這裡卻說其發言，請核對。',
      en: '{name} is listed as absent, yet speaks here; check it.',
    },
    absent: { 'zh-TW': '列為缺席', en: 'Listed as absent' },
    present: { 'zh-TW': '將「{name}」改列出席', en: 'List “{name}” as present' },
    notAbsent: { 'zh-TW': '從缺席名單刪去「{name}」', en: 'Take “{name}” out of those absent' },
  },
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
        fixes: () => mended(report, offset + listed.start),
      });
    });
  },
};
