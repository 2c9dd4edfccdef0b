import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { SymbolInformation } from 'vscode-languageserver';
import { libraryAddress, rich, start } from './client';
import type { Editor } from './client';
import { folderOf } from './folder';
import { connected, report } from './report';

const find = (editor: Editor, query: string): Promise<SymbolInformation[]> =>
  editor.connection.sendRequest('workspace/symbol', { query });

/** Names of the files that answers lie in, each once. */
const filesOf = (symbols: readonly SymbolInformation[]): string[] =>
  [...new Set(symbols.map(({ location }) => decodeURIComponent(location.uri.slice(location.uri.lastIndexOf('/') + 1))))].sort(); // prettier-ignore

test('which reports speak of FTAAP? Those on the disk and those that are open, as they stand', async (t) => {
  const folder = folderOf(t, {
    '113/利馬.mission.txt': connected,
    '114 濟州出國報告.md': report,
    'node_modules/tool/a.mission': connected,
    '.git/b.mission': connected,
    'notes.md': '# Notes\n\nThe meeting spoke of FTAAP.\n',
  });
  const root = pathToFileURL(folder).href;
  const editor = await start(t, { capabilities: rich, workspaceFolders: [root] });
  const symbols = await find(editor, 'FTAAP');
  assert.deepEqual(filesOf(symbols), ['利馬.mission.txt']);
  const acronym = symbols.find(({ name }) => name === 'FTAAP')!;
  assert.equal(acronym.containerName, '出席亞太經濟合作第三次資深官員會議報告');
  assert.equal(acronym.location.uri, `${root}/113/${encodeURIComponent('利馬.mission.txt')}`);
  const line = connected.split('\n')[acronym.location.range.start.line]!;
  assert.match(line, /FTAAP/);
  assert.deepEqual(filesOf(await find(editor, '數位貿易研討會')), ['114 濟州出國報告.md']);

  // An open document counts as it stands, whatever lies on the disk.
  const uri = `${root}/113/${encodeURIComponent('利馬.mission.txt')}`;
  const document = await editor.open(uri, connected.replaceAll('FTAAP', 'RCEP'));
  assert.deepEqual(await find(editor, 'FTAAP'), []);
  assert.deepEqual(filesOf(await find(editor, 'RCEP')), ['利馬.mission.txt']);
  await document.close();
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['利馬.mission.txt']);
});

test('reports known by their content alone are found, by title and by what we said too', async (t) => {
  const spoken = report.replace('肆、心得及建議', '（四）我國發言：我方說明電子簽章之成效。\n\n$&');
  const folder = folderOf(t, { 'lima.md': connected, 'old/114.txt': spoken, 'README.md': '# Tools\n\nFTAAP\n' });
  const editor = await start(t, { capabilities: rich, workspaceFolders: [pathToFileURL(folder).href] });
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['lima.md']);
  assert.deepEqual(filesOf(await find(editor, '出席亞太經濟合作第三次資深官員會議報告')), ['lima.md']);
  const said = await find(editor, '我國發言');
  assert.deepEqual(filesOf(said), ['114.txt']);
  for (const { name, containerName } of said) {
    assert.match(name, /^我國發言.{4}/);
    assert.match(containerName!, /會 · /, 'neither the meeting nor the report is named');
  }
});

test('files that come, change and go are followed', async (t) => {
  const folder = folderOf(t, { 'a.mission': connected });
  const root = pathToFileURL(folder).href;
  const editor = await start(t, { capabilities: rich, workspaceFolders: [root] });
  const tell = (name: string, type: number): Promise<void> =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${root}/${name}`, type }],
    });
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['a.mission']);
  writeFileSync(path.join(folder, 'b.mission'), connected);
  await tell('b.mission', 1);
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['a.mission', 'b.mission']);
  writeFileSync(path.join(folder, 'a.mission'), report);
  await tell('a.mission', 2);
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['b.mission']);
  rmSync(path.join(folder, 'b.mission'));
  await tell('b.mission', 3);
  assert.deepEqual(await find(editor, 'FTAAP'), []);
});

test('where nobody tells of changes, they are looked for', async (t) => {
  const folder = folderOf(t, { 'a.mission': connected });
  const editor = await start(t, { workspaceFolders: [pathToFileURL(folder).href] });
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['a.mission']);
  writeFileSync(path.join(folder, 'a.mission'), report);
  writeFileSync(path.join(folder, 'b.mission.md'), connected);
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['b.mission.md']);
});

test('a file that is too large is left out, and that is said', async (t) => {
  const folder = folderOf(t, { 'a.mission': connected, 'b.mission': connected + '會'.repeat(1_500_000) });
  const editor = await start(t, { capabilities: rich, workspaceFolders: [pathToFileURL(folder).href] });
  assert.deepEqual(filesOf(await find(editor, 'FTAAP')), ['a.mission']);
  await editor.until('the log to say so', () => editor.log.find((line) => /left out/.test(line)));
});

test('the worker asks the client for the files', async (t) => {
  const root = 'vscode-vfs://github/someone/reports';
  const asked: string[] = [];
  const editor = await start(t, {
    capabilities: rich,
    transport: 'worker',
    initializationOptions: { readFile: true, findFiles: true, library: libraryAddress },
    workspaceFolders: [root],
    findFiles: (folder) => {
      asked.push(folder);
      return [`${root}/a.mission`, `${root}/gone.mission`];
    },
    readFile: (uri) => (uri.endsWith('a.mission') ? connected : null),
  });
  assert.deepEqual(filesOf(await find(editor, 'ftaap')), ['a.mission']);
  assert.deepEqual(filesOf(await find(editor, 'ftaap')), ['a.mission']);
  assert.deepEqual(asked, [root]);
});
