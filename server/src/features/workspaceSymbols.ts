import type { Report } from '../report/model';
import { nameOf } from '../report/read';
import type { Span } from '../text/span';
import { headingWords } from './subject';

/** Something of a report that a person looks for over a folder of them. */
export interface ReportSymbol extends Span {
  readonly kind: 'section' | 'meeting' | 'recommendation' | 'acronym';
  readonly name: string;
}

/** Sections, meetings, itemised suggestions and acronyms (at their definition or first use), in this order. */
export function reportSymbolsOf(report: Report): readonly ReportSymbol[] {
  const symbols: ReportSymbol[] = [];
  const meetings = new Set(report.meetings.map(({ section }) => section));
  for (const section of report.allSections) {
    const { start, end } = headingWords(section);
    const name = nameOf(report, section.title);
    if (meetings.has(section)) symbols.push({ kind: 'meeting', name, start, end });
    else if (section.kind !== 'item') symbols.push({ kind: 'section', name, start, end });
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
