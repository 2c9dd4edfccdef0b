import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { messageOf, pushed, rulesOf, start } from './client';
import type { AppliedAdjustment, ConfigurationEditsResult, IgnoredResult } from '../../server/src/lsp/protocol';
import type { Editor, EditorDocument } from './client';
import { report } from './report';

const repeated = 'typography/repeated-punctuation';
const name = '.mission-report.json';

/** A folder for one test. */
function folder(t: TestContext, configuration?: string): { readonly uri: string; readonly file: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'mission-report-'));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  if (configuration !== undefined) writeFileSync(path.join(root, name), configuration);
  return { uri: pathToFileURL(root).href, file: path.join(root, name) };
}

const creating: ClientCapabilities = {
  ...pushed,
  workspace: {
    ...pushed.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

async function adjustments(document: EditorDocument, words = '。。'): Promise<CodeAction[]> {
  return (await document.codeActions(document.rangeOf(words), ['quickfix'])).filter(({ command }) => command);
}

const titled = (actions: readonly CodeAction[], title: RegExp): CodeAction =>
  actions.find((action) => title.test(action.title)) ?? assert.fail(`no ${String(title)}`);

/** The text of a configuration file after `action`. */
function after({ edit }: CodeAction, text = ''): string {
  const [change] = Object.values(edit?.changes ?? {});
  const edits = change ?? (edit!.documentChanges!.at(-1) as TextDocumentEdit).edits;
  return TextDocument.applyEdits(TextDocument.create('', 'json', 0, text), edits as TextEdit[]);
}

async function run(editor: Editor, { command }: CodeAction): Promise<void> {
  await editor.connection.sendRequest('workspace/executeCommand', {
    command: command!.command,
    arguments: command!.arguments,
  });
}

test('adjustments come behind the fixes, are never preferred, and speak the language of messages', async (t) => {
  const { uri } = folder(t, '{}\n');
  const editor = await start(t, { capabilities: pushed, locale: 'en', workspaceFolders: [uri] });
  const document = await editor.open(`${uri}/a.mission`, report);
  const all = await document.codeActions(document.rangeOf('。。'), ['quickfix']);
  assert.ok(all[0]!.isPreferred);
  const actions = await adjustments(document);
  assert.deepEqual(all.slice(-actions.length), actions);
  assert.ok(actions.every(({ isPreferred }) => isPreferred === undefined));
  const ignore = titled(actions, /^Ignore: no “.+” for this “。。” only$/);
  assert.doesNotMatch(after(ignore), /reason/, 'no words are put into the author’s mouth');
  titled(actions, /in this report/);
  titled(actions, /of this folder/);
});

test('an adjustment counts as soon as the client has made it, saved or not, and until the file changes', async (t) => {
  const { uri, file } = folder(t, '{}\n');
  const editor = await start(t, { capabilities: pushed, workspaceFolders: [uri] });
  const document = await editor.open(`${uri}/a.mission`, report);
  assert.ok(rulesOf(await document.published()).includes(repeated));
  const ignore = titled(await adjustments(document), /^忽略：只有這一處/);
  await run(editor, ignore);
  await editor.publish(document.uri, (one) => !rulesOf(one.diagnostics).includes(repeated));
  assert.equal(readFileSync(file, 'utf8'), '{}\n', 'the server writes no file');

  writeFileSync(file, after(ignore, '{}\n'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${uri}/${name}`, type: 2 }],
  });
  await document.replace('瞭解主辦會員', '了解主辦會員');
  assert.ok(!rulesOf(await document.published()).includes(repeated));
});

test('a file that is open goes before the one on the disk', async (t) => {
  const { uri } = folder(t, '{}\n');
  const editor = await start(t, { capabilities: pushed, workspaceFolders: [uri] });
  const document = await editor.open(`${uri}/a.mission`, report);
  await document.published();
  const configuration = await editor.open(`${uri}/${name}`, '{}\n', 'jsonc');
  await configuration.setText(`{ "rules": { "${repeated}": "off" } }`);
  await editor.publish(document.uri, (one) => !rulesOf(one.diagnostics).includes(repeated));
  await configuration.close();
  await editor.publish(document.uri, (one) => rulesOf(one.diagnostics).includes(repeated));
});

test('where there is no file one is made in the workspace folder, if the client can; untitled documents have none', async (t) => {
  const { uri, file } = folder(t);
  const editor = await start(t, { capabilities: creating, workspaceFolders: [uri] });
  const document = await editor.open(`${uri}/2025/a.mission`, report);
  const ignore = titled(await adjustments(document), /^忽略：只有這一處/);
  assert.deepEqual(ignore.edit!.documentChanges![0], {
    kind: 'create',
    uri: `${uri}/${name}`,
    options: { ignoreIfExists: true },
  });
  const text = after(ignore);
  assert.equal((JSON.parse(text) as { suppressions: { file: string }[] }).suppressions[0]!.file, '2025/a.mission');
  assert.ok(!existsSync(file));
  const untitled = await editor.open('untitled:Untitled-1', report);
  assert.deepEqual(await adjustments(untitled), []);

  const plain = await start(t, { capabilities: pushed, workspaceFolders: [uri] });
  assert.deepEqual(await adjustments(await plain.open(`${uri}/a.mission`, report)), []);
});

test('a suppression that nothing needs is shown in its file, with its removal; so is the fix of a wrong key', async (t) => {
  const entry = `{ "rule": "${repeated}", "file": "a.mission", "words": "！！", "reason": "x" }`;
  const text = `{\n  "suppressions": [${entry}]\n}\n`;
  const { uri } = folder(t, text);
  const capabilities: ClientCapabilities = {
    ...pushed,
    textDocument: { ...pushed.textDocument, publishDiagnostics: { tagSupport: { valueSet: [1] } } },
  };
  const editor = await start(t, { capabilities, locale: 'en', workspaceFolders: [uri] });
  const document = await editor.open(`${uri}/a.mission`, report);
  const { diagnostics } = await editor.publish(`${uri}/${name}`);
  assert.deepEqual(
    diagnostics.map(({ severity, tags }) => [severity, tags]),
    [[2, [1]]],
  );
  const configuration = await editor.open(`${uri}/${name}`, text, 'jsonc');
  const [action] = await configuration.codeActions(configuration.rangeOf('"rule"'));
  assert.deepEqual(action!.diagnostics, diagnostics);
  await configuration.apply(action!.edit!);
  assert.deepEqual(JSON.parse(configuration.text), { suppressions: [] });
  await editor.publish(`${uri}/${name}`, (one) => one.diagnostics.length === 0);

  await configuration.setText('{ "profil": "central" }');
  await editor.publish(`${uri}/${name}`, (one) =>
    one.diagnostics.some((wrong) => messageOf(wrong).includes('profile')),
  );
  const [mend] = await configuration.codeActions(configuration.rangeOf('profil'));
  await configuration.apply(mend!.edit!);
  assert.deepEqual(JSON.parse(configuration.text), { profile: 'central' });

  await document.close();
  assert.equal(await configuration.hover({ line: 0, character: 3 }), null);
});

test('a client that has the commands gets them', async (t) => {
  const { uri } = folder(t, '{}\n');
  const editor = await start(t, {
    capabilities: pushed,
    initializationOptions: { openRulePage: true, saveConfiguration: true },
    workspaceFolders: [uri],
  });
  const document = await editor.open(`${uri}/a.mission`, report);
  const actions = await adjustments(document);
  const ignore = titled(actions, /^忽略：只有這一處/);
  const [file, done] = ignore.command!.arguments as [string, AppliedAdjustment];
  assert.equal(file, `${uri}/${name}`);
  assert.equal(done.title, ignore.title);
  assert.deepEqual(done.adjustment.path, ['suppressions']);
  const why = titled(actions, /^為什麼？/);
  assert.equal(why.command!.command, 'missionReport.openRulePage');
  assert.deepEqual(why.command!.arguments, [repeated]);
  assert.equal(why.edit, undefined);
});

test('what is ignored is listed with its way back; a reason may be given later', async (t) => {
  const { uri } = folder(t, '{ "rules": { "abstract/length": "off" } }\n');
  const editor = await start(t, {
    capabilities: pushed,
    initializationOptions: { openRulePage: true, saveConfiguration: true },
    workspaceFolders: [uri],
  });
  const { connection } = editor;
  const document = await editor.open(`${uri}/a.mission`, report);
  const file = await editor.open(`${uri}/${name}`, '{ "rules": { "abstract/length": "off" } }\n', 'jsonc');
  assert.ok(rulesOf(await document.published()).includes(repeated));
  const ignore = titled(await adjustments(document), /^忽略：只有這一處/);
  const [, { adjustment }] = ignore.command!.arguments as [string, AppliedAdjustment];
  await file.setText(after(ignore, file.text));
  await editor.publish(document.uri, (one) => !rulesOf(one.diagnostics).includes(repeated));

  const listed = async (): Promise<NonNullable<IgnoredResult>> =>
    (await connection.sendRequest<IgnoredResult>('missionReport/ignored', { uri: document.uri })) ?? assert.fail();
  const { uri: listedFile, entries } = await listed();
  assert.equal(listedFile, file.uri);
  assert.deepEqual(
    entries.map(({ title, scope }) => [title, scope]),
    [
      ['。。', '一處 · 標點符號重複'],
      ['摘要字數不符', '這個資料夾'],
    ],
  );

  const edit = async (method: string, params: object): Promise<void> => {
    const edits = await connection.sendRequest<ConfigurationEditsResult>(method, { uri: file.uri, ...params });
    assert.ok(edits.length > 0, method);
    await file.setText(TextDocument.applyEdits(TextDocument.create('', 'json', 0, file.text), edits as TextEdit[]));
  };
  await edit('missionReport/giveReason', { adjustment, reason: ' 議程原文如此 ' });
  assert.match(file.text, /"reason": "議程原文如此"/);
  assert.match((await listed()).entries[0]!.detail, /議程原文如此$/);
  await edit('missionReport/revoke', { adjustment });
  await editor.publish(document.uri, (one) => rulesOf(one.diagnostics).includes(repeated));
  await edit('missionReport/revoke', { adjustment: entries[1]!.adjustment, before: 'error' });
  assert.deepEqual(JSON.parse(file.text), { rules: { 'abstract/length': 'error' } });
  assert.deepEqual(await connection.sendRequest('missionReport/revoke', { uri: file.uri, adjustment }), []);
  await assert.rejects(connection.sendRequest('missionReport/revoke', { uri: file.uri }), { code: -32602 });
});
