import { indexAcronyms } from './acronymIndex';
import type { ZoneRange } from './acronymIndex';
import { isDividedAlike } from './division';
import type { Division } from './division';
import { indexEconomies } from './economyIndex';
import { readFrontMatter } from './frontMatter';
import type { FrontMatter } from './frontMatter';
import { readItinerary } from './itinerary';
import type { LineTable } from './lines';
import { readMeetings } from './meetings';
import type { Report, Section } from './model';
import { buildOutline } from './outline';
import { sectionsOf } from './sections';
import { splitLines } from './splitLines';

/** The itinerary is a section of its own, or one inside 過程. */
function itinerarySection(roots: readonly Section[]): Section | undefined {
  const own = roots.find((root) => root.part === 'itinerary');
  if (own) return own;
  for (const root of roots) {
    const inside = root.part === 'process' ? root.children.find((child) => child.part === 'itinerary') : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function zonesOf({ coverTo, abstract, abstractTo, body }: FrontMatter): readonly ZoneRange[] {
  const zones: ZoneRange[] = [];
  const zone = (name: ZoneRange['zone'], from: number, to: number): void => {
    if (to > from) zones.push({ zone: name, from, to });
  };
  zone('cover', 0, coverTo);
  if (abstract) zone('abstract', abstract.line, abstractTo);
  for (const { from, to } of body) zone('body', from, to);
  return zones.sort((a, b) => a.from - b.from);
}

/** What stands before the body, and how all lines are divided. */
type Divided = Pick<Report, 'cover' | 'abstract' | 'contents' | 'division'>;

function divide(text: string, lines: LineTable): Divided {
  const frontMatter = readFrontMatter(text, lines);
  const { cover, abstract, contents, body, readTo } = frontMatter;
  const division: Division = { ...buildOutline(lines, body), body, readTo, zones: zonesOf(frontMatter) };
  return { cover, abstract, contents, division };
}

/**
 * Parses a report. Total: every string gives a report, nothing throws, and the work is linear in its length.
 * @param earlier the report of an earlier version of the text: what did not change is taken from there. The result is
 * the same as without it.
 */
export function parseReport(text: string, earlier?: Report): Report {
  const lines = splitLines(text, earlier);
  if (earlier && lines === earlier.lines) return earlier;
  const { cover, abstract, contents, division } =
    earlier && isDividedAlike(earlier, lines) ? earlier : divide(text, lines);
  const sections = sectionsOf(lines, division.roots);
  const itinerary = itinerarySection(sections.roots);
  return {
    text,
    lines,
    cover,
    abstract,
    contents,
    division,
    sections: sections.roots,
    get allSections() {
      return sections.all;
    },
    itinerary: itinerary && readItinerary(text, lines, itinerary),
    meetings: readMeetings(text, lines, sections.roots),
    acronyms: indexAcronyms(lines, division.zones),
    economies: indexEconomies(lines),
  };
}
