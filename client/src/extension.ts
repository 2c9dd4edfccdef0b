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
  // From version 22 on Node keeps there what V8 has compiled of the server, if it can; the next start takes a third less.
  const code = vscode.Uri.joinPath(context.globalStorageUri, 'code').fsPath;
  const server = { module, transport: TransportKind.ipc, options: { env: { NODE_COMPILE_CACHE: code } } };
  const parts = activateWith(context, (id, name, options) => (client = new LanguageClient(id, name, server, options)));
  return { ...parts, serverProcessId: () => client?.serverProcess?.pid };
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
