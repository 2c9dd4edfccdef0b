import { coverLabels as schema, coverLabelWords } from './schemas';
import { rowsOf } from './table';
import compiled from './tables/coverLabels.tsv';
import compiledWords from './tables/coverLabelWords.tsv';
import { TitleTable } from './titleTable';
import type { CoverLabel } from './types';

/** Labels put together of what was done and what is asked for: 參訪人員, 研習地點, 會議日期. */
function* composedLabels(): Generator<CoverLabel> {
  const words = rowsOf(coverLabelWords, compiledWords);
  for (const { role, text } of words) {
    if (role === 'mission' || role === 'occasion') {
      for (const { text: ending, role: other, field, source, trust } of words)
        if (other === 'ending' && field) yield { text: text + ending, field, of: role, source, trust };
    }
  }
}

/** Labels that are one word: 地點, 日期. */
function* bareLabels(): Generator<CoverLabel> {
  for (const { text, role, field, source, trust } of rowsOf(coverLabelWords, compiledWords))
    if (role === 'bare' && field) yield { text, field, of: 'unsaid', source, trust };
}

let labels: ReadonlyMap<string, CoverLabel> | undefined;
let table: TitleTable<CoverLabel> | undefined;

/** Every label of a cover, each once: those of the table, met on covers or near to one that was, and those put together. */
export function coverLabels(): Iterable<CoverLabel> {
  labels ??= new Map(
    [
      ...composedLabels(),
      ...bareLabels(),
      ...rowsOf(schema, compiled).map((row): CoverLabel => ({ ...row, of: 'mission' })),
    ].map((row) => [row.text, row]),
  );
  return labels.values();
}

function labelTable(): TitleTable<CoverLabel> {
  return (table ??= new TitleTable([...coverLabels()]));
}

/** The label that `normalised` is, or undefined. Takes what `normaliseTitle` gives. */
export function coverLabelOf(normalised: string): CoverLabel | undefined {
  return labelTable().get(normalised);
}

/** The label that the words `[start, end)` of `text` are. */
export function coverLabelAt(text: string, start: number, end: number): CoverLabel | undefined {
  return labelTable().at(text, start, end);
}
