import { economyNameOf } from '../../knowledge/economies';
import type { EconomyCode } from '../../knowledge/types';
import type { Attendee } from '../../report/model';
import { Cue } from '../../report/scan/cues';
import type { Rule } from '../rule';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import { placedDiscovery } from '../lines';
import type { LineDiscovery } from '../lines';
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

export const rule: Rule = {
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
  prose: { cues: Cue.Present | Cue.Absent, around: 'paragraph', within: isInMeeting },
  check: (report, _context, find) => {
    forEachChapterNote(report, reader, (discovery, { start }) => {
      find(placedDiscovery(discovery, start));
    });
  },
};
