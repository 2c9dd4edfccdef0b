import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onTypeTriggers, semanticTokenModifiers, semanticTokenTypes } from '../../server/src/service';
import { rich, start } from './client';

const common = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2, save: false },
  documentSymbolProvider: { label: 'Mission Report' },
  foldingRangeProvider: true,
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: { resolveProvider: false },
  selectionRangeProvider: true,
  renameProvider: true,
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  semanticTokensProvider: {
    legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
    full: { delta: true },
    range: true,
  },
  workspaceSymbolProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: onTypeTriggers[0],
    moreTriggerCharacter: onTypeTriggers.slice(1),
  },
  completionProvider: { triggerCharacters: ['：', ':', '（', '('] },
  executeCommandProvider: { commands: ['missionReport.configurationChanged'] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};

test('a client that can do nothing is offered what every client can use', async (t) => {
  const { initializeResult } = await start(t);
  assert.deepEqual(initializeResult, { capabilities: common, serverInfo: { name: 'mission-report' } });
});

test('a client that can do everything is offered everything', async (t) => {
  const { initializeResult } = await start(t, { capabilities: rich });
  assert.deepEqual(initializeResult.capabilities, {
    ...common,
    renameProvider: { prepareProvider: true },
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'source.fixAll.missionReport', 'refactor.rewrite', 'refactor.move'],
    },
    diagnosticProvider: { identifier: 'mission-report', interFileDependencies: false, workspaceDiagnostics: false },
  });
});

test('changes of settings, configuration files and reports are asked for', async (t) => {
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
