import { lineEndOf, numberIn, numberLike } from '../../report/queries/headingStyle';
import type { Meeting, Section } from '../../report/model/parts';
import type { Message } from '../../text/message';
import { contains } from '../../text/span';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { findingWords, isWanted } from './typed';

const texts = {
  detail: { 'zh-TW': '下一場會議', en: 'the next meeting' },
  documentation: {
    'zh-TW': '編號與分項照這份報告前一場會議的寫法。',
    en: 'Numbered and divided as the meeting before it.',
  },
} satisfies Record<string, Message>;

/** What a paragraph of a meeting says, with places to fill in; `stop` counts the tab stops. */
type Template = (stop: () => number) => string;

const delegation: Template = (stop) => `我國由\${${stop()}:○○}率團與會。`;
const attendance: Template = (stop) => `\${${stop()}:○○、○○及我國共 ○ 個會員出席會議}。`;
const discussion: Template = (stop) => `討論要點如次：\${${stop()}:○○}。`;
const statement: Template = (stop) => `我國發言：\${${stop()}:○○}。`;
const anything: Template = (stop) => `\${${stop()}:○○}。`;

/** What a child of a meeting is about, as the parser has read it. */
function templateOf(meeting: Meeting, child: Section): Template {
  if (meeting.delegation && contains(child, meeting.delegation)) return delegation;
  if (meeting.attendance.some((list) => contains(child, list))) return attendance;
  if (meeting.statements.some((span) => contains(child, span))) return statement;
  if (meeting.discussion && contains(child, meeting.discussion)) return discussion;
  return anything;
}

/** The block of the next meeting at the start of a line of 出席會議情形 (or 過程), built like the one before it. */
export function completeMeetings(context: CompletionContext): CompletionEntry[] {
  const { report, lead, lineStart, locale, asked } = context;
  if (!lead || lead.marks > 0 || !isWanted(asked, lead.words, '會議', 'meeting')) return [];
  const root = report.sections.find(
    ({ part, content, end }) =>
      (part === 'proceedings' || part === 'process') && content.start <= lead.start && lead.start <= end,
  );
  if (!root) return [];
  const before = report.meetings
    .filter(({ section }) => section.depth > root.depth && section.start < lineStart && contains(root, section))
    .at(-1);
  const number = before
    ? before.section.number && numberLike(report, before.section.number, before.section.number.value + 1)
    : numberIn('han', 1);
  if (number === undefined) return [];
  const typed = lead.number.trim();
  if (typed !== '' && !number.startsWith(typed)) return [];
  let stops = 0;
  const stop = (): number => ++stops;
  const lineEnd = lineEndOf(report);
  const numbered = before?.section.children.filter((child) => child.number !== undefined) ?? [];
  const parts =
    before && numbered.length > 0
      ? numbered.map((child) => [numberLike(report, child.number!, child.number!.value) ?? '', templateOf(before, child)] as const) // prettier-ignore
      : [delegation, attendance, discussion, statement].map(
          (template, index) => [numberIn('han-bracketed', index + 1) ?? '', template] as const,
        );
  const markup = before ? report.text.slice(before.section.heading.start, before.section.number?.start) : '';
  const heading = `${literal(markup + number)}\${${stop()}:○○會議}`;
  const lines = [heading, ...parts.map(([label, template]) => literal(label) + template(stop))];
  return [
    {
      label: `${number}○○會議`,
      kind: 'snippet',
      detail: texts.detail[locale],
      documentation: texts.documentation[locale],
      filterText:
        lead.text.slice(0, lead.text.length - lead.words.length) + findingWords(lead.words, '會議', 'meeting'),
      sortText: rank('number', 100),
      insertText: lines.join(lineEnd + lineEnd),
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    },
  ];
}
