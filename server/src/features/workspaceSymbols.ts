import type { Report } from '../report/model/report';
import { nameOfMeeting, titleOnCover } from '../report/queries/meetingNames';
import { nameOf, textOf } from '../report/queries/read';
import type { Span } from '../text/span';
import { headingWords } from './subject';

/** Something of a report that a person looks for over a folder of them. */
export interface ReportSymbol extends Span {
  readonly kind: 'title' | 'section' | 'meeting' | 'statement' | 'recommendation' | 'acronym';
  readonly name: string;
  /** What inside the report it belongs to: the meeting that we spoke at. */
  readonly container?: string;
}

/**
 * The report's title, sections, meetings, what we said (我國發言), itemised suggestions and acronyms (at their definition
 * or first use), in this order.
 */
export function reportSymbolsOf(report: Report): readonly ReportSymbol[] {
  const symbols: ReportSymbol[] = [];
  const { title } = report.cover;
  if (title) symbols.push({ kind: 'title', name: textOf(report, title), start: title.start, end: title.end });
  const meetings = new Set(report.meetings.map(({ section }) => section));
  for (const section of report.allSections) {
    const { start, end } = headingWords(section);
    const name = nameOf(report, section.title);
    if (meetings.has(section) && section.depth > 1) symbols.push({ kind: 'meeting', name, start, end });
    else if (section.kind !== 'item') symbols.push({ kind: 'section', name, start, end });
  }
  for (const meeting of report.meetings) {
    const container = nameOfMeeting(report, meeting, titleOnCover(report));
    for (const { start, end } of meeting.statements)
      symbols.push({ kind: 'statement', name: statementName(report.text.slice(start, end)), container, start, end });
  }
  for (const part of report.sections)
    if (part.part === 'recommendations' || part.part === 'reflections-and-recommendations')
      for (const child of part.children)
        if (child.kind === 'item') {
          const { start, end } = headingWords(child);
          symbols.push({ kind: 'recommendation', name: nameOf(report, child.title), start, end });
        }
  for (const { acronym, definitions, firstUse } of report.acronyms.entries.values()) {
    const place = definitions[0] ?? firstUse.body ?? firstUse.abstract ?? firstUse.cover;
    if (place) symbols.push({ kind: 'acronym', name: acronym, start: place.start, end: place.end });
  }
  return symbols;
}

/** 我國發言, whatever the paragraph begins with, so that it is found by this name, and then what was said. */
function statementName(words: string): string {
  const said = words.trim().replace(/^[#*\s]{0,8}(?:[（(][^）)]{1,4}[）)]|[^\s、.．]{1,3}[、.．])\s*/, '');
  return said.startsWith('我國發言') ? said : `我國發言：${said}`;
}

/** Whether the characters of `query` occur in `name` in their order, as VS Code matches symbols; case does not count. */
export function matchesQuery(name: string, query: string): boolean {
  const words = name.toLowerCase();
  let at = 0;
  for (const character of query.toLowerCase()) {
    if (character === ' ') continue;
    at = words.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
