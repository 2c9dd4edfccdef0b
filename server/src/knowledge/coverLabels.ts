import { coverLabels as schema } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/coverLabels.tsv';
import { TitleTable } from './titleTable';
import type { CoverFieldId, CoverLabel } from './types';

/** Every label of a cover, each once: the three generations met on real covers (ROC 91–97, 99–104, 113) and variants. */
export const coverLabels: readonly CoverLabel[] = rowsOf(schema, compiled);

let table: TitleTable<CoverLabel> | undefined;

function labelTable(): TitleTable<CoverLabel> {
  return (table ??= new TitleTable(coverLabels));
}

/** The field that a label names, or undefined. Takes what `normaliseTitle` gives. */
export function coverFieldOf(normalised: string): CoverFieldId | undefined {
  return labelTable().get(normalised)?.field;
}

/** The field that the words `[start, end)` of `text` name. */
export function coverFieldAt(text: string, start: number, end: number): CoverFieldId | undefined {
  return labelTable().at(text, start, end)?.field;
}
