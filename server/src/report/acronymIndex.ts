import type { AcronymRow } from '../knowledge/types';
import type { Span } from '../text/span';
import type { Digest } from './digest';
import { digestOf, isHeadingLine } from './digest';
import type { DefinitionHit, LineTable } from './lines';
import type { AcronymDefinition, AcronymIndex, Zone } from './model';

interface OpenEntry {
  readonly acronym: string;
  readonly glossary: readonly AcronymRow[];
  readonly uses: { cover: number; abstract: number; body: number };
  inHeadings: number;
  readonly firstUse: { cover: Span | undefined; abstract: Span | undefined; body: Span | undefined };
  readonly definitions: AcronymDefinition[];
}

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

function entriesOf(lines: LineTable, zones: readonly ZoneRange[]): AcronymIndex['entries'] {
  const entries = new Map<string, OpenEntry>();
  const add = (digest: Digest, from: number, zone: ZoneRange['zone']): void => {
    for (const tally of digest.acronyms) {
      let entry = entries.get(tally.text);
      if (!entry) {
        entry = {
          acronym: tally.text,
          glossary: tally.glossary,
          uses: { cover: 0, abstract: 0, body: 0 },
          inHeadings: 0,
          firstUse: { cover: undefined, abstract: undefined, body: undefined },
          definitions: [],
        };
        entries.set(tally.text, entry);
      }
      entry.uses[zone] += tally.uses;
      entry.inHeadings += tally.inHeadings;
      if (tally.firstUse && !entry.firstUse[zone]) {
        const offset = lines.starts[from + tally.firstUse.line]!;
        entry.firstUse[zone] = { start: offset + tally.firstUse.hit.start, end: offset + tally.firstUse.hit.end };
      }
      for (const { line, hit } of tally.definitions) {
        entry.definitions.push(placed(hit, lines.starts[from + line]!, zone, isHeadingLine(lines.facts[from + line]!)));
      }
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
