import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver';
import { messageOf, pushed, rich, rulesOf, start } from './client';
import type { Editor } from './client';
import { folderOf } from './folder';
import { report, uri } from './report';

const rule = 'dates/invalid';

/** A folder with files, gone after the test. @returns what a file of it is called */
function folder(t: TestContext, files: Readonly<Record<string, string>>): (name: string) => string {
  const root = folderOf(t, files);
  return (name) => path.join(root, name);
}

const uriOf = (file: string): string => pathToFileURL(file).href;

/** Tells the server, as an editor that watches files does, that `file` has changed, or what else `type` says. */
async function changed(editor: Editor, file: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(file), type }],
  });
}

/** The words of `text` in `range`, on one line. */
const wordsAt = (text: string, { start: from, end }: Range): string =>
  text.split('\n')[from.line]!.slice(from.character, end.character);

test('the settings of the resource hold, and a change of them at once', async (t) => {
  const settings: Record<string, unknown> = { rules: { [rule]: 'off' } };
  const editor = await start(t, { capabilities: pushed, configuration: (of) => (of === uri ? settings : {}) });
  const document = await editor.open(uri, report);
  const other = await editor.open('file:///elsewhere/trip.mission', report);
  assert.ok(!rulesOf(await document.published()).includes(rule));
  assert.ok(rulesOf(await other.published()).includes(rule));

  settings['rules'] = { [rule]: 'hint' };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const { diagnostics } = await editor.publish(uri, (one) => rulesOf(one.diagnostics).includes(rule));
  assert.equal(diagnostics.find(({ code }) => code === rule)!.severity, 4);
});

test('a client that pulls is told to ask again', async (t) => {
  const settings: Record<string, unknown> = {};
  const editor = await start(t, { capabilities: rich, configuration: () => settings });
  const document = await editor.open(uri, report);
  const before = await document.pull();
  settings['rules'] = { [rule]: 'off' };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.until('the refresh', () =>
    editor.others.some(({ method }) => method === 'workspace/diagnostic/refresh') ? true : undefined,
  );
  const after = await document.pull(before.kind === 'full' ? before.resultId : undefined);
  assert.ok(after.kind === 'full' && !rulesOf(after.items).includes(rule));
});

test('a client that can only send its settings is heard', async (t) => {
  const editor = await start(t, { initializationOptions: { settings: { rules: { [rule]: 'off' } } } });
  const document = await editor.open(uri, report);
  assert.ok(!rulesOf(await document.published()).includes(rule));
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { missionReport: { locale: 'en' } },
  });
  const { diagnostics } = await editor.publish(uri, (one) => rulesOf(one.diagnostics).includes(rule));
  assert.match(messageOf(diagnostics.find(({ code }) => code === rule)!), /\b(?:is|has|no|not)\b/);
});

test('switched off, the server takes back its findings and answers nothing', async (t) => {
  const settings = { enable: true };
  const editor = await start(t, { capabilities: pushed, configuration: () => settings });
  const document = await editor.open(uri, report);
  assert.ok((await document.published()).length > 0);
  settings.enable = false;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.publish(uri, ({ diagnostics }) => diagnostics.length === 0);
  assert.deepEqual(await document.symbols(), []);
});

test('wrong settings are left out, each with one line in the log, and the right ones hold', async (t) => {
  const wrong: Record<string, unknown> = {
    enable: 'yes',
    profile: 'nowhere',
    locale: 3,
    trace: 7,
    rules: { [rule]: 'off', 'typography/repeated-punctuation': 'loud', 'no/rule': 'off', __proto__: null },
    unknown: {},
  };
  const editor = await start(t, { capabilities: pushed, configuration: () => wrong });
  const document = await editor.open(uri, report);
  const rules = rulesOf(await document.published());
  assert.ok(!rules.includes(rule));
  assert.ok(rules.includes('typography/repeated-punctuation'));
  for (const key of ['enable', 'profile', 'locale', 'trace', 'rules, "no/rule"'])
    assert.equal(editor.log.filter((line) => line.endsWith(`missionReport.${key}`)).length, 1, key);

  for (const settings of [null, 3, 'x', [], [[]], { rules: [] }, { rules: 3 }, { rules: { [rule]: {} } }]) {
    const other = await start(t, { capabilities: pushed, configuration: () => settings });
    assert.ok(rulesOf(await (await other.open(uri, report)).published()).includes(rule), JSON.stringify(settings));
  }
});

test('the nearest configuration file holds, up to the workspace folder and no farther', async (t) => {
  const at = folder(t, {
    '.mission-report.json': `{ "rules": { "${rule}": "off" } }`,
    'work/one/.mission-report.json': `{ "rules": { "typography/repeated-punctuation": "off" } }`,
    'work/one/deep/a.mission': '',
    'work/two/b.mission': '',
  });
  const editor = await start(t, { capabilities: pushed, workspaceFolders: [uriOf(at('work'))] });
  const near = rulesOf(await (await editor.open(uriOf(at('work/one/deep/a.mission')), report)).published());
  assert.ok(near.includes(rule) && !near.includes('typography/repeated-punctuation'));
  const far = rulesOf(await (await editor.open(uriOf(at('work/two/b.mission')), report)).published());
  assert.ok(far.includes(rule) && far.includes('typography/repeated-punctuation'));

  const alone = await start(t, { capabilities: pushed });
  assert.ok(!rulesOf(await (await alone.open(uriOf(at('work/two/b.mission')), report)).published()).includes(rule));
});

test('the settings of the editor go before those of the folder', async (t) => {
  const at = folder(t, {
    '.mission-report.json': `{ "rules": { "${rule}": "off", "typography/repeated-punctuation": "off" } }`,
  });
  const editor = await start(t, { capabilities: pushed, configuration: () => ({ rules: { [rule]: 'warning' } }) });
  const rules = rulesOf(await (await editor.open(uriOf(at('a.mission')), report)).published());
  assert.ok(rules.includes(rule) && !rules.includes('typography/repeated-punctuation'));
});

test('a wrong key is shown at its place, and costs nothing but itself; a broken file leaves the last one in force', async (t) => {
  const good = `{\n  "rules": { "${rule}": "off" }\n}\n`;
  const bad = `{\n  "rules": { "${rule}": "warning" },\n  "profil": "central"\n}\n`;
  const at = folder(t, { '.mission-report.json': good });
  const file = at('.mission-report.json');
  const editor = await start(t, { capabilities: pushed, locale: 'en' });
  const document = await editor.open(uriOf(at('a.mission')), report);
  assert.ok(!rulesOf(await document.published()).includes(rule));

  writeFileSync(file, bad);
  await changed(editor, file);
  const { diagnostics } = await editor.publish(uriOf(file));
  assert.equal(diagnostics.length, 1);
  assert.equal(wordsAt(bad, diagnostics[0]!.range), '"profil"');
  assert.equal(diagnostics[0]!.severity, 1);
  assert.match(messageOf(diagnostics[0]!), /profile/);
  const severityOf = async (): Promise<unknown> =>
    (await document.published()).find(({ code }) => code === rule)?.severity;
  await editor.publish(document.uri, (one) => rulesOf(one.diagnostics).includes(rule));
  assert.equal(await severityOf(), 2, 'the rest of the file holds');

  writeFileSync(file, bad.replace('}\n', ''));
  await changed(editor, file);
  await editor.publish(uriOf(file), ({ diagnostics: all }) => all.some((wrong) => messageOf(wrong).includes('JSON')));
  await document.replace('共識。。', '共識。');
  assert.equal(await severityOf(), 2, 'the broken file came into force');

  writeFileSync(file, good.replace('off', 'hint'));
  await changed(editor, file);
  await editor.publish(uriOf(file), (one) => one.diagnostics.length === 0);
  await editor.publish(document.uri, ({ diagnostics: all }) =>
    all.some(({ code, severity }) => code === rule && severity === 4),
  );

  rmSync(file);
  await changed(editor, file);
  await editor.publish(document.uri, (one) =>
    one.diagnostics.some(({ code, severity }) => code === rule && severity === 1),
  );
});

test('with any configuration every request is answered, and what is right in it holds', async (t) => {
  const at = folder(t, { '.mission-report.json': '{}' });
  const editor = await start(t, { capabilities: pushed, locale: 'en', workspaceFolders: [uriOf(at(''))] });
  const file = await editor.open(uriOf(at('.mission-report.json')), '{}', 'jsonc');
  const document = await editor.open(uriOf(at('a.mission')), report);
  const range = document.rangeOf('共識。。');
  for (const wrong of [
    '"rules": "off"',
    '"glossary": ["XQZR"]',
    '"glossary": { "acronyms": [], "bodies": {}, "persons": 3, "terms": [[]], "forums": { "CPTPP": null } }',
    '"suppressions": {}',
    '"suppressions": [null, 3, "x", [], { "rule": [], "file": {}, "words": 7, "around": null, "occurrence": "x" }]',
    '"overrides": [null, [], { "files": { "a": 1 }, "profile": [], "rules": "off" }]',
    '"extends": [{}, null, 7, ["./x.json"]]',
    '"profile": {}',
    '"$schema": []',
  ]) {
    const text = `{ ${wrong}, "overrides": [{ "files": "**", "rules": { "${rule}": "off" } }] }`;
    await file.setText(text.includes('"overrides": [null') ? text.replace(/, "overrides": \[\{.*/, `, "rules": { "${rule}": "off" } }`) : text); // prettier-ignore
    const { diagnostics } = await editor.publish(file.uri, ({ diagnostics: all }) => all.length > 0);
    for (const one of diagnostics) assert.ok(wordsAt(file.text, one.range).length > 0 && messageOf(one) !== '', wrong);
    await editor.publish(document.uri, ({ diagnostics: all }) => !rulesOf(all).includes(rule));
    const actions = await document.codeActions(range);
    assert.ok(actions.some(({ title }) => title.startsWith('Ignore') || title.startsWith('Rule off') || wrong.includes('suppressions')), wrong); // prettier-ignore
    assert.ok(
      actions.some(({ edit }) => edit),
      wrong,
    );
    const position = range.start;
    const textDocument = document.id;
    for (const [method, params] of [
      ...['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full'].map((name) => [name, {}] as const), // prettier-ignore
      ...['hover', 'definition', 'documentHighlight', 'completion', 'prepareRename'].map((name) => [name, { position }] as const), // prettier-ignore
      ['selectionRange', { positions: [position] }] as const,
      ['inlayHint', { range }] as const,
      ['references', { position, context: { includeDeclaration: true } }] as const,
    ])
      await editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
    for (const method of ['checklist', 'ignored', 'placeholders', 'preview', 'fixAll'])
      await editor.connection.sendRequest(`missionReport/${method}`, { uri: document.uri, version: document.version });
    await editor.connection.sendRequest('missionReport/profileChange', { uri: document.uri, profile: 'central', scope: 'report' }); // prettier-ignore
    await file.setText('{}');
    await editor.publish(file.uri, ({ diagnostics: all }) => all.length === 0);
    await editor.publish(document.uri, ({ diagnostics: all }) => rulesOf(all).includes(rule));
  }
  assert.deepEqual(editor.log.filter((line) => /fail|error/i.test(line)), []); // prettier-ignore
});

test('a file that is deleted while an editor shows it is out of force, until somebody writes on in it', async (t) => {
  const off = `{ "rules": { "${rule}": "off" } }\n`;
  const at = folder(t, { '.mission-report.json': off });
  const file = at('.mission-report.json');
  const editor = await start(t, { capabilities: pushed });
  const shown = await editor.open(uriOf(file), off, 'jsonc');
  const document = await editor.open(uriOf(at('a.mission')), report);
  assert.ok(!rulesOf(await document.published()).includes(rule));

  rmSync(file);
  await changed(editor, file, FileChangeType.Deleted);
  await editor.publish(document.uri, ({ diagnostics }) => rulesOf(diagnostics).includes(rule));

  await shown.replace('off', 'off" , "dates/weekday": "off');
  await editor.publish(document.uri, ({ diagnostics }) => !rulesOf(diagnostics).includes(rule));
});

test('a file that is wrong from the start leaves the defaults in force', async (t) => {
  const at = folder(t, { '.mission-report.json': '{ "rules": ' });
  const editor = await start(t, { capabilities: pushed });
  const document = await editor.open(uriOf(at('a.mission')), report);
  assert.ok(rulesOf(await document.published()).includes(rule));
  assert.ok((await editor.publish(uriOf(at('.mission-report.json')))).diagnostics.length > 0);
});

test('a file builds on others below the workspace folder; what can not be had is said at its place', async (t) => {
  const text = `{ "extends": ["./base.json", "./missing.json", "../outside.json", "./circle.json"] }`;
  const at = folder(t, {
    'outside.json': '{}',
    'work/.mission-report.json': text,
    'work/base.json': `{ "rules": { "${rule}": "off" } }`,
    'work/circle.json': `{ "extends": "./.mission-report.json" }`,
  });
  const editor = await start(t, { capabilities: pushed, workspaceFolders: [uriOf(at('work'))] });
  const document = await editor.open(uriOf(at('work/a.mission')), report);
  assert.ok(!rulesOf(await document.published()).includes(rule));
  const { diagnostics } = await editor.publish(uriOf(at('work/.mission-report.json')));
  assert.deepEqual(
    diagnostics.map(({ range }) => wordsAt(text, range)),
    ['"./missing.json"', '"../outside.json"'],
  );
  const circle = await editor.publish(uriOf(at('work/circle.json')));
  assert.equal(circle.diagnostics.length, 1);
});

test('files of other schemes are asked of a client that can read them', async (t) => {
  const remote = 'vscode-vfs://github/someone/reports';
  const asked: string[] = [];
  const editor = await start(t, {
    capabilities: pushed,
    workspaceFolders: [remote],
    initializationOptions: { readFile: true },
    readFile: (of) => {
      asked.push(of);
      return of === `${remote}/.mission-report.json` ? `{ "rules": { "${rule}": "off" } }` : null;
    },
  });
  const document = await editor.open(`${remote}/2025/a.mission`, report);
  assert.ok(!rulesOf(await document.published()).includes(rule));
  assert.deepEqual(asked, [`${remote}/2025/.mission-report.json`, `${remote}/.mission-report.json`]);
});
