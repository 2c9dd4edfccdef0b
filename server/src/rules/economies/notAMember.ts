import { economyNamed, forumName, forumWithRoll, listsIn, isInMeeting } from '../attendance/members';
import type { EconomyCode } from '../../knowledge/types';
import { Cue } from '../../report/scan/cues';
import { textOf } from '../../report/read';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Rule } from '../rule';

/** A name in a list; undefined is an economy that no table knows. */
interface Place extends Span {
  readonly economy: EconomyCode | undefined;
}

/** A list of a formal meeting with what it names. */
interface Named extends Span {
  readonly places: readonly Place[];
  /** Where its meeting ends. */
  readonly meetingEnd: number;
}

const reader: ChapterReader<Named> = {
  read: (report, chapter) => {
    const found: Named[] = [];
    for (const [meeting, list] of listsIn(report, chapter)) {
      const { present, absent, strangers } = list;
      if (present.length + absent.length + strangers.length === 0 || !meeting.formal) continue;
      const { start: offset } = chapter;
      const places: Place[] = [];
      for (const { start, end } of strangers) {
        const economy = economyNamed(report.text.slice(start, end));
        places.push({ start: start - offset, end: end - offset, economy });
      }
      for (const { start, end, economy } of [...present, ...absent])
        places.push({ start: start - offset, end: end - offset, economy });
      found.push({
        start: list.start - offset,
        end: list.end - offset,
        places,
        meetingEnd: meeting.section.end - offset,
      });
    }
    return found;
  },
};

/** Behind a list so much of its sentence is looked at, in UTF-16 code units. */
const longestRest = 120;
/** The sentence says that the guest is one. */
const asGuest = /觀察員|來賓|貴賓|受邀|應邀|邀請|列席|非會員|客座/;

export const rule: Rule = {
  id: 'economies/not-a-member',
  title: { 'zh-TW': '名單中有非會員', en: 'Not a member of the forum' },
  severity: 'warning',
  source: 'APEC 21 個會員名單',
  checked: '2026-11-24',
  fix: undefined,
  messages: {
    stranger: {
      'zh-TW': '{name}不是 {forum} 會員，請核對名單；以觀察員或來賓身分與會者請另行敘明。',
      en: '{name} is not a member of {forum}; check the list, or say that it was a guest.',
    },
  },
  prose: { cues: Cue.Present | Cue.Absent, around: 'near', within: isInMeeting },
  check: (report, { glossary }, find) => {
    const forum = forumWithRoll(report, glossary);
    if (!forum) return;
    const { members } = forum;
    forEachChapterNote(report, reader, (list, chapter) => {
      const strangers = list.places.filter(({ economy }) => economy === undefined || !members.has(economy));
      if (strangers.length === 0) return;
      const { start: from, end: to } = shifted(list, chapter.start);
      const stop = report.text.indexOf('。', to);
      const limit = Math.min(to + longestRest, chapter.start + list.meetingEnd);
      if (asGuest.test(report.text.slice(from, stop < 0 ? to : Math.min(stop, limit)))) return;
      for (const stranger of strangers) {
        const place = { start: chapter.start + stranger.start, end: chapter.start + stranger.end };
        find({ message: 'stranger', params: { name: textOf(report, place), forum: forumName(forum) }, ...place });
      }
    });
  },
};
