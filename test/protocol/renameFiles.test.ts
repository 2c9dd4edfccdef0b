import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pushed, start } from './client';
import { folderOf } from './folder';

const entry = (file: string): string => `{ "rule": "dates/weekday", "file": "${file}" }`;
const configuration = `{ "suppressions": [${entry('a.mission.md')}, ${entry('草稿/b.mission.md')}] }\n`;
const creating = {
  ...pushed,
  workspace: { ...pushed.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

function folder(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = folderOf(t, files);
  const uri = (name: string): string => pathToFileURL(path.join(root, name)).href;
  /** The text of the configuration file of a folder after `edit`. */
  const after = (edit: WorkspaceEdit, name: string): unknown => {
    const changes = (edit.documentChanges ?? []).filter((one): one is TextDocumentEdit => 'edits' in one);
    const edits = [
      ...changes.filter(({ textDocument }) => textDocument.uri === uri(name)).flatMap((one) => one.edits as TextEdit[]),
      ...(edit.changes?.[uri(name)] ?? []),
    ];
    const text = name in files ? readFileSync(path.join(root, name), 'utf8') : '';
    return JSON.parse(TextDocument.applyEdits(TextDocument.create('', 'json', 0, text), edits));
  };
  return { root: pathToFileURL(root).href, uri, after };
}

test('reports and folders that are renamed or moved take along what is accepted of them', async (t) => {
  const { root, uri, after } = folder(t, { '.mission-report.json': configuration, '定稿/.mission-report.json': '{}' });
  for (const capabilities of [pushed, creating]) {
    const editor = await start(t, { capabilities, workspaceFolders: [root] });
    const { fileOperations } = editor.initializeResult.capabilities.workspace!;
    assert.ok(fileOperations?.willRename);
    const rename = (...files: readonly (readonly [string, string])[]): Promise<WorkspaceEdit | null> =>
      editor.connection.sendRequest('workspace/willRenameFiles', {
        files: files.map(([from, to]) => ({ oldUri: uri(from), newUri: uri(to) })),
      });
    const filesIn = (edit: WorkspaceEdit | null, name = '.mission-report.json'): readonly string[] =>
      (after(edit!, name) as { suppressions: { file: string }[] }).suppressions.map(({ file }) => file);

    assert.deepEqual(filesIn(await rename(['a.mission.md', '甲.mission.md'])), ['甲.mission.md', '草稿/b.mission.md']);
    assert.deepEqual(filesIn(await rename(['草稿', '舊 稿'])), ['a.mission.md', '舊 稿/b.mission.md']);
    assert.deepEqual(filesIn(await rename(['a.mission.md', 'x/a.mission.md'], ['草稿/b.mission.md', 'x/b.mission.md'])), ['x/a.mission.md', 'x/b.mission.md']); // prettier-ignore
    assert.equal(await rename(['別的.md', '另外.md']), null);
    // A folder with its own configuration takes what is accepted of the report over.
    const moved = await rename(['a.mission.md', '定稿/a.mission.md']);
    assert.deepEqual(filesIn(moved), ['草稿/b.mission.md']);
    assert.deepEqual(filesIn(moved, '定稿/.mission-report.json'), ['a.mission.md']);
    assert.equal(await editor.stop(), 0);
  }
});

test('a configuration file inside of a folder goes along with it', async (t) => {
  const { root, uri } = folder(t, { '草稿/.mission-report.json': `{ "suppressions": [${entry('b.mission.md')}] }` });
  const editor = await start(t, { capabilities: creating, workspaceFolders: [root] });
  const edit = await editor.connection.sendRequest('workspace/willRenameFiles', {
    files: [{ oldUri: uri('草稿'), newUri: uri('定稿') }],
  });
  assert.equal(edit, null);
});

test('what a configuration file holds when a report is renamed counts, not what it held when it was last read', async (t) => {
  const watched = { ...creating.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  const { root, uri, after } = folder(t, { '.mission-report.json': '{}' });
  const editor = await start(t, { capabilities: { ...creating, workspace: watched }, workspaceFolders: [root] });
  const rename = (): Promise<WorkspaceEdit | null> =>
    editor.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: uri('a.mission.md'), newUri: uri('甲.mission.md') }],
    });
  assert.equal(await rename(), null);
  // No news of it has come yet.
  writeFileSync(fileURLToPath(uri('.mission-report.json')), configuration);
  const { suppressions } = after((await rename())!, '.mission-report.json') as { suppressions: { file: string }[] };
  assert.deepEqual(suppressions.map(({ file }) => file), ['甲.mission.md', '草稿/b.mission.md']); // prettier-ignore
});
