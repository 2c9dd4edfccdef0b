import { coverLabels as schema, coverLabelWords } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/coverLabels.tsv';
import compiledWords from './tables/coverLabelWords.tsv';
import { TitleTable } from './titleTable';
import type { CoverFieldId, CoverLabel } from './types';

/** Labels put together of what was done and what is asked for: 參訪人員, 研習地點, 會議日期. */
function* composedLabels(): Generator<CoverLabel> {
  const words = rowsOf(coverLabelWords, compiledWords);
  for (const { role, text } of words) {
    if (role === 'ending') continue;
    for (const { text: ending, field, source, trust } of words) {
      if (field) yield { text: text + ending, field, ofOccasion: role === 'occasion', source, trust };
    }
  }
}

let labels: ReadonlyMap<string, CoverLabel> | undefined;
let table: TitleTable<CoverLabel> | undefined;

/** Every label of a cover, each once: those of the table, met on covers or near to one that was, and those put together. */
export function coverLabels(): Iterable<CoverLabel> {
  labels ??= new Map(
    [...composedLabels(), ...rowsOf(schema, compiled).map((row) => ({ ...row, ofOccasion: false }))].map((row) => [
      row.text,
      row,
    ]),
  );
  return labels.values();
}

function labelTable(): TitleTable<CoverLabel> {
  return (table ??= new TitleTable([...coverLabels()]));
}

/** The field that a label names, or undefined. Takes what `normaliseTitle` gives. */
export function coverFieldOf(normalised: string): CoverFieldId | undefined {
  return labelTable().get(normalised)?.field;
}

/** The label that the words `[start, end)` of `text` are. */
export function coverLabelAt(text: string, start: number, end: number): CoverLabel | undefined {
  return labelTable().at(text, start, end);
}
