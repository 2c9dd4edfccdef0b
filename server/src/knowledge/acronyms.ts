import { acronyms } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/acronyms.tsv';
import type { AcronymRow } from './types';

/** The acronyms that a report of ours may use: one meaning a row, several rows where fields differ (EC, WEF, EPA). */
export const acronymRows: readonly AcronymRow[] = rowsOf(acronyms, compiled);

let byAcronym: Map<string, AcronymRow[]> | undefined;

function indexRows(): Map<string, AcronymRow[]> {
  const index = new Map<string, AcronymRow[]>();
  for (const row of acronymRows) {
    for (const spelling of [row.acronym, ...row.spellings]) {
      const known = index.get(spelling);
      if (known) known.push(row);
      else index.set(spelling, [row]);
    }
  }
  return index;
}

const unknown: readonly AcronymRow[] = [];

/**
 * The rows whose acronym, or another right spelling of it (FTAs, MoU), is exactly `acronym`; letter case counts. Empty
 * for an unknown one.
 */
export function glossaryOf(acronym: string): readonly AcronymRow[] {
  return (byAcronym ??= indexRows()).get(acronym) ?? unknown;
}
