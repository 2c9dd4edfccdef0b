import { placedAcronyms } from './acronyms';
import { placedEconomies } from './economies';
import { readFrontMatter } from './frontMatter';
import { itinerarySection, readItinerary } from './itinerary';
import type { Line } from '../model/line';
import { readMeetings } from './meetings';
import type { AcronymIndex, EconomyIndex } from '../model/mentions';
import type { Itinerary, Meeting, Section } from '../model/parts';
import type { Report } from '../model/report';
import { buildOutline } from './outline';
import { sectionsOf } from './sections';
import { splitLines } from './splitLines';
import { ReportUnits } from './units';

/**
 * Parses a report. Total: every string gives a report, nothing throws, and the work is linear in its length.
 * @param earlier the report of an earlier version of the text: what did not change is taken from there. The result is
 * the same as without it.
 */
export function parseReport(text: string, earlier?: Report): Report {
  const lines = splitLines(text, earlier);
  if (earlier && lines === earlier.lines) return earlier;
  const frontMatter = readFrontMatter(text, lines);
  const outline = buildOutline(lines, frontMatter.body);
  const sections = sectionsOf(lines, outline.chapters);
  const before = earlier?.units instanceof ReportUnits ? earlier.units : undefined;
  const units = new ReportUnits({ text, lines, frontMatter, outline }, before);
  return new ParsedReport({ text, lines, ...frontMatter, style: outline.style, sections, units });
}

type Parts = Pick<Report, 'text' | 'lines' | 'cover' | 'abstract' | 'contents' | 'style' | 'units'> & {
  readonly sections: { readonly roots: readonly Section[]; readonly all: readonly Section[] };
};

/** What not every reader of a report asks for is read when somebody does. */
class ParsedReport implements Report {
  readonly text: string;
  readonly lines: Report['lines'];
  readonly cover: Report['cover'];
  readonly abstract: Report['abstract'];
  readonly contents: Report['contents'];
  readonly style: Report['style'];
  readonly units: Report['units'];
  readonly #sections: Parts['sections'];
  #itinerary: Itinerary | false | undefined;
  #meetings: readonly Meeting[] | undefined;
  #acronyms: AcronymIndex | undefined;
  #economies: EconomyIndex | undefined;

  constructor({ text, lines, cover, abstract, contents, style, units, sections }: Parts) {
    this.text = text;
    this.lines = lines;
    this.cover = cover;
    this.abstract = abstract;
    this.contents = contents;
    this.style = style;
    this.units = units;
    this.#sections = sections;
  }

  get sections(): readonly Section[] {
    return this.#sections.roots;
  }

  get allSections(): readonly Section[] {
    return this.#sections.all;
  }

  get firstLine(): Line {
    return this.units.lines[0]!;
  }

  get itinerary(): Itinerary | undefined {
    if (this.#itinerary === undefined) {
      const section = itinerarySection(this.sections);
      this.#itinerary = section ? readItinerary(this.text, this.lines, section) : false;
    }
    return this.#itinerary || undefined;
  }

  get meetings(): readonly Meeting[] {
    return (this.#meetings ??= readMeetings(this.text, this.lines, this.sections));
  }

  get acronyms(): AcronymIndex {
    return (this.#acronyms ??= placedAcronyms(this.units.acronyms, (line) => this.units.startOf(line)));
  }

  get economies(): EconomyIndex {
    return (this.#economies ??= placedEconomies(this.units.economies, (line) => this.units.startOf(line)));
  }
}
