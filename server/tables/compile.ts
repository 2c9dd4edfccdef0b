/** Makes modules of the domain's tables: for the bundler (esbuild.mjs), and for Node (register.cjs). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as schemas from '../src/knowledge/schemas';
import type { Schema } from '../src/knowledge/table';
import { neverEmpty } from '../src/knowledge/table';
import { cldrName } from './cldr';
import type { CheckedTable, Problem, Source } from './check';
import { checkTable } from './check';

/** A table that is wrong; the message has a line `file:line:column: what` for each problem. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      problems
        .map(({ line, column, message }) => `${path.relative('.', file)}:${line}:${column}: ${message}`)
        .join('\n'),
    );
  }
}

const schemaByName: Readonly<Record<string, Schema>> = schemas;

/** Where the files are. */
export const tableFolder = path.resolve(import.meta.dirname, '../src/knowledge/tables');
/** The file that all others depend on. */
export const sourcesFile = path.join(tableFolder, 'sources.tsv');

interface Table extends CheckedTable {
  readonly schema: Schema;
  readonly sources: ReadonlyMap<string, Source>;
}

/** @throws {TableError} where the file is no table of the schema that has its name */
function read(file: string, sources?: ReadonlyMap<string, Source>): CheckedTable & { readonly schema: Schema } {
  const name = path.basename(file, '.tsv');
  const schema = schemaByName[name];
  if (!schema) throw new TableError(file, [{ line: 1, column: 1, message: `schemas.ts has no schema ${name}` }]);
  const table = checkTable(readFileSync(file, 'utf8'), schema, sources, cldrName);
  if (table.problems.length > 0) throw new TableError(file, table.problems);
  return { ...table, schema };
}

/**
 * A table out of its file, with the sources that its rows name.
 * @throws {TableError} where it, or sources.tsv, is wrong
 */
export function readTable(file: string): Table {
  const sources = new Map(
    read(sourcesFile).rows.map(({ cells }) => [cells['key']!, { words: cells['words']!, trust: cells['trust']! }]),
  );
  return { ...read(file, path.basename(file) === 'sources.tsv' ? undefined : sources), sources };
}

/** The cells with `=` for what stands in the same place of the first column; as they are where that saves little or `=` is theirs. */
function shortBy(first: readonly string[], cells: readonly string[]): readonly string[] {
  if (first === cells || cells.some((cell) => cell.includes('='))) return cells;
  const short = cells.map((cell, i) => {
    let place = 0;
    return Array.from(cell, (character) => {
      const same = first[i]!.startsWith(character, place);
      place += character.length;
      return same ? '='.repeat(character.length) : character;
    }).join('');
  });
  const size = (all: readonly string[]): number => Buffer.byteLength(all.join(''));
  return size(short) < 0.8 * size(cells) ? short : cells;
}

/**
 * The text that `rowsOf` of `knowledge/table.ts` reads: what it says of the form holds here.
 * @param withAsides whether to keep the columns for readers
 */
export function compileTable({ rows, schema: { columns }, sources }: Table, withAsides: boolean): string {
  const head: string[] = [];
  const lines = rows.map((): string[] => []);
  let first: readonly string[] | undefined;
  for (const [name, column] of Object.entries(columns)) {
    if (column.forReaders && !withAsides) continue;
    const written = rows.map((row) => row.cells[name]!);
    const named = column.kind === 'source' ? [...new Set(written)] : undefined;
    const label = named ? `${name}:${named.map((key) => sources.get(key)!.words).join('|')}` : name;
    const values = named ?? (column.kind === 'choice' ? column.values : undefined);
    const cells = written.map((cell) => (values && cell !== '' ? String(values.indexOf(cell)) : cell));
    if (cells.every((cell) => cell === cells[0])) {
      head.push(named ? label : `${label}=${cells[0] ?? ''}`);
      continue;
    }
    const leftOut = neverEmpty(column);
    first ??= values ? cells.map(() => '') : cells;
    const short = shortBy(first, cells);
    head.push(short === cells ? label : `${label}~`);
    cells.forEach((cell, i) => lines[i]!.push(leftOut && cell === cells[i - 1] ? '' : short[i]!));
  }
  for (const cells of lines) while (cells.at(-1) === '') cells.pop();
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/**
 * The source text of a CommonJS module whose only export is the compiled table.
 * @param withAsides whether to keep what only tests and readers want: dates, notes, counter-examples
 * @throws {TableError} where the file is no table of its schema
 */
export function tableModule(file: string, withAsides: boolean): string {
  return `module.exports = ${JSON.stringify(compileTable(readTable(file), withAsides))};`;
}
