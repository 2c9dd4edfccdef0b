import { lineEndOf, numberLike } from '../../report/queries/headingStyle';
import type { Meeting, Section } from '../../report/model/parts';
import type { Report } from '../../report/model/report';
import { hasPlaceholder } from '../../report/queries/placeholders';
import { textOf } from '../../report/queries/read';
import { meetingsIn } from '../attendance/members';
import { forEachChapterNote } from '../chapters';
import type { ChapterReader } from '../chapters';
import type { Example, Fix, Rule, RulePage } from '../engine/rule';

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

/* @__NO_SIDE_EFFECTS__ */
const report = (...meetings: readonly string[]): string =>
  `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n\n壹、出席會議情形\n\n${meetings.join('\n\n')}\n`;

const delegation = '（一）我國由數位發展部林科長出席會議。';
const attendance = '（二）美國、日本、韓國及我國共4個會員出席。';
const discussion = '（三）討論要點：會員就人工智慧治理交換意見。';
const statement = '（四）我國於會中發言支持本案。';
const whole = [delegation, attendance, discussion, statement].join('\n');

export const examples: readonly Example[] = [
  {
    in: 'report',
    text: report(
      `一、資料隱私次級小組會議\n${whole}`,
      `二、經濟委員會會議\n${whole}`,
      `三、⟦貿易暨投資委員會會議⟧\n${[delegation, attendance, discussion].join('\n')}`,
    ),
    fixed: report(
      `一、資料隱私次級小組會議\n${whole}`,
      `二、經濟委員會會議\n${whole}`,
      `三、貿易暨投資委員會會議\n${[delegation, attendance, discussion, '（四）我國發言：待補'].join('\n')}`,
    ),
  },
  {
    in: 'report',
    text: report(
      `一、⟦資料隱私次級小組會議⟧\n（一）討論要點：會員交換意見。`,
      `二、經濟委員會會議\n${whole}`,
      `三、貿易暨投資委員會會議\n${whole}`,
    ),
  },
  {
    in: 'report',
    text: report(
      `一、資料隱私次級小組會議\n${whole}`,
      `二、⟦經濟委員會會議⟧\n${[delegation, discussion.replace('（三）', '（二）'), statement.replace('（四）', '（三）')].join('\n')}`,
      `三、貿易暨投資委員會會議\n${whole}`,
    ),
  },
  {
    in: 'report',
    text: report(
      `一、資料隱私次級小組會議\n${whole}`,
      `二、經濟委員會會議\n${whole}`,
      `三、數位貿易研討會\n（一）講者分享各國作法。`,
    ),
    note: { 'zh-TW': '研討會不是正式會議', en: 'A seminar is no formal meeting' },
  },
  {
    in: 'report',
    text: report(`一、資料隱私次級小組會議\n${whole}`, `二、經濟委員會會議\n（一）討論要點：會員交換意見。`),
    note: { 'zh-TW': '只有兩場，看不出慣例', en: 'Two meetings make no habit' },
  },
  {
    in: 'report',
    text: report(
      `一、資料隱私次級小組會議\n${delegation}`,
      `二、經濟委員會會議\n${whole}`,
      `三、貿易暨投資委員會會議\n${delegation}`,
    ),
    note: { 'zh-TW': '多數會議都沒有', en: 'Most meetings lack it' },
  },
];

export const page: RulePage = {
  explanation:
    '每場正式會議通常都寫與會人員、出席會員、討論要點與我國發言。同一份報告的其他正式會議都有、只有這一場沒有時提示。快速修正在該節最後補上待填的項目。',
  leavesAlone: '研討會、對話、參訪等不是論壇正式會議的場次，以及正式會議不到三場的報告。',
  summary:
    'A formal meeting without a part that all the other formal meetings of the report have. Seminars, dialogues and visits are no formal meetings; two meetings make no habit.',
};
