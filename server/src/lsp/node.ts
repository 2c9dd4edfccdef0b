/**
 * The server as a Node process: `node dist/server.js --stdio`, or started by an editor with `--node-ipc`, `--pipe` or
 * `--socket`. A crash ends it with exit code 1, so that the editor starts another.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import type { Connection } from 'vscode-languageserver/node';
import { tune } from '../launch/tuning';
import { today } from './clock';
import type { Host } from './host';
import { listFiles } from './listFiles';
import { describeError } from './log';
import { createServer } from './server';

/**
 * From so many characters on a report makes so much anew with each key press that a small space for what is new costs
 * more time than it saves memory: at 90,000 it is a fifth, at 9,000 nothing.
 */
const longText = 30_000;
/**
 * From so many characters on what is thrown away is collected before it is a fifth of what is kept: V8 would wait for
 * several times as much, a hundred megabytes. Key presses take no longer for it.
 */
const hugeText = 300_000;
let isLong = false;
let isKeptSmall = false;

const host: Host = {
  loadLibrary: async () => {
    const library = await import('../service');
    // A function is optimised when it has run 4 times as long as usual: for the first check of a report, and for the
    // first hundreds of key presses, it would mostly be done in vain.
    tune('--interrupt-budget=300000');
    if (isLong) return library;
    // The space for what is new stays as small as it is by now; else a few hundred key presses bring it to 32 MB.
    tune('--semi-space-growth-factor=1');
    isKeptSmall = true;
    return library;
  },
  loadExporter: () => import('../export/library'),
  roomFor: (length) => {
    if (length < longText) return;
    if (length >= hugeText) tune('--heap-growing-percent=20');
    isLong = true;
    if (!isKeptSmall) return;
    tune('--semi-space-growth-factor=2'); // V8's own
    isKeptSmall = false;
  },
  reaches: (uri) => uri.startsWith('file:'),
  readFile: async (uri) => {
    try {
      return new TextDecoder().decode(await readFile(fileURLToPath(uri)));
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
