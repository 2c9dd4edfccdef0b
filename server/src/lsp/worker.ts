/** The server as a web worker, for VS Code in the browser. Files are read by the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from './server/clock';
import type { Host, Library } from './server/host';
import { createServer } from './languageServer';

// As much of a worker's global names as is needed: the project is compiled without the browser's types.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare const importScripts: (address: string) => void;

/** Runs a CommonJS module as a script of this worker, and gives what it exports. */
function runModule(address: string): object {
  const loaded = { exports: {} };
  const scope = globalThis as { module?: typeof loaded };
  scope.module = loaded;
  try {
    importScripts(address);
  } finally {
    delete scope.module;
  }
  return loaded.exports;
}

function givenAddress(address: string | undefined): string {
  if (address === undefined) throw new Error('initializationOptions.library does not say where core.js is');
  return address;
}

function runLibrary(address: string): Library {
  const library: Partial<Library> = runModule(address);
  if (!library.createReportService) throw new Error(`${address} is not the library`);
  return library as Library;
}

function runLexicon(address: string): string {
  const beside = new URL('lexicon.js', address).href;
  const { lexicon }: { readonly lexicon?: string } = runModule(beside);
  if (lexicon === undefined) throw new Error(`${beside} is not the lexicon`);
  return lexicon;
}

const host: Host = {
  loadLibrary: (address) =>
    new Promise((resolve) => {
      resolve(runLibrary(givenAddress(address)));
    }),
  loadLexicon: (address) =>
    new Promise((resolve) => {
      resolve(runLexicon(givenAddress(address)));
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
