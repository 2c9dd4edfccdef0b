/** Where a report uses and defines each acronym. */
import type { AcronymRow } from '../../knowledge/types';
import type { Line, LinePlace, Unit } from './line';
import type { AcronymHit, DefinitionHit } from './lines';
import type { Zone } from './parts';

/** The zones that each have their own first use of an acronym; 目次 belongs to none. */
export type ReadZone = Exclude<Zone, 'contents'>;

/** An acronym as it stands on a line. */
export interface AcronymUse extends AcronymHit, LinePlace {
  readonly unit: Line;
}

/** What a definition says where line ends cut it. */
export interface WrappedWords {
  readonly name: string;
  readonly english: string | undefined;
  /** Where the code unit at `index` of the name stands in the paragraph. */
  placeOf(index: number): number;
}

/** A definition of a paragraph that goes over a line end; its offsets count in the paragraph. */
export interface WrappedDefinition extends DefinitionHit {
  /** The line on which the acronym stands. */
  readonly line: Line;
  /** Where it stands there. */
  readonly offset: number;
  /** How many lines before that one the definition begins. */
  readonly linesBefore: number;
  readonly words: WrappedWords;
}

/** A definition as it stands on a line, or on the lines of a paragraph that it goes over. */
export interface LineDefinition extends DefinitionHit {
  /** The line, or the paragraph where line ends cut it. */
  readonly unit: Unit;
  /** Index of the line that it begins on, when it was read. */
  readonly order: number;
  readonly zone: ReadZone;
  readonly inHeading: boolean;
  /** Undefined where it stands on one line, which has its words. */
  readonly wrapped: WrappedWords | undefined;
}

/** Everything that a report says of one acronym. */
export class AcronymUses {
  readonly acronym: string;
  /** The rows of the glossary for this very spelling; several where the field knows several (EC, WEF, TMM). */
  readonly glossary: readonly AcronymRow[];
  /** How often it occurs, definitions, 目次 and headings left out. */
  readonly uses: Record<ReadZone, number> = { cover: 0, abstract: 0, body: 0 };
  /** How often it occurs in headings that do not define it. */
  inHeadings = 0;
  /** The first of the uses in the report's own words: not in a quotation, an English phrase or an address. */
  readonly firstUse: Record<ReadZone, AcronymUse | undefined> = {
    cover: undefined,
    abstract: undefined,
    body: undefined,
  };
  /** In the order of the text. */
  readonly definitions: LineDefinition[] = [];
  /** Every place where it stands in the report's own words, 目次 included, in the order of the text. */
  readonly occurrences: readonly AcronymUse[];

  constructor({ text, glossary }: AcronymHit, occurrences: readonly AcronymUse[]) {
    this.acronym = text;
    this.glossary = glossary;
    this.occurrences = occurrences;
  }
}

/** By the acronym as written, in the order of first occurrence in cover, 摘要 or body. */
export type AcronymUsage = ReadonlyMap<string, AcronymUses>;
