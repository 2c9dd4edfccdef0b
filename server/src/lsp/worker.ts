/** The server as a web worker, for VS Code in the browser. Files are read by the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from './server/clock';
import type { Host, Library } from './server/host';
import { createServer } from './languageServer';

// As much of a worker's global names as is needed: the project is compiled without the browser's types.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare const importScripts: (address: string) => void;

/** Runs core.js, which is a CommonJS module, as a script of this worker. */
function runLibrary(address: string | undefined): Library {
  if (address === undefined) throw new Error('initializationOptions.library does not say where core.js is');
  const loaded: { exports: Partial<Library> } = { exports: {} };
  const scope = globalThis as { module?: typeof loaded };
  scope.module = loaded;
  try {
    importScripts(address);
  } finally {
    delete scope.module;
  }
  if (!loaded.exports.createReportService) throw new Error(`${address} is not the library`);
  return loaded.exports as Library;
}

const host: Host = {
  loadLibrary: (address) =>
    new Promise((resolve) => {
      resolve(runLibrary(address));
    }),
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
