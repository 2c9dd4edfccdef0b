/** The bundle for the browser, in a thread that has what a web worker has and nothing of Node. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver';
import { pushed, rich, rulesOf, start } from './client';
import { report } from './report';

const uri = 'vscode-vfs://github/someone/reports/trip.mission.md';

test('the worker says what the process says', async (t) => {
  const [worker, server] = await Promise.all([
    start(t, { capabilities: rich, transport: 'worker' }),
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
    initializationOptions: { readFile: true },
    workspaceFolders: ['vscode-vfs://github/someone/reports'],
    readFile: (of) => (of.endsWith('/reports/.mission-report.json') ? '{ "rules": { "dates/invalid": "off" } }' : null),
  });
  const document = await editor.open(uri, report);
  const rules = rulesOf(await document.published());
  assert.ok(rules.includes('typography/repeated-punctuation') && !rules.includes('dates/invalid'));
  await document.replace('共識。。', '共識。');
  assert.ok(!rulesOf(await document.published()).includes('typography/repeated-punctuation'));
});
