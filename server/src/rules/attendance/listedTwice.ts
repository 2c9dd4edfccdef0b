import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Attendee, Report } from '../../report/model';
import { Cue } from '../../report/scan/cues';
import { compareEdits } from '../edits';
import type { Example, Fix, Rule, RulePage } from '../rule';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import { placedDiscovery } from '../lines';
import type { LineDiscovery } from '../lines';
import { countCorrected, listNaming, nameTakenOut } from './listEdits';
import { listsIn, isInMeeting } from './members';

const reader: ChapterReader<LineDiscovery> = {
  read: (report, chapter) => {
    const found: LineDiscovery[] = [];
    for (const [, list] of listsIn(report, chapter)) {
      const seen = new Map<EconomyCode, { readonly attendee: Attendee; readonly present: boolean }>();
      const see = (attendee: Attendee, present: boolean): void => {
        const before = seen.get(attendee.economy);
        if (!before) {
          seen.set(attendee.economy, { attendee, present });
          return;
        }
        found.push({
          message: before.present === present ? 'twice' : 'both',
          params: { name: economyNameOf(attendee.economy) },
          start: attendee.start - chapter.start,
          end: attendee.end - chapter.start,
          related: [
            {
              message: 'first',
              start: before.attendee.start - chapter.start,
              end: before.attendee.end - chapter.start,
            },
          ],
        });
      };
      list.present.forEach((attendee) => {
        see(attendee, true);
      });
      list.absent.forEach((attendee) => {
        see(attendee, false);
      });
    }
    return found;
  },
};

/** Takes the name at `offset` out of its list; the number goes with it where it counted the name. */
function takenOut(report: Report, offset: number, title: string): readonly Fix[] {
  const list = listNaming(report, offset);
  const attendee = list && [...list.present, ...list.absent].find(({ start }) => start === offset);
  const edits = attendee && nameTakenOut(report, list, attendee);
  if (!edits) return [];
  const wasPresent = list.present.includes(attendee);
  const left = new Set(list.present.filter((one) => one !== attendee).map(({ economy }) => economy)).size;
  const count = wasPresent && list.stated?.value === left + 1 ? countCorrected(report, list, left) : [];
  return [
    {
      title,
      params: { name: economyNameOf(attendee.economy) },
      safety: 'review',
      edits: [...edits, ...count].sort(compareEdits),
    },
  ];
}

export const rule: Rule = {
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
  prose: { cues: Cue.Present | Cue.Absent, around: 'paragraph', within: isInMeeting },
  check: (report, _context, find) => {
    forEachChapterNote(report, reader, (note, { start }) => {
      const discovery = placedDiscovery(note, start);
      const first = discovery.related![0]!.start;
      const fixes = (): readonly Fix[] =>
        discovery.message === 'twice'
          ? takenOut(report, discovery.start, 'takeOut')
          : [...takenOut(report, discovery.start, 'notAbsent'), ...takenOut(report, first, 'notPresent')];
      find({ ...discovery, fixes });
    });
  },
};

export const examples: readonly Example[] = [
  {
    in: 'body',
    text: '（二）美國、日本、澳洲、⟦日本⟧及我國共 4 個會員出席本次會議。',
    fixed: '（二）美國、日本、澳洲及我國共 4 個會員出席本次會議。',
  },
  {
    in: 'body',
    text: '（二）美國、日本、澳洲、我國及⟦日本⟧共五個會員出席本次會議。',
    fixed: '（二）美國、日本、澳洲及我國共四個會員出席本次會議。',
  },
  {
    in: 'body',
    text: '（二）美國、日本、智利及我國共 4 個會員出席本次會議（泰國、⟦智利⟧缺席）。',
    fixed: '（二）美國、日本、智利及我國共 4 個會員出席本次會議（泰國缺席）。',
  },
  {
    in: 'body',
    text: '（二）美國、日本、智利及我國共 4 個會員出席本次會議（⟦智利⟧缺席）。',
    fixed: '（二）美國、日本、智利及我國共 4 個會員出席本次會議。',
  },
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
