import { economyNameOf } from '../../knowledge/economies';
import { anyOf } from '../../knowledge/phrases';
import type { EconomyCode } from '../../knowledge/types';
import type { NameHit } from '../../report/model/lines';
import type { AttendanceList, Attendee, Meeting } from '../../report/model/parts';
import type { Chapter } from '../../report/model/units';
import { attendeesNamed, economyNamed } from '../../report/queries/forums';
import { contains, shifted } from '../../text/span';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix } from '../engine/rule';
import { absenceTurnedPresence, nameTakenOut } from './listEdits';

/** Verbs of somebody who is in the room, right behind the name. */
const speaks = new RegExp(
  `^(?:方|政府|[之的]?(?:企業|產業|工商界|政府)?代表)?(?:[則亦並另也均皆]|分別|積極|於會中|會中|隨後)?(?:${anyOf('speech')}|關切(?![之的事議])|引用[^，。；]{1,8}指出)`,
);
/** What may have been handed in by letter too, unless a sentence or an item begins with who did it: 3. 養殖：泰國提出…. */
const proposes = /^(?:方|政府|代表)?(?:[則亦並另也均皆]|於會中|會中)?(?:提出|倡議|提案)(?![之的者]|書面)/;
const begins = /(?:^|[：。；])\s*$/;
/** Words before the name that move the act elsewhere: 感謝…, 針對…, by letter. */
const elsewhere = new RegExp(`${anyOf('outside-the-room')}$`);
/** Units in front of and behind a name that are looked at. */
const reach = 16;

const joint = /^[、及與和]$/;

/** Whether the one at `index` of the names of a line speaks, alone or with others that are named behind it. */
function isSpeaker(text: string, names: readonly NameHit[], index: number): boolean {
  let last = names[index]!;
  for (const next of names.slice(index + 1)) {
    if (!joint.test(text.slice(last.end, next.start))) break;
    last = next;
  }
  const { start } = names[index]!;
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(last.end, last.end + reach);
  return (speaks.test(behind) && !elsewhere.test(before)) || (proposes.test(behind) && begins.test(before));
}

/** The members that a meeting's lists name as absent, each with the list. */
function absentFrom({ text }: Chapter, { attendance }: Meeting): ReadonlyMap<EconomyCode, Absence> {
  const absent = new Map<EconomyCode, Absence>();
  const named = attendance.flatMap((list) => attendeesNamed(text, list).map((attendee) => ({ attendee, list })));
  for (const absence of named) if (!absence.attendee.isPresent) absent.set(absence.attendee.economy, absence);
  // A meeting of several days has a list a day: who was there once may speak.
  for (const { attendee } of named) if (attendee.isPresent) absent.delete(attendee.economy);
  return absent;
}

interface Absence {
  readonly attendee: Attendee;
  readonly list: AttendanceList;
}

/** Who spoke was there: the member that is named as absent moves to those present, or only leaves those absent. */
function mended(chapter: Chapter, { attendee, list }: Absence): readonly RuleFix<Span>[] {
  const params = { name: economyNameOf(attendee.economy) };
  const moved = absenceTurnedPresence(chapter, list, attendee);
  const taken = nameTakenOut(chapter, list, attendee);
  return [
    ...(moved ? [{ title: 'present', params, safety: 'review', edits: moved } as const] : []),
    ...(taken ? [{ title: 'notAbsent', params, safety: 'review', edits: taken } as const] : []),
  ];
}

export const rule: ChapterRule = {
  per: 'chapter',
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
  check: (chapter, _given, find) => {
    const { lines } = chapter;
    for (const { meeting } of chapter.meetings) {
      const absent = absentFrom(chapter, meeting);
      if (absent.size === 0) continue;
      const isListed = (place: Span): boolean => meeting.attendance.some((list) => contains(list, place));
      for (let line = meeting.section.line; line < meeting.section.toLine; line++) {
        const { text, names } = lines.facts[line]!;
        for (const [index, name] of names.entries()) {
          const { kind, economy = economyNamed(name.row.text) } = name.row;
          const absence = economy && absent.get(economy);
          if (
            !absence ||
            (kind !== 'name' && kind !== 'other-economy') ||
            name.quoted ||
            !isSpeaker(text, names, index)
          )
            continue;
          const place = shifted(name, lines.starts[line]!);
          if (isListed(place)) continue;
          const { attendee } = absence;
          find({
            message: 'speaks',
            params: { name: economyNameOf(attendee.economy) },
            ...place,
            related: [{ message: 'absent', start: attendee.start, end: attendee.end }],
            fixes: () => mended(chapter, absence),
          });
        }
      }
    }
  },
};
