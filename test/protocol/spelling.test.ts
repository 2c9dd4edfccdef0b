/** The spelling detector: its words come behind the first findings, in a process and in a worker. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { libraryAddress, messageOf, pushed, rich, start } from './client';
import type { StartOptions } from './client';
import { report, uri } from './report';

const slip = '各級學校均可申請捕助。';
const text = report.replace(/\n壹、[^\n]*\n/, (heading) => `${heading}\n${slip}\n`);

for (const [transport, options] of [
  ['stdio', {}],
  ['worker', { initializationOptions: { library: libraryAddress } }],
] satisfies readonly (readonly ['stdio' | 'worker', StartOptions])[]) {
  test(`${transport}: what it finds is told after the first findings`, async (t) => {
    const editor = await start(t, { capabilities: pushed, transport, ...options });
    const document = await editor.open(uri, text);
    const isSlip = ({ code }: { readonly code?: unknown }): boolean => code === 'wording/typo';
    const first = await document.published();
    assert.ok(first.length > 0 && !first.some(isSlip));
    for (let waited = 0; waited < 600 && !editor.publishes.at(-1)!.diagnostics.some(isSlip); waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const then = editor.publishes.at(-1)!.diagnostics;
    const found = then.filter(isSlip);
    assert.deepEqual(
      found.map(({ range }) => document.at(range)),
      ['捕助'],
    );
    assert.match(messageOf(found[0]!), /補助/);
    assert.equal(then.length, first.length + 1);
  });
}

test('a client that asks for findings is told to ask again', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, text);
  const codes = async (): Promise<readonly unknown[]> => (await document.pulled()).map(({ code }) => code);
  assert.ok(!(await codes()).includes('wording/typo'));
  for (let asked = 0; asked < 600 && !(await codes()).includes('wording/typo'); asked += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok((await codes()).includes('wording/typo'));
});

for (const [choice, title] of [
  ['added to the glossary', /^加入詞彙表/],
  ['ignored', /^忽略：只有這一處/],
] as const)
  test(`what is ${choice} is told no more`, async (t) => {
    const root = mkdtempSync(path.join(tmpdir(), 'mission-report-'));
    t.after(() => {
      rmSync(root, { recursive: true });
    });
    const file = path.join(root, '.mission-report.json');
    writeFileSync(file, '{}\n');
    const folder = pathToFileURL(root).href;
    const editor = await start(t, { capabilities: pushed, workspaceFolders: [folder] });
    const document = await editor.open(`${folder}/a.mission`, text);
    const isSlip = ({ code }: { readonly code?: unknown }): boolean => code === 'wording/typo';
    await editor.publish(document.uri, (one) => one.diagnostics.some(isSlip));

    const actions = await document.codeActions(document.rangeOf('捕助'), ['quickfix']);
    const action = actions.find((one) => title.test(one.title)) ?? assert.fail(`no ${String(title)}`);
    const [change] = Object.values(action.edit?.changes ?? {});
    const edits = change ?? (action.edit!.documentChanges!.at(-1) as TextDocumentEdit).edits;
    const written = TextDocument.applyEdits(TextDocument.create('', 'json', 0, '{}\n'), edits as TextEdit[]);
    assert.match(written, /捕助/);
    const before = editor.publishes.length;
    writeFileSync(file, written);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder}/.mission-report.json`, type: 2 }],
    });
    const then = await editor.until('findings without the slip', () =>
      editor.publishes.slice(before).find(({ diagnostics }) => !diagnostics.some(isSlip)),
    );
    assert.ok(then.diagnostics.length > 0);
  });
