import type { AcronymRow } from '../knowledge/types';
import { shifted } from '../text/span';
import type { Span } from '../text/span';
import type { AcronymTally, Digest } from './digest';
import { digestOf, isHeadingLine } from './digest';
import type { DefinitionHit, LineTable } from './lines';
import type { AcronymDefinition, AcronymEntry, AcronymIndex, Zone } from './model';

/** The definition at its place in the text. Written out: a spread costs ten times as much on this path. */
function placed(hit: DefinitionHit, offset: number, zone: Zone, inHeading: boolean): AcronymDefinition {
  const { acronym, name, english } = hit;
  return {
    start: offset + hit.start,
    end: offset + hit.end,
    acronym: { start: offset + acronym.start, end: offset + acronym.end },
    name: { start: offset + name.start, end: offset + name.end },
    exact: hit.exact,
    english: english && { start: offset + english.start, end: offset + english.end },
    zone,
    inHeading,
  };
}

/** Lines of one zone. */
export interface ZoneRange {
  readonly zone: Exclude<Zone, 'contents'>;
  readonly from: number;
  readonly to: number;
}

/** An index that is made when somebody asks for it: most key presses concern no acronym. */
class LazyAcronymIndex implements AcronymIndex {
  readonly #lines: LineTable;
  readonly #zones: readonly ZoneRange[];
  #entries: AcronymIndex['entries'] | undefined;

  constructor(lines: LineTable, zones: readonly ZoneRange[]) {
    this.#lines = lines;
    this.#zones = zones;
  }

  get entries(): AcronymIndex['entries'] {
    return (this.#entries ??= entriesOf(this.#lines, this.#zones));
  }
}

/**
 * Every acronym with its uses and definitions.
 * @param zones the zones in the order of the text; lines of 目次 are in none
 */
export function indexAcronyms(lines: LineTable, zones: readonly ZoneRange[]): AcronymIndex {
  return new LazyAcronymIndex(lines, zones);
}

/** What the lines from `from` on, of one zone, say of an acronym. */
interface Part {
  readonly tally: AcronymTally;
  readonly from: number;
  readonly zone: ZoneRange['zone'];
}

/** An acronym whose places are read off the lines when somebody asks: most questions are about how often it occurs. */
class LazyEntry implements AcronymEntry {
  readonly acronym: string;
  readonly glossary: readonly AcronymRow[];
  readonly uses = { cover: 0, abstract: 0, body: 0 };
  inHeadings = 0;
  definitionCount = 0;
  readonly #lines: LineTable;
  /** The parts with a use that counts as the first of its zone, and those with definitions. */
  readonly #firstUses: Part[] = [];
  readonly #defining: Part[] = [];
  #firstUse: AcronymEntry['firstUse'] | undefined;
  #definitions: readonly AcronymDefinition[] | undefined;

  constructor(lines: LineTable, { text, glossary }: AcronymTally) {
    this.#lines = lines;
    this.acronym = text;
    this.glossary = glossary;
  }

  add(tally: AcronymTally, from: number, zone: ZoneRange['zone']): void {
    this.uses[zone] += tally.uses;
    this.inHeadings += tally.inHeadings;
    if (tally.firstUse && !this.#firstUses.some((part) => part.zone === zone))
      this.#firstUses.push({ tally, from, zone });
    if (tally.definitions.length === 0) return;
    this.definitionCount += tally.definitions.length;
    this.#defining.push({ tally, from, zone });
  }

  get firstUse(): AcronymEntry['firstUse'] {
    return (this.#firstUse ??= this.#readFirstUse());
  }

  #readFirstUse(): AcronymEntry['firstUse'] {
    const first: Record<ZoneRange['zone'], Span | undefined> = {
      cover: undefined,
      abstract: undefined,
      body: undefined,
    };
    for (const { tally, from, zone } of this.#firstUses) {
      const { line, hit } = tally.firstUse!;
      first[zone] = shifted(hit, this.#lines.starts[from + line]!);
    }
    return first;
  }

  get definitions(): readonly AcronymDefinition[] {
    return (this.#definitions ??= this.#readDefinitions());
  }

  #readDefinitions(): readonly AcronymDefinition[] {
    const { starts, facts } = this.#lines;
    return this.#defining.flatMap(({ tally, from, zone }) =>
      tally.definitions.map(({ line, hit }) =>
        placed(hit, starts[from + line]!, zone, isHeadingLine(facts[from + line]!)),
      ),
    );
  }
}

function entriesOf(lines: LineTable, zones: readonly ZoneRange[]): AcronymIndex['entries'] {
  const entries = new Map<string, LazyEntry>();
  const add = (digest: Digest, from: number, zone: ZoneRange['zone']): void => {
    for (const tally of digest.acronyms) {
      let entry = entries.get(tally.text);
      if (!entry) entries.set(tally.text, (entry = new LazyEntry(lines, tally)));
      entry.add(tally, from, zone);
    }
  };

  for (const { zone, from, to } of zones) {
    let line = 0;
    for (const stretch of lines.stretches) {
      const start = Math.max(line, from);
      const end = Math.min(line + stretch.count, to);
      if (start < end)
        add(end - start === stretch.count ? stretch.digest : digestOf(lines.facts, start, end), start, zone);
      line += stretch.count;
    }
  }
  return entries;
}
