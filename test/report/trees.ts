/**
 * What is read out of a report, as trees that people can read: one for each folder of fixtures. A number in front is the
 * line in the text; words are those of the text, with ⏎ between lines.
 */
import { isFormal, titleOnCover } from '../../server/src/report/queries/meetingNames';
import type { Report } from '../../server/src/service';

type Section = Report['sections'][number];
type Meeting = Report['meetings'][number];
type AttendanceList = Meeting['attendance'][number];
type DateExpression = Meeting['dates'][number];
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line of a tree with what belongs to it. */
interface Node {
  readonly words: string;
  readonly children?: readonly Node[];
}

const node = (words: string, ...children: readonly Node[]): Node => ({ words, children });

function written(nodes: readonly Node[], indent = ''): string {
  return nodes.map(({ words, children = [] }) => `${indent}${words}\n${written(children, `${indent}  `)}`).join('');
}

function textOf({ text }: Report, { start, end }: Span): string {
  return text.slice(start, end).replaceAll('\n', '⏎');
}

function lineOf({ text }: Report, { start }: Span): number {
  return text.slice(0, start).split('\n').length;
}

/** `3: words` of the place, under its name where it has one. */
function place(report: Report, span: Span, name = ''): Node {
  return node(`${lineOf(report, span)}: ${name && `${name} `}${textOf(report, span)}`);
}

const optional = (report: Report, span: Span | undefined, name: string): readonly Node[] =>
  span ? [place(report, span, name)] : [];

/** 2024-8-16; what is not written is `?`. */
function dayOf({ year, month, day }: DateExpression['from']): string {
  return [year, month, day].map((value) => value ?? '?').join('-');
}

function dateOf({ from, to, weekdays }: DateExpression): string {
  const days = weekdays.map(({ value }) => '日一二三四五六'[value]).join('');
  return `${dayOf(from)}${to ? ` to ${dayOf(to)}` : ''}${days && `（${days}）`}`;
}

function sectionNode(report: Report, section: Section): Node {
  const number = section.number ? `${textOf(report, section.number)} ` : '';
  const part = section.part ? ` [${section.part}]` : '';
  const title = `${lineOf(report, section)}: ${section.kind} ${number}${textOf(report, section.title)}${part}`;
  return node(title, ...section.children.map((child) => sectionNode(report, child)));
}

function frontMatter(report: Report): readonly Node[] {
  const { cover, abstract, contents, sections } = report;
  return [
    node(
      'cover',
      ...optional(report, cover.kindLine, 'kind'),
      ...optional(report, cover.title, 'title'),
      ...cover.fields.map(({ id, label, value }) =>
        node(`${lineOf(report, label)}: ${id} ${textOf(report, label)} = ${textOf(report, value)}`),
      ),
    ),
    ...(abstract
      ? [node('abstract', place(report, abstract.title), place(report, trimmed(report, abstract.content)))]
      : []),
    ...(contents
      ? [
          node(
            `contents ${lineOf(report, contents.title)}: ${textOf(report, contents.title)}`,
            ...contents.entries.map(({ number, title, page }) =>
              node(
                `${lineOf(report, title)}: ${number ? `${textOf(report, number)} ` : ''}${textOf(report, title)}${page ? ` … ${textOf(report, page)}` : ''}`,
              ),
            ),
          ),
        ]
      : []),
    node('body', ...sections.map((section) => node(sectionNode(report, section).words))),
  ];
}

/** `span` without the blanks around it. */
function trimmed({ text }: Report, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

function attendanceNode(report: Report, list: AttendanceList): Node {
  const economies = (name: string, attendees: AttendanceList['present']): readonly Node[] =>
    attendees.length > 0 ? [node(`${name} ${attendees.map((one) => `${textOf(report, one)} ${one.economy}`).join('、')}`)] : []; // prettier-ignore
  return node(
    `${lineOf(report, list)}: ${list.form}${list.exceptUs ? ', we are not counted' : ''}`,
    ...economies('present', list.present),
    ...economies('absent', list.absent),
    ...economies('silent', list.silent),
    ...(list.strangers.length > 0
      ? [node(`unknown ${list.strangers.map((one) => textOf(report, one)).join('、')}`)]
      : []),
    ...(list.stated ? [node(`stated ${list.stated.value}: ${textOf(report, list.stated)}`)] : []),
  );
}

const headingOf = (report: Report, { section }: Meeting): string => sectionNode(report, section).words;

function attendance(report: Report): readonly Node[] {
  return report.meetings.map((meeting) =>
    node(headingOf(report, meeting), ...meeting.attendance.map((list) => attendanceNode(report, list))),
  );
}

function meetings(report: Report): readonly Node[] {
  return report.meetings.map((meeting) =>
    node(
      `${headingOf(report, meeting)}${isFormal(report, meeting, titleOnCover(report)) ? ', formal' : ''}`,
      ...optional(report, meeting.delegation && trimmed(report, meeting.delegation), 'delegation'),
      ...optional(report, meeting.discussion && trimmed(report, meeting.discussion), 'discussion'),
      ...meeting.statements.map((statement) => place(report, trimmed(report, statement), 'statement')),
      ...meeting.dates.map((date) => node(`${lineOf(report, date)}: date ${textOf(report, date)} = ${dateOf(date)}`)),
    ),
  );
}

function itinerary(report: Report): readonly Node[] {
  if (!report.itinerary) return [node('none')];
  const { section, days } = report.itinerary;
  const rows = days.map(({ date, activity }) =>
    node(`${lineOf(report, date)}: ${textOf(report, date)} = ${dateOf(date)} | ${textOf(report, activity)}`),
  );
  return [node(sectionNode(report, section).words, ...rows)];
}

function acronyms(report: Report): readonly Node[] {
  return [...report.acronyms.entries.values()].map((entry) => {
    const zones = ['cover', 'abstract', 'body'] as const;
    const uses = zones
      .filter((zone) => entry.uses[zone] > 0)
      .map((zone) => {
        const first = entry.firstUse[zone];
        return node(`used in ${zone}: ${entry.uses[zone]}${first ? `, first in line ${lineOf(report, first)}` : ''}`);
      });
    return node(
      `${entry.acronym}${entry.glossary.length > 0 ? ' (known)' : ''}`,
      ...entry.definitions.map((definition) =>
        node(
          `${lineOf(report, definition.acronym)}: is ${textOf(report, definition.name)}${definition.exact ? '' : ' (or its end)'}${
            definition.english ? ` = ${textOf(report, definition.english)}` : ''
          }, in ${definition.inHeading ? 'a heading of the ' : 'the '}${definition.zone}`,
        ),
      ),
      ...uses,
      ...(entry.inHeadings > 0 ? [node(`in headings: ${entry.inHeadings}`)] : []),
    );
  });
}

function sections(report: Report): readonly Node[] {
  return report.sections.map((section) => sectionNode(report, section));
}

const subjects: Readonly<Record<string, (report: Report) => readonly Node[]>> = {
  acronyms,
  attendance,
  'front-matter': frontMatter,
  itinerary,
  meetings,
  sections,
};

/** The names of the folders of fixtures. */
export const subjectNames: readonly string[] = Object.keys(subjects);

/** The tree of one subject, as the text of its file. */
export function treeOf(subject: string, report: Report): string {
  return written(subjects[subject]!(report));
}
