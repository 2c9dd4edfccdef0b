import { lineEndOf, numberLike } from '../../report/headingStyle';
import type { Meeting, Report, Section } from '../../report/model';
import { hasPlaceholder } from '../../report/placeholders';
import { Cue } from '../../report/scan/cues';
import { Trait } from '../../report/scan/traits';
import { textOf } from '../../report/read';
import { meetingsIn, isInMeeting } from '../attendance/members';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Fix, Rule } from '../rule';

/** Fewer neighbours make no habit. */
const fewestNeighbours = 2;

type MeetingPart = '與會人員' | '出席會員' | '討論要點' | '我國發言';

const has: Readonly<Record<MeetingPart, (meeting: Meeting) => boolean>> = {
  與會人員: ({ delegation }) => delegation !== undefined,
  出席會員: ({ attendance }) => attendance.length > 0,
  討論要點: ({ discussion }) => discussion !== undefined,
  我國發言: ({ statements }) => statements.length > 0,
};
const parts = Object.keys(has) as readonly MeetingPart[];

/** The missing parts as items at the end of the meeting, numbered like its own. */
function insertion(report: Report, { section }: Meeting, missing: readonly MeetingPart[]): Fix {
  const { text } = report;
  const lineBreak = lineEndOf(report);
  const last = section.children.filter(({ number }) => number !== undefined).at(-1);
  const end = section.start + textOf(report, section).trimEnd().length;
  const lines = missing.map((part, index) => {
    const number = last?.number && numberLike(report, last.number, last.number.value + index + 1);
    const before = last?.number ? text.slice(last.heading.start, last.number.start) : '';
    const behind = last?.number ? text.slice(last.number.end, last.title.start).replaceAll('*', '') : '';
    return `${lineBreak}${before.replaceAll('*', '')}${number ?? ''}${number ? behind : ''}${part}：待補`;
  });
  return {
    title: 'insert',
    params: { parts: missing.join('、') },
    safety: 'review',
    edits: [{ start: end, end, expected: '', text: lines.join('') }],
  };
}

/** A formal meeting, by its place among the chapter's. */
interface Formal {
  readonly index: number;
  readonly lacks: readonly MeetingPart[];
}

const reader: ChapterReader<Formal> = {
  read: (report, chapter) =>
    meetingsIn(report, chapter).flatMap((meeting, index) =>
      meeting.formal ? [{ index, lacks: parts.filter((part) => !has[part](meeting)) }] : [],
    ),
};

export const rule: Rule = {
  id: 'structure/meeting-parts',
  title: { 'zh-TW': '會議缺少其他會議都有的部分', en: 'Meeting without a part that the others have' },
  severity: 'hint',
  source:
    '行政院及所屬各機關出國報告綜合處理要點附件一（過程）；報告調查 R1（逐場寫與會人員、出席會員、討論要點、我國發言）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    lacks: {
      'zh-TW': '其他會議都寫了{parts}，這一場沒有。',
      en: 'The other meetings have {parts}; this one has not.',
    },
    insert: { 'zh-TW': '補上{parts}', en: 'Add {parts}' },
  },
  prose: {
    cues: Cue.Delegation | Cue.Present | Cue.Absent | Cue.Discussion | Cue.Statement,
    traits: Trait.Placeholder,
    around: 'paragraph',
    within: isInMeeting,
  },
  check: (report, _context, find) => {
    const formal: { readonly index: number; readonly lacks: readonly MeetingPart[]; readonly chapter: Section }[] = [];
    forEachChapterNote(report, reader, ({ index, lacks }, chapter) => {
      formal.push({ index, lacks, chapter });
    });
    if (formal.length <= fewestNeighbours) return;
    const counts = new Map<MeetingPart, number>();
    for (const { lacks } of formal) for (const part of lacks) counts.set(part, (counts.get(part) ?? 0) + 1);
    for (const { index, lacks, chapter } of formal) {
      // All others have it.
      const missing = lacks.filter((part) => counts.get(part) === 1);
      if (missing.length === 0) continue;
      const meeting = meetingsIn(report, chapter)[index]!;
      const { section } = meeting;
      if (hasPlaceholder(report, section)) continue;
      find({
        message: 'lacks',
        params: { parts: missing.join('、') },
        start: section.title.start,
        end: section.title.end,
        fixes: () => [insertion(report, meeting, missing)],
      });
    }
  },
};
