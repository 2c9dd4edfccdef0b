import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList, Attendee } from '../../report/model/parts';
import type { ChapterRule, UnitDiscovery } from '../engine/rule';

export const rule: ChapterRule = {
  per: 'chapter',
  id: 'attendance/listed-twice',
  title: { 'zh-TW': '名單重複列出', en: 'Listed twice' },
  severity: 'error',
  source: '出國報告審核表第4項（內容充實完備）；出席名單寫法（出國報告實例）',
  checked: '2026-11-23',
  fix: undefined,
  messages: {
    twice: { 'zh-TW': '{name}在名單中列了兩次，請刪除其中一個。', en: '{name} is in the list twice; delete one.' },
    both: {
      'zh-TW': '{name}同時列為出席與缺席，請核對。',
      en: '{name} is listed both as present and as absent; check it.',
    },
    first: { 'zh-TW': '先前列出之處', en: 'Where it is listed first' },
  },
  check: ({ meetings }, _, find) => {
    for (const { meeting } of meetings) for (const list of meeting.attendance) checkList(list, find);
  },
};

function checkList({ present, absent }: AttendanceList, find: (discovery: UnitDiscovery) => void): void {
  const seen = new Map<EconomyCode, { readonly attendee: Attendee; readonly isPresent: boolean }>();
  const see = (attendee: Attendee, isPresent: boolean): void => {
    const before = seen.get(attendee.economy);
    if (!before) {
      seen.set(attendee.economy, { attendee, isPresent });
      return;
    }
    find({
      message: before.isPresent === isPresent ? 'twice' : 'both',
      params: { name: economyNameOf(attendee.economy) },
      start: attendee.start,
      end: attendee.end,
      related: [{ message: 'first', start: before.attendee.start, end: before.attendee.end }],
    });
  };
  for (const attendee of present) see(attendee, true);
  for (const attendee of absent) see(attendee, false);
}
