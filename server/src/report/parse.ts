import { indexAcronyms } from './acronymIndex';
import type { ZoneRange } from './acronymIndex';
import { indexEconomies } from './economyIndex';
import { readFrontMatter } from './frontMatter';
import { readItinerary } from './itinerary';
import { readMeetings } from './meetings';
import type { Report, Section } from './model';
import { buildOutline } from './outline';
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

/**
 * Parses a report. Total: every string gives a report, nothing throws, and the work is linear in its length.
 * @param earlier the report of an earlier version of the text: what did not change is taken from there. The result is
 * the same as without it.
 */
export function parseReport(text: string, earlier?: Report): Report {
  const lines = splitLines(text, earlier);
  if (earlier && lines === earlier.lines) return earlier;
  const { cover, coverTo, abstract, abstractTo, contents, body } = readFrontMatter(text, lines);
  const { roots, all, style } = buildOutline(lines, body);

  const zones: ZoneRange[] = [];
  const zone = (name: ZoneRange['zone'], from: number, to: number): void => {
    if (to > from) zones.push({ zone: name, from, to });
  };
  zone('cover', 0, coverTo);
  if (abstract) zone('abstract', abstract.line, abstractTo);
  for (const { from, to } of body) zone('body', from, to);
  zones.sort((a, b) => a.from - b.from);

  const itinerary = itinerarySection(roots);
  return {
    text,
    lines,
    cover,
    abstract,
    contents,
    sections: roots,
    allSections: all,
    outlineStyle: style,
    itinerary: itinerary && readItinerary(text, lines, itinerary),
    meetings: readMeetings(text, lines, roots),
    acronyms: indexAcronyms(lines, zones),
    economies: indexEconomies(lines),
  };
}
