import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from '../server/library';
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../server/client';
import { refactoringKinds } from './codeActions/refactorings';
import { onTypeFormattingOptions } from './onTypeFormatting';
import { configurationChangedCommand, fixAllKind } from '../protocol';
import { semanticTokensLegend } from './semanticTokens';

/** What the server tells `client` that it can do. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    documentSymbolProvider: { label: 'Mission Report' },
    foldingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    selectionRangeProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
    workspaceSymbolProvider: true,
    documentOnTypeFormattingProvider: onTypeFormattingOptions,
    // Letters complete as they are typed; these begin a place where something is to be chosen.
    completionProvider: { triggerCharacters: ['：', ':', '（', '('] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Of whatever kind: a report may be given any name, and a folder may hold some.
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
  };
  if (client.codeActionLiterals)
    capabilities.codeActionProvider = { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds] };
  if (!client.savesConfiguration) capabilities.executeCommandProvider = { commands: [configurationChangedCommand] };
  if (client.pullsDiagnostics)
    capabilities.diagnosticProvider = {
      identifier: 'mission-report',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    };
  return capabilities;
}
