import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { AttendanceList, Attendee } from '../../report/model/parts';
import type { ChapterRule, Example, RulePage, UnitDiscovery } from '../engine/rule';

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

export const examples: readonly Example[] = [
  { in: 'body', text: '（二）美國、日本、澳洲、⟦日本⟧及我國共 4 個會員出席本次會議。' },
  { in: 'body', text: '（二）美國、日本、智利及我國共 4 個會員出席本次會議（泰國、⟦智利⟧缺席）。' },
  { in: 'body', text: '（二）美國、巴布亞紐幾內亞及我國共 3 個會員出席（⟦巴紐⟧、汶萊缺席）。' },
  { in: 'body', text: '（二）美國、日本、澳洲及我國共 4 個會員出席本次會議（泰國缺席）。' },
  { in: 'body', text: '（二）除巴布亞紐幾內亞未出席外，其餘會員均出席會議，惟墨西哥及越南未發言。' },
  { in: 'body', text: '（二）美國、日本及我國共 3 個會員出席會議。會中美國及日本均支持本案。' },
];

export const page: RulePage = {
  explanation:
    '同一個會員在一份名單中只能出現一次，也不能同時列為出席與缺席。全名與簡稱（巴布亞紐幾內亞、巴紐）視為同一個會員。',
  leavesAlone: '名單以外再提到會員（會中美國及日本均支持）不算重複。列為出席但未發言的會員不是缺席。',
  summary:
    'A member stands once in a list and never both as present and absent; full names and short forms are the same member.',
};
