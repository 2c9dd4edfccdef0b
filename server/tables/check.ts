/** What has to hold for a file of `server/src/knowledge/tables`, so that a slip in a spreadsheet is found by the build. */
import type { Column, Schema } from '../src/knowledge/table';
import { neverEmpty, trusts } from '../src/knowledge/table';
import { exists } from '../src/text/calendar';

/** What is wrong at one place of a file. Lines and columns count from 1, columns in UTF-16 code units, as editors show them. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A row of sources.tsv. */
export interface Source {
  readonly words: string;
  readonly trust: string;
}

/** One row: its cells by column, and where each begins. */
export interface Row {
  readonly line: number;
  readonly cells: Record<string, string>;
  readonly starts: Readonly<Record<string, number>>;
}

/** What CLDR calls the territory of an ISO 3166 code in a language; undefined where it does not know one. */
export type CldrNames = (locale: string, code: string) => string | undefined;
const noNames: CldrNames = () => undefined;

export interface CheckedTable {
  readonly rows: readonly Row[];
  /** In the order of the file; a table with any is not to be used. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a table and checks all of it: the form of the file, its header, every cell by the kind of its column,
 * duplicates, order and sources.
 * @param content the whole file
 * @param sources the rows of sources.tsv by key; undefined for sources.tsv itself
 * @param cldrName what fills the columns that are out of CLDR
 */
export function checkTable(
  content: string,
  schema: Schema,
  sources?: ReadonlyMap<string, Source>,
  cldrName: CldrNames = noNames,
): CheckedTable {
  const problems: Problem[] = [];
  const report = (line: number, column: number, message: string): void => {
    problems.push({ line, column, message });
  };
  const ill = illFormed(content);
  if (ill) return { rows: [], problems: [ill] };
  const [head, ...lines] = content.slice(0, -1).split('\n');
  const names = Object.keys(schema.columns).filter((name) => schema.columns[name]!.kind !== 'cldr');
  if (!checkHead(head!, names, report)) return { rows: [], problems };
  const rows: Row[] = [];
  lines.forEach((text, index) => {
    const row = cut(text, index + 2, names, report);
    if (row) rows.push(row);
  });
  for (const row of rows) {
    for (const [name, { kind, values }] of Object.entries(schema.columns)) {
      if (kind !== 'cldr') continue;
      const filled = cldrName(values[0]!, row.cells['code']!);
      if (filled === undefined) report(row.line, row.starts['code']!, `code: CLDR has no ${values[0]!} name of ${row.cells['code']!}`); // prettier-ignore
      row.cells[name] = filled ?? '';
    }
    for (const [name, column] of Object.entries(schema.columns)) {
      const message =
        faultOf(column, row.cells[name]!, row.cells, sources) ??
        (name === 'trust' ? faultOfTrust(row.cells, sources) : undefined);
      if (message !== undefined) report(row.line, row.starts[name]!, `${name}: ${message}`);
    }
  }
  checkDuplicates(rows, schema, report);
  checkOrder(rows, schema, report);
  return { rows, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

type Report = (line: number, column: number, message: string) => void;

/** What keeps the file from being read as a table at all. */
function illFormed(content: string): Problem | undefined {
  if (content.startsWith('\ufeff'))
    return { line: 1, column: 1, message: 'the file begins with a byte order mark: save it as UTF-8 without one' };
  const lines = content.split('\n');
  for (const [index, text] of lines.entries()) {
    const at = (column: number, message: string): Problem => ({ line: index + 1, column: column + 1, message });
    const end = text.indexOf('\r');
    if (end >= 0) return at(end, 'the line ends with CR: save the file with LF line ends');
    const broken = text.search(/[\0\ufffd]/);
    if (broken >= 0) return at(broken, 'this is no character: save the file as UTF-8');
    if (text === '' && index < lines.length - 1) return at(0, 'the line is empty');
  }
  if (lines.at(-1) !== '')
    return { line: lines.length, column: lines.at(-1)!.length + 1, message: 'the last line has no line end' };
  return undefined;
}

/** Whether the header names the columns of the schema in their order. */
function checkHead(head: string, names: readonly string[], report: Report): boolean {
  const found = head.split('\t');
  let start = 1;
  for (let i = 0; i < Math.max(found.length, names.length); i++) {
    const [name, wanted] = [found[i], names[i]];
    if (name !== wanted) {
      const all = `the columns are ${names.join(', ')}`;
      if (name === undefined) report(1, start, `column ${wanted!} is missing; ${all}`);
      else report(1, start, `column ${JSON.stringify(name)} where ${wanted ?? 'no more'} is expected; ${all}`);
      return false;
    }
    start += name!.length + 1;
  }
  return true;
}

function cut(text: string, line: number, names: readonly string[], report: Report): Row | undefined {
  const found = text.split('\t');
  if (found.length !== names.length) {
    const column = found.length > names.length ? found.slice(0, names.length).join('\t').length + 2 : text.length + 1;
    report(line, column, `the row has ${found.length} cells, the header ${names.length}`);
    return undefined;
  }
  const cells: Record<string, string> = {};
  const starts: Record<string, number> = {};
  let start = 1;
  names.forEach((name, i) => {
    cells[name] = found[i]!;
    starts[name] = start;
    start += found[i]!.length + 1;
  });
  return { line, cells, starts };
}

/** What is wrong with a cell; undefined for one that is right. */
function faultOf(
  column: Column<unknown>,
  cell: string,
  row: Row['cells'],
  sources: ReadonlyMap<string, Source> | undefined,
): string | undefined {
  if (column.kind === 'cldr') return undefined;
  if (cell === '') return neverEmpty(column) ? 'the cell is empty' : undefined;
  if (cell !== cell.trim()) return `${JSON.stringify(cell)} begins or ends with a blank`;
  if (/^".*"$/.test(cell) || cell.includes('""'))
    return `${cell} is in quotation marks that the spreadsheet has set: save without a text delimiter`;
  if (cell !== cell.normalize('NFC')) return `${JSON.stringify(cell)} is not in Unicode’s form NFC`;
  switch (column.kind) {
    case 'text':
    case 'maybe-text':
      return cell.includes('|') ? '| separates the values of a list, and this is one text' : undefined;
    case 'list':
      return faultOfList(cell.split('|'));
    case 'alternatives': {
      const alternatives = cell.split('|');
      const stranger = alternatives.flatMap((one) => one.split('+')).find((value) => !column.values.includes(value));
      return stranger === undefined ? faultOfList(alternatives) : notAmong(stranger, column.values);
    }
    case 'choice':
      return column.values.includes(cell) ? undefined : notAmong(cell, column.values);
    case 'number':
      return /^(?:0|[1-9]\d*)$/.test(cell) ? undefined : `${cell} is no whole number`;
    case 'yes-no':
      return cell === 'yes' || cell === 'no' ? undefined : notAmong(cell, ['yes', 'no']);
    case 'day':
      return isDay(cell) ? undefined : `${cell} is no day: write 2026-08-12, or 2026-08 where only the month is known`;
    case 'characters': {
      const twice = [...cell].find((character, i, all) => all.indexOf(character) < i);
      return twice === undefined ? undefined : `${twice} is there twice`;
    }
    case 'counter-examples': {
      const sentences = cell.split('|');
      const stranger = sentences.find((sentence) => !sentence.includes(row[column.values[0]!]!));
      return stranger === undefined
        ? faultOfList(sentences)
        : `「${stranger}」 does not hold ${row[column.values[0]!]!}`;
    }
    case 'source':
      return sources === undefined || sources.has(cell) ? undefined : `${cell} is no key of sources.tsv`;
  }
}

function faultOfList(values: readonly string[]): string | undefined {
  for (const [i, value] of values.entries()) {
    if (value === '') return 'a value between two | is empty';
    if (value !== value.trim()) return `${JSON.stringify(value)} begins or ends with a blank`;
    if (values.indexOf(value) < i) return `${value} is there twice`;
  }
  return undefined;
}

/** No row may be trusted more than its source. */
function faultOfTrust(
  { trust, source: key }: Row['cells'],
  sources: ReadonlyMap<string, Source> | undefined,
): string | undefined {
  const source = sources?.get(key ?? '');
  const order: readonly (string | undefined)[] = trusts;
  return source && order.indexOf(trust) < order.indexOf(source.trust)
    ? `the row claims to be ${trust!}, but its source ${key!} is ${source.trust}`
    : undefined;
}

function notAmong(value: string, values: readonly string[]): string {
  const shown = values.length > 30 ? `${values.slice(0, 30).join(', ')}, …` : values.join(', ');
  return `${value} is none of ${shown}`;
}

function isDay(cell: string): boolean {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(cell);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map((part: string | undefined) => Number(part ?? 1));
  return exists({ year: year!, month: month!, day: day! });
}

function checkDuplicates(rows: readonly Row[], { key }: Schema, report: Report): void {
  const first = new Map<string, number>();
  for (const { line, cells, starts } of rows) {
    const value = key.map((name) => cells[name]!).join('\t');
    const before = first.get(value);
    if (before === undefined) first.set(value, line);
    else report(line, starts[key[0]!]!, `${key.join(', ')}: ${key.map((name) => cells[name]!).join(', ')} stands in line ${before} already`); // prettier-ignore
  }
}

/** Where rows leave the order of the schema; one problem a table, as all that follows may be wrong as well. */
function checkOrder(rows: readonly Row[], { columns, order }: Schema, report: Report): void {
  const left = new Set<string>();
  for (let i = 1; i < rows.length; i++) {
    const [above, row] = [rows[i - 1]!, rows[i]!];
    const at = order.findIndex((name) => above.cells[name] !== row.cells[name]);
    if (at < 0) continue;
    const name = order[at]!;
    const group = (cells: Row['cells']): string => order.slice(0, at + 1).map((each) => cells[each]!).join('\t'); // prettier-ignore
    left.add(group(above.cells));
    const column = columns[name]!;
    const [before, now] = [above.cells[name]!, row.cells[name]!];
    const falls =
      column.kind === 'choice'
        ? column.values.indexOf(now) < column.values.indexOf(before)
        : column.kind === 'number'
          ? Number(now) < Number(before)
          : column.kind === 'day' && now < before;
    if (!falls && !left.has(group(row.cells))) continue;
    const rule = column.kind === 'choice' ? `; the order is ${column.values.join(', ')}` : '';
    report(row.line, row.starts[name]!, `${name}: ${now} stands behind ${before}${rule}`);
    return;
  }
}
