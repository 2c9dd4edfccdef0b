/** Lists that tests are held to: files of tab-separated values that a spreadsheet opens. */
import { readFileSync } from 'node:fs';

/**
 * The rows of a file, each cell under the name of its column.
 * @throws {Error} where the header is not `columns`, or a row has more or fewer cells
 */
export function readTsv<const Name extends string>(
  file: string,
  columns: readonly Name[],
): readonly Readonly<Record<Name, string>>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  if (head !== columns.join('\t')) throw new Error(`${file}: the columns are ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) throw new Error(`${file}:${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]!])) as Record<Name, string>;
  });
}
