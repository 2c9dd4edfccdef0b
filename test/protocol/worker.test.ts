/** The bundle for the browser, in a thread that has what a web worker has and nothing of Node. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import type { DocumentSymbol } from 'vscode-languageserver';
import { libraryAddress, pushed, rich, rulesOf, start } from './client';
import { report } from './report';

const uri = 'vscode-vfs://github/someone/reports/trip.mission.md';

test('the worker says what the process says', async (t) => {
  const [worker, server] = await Promise.all([
    start(t, { capabilities: rich, transport: 'worker', initializationOptions: { library: libraryAddress } }),
    start(t, { capabilities: rich }),
  ]);
  assert.deepEqual(worker.initializeResult, server.initializeResult);
  const answers = await Promise.all(
    [worker, server].map(async (editor) => {
      const document = await editor.open(uri, report);
      const everything = document.rangeOf(report);
      return {
        findings: await document.pulled(),
        symbols: await document.symbols<DocumentSymbol>(),
        folding: await document.foldingRanges(),
        hover: await document.hover(document.rangeOf('加拿大').start),
        completions: await document.completions(document.rangeOf('能力建構：日').end),
        actions: await document.codeActions(everything, ['quickfix', 'source.fixAll']),
      };
    }),
  );
  assert.ok(answers[0]!.findings.length > 0 && answers[0]!.symbols.length > 0 && answers[0]!.actions.length > 0);
  assert.deepEqual(answers[0], answers[1]);
});

test('the worker publishes, follows edits, and reads the folder’s configuration through the client', async (t) => {
  const editor = await start(t, {
    capabilities: pushed,
    transport: 'worker',
    initializationOptions: { readFile: true, library: libraryAddress },
    workspaceFolders: ['vscode-vfs://github/someone/reports'],
    readFile: (of) => (of.endsWith('/reports/.mission-report.json') ? '{ "rules": { "dates/invalid": "off" } }' : null),
  });
  const document = await editor.open(uri, report);
  const rules = rulesOf(await document.published());
  assert.ok(rules.includes('typography/repeated-punctuation') && !rules.includes('dates/invalid'));
  await document.replace('共識。。', '共識。');
  assert.ok(!rulesOf(await document.published()).includes('typography/repeated-punctuation'));
});

for (const [what, library, reason] of [
  ['no address of core.js', undefined, /initializationOptions\.library/],
  [
    'an address where nothing is',
    'https://example.com/nothing.js',
    /NetworkError: https:\/\/example\.com\/nothing\.js/,
  ],
  ['an address of something else', 'https://example.com/other.js', /other\.js is not the library/],
] as const)
  test(`the worker, given ${what}, says so and refuses what it can't answer`, { timeout: 20_000 }, async (t) => {
    const editor = await start(t, {
      capabilities: rich,
      transport: 'worker',
      scripts: { 'https://example.com/other.js': 'module.exports = {};' },
      initializationOptions: { library },
    });
    const line = await editor.until('a line in the log', () => editor.log[0]);
    assert.match(line, /^the rules could not be loaded: /);
    assert.match(line, reason);
    const shown = await editor.until('a message', () =>
      editor.others.find(({ method }) => method === 'window/showMessage'),
    );
    assert.deepEqual(shown.params, { type: 1, message: '無法載入出國報告的規則，報告不會檢查；原因在記錄中。' });
    const document = await editor.open(uri, report);
    await assert.rejects(document.pull(), { code: -32603, message: 'checking the document failed' });
    await assert.rejects(document.foldingRanges(), { code: -32603, message: reason });
    await assert.rejects(editor.connection.sendRequest('missionReport/profiles'), { code: -32603, message: reason });
    await editor.connection.sendRequest('shutdown');
  });

test('the library leaves no name of its own among the worker’s', () => {
  const scope: Record<string, unknown> = { module: { exports: {} } };
  runInNewContext(readFileSync(path.resolve(import.meta.dirname, '../../dist/core.js'), 'utf8'), scope);
  assert.deepEqual(Object.keys(scope), ['module']);
});
