/**
 * How a table of the domain is described and read. A table is a file of `tables/` with tab-separated values. Its schema
 * (`schemas.ts`) says what each column holds: from it the compiler takes the type of a row, the build what to check
 * (`server/tables/check.ts`), and this module how a cell becomes a value.
 */

/** How a cell is written. What each kind allows is checked by the build; `valueOf` reads it. */
export type CellKind =
  | 'text' // one line, never empty
  | 'maybe-text' // one line, may be empty
  | 'list' // values separated by `|`, may be empty
  | 'alternatives' // lists of values joined by `+`, separated by `|`, may be empty
  | 'choice' // one of the column's values
  | 'number' // whole number, 0 or more
  | 'yes-no' // `yes` or `no`
  | 'day' // ISO 8601: 2026-08-12, or 2026-08 where only the month is known
  | 'characters' // characters without anything between them, each once, may be empty
  | 'cldr' // not in the file: the name that Unicode's CLDR has for the row's `code`, in the language of `values`
  | 'counter-examples' // sentences separated by `|` that hold the row's text (the column of `values`) without its meaning, may be empty
  | 'source'; // a key of sources.tsv; a row has its words

/** A column of a table; `Value` is what a row has of it. */
export interface Column<Value> {
  readonly kind: CellKind;
  /** Of a choice: the values, in the order in which rows stand where the table is sorted by this column. See also `kind`. */
  readonly values: readonly string[];
  /** Whether an empty cell stands for `undefined`. */
  readonly optional: boolean;
  /** Whether only tests and readers of the file want it: bundles leave it out, and rows have an empty value there. */
  readonly forReaders: boolean;
  /** Carries the type; there is no such value. */
  readonly value?: Value;
}

type Columns = Readonly<Record<string, Column<unknown>>>;

/** A table: what its columns are, in the order of the file, and what holds for its rows together. */
export interface Schema<Cols extends Columns = Columns> {
  readonly columns: Cols;
  /** The columns whose cells together no two rows share. */
  readonly key: readonly string[];
  /**
   * The columns by which rows are in order, the chief one first: choices in the order of their values, numbers and days
   * rising, of all others equal ones side by side.
   */
  readonly order: readonly string[];
}

/** A row of the table with this schema. */
export type RowOf<S extends Schema> = {
  readonly [Name in keyof S['columns']]: S['columns'][Name] extends Column<infer Value> ? Value : never;
};

function column<Value>(kind: CellKind, values: readonly string[] = []): Column<Value> {
  return { kind, values, optional: false, forReaders: false };
}

export const text: Column<string> = column('text');
export const maybeText: Column<string> = column('maybe-text');
export const list: Column<readonly string[]> = column('list');
export const number: Column<number> = column('number');
export const yesNo: Column<boolean> = column('yes-no');
export const day: Column<string> = column('day');
export const characters: Column<string> = column('characters');
export const source: Column<string> = column('source');

/** A cell that holds one of `values`. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Column<Value> {
  return column('choice', values);
}

/** A cell that holds lists of `values`, each list an alternative: `itinerary+proceedings|process`. */
export function alternativesOf<const Value extends string>(
  values: readonly Value[],
): Column<readonly (readonly Value[])[]> {
  return column('alternatives', values);
}

/** The same column, where an empty cell stands for `undefined`. */
export function optional<Value>(of: Column<Value>): Column<Value | undefined> {
  return { ...of, optional: true };
}

/** The same column, left out of bundles. */
export function forReaders<Value>(of: Column<Value>): Column<Value> {
  return { ...of, forReaders: true };
}

/** A name out of CLDR; `locale` as CLDR writes it: zh-Hant. The table has a column `code`. */
export function fromCldr(locale: string): Column<string> {
  return column('cldr', [locale]);
}

/** Sentences that hold the row's text, which is in the column `of`, without its meaning; tests run them. */
export function counterExamplesOf(of: string): Column<readonly string[]> {
  return forReaders(column('counter-examples', [of]));
}

/** How far a row may be trusted, the most trustworthy first; docs/knowledge.md says what each allows. */
export const trusts = ['official', 'secondary', 'general'] as const;

/** What every row says of its origin: where from, how far to trust it, and the day on which it was last compared. */
export const origin = {
  source,
  trust: oneOf(...trusts),
  date: forReaders(day),
} as const;

/** A table whose rows say where they come from. */
export function table<const Cols extends Columns>(
  columns: Cols,
  { key, order = [] }: { key: readonly (keyof Cols & string)[]; order?: readonly (keyof Cols & string)[] },
): Schema<Cols & typeof origin> {
  return { columns: { ...columns, ...origin }, key, order };
}

const none: readonly string[] = [];

/** What a compiled cell stands for; `values` are those of a choice, and the sources of a column of sources. */
function valueOf({ kind, optional }: Column<unknown>, values: readonly string[], cell: string): unknown {
  if (optional && cell === '') return undefined;
  switch (kind) {
    case 'list':
    case 'counter-examples':
      return cell === '' ? none : cell.split('|');
    case 'alternatives':
      return cell === '' ? none : cell.split('|').map((alternative) => alternative.split('+'));
    case 'number':
      return Number(cell);
    case 'yes-no':
      return cell === 'yes';
    case 'choice':
    case 'source':
      return values[Number(cell)];
    default:
      return cell;
  }
}

/**
 * The rows of a table.
 * @param compiled what the build makes of the file (`server/tables/compile.ts`). The first line names the columns; one
 * that is the same in all rows has its cell behind `=`, one of sources lists them behind `:`, separated by `|`. Then a
 * line for each row has the cells of the columns that differ. A choice and a source are the number of their value; a
 * cell of a column that is never empty is left out where the row before has the same. In a column whose name ends in `~`,
 * which holds words much like those of the first column, `=` is the character that stands in that place there.
 */
export function rowsOf<S extends Schema>(schema: S, compiled: string): readonly RowOf<S>[] {
  const [head, ...lines] = compiled.split('\n');
  const same: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(schema.columns)) same[name] = valueOf(column, none, '');
  const varying: { readonly name: string; readonly column: Column<unknown>; readonly values: readonly string[]; readonly alike: boolean; cell: string }[] = []; // prettier-ignore
  for (const label of head!.split('\t')) {
    const end = label.search(/[:=~]|$/);
    const name = label.slice(0, end);
    const column = schema.columns[name]!;
    const values = label[end] === ':' ? label.slice(end + 1).split('|') : column.values;
    if (label[end] === '=') same[name] = valueOf(column, values, label.slice(end + 1));
    else if (column.kind === 'source' && values.length === 1) same[name] = values[0];
    else varying.push({ name, column, values, alike: label[end] === '~', cell: '' });
  }
  return lines.map((line) => {
    const cells = line.split('\t');
    const row = { ...same };
    varying.forEach((at, i) => {
      const cell = at.alike ? (cells[i] ?? '').replace(/=/g, (_, place: number) => varying[0]!.cell[place]!) : (cells[i] ?? ''); // prettier-ignore
      if (cell !== '' || !neverEmpty(at.column)) at.cell = cell;
      row[at.name] = valueOf(at.column, at.values, at.cell);
    });
    return row as RowOf<S>;
  });
}

/** Whether each row has something in this column. */
export function neverEmpty({ kind, optional }: Column<unknown>): boolean {
  return !optional && kind !== 'maybe-text' && kind !== 'list' && kind !== 'alternatives' && kind !== 'characters' && kind !== 'counter-examples'; // prettier-ignore
}
