/**
 * What VS Code loads as extensionTestsPath: runs every test file beside it with Mocha, in the extension host. Each
 * test's outcome is written at once as a line of JSON to the file that MISSION_REPORT_RESULTS names, the last line being
 * `{ "end": true }`: run.mjs counts from there, since VS Code's own exit code is 0 even when a test ends the process.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const file = process.env.MISSION_REPORT_RESULTS!;
  const write = (line: object): void => {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Base });
  for (const name of readdirSync(__dirname).sort())
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  return new Promise((resolve, reject) => {
    mocha
      .run((failures) => {
        write({ end: true });
        if (failures) reject(new Error(`${failures} failed`));
        else resolve();
      })
      .on('pass', (test) => {
        write({ state: 'passed', name: test.fullTitle() });
      })
      .on('pending', (test) => {
        write({ state: 'skipped', name: test.fullTitle() });
      })
      .on('fail', (test, error: Error) => {
        write({ state: 'failed', name: test.fullTitle(), message: error.stack ?? error.message });
      });
  });
}
