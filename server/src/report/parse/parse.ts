import { placedAcronyms } from './acronyms';
import { placedEconomies } from './economies';
import { readFrontMatter } from './frontMatter';
import { itinerarySection, readItinerary } from './itinerary';
import type { Markup } from '../../text/markdown';
import type { Line } from '../model/line';
import type { LineTable } from '../model/lines';
import { readMeetings } from './meetings';
import type { AcronymIndex, EconomyIndex } from '../model/mentions';
import type { Itinerary, Meeting, Section } from '../model/parts';
import type { Report } from '../model/report';
import { buildOutline } from './outline';
import { sectionsOf } from './sections';
import { splitLines } from './splitLines';
import { ReportUnits } from './units';

/** A heading of Markdown. */
const markedHeading = /^ {0,3}#{1,6}[ \t]+\S/m;

/** Whether a text looks like Markdown, where nobody says what it is. */
function markupOf(text: string): Markup {
  return (text.startsWith('#') || text.includes('\n#') || text.includes(' #')) && markedHeading.test(text)
    ? 'markdown'
    : 'plain';
}

/** The text as it is read: its lines as they are read, and their line ends. */
function proseOf(text: string, { starts, facts }: LineTable): string {
  let prose = '';
  let at = 0;
  facts.forEach((line, index) => {
    if (line.text === line.written) return;
    const start = starts[index]!;
    prose += text.slice(at, start) + line.text;
    at = start + line.length;
  });
  return at === 0 ? text : prose + text.slice(at);
}

/**
 * Parses a report. Total: every string gives a report, nothing throws, and the work is linear in its length.
 * @param earlier the report of an earlier version of the text: what did not change is taken from there. The result is
 * the same as without it.
 * @param markup what the text is written in; read off the text where it is left out
 */
export function parseReport(text: string, earlier?: Report, markup: Markup = markupOf(text)): Report {
  if (earlier?.text === text && earlier.markup === markup) return earlier;
  const lines = splitLines(text, markup, earlier);
  const prose = proseOf(text, lines);
  const frontMatter = readFrontMatter(prose, lines);
  const outline = buildOutline(lines, frontMatter.body);
  const sections = sectionsOf(lines, outline.chapters);
  const before = earlier?.units instanceof ReportUnits ? earlier.units : undefined;
  const units = new ReportUnits({ text: prose, lines, frontMatter, outline }, before);
  return new ParsedReport({ text, prose, markup, lines, ...frontMatter, style: outline.style, sections, units });
}

type Parts = Pick<
  Report,
  'text' | 'prose' | 'markup' | 'lines' | 'cover' | 'abstract' | 'contents' | 'style' | 'units'
> & {
  readonly sections: { readonly roots: readonly Section[]; readonly all: readonly Section[] };
};

/** What not every reader of a report asks for is read when somebody does. */
class ParsedReport implements Report {
  readonly text: string;
  readonly prose: string;
  readonly markup: Markup;
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

  constructor({ text, prose, markup, lines, cover, abstract, contents, style, units, sections }: Parts) {
    this.text = text;
    this.prose = prose;
    this.markup = markup;
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
      const section = itinerarySection(this.prose, this.lines, this.sections);
      this.#itinerary = section ? readItinerary(this.prose, this.lines, section) : false;
    }
    return this.#itinerary || undefined;
  }

  get meetings(): readonly Meeting[] {
    return (this.#meetings ??= readMeetings(this.prose, this.lines, this.sections));
  }

  get acronyms(): AcronymIndex {
    return (this.#acronyms ??= placedAcronyms(this.units.acronyms, (unit) => this.units.startOf(unit)));
  }

  get economies(): EconomyIndex {
    return (this.#economies ??= placedEconomies(this.units.economies, (line) => this.units.startOf(line)));
  }
}
