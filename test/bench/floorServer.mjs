/**
 * The floor: a language server on the same libraries that checks nothing and publishes FINDINGS diagnostics for every
 * change. What it takes, ours can't be asked to beat. Bundled like dist/server.js before it is measured.
 */
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const findings = Number(process.env.FINDINGS ?? 0);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const diagnostics = Array.from({ length: findings }, (_, line) => ({
    range: { start: { line, character: 3 }, end: { line, character: 9 } },
    severity: 2,
    code: 'family/a-rule-of-the-usual-length',
    source: 'mission-report',
    message: `「某名稱」不是我國慣用的名稱，應為「另一名稱」（第 ${line} 處）。`,
  }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
