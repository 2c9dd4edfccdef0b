import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, revertAndClose, show, symbolsOf, until } from './editor';

/** samples/ as `npm start` opens it; run.mjs copies it into the workspace. */
describe('the samples', () => {
  before(activeExtension);
  after(revertAndClose);

  it('each have an outline, and at least one has findings', async () => {
    const files = await vscode.workspace.findFiles('samples/*.{md,txt}');
    assert(files.length >= 2, `only ${files.length} samples`);
    for (const file of files) {
      const document = await show(`samples/${file.path.split('/').at(-1)!}`);
      await until(`an outline of ${file.path}`, async () => ((await symbolsOf(document)).length ? true : undefined));
    }
    await until('findings', () =>
      files.some((file) => vscode.languages.getDiagnostics(file).length > 0) ? true : undefined,
    );
  });
});
