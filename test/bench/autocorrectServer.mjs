/**
 * AutoCorrect as a language server on the same libraries as ours: lints the whole document at every change, as
 * AutoCorrect's own server does, which is no package of the registry. The library at PEERS does the work, in Rust.
 */
import { createRequire } from 'node:module';
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const { lintFor } = createRequire(String(process.env.PEERS))('autocorrect-node');
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const { lines } = lintFor(document.getText(), 'report.md');
  const diagnostics = lines.map((/** @type {{ l: number, c: number, new: string, old: string }} */ found) => ({
    range: {
      start: { line: found.l - 1, character: found.c - 1 },
      end: { line: found.l - 1, character: found.c - 1 + found.old.length },
    },
    source: 'autocorrect',
    message: found.new,
  }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
