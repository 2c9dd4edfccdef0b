/** The extension in a browser that has no machine behind it: the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { activateWith } from './client';

/** As much of the browser's class as is needed: the project is compiled without the browser's types. */
declare class Worker {
  constructor(address: string);
  terminate(): void;
}

let client: LanguageClient | undefined;
let worker: Worker | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const address = (file: string): string => vscode.Uri.joinPath(context.extensionUri, 'dist', file).toString(true);
  // Given a worker itself, the client asks whether it is one; VS Code's, made by a function in Worker's place, are not.
  const start = (): Promise<MessageTransports> => {
    // Nothing else ends the one before.
    worker?.terminate();
    worker = new Worker(address('server.web.js'));
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  activateWith(context, (id, name, options) => (client = new LanguageClient(id, name, start, options)), {
    library: address('core.js'),
  });
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
  worker?.terminate();
}
