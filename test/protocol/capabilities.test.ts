import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rich, start } from './client';

const common = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2, save: false },
  documentSymbolProvider: { label: 'Mission Report' },
  foldingRangeProvider: true,
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['：', ':', '、', '（', '('] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

test('a client that can do nothing is offered what every client can use', async (t) => {
  const { initializeResult } = await start(t);
  assert.deepEqual(initializeResult, { capabilities: common, serverInfo: { name: 'mission-report' } });
});

test('a client that can do everything is offered everything', async (t) => {
  const { initializeResult } = await start(t, { capabilities: rich });
  assert.deepEqual(initializeResult.capabilities, {
    ...common,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.missionReport'] },
    diagnosticProvider: { identifier: 'mission-report', interFileDependencies: false, workspaceDiagnostics: false },
  });
});

test('changes of settings and configuration files are asked for', async (t) => {
  const editor = await start(t, { capabilities: rich, workspaceFolders: ['file:///reports'] });
  const registered = await editor.until('the registrations', () => {
    const methods = editor.others
      .filter(({ method }) => method === 'client/registerCapability')
      .flatMap(({ params }) => (params as { registrations: { method: string }[] }).registrations)
      .map(({ method }) => method);
    return methods.length >= 2 ? methods.sort() : undefined;
  });
  assert.deepEqual(registered, ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
});
