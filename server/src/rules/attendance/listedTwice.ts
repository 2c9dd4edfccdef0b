import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Attendee, Report } from '../../report/model';
import { Cue } from '../../report/scan/cues';
import { compareEdits } from '../edits';
import type { Fix, Rule } from '../rule';
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
