/** How a report names each economy. */
import type { EconomyCode, NameRow } from '../../knowledge/types';
import type { Line, LinePlace } from './line';
import type { NameHit } from './lines';

/** A name as it stands on a line; offsets count from the line's start. */
export interface LineName extends NameHit, LinePlace {
  readonly unit: Line;
}

/** One name of an economy. */
export interface EconomyNaming {
  readonly row: NameRow;
  /** Where it stands outside quotations, in the order of the text. */
  readonly mentions: readonly LineName[];
}

/** The names of each economy that a report uses, in the order of first use; quotations are left out. */
export type EconomyNames = ReadonlyMap<EconomyCode, readonly EconomyNaming[]>;
