import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, revertAndClose, show, symbolsOf, until } from './editor';

/** samples/ as `npm start` opens it; run.mjs copies it into the workspace. */
describe('the samples', () => {
  before(activeExtension);
  after(revertAndClose);

  it('each have an outline', async () => {
    const files = await vscode.workspace.findFiles('samples/*.{md,txt}');
    assert(files.length >= 3, `only ${files.length} samples`);
    for (const file of files) {
      const document = await show(`samples/${file.path.split('/').at(-1)!}`);
      await until(`an outline of ${file.path}`, async () => ((await symbolsOf(document)).length ? true : undefined));
    }
  });

  it('show findings of every severity in the one with faults, and none in the clean one', async () => {
    const faults = await show('samples/faults.mission.md');
    const severities = (): number[] => [...new Set(vscode.languages.getDiagnostics(faults.uri).map((one) => one.severity))]; // prettier-ignore
    await until('findings of every severity', () => (severities().length === 4 ? true : undefined));
    const clean = await show('samples/clean.mission.md');
    await until('an outline', async () => ((await symbolsOf(clean)).length ? true : undefined));
    assert.deepEqual(vscode.languages.getDiagnostics(clean.uri), []);
  });
});
