import { eras } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/eras.tsv';

/** An era of another calendar, with the AD years of its first year and its last. */
export interface Era {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

let known: readonly Era[] | undefined;

/** The eras that reports count years by beside the ROC's: 令和, 康熙. */
export function knownEras(): readonly Era[] {
  return (known ??= rowsOf(eras, compiled));
}
