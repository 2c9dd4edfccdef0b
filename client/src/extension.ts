/** The extension on the desktop and on a remote machine: the server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './client';
import type { Parts } from './client';

let client: LanguageClient | undefined;

/** What the extension gives to those who ask for it. */
export interface Extension extends Parts {
  /** Process id of the language server; undefined while it does not run. */
  serverProcessId(): number | undefined;
}

export function activate(context: vscode.ExtensionContext): Extension {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const parts = activateWith(
    context,
    (id, name, options) => (client = new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options)),
    {},
    async (odt, html, [hanFont = '', ...hanSubstitutes], signal) => {
      const { printPdf } = await import('../../server/src/pdf/printPdf');
      return printPdf({ odt, html, hanFont, hanSubstitutes }, signal);
    },
  );
  return { ...parts, serverProcessId: () => client?.serverProcess?.pid };
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
