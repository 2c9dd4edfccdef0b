import { CodeLensRefreshRequest } from './library';
import type { Connection } from 'vscode-languageserver';
import type { Client } from './client';
import type { Log } from './log';

/** Has the client ask again for everything that it keeps and can be told to ask again for. */
export function createRefresh(
  connection: Pick<Connection, 'languages' | 'sendRequest'>,
  client: Client,
  log: Log,
): () => void {
  const { languages } = connection;
  const refreshes = [
    ...(client.pullsDiagnostics && client.refreshesDiagnostics ? [() => languages.diagnostics.refresh()] : []),
    ...(client.refreshesInlayHints ? [() => languages.inlayHint.refresh()] : []),
    ...(client.refreshesSemanticTokens ? [() => languages.semanticTokens.refresh()] : []),
    ...(client.refreshesCodeLenses ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
  ];
  return () => {
    for (const refresh of refreshes)
      refresh().catch((error: unknown) => {
        log.failure('the client did not ask again', error);
      });
  };
}
