/** The server as a web worker, for VS Code in the browser. Files are read by the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { today } from './server/clock';
import type { Exporter, Host, Importer, Library, Speller } from './server/host';
import { createServer } from './languageServer';

// As much of a worker's global names as is needed: the project is compiled without the browser's types.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare const importScripts: (address: string) => void;

/**
 * Runs a bundle, which is a CommonJS module, as a script of this worker.
 * @param part something that it exports
 * @param name of the bundle, for messages
 */
function runBundle<Exports>(address: string | undefined, part: keyof Exports, name: string): Exports {
  if (address === undefined) throw new Error('initializationOptions.library does not say where core.js is');
  const loaded: { exports: Partial<Exports> } = { exports: {} };
  const scope = globalThis as { module?: typeof loaded };
  scope.module = loaded;
  try {
    importScripts(address);
  } finally {
    delete scope.module;
  }
  if (!loaded.exports[part]) throw new Error(`${address} is not ${name}`);
  return loaded.exports as Exports;
}

let exporter: Exporter | undefined;
let importer: Importer | undefined;

const host: Host = {
  loadLibrary: (address) =>
    new Promise((resolve) => {
      resolve(runBundle<Library>(address, 'createReportService', 'the library'));
    }),
  loadLexicon: (address) =>
    new Promise((resolve) => {
      const name = address?.replace(/\bcore\.js$/, 'lexicon.js');
      resolve(runBundle<{ readonly speller: Speller }>(name, 'speller', 'the lexicon').speller);
    }),
  loadExporter: (address) =>
    new Promise((resolve) => {
      exporter ??= runBundle<Exporter>(address?.replace(/\bcore\.js$/, 'export.js'), 'writeDocument', 'the export');
      resolve(exporter);
    }),
  loadImporter: (address) =>
    new Promise((resolve) => {
      importer ??= runBundle<Importer>(address?.replace(/\bcore\.js$/, 'import.js'), 'importReport', 'the import');
      resolve(importer);
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

/** Serves the client that has made this worker. */
export function startInWorker(): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  createServer(connection, host);
  connection.listen();
}
