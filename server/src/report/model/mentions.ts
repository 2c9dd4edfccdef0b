/** Where a report uses names and acronyms, in offsets of its text. */
import type { AcronymRow, EconomyCode, NameRow } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Zone } from './parts';

export interface EconomyIndex {
  /** How the report names each economy, in the order of first use; only economies that occur. */
  readonly forms: ReadonlyMap<EconomyCode, readonly EconomyForm[]>;
}

export interface EconomyForm {
  readonly row: NameRow;
  readonly count: number;
  readonly first: Span;
}

export interface AcronymIndex {
  /** By the acronym as written, in the order of first occurrence. */
  readonly entries: ReadonlyMap<string, AcronymEntry>;
}

export interface AcronymEntry {
  readonly acronym: string;
  /** The rows of the glossary for this very spelling; several where the field knows several (EC, WEF, TMM). */
  readonly glossary: readonly AcronymRow[];
  /** Occurrences other than definitions, 目次 and headings left out, in cover, abstract and body. */
  readonly uses: Readonly<Record<'cover' | 'abstract' | 'body', number>>;
  /** Occurrences in headings that do not define it. */
  readonly inHeadings: number;
  /** The first of the uses in the report's own words: not in a quotation, an English phrase or an address. */
  readonly firstUse: Readonly<Record<'cover' | 'abstract' | 'body', Span | undefined>>;
  /** How many `definitions` there are: cheaper to ask than for them. */
  readonly definitionCount: number;
  /** In the order of the text. */
  readonly definitions: readonly AcronymDefinition[];
}

/** 「數位經濟指導小組 (DESG)」, 「數位經濟指導小組（Digital Economy Steering Group, DESG）」 or 「DESG（數位經濟指導小組）」. */
export interface AcronymDefinition extends Span {
  /** The acronym alone. */
  readonly acronym: Span;
  /** The Chinese name. Where its start is open (no quotation mark, no known name), it reaches back to the clause's start. */
  readonly name: Span;
  /** Whether the start of `name` is certain: a known name, a quotation mark or the start of the line. */
  readonly exact: boolean;
  /** The English full name inside the brackets, if there. */
  readonly english: Span | undefined;
  readonly zone: Zone;
  readonly inHeading: boolean;
}
