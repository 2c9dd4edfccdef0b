/** The server as a web worker, for VS Code in the browser. Files are read by the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from './clock';
import type { Host } from './host';
import { createServer } from './server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const host: Host = {
  reaches: () => false,
  readFile: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve({ files: [], complete: true }),
  today,
  turn: () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    }),
};

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
createServer(connection, host);
connection.listen();
