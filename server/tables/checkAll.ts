/**
 * Checks the domain's tables without building anything: `npm run tables`. Prints a line `file:line:column: what` for
 * each problem; the exit code is 1 where there is one.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TableError, readTable, tableFolder } from './compile';

let rows = 0;
const files = readdirSync(tableFolder).filter((file) => file.endsWith('.tsv'));
for (const file of files) {
  try {
    rows += readTable(path.join(tableFolder, file)).rows.length;
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
if (process.exitCode !== 1) console.log(`${files.length} tables with ${rows} rows: nothing is wrong.`);
