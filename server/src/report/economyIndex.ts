import type { EconomyCode } from '../knowledge/types';
import type { LineTable } from './lines';
import type { EconomyForm, EconomyIndex } from './model';

/** An index that is made when somebody asks for it: most key presses concern no economy. */
class LazyEconomyIndex implements EconomyIndex {
  readonly #lines: LineTable;
  #forms: EconomyIndex['forms'] | undefined;

  constructor(lines: LineTable) {
    this.#lines = lines;
  }

  get forms(): EconomyIndex['forms'] {
    return (this.#forms ??= formsOf(this.#lines));
  }
}

/** The names of each economy that the report uses, in the order of first use; quotations are left out. */
export function indexEconomies(lines: LineTable): EconomyIndex {
  return new LazyEconomyIndex(lines);
}

function formsOf(lines: LineTable): EconomyIndex['forms'] {
  const byRow = new Map<number, EconomyForm & { count: number }>();
  let from = 0;
  for (const { count, digest } of lines.stretches) {
    for (const tally of digest.names) {
      const form = byRow.get(tally.row.index);
      if (form) form.count += tally.count;
      else {
        const offset = lines.starts[from + tally.first.line]!;
        const { start, end } = tally.first.hit;
        byRow.set(tally.row.index, {
          row: tally.row,
          count: tally.count,
          first: { start: offset + start, end: offset + end },
        });
      }
    }
    from += count;
  }
  const forms = new Map<EconomyCode, EconomyForm[]>();
  for (const form of byRow.values()) {
    const code = form.row.economy!;
    const known = forms.get(code);
    if (known) known.push(form);
    else forms.set(code, [form]);
  }
  return forms;
}
