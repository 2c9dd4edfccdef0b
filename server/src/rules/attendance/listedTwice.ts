import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList } from '../../report/model/parts';
import type { TextBlock } from '../../report/model/lines';
import { attendeesNamed } from '../../report/queries/forums';
import type { NamedAttendee } from '../../report/queries/forums';
import type { Span } from '../../text/span';
import type { ChapterRule, RuleFix, UnitDiscovery } from '../engine/rule';
import { countCorrected, nameTakenOut } from './listEdits';

/** Takes `attendee` out of `list`; the number goes with it where it counted the name. */
function takenOut(
  chapter: TextBlock,
  list: AttendanceList,
  attendee: NamedAttendee,
  title: string,
): readonly RuleFix<Span>[] {
  const edits = nameTakenOut(chapter, list, attendee);
  if (!edits) return [];
  const others = attendeesNamed(chapter.text, list).filter((one) => one.isPresent && one.start !== attendee.start);
  const left = new Set(others.map(({ economy }) => economy)).size;
  const count = attendee.isPresent && list.stated?.value === left + 1 ? countCorrected(chapter, list, left) : [];
  return [{ title, params: { name: economyNameOf(attendee.economy) }, safety: 'review', edits: [...edits, ...count] }];
}

export const rule: ChapterRule = {
  per: 'chapter',
  id: 'attendance/listed-twice',
  title: { 'zh-TW': '名單重複列出', en: 'Listed twice' },
  severity: 'error',
  source: '出國報告審核表第4項（內容充實完備）；出席名單寫法（出國報告實例）',
  checked: '2026-11-23',
  fix: 'review',
  messages: {
    twice: { 'zh-TW': '{name}在名單中列了兩次，請刪除其中一個。', en: '{name} is in the list twice; delete one.' },
    both: {
      'zh-TW': '{name}同時列為出席與缺席，請核對。',
      en: '{name} is listed both as present and as absent; check it.',
    },
    first: { 'zh-TW': '先前列出之處', en: 'Where it is listed first' },
    takeOut: { 'zh-TW': '刪去重複的「{name}」', en: 'Take out the second “{name}”' },
    notAbsent: { 'zh-TW': '從缺席名單刪去「{name}」', en: 'Take “{name}” out of those absent' },
    notPresent: { 'zh-TW': '從出席名單刪去「{name}」', en: 'Take “{name}” out of those present' },
  },
  check: (chapter, _, find) => {
    for (const { meeting } of chapter.meetings) for (const list of meeting.attendance) checkList(chapter, list, find);
  },
};

function checkList(chapter: TextBlock, list: AttendanceList, find: (discovery: UnitDiscovery) => void): void {
  const seen = new Map<EconomyCode, NamedAttendee>();
  const named = attendeesNamed(chapter.text, list);
  // Who is there comes first, wherever those absent are named.
  for (const attendee of [
    ...named.filter(({ isPresent }) => isPresent),
    ...named.filter(({ isPresent }) => !isPresent),
  ]) {
    const before = seen.get(attendee.economy);
    if (!before) {
      seen.set(attendee.economy, attendee);
      continue;
    }
    find({
      message: before.isPresent === attendee.isPresent ? 'twice' : 'both',
      params: { name: economyNameOf(attendee.economy) },
      start: attendee.start,
      end: attendee.end,
      related: [{ message: 'first', start: before.start, end: before.end }],
      fixes: () =>
        before.isPresent === attendee.isPresent
          ? takenOut(chapter, list, attendee, 'takeOut')
          : [...takenOut(chapter, list, attendee, 'notAbsent'), ...takenOut(chapter, list, before, 'notPresent')],
    });
  }
}
