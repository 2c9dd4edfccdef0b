/**
 * The server as a Node process: `node dist/server.js --stdio`, or started by an editor with `--node-ipc`, `--pipe` or
 * `--socket`. A crash ends it with exit code 1, so that the editor starts another.
 */
import { readFile } from 'node:fs/promises';
import { createConnection } from 'vscode-languageserver/node';
import type { Connection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { today } from './server/clock';
import type { Host } from './server/host';
import { listFiles } from './server/listFiles';
import { describeError } from './server/log';
import { createServer } from './languageServer';

const host: Host = {
  loadLibrary: () => import('../service'),
  loadLexicon: async () => (await import('../lexicon')).speller,
  loadExporter: () => import('../export/library'),
  loadImporter: () => import('../import/library'),
  reaches: (uri) => uri.startsWith('file:'),
  readFile: async (uri) => {
    try {
      return new TextDecoder().decode(await readFile(URI.parse(uri).fsPath));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  listFiles,
  today,
  turn: () =>
    new Promise((resolve) => {
      setImmediate(resolve);
    }),
};

function crash(error: unknown): void {
  process.stderr.write(`mission-report: the language server crashed: ${describeError(error)}\n`, () => {
    process.exit(1);
  });
}

/** @returns undefined where the command line names no way to speak */
function connect(): Connection | undefined {
  try {
    return createConnection();
  } catch {
    return undefined;
  }
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
const connection = connect();
if (connection) {
  createServer(connection, host);
  connection.listen();
} else {
  process.stderr.write('usage: node server.js --stdio | --node-ipc | --pipe NAME | --socket PORT\n');
  process.exitCode = 2;
}
