/**
 * Makes the code caches of dist/ (server/src/launch): runs command line and server as their users would, over the
 * samples, and keeps what V8 compiled on the way. They hold for this version of Node, and are left out of the package:
 * VS Code has another V8.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const samples = path.join(root, 'samples');

/** One run of a bundle. @param {string[]} args @param {import('node:child_process').StdioOptions} stdio */
function start(args, stdio) {
  return spawn(process.execPath, [path.join(root, 'out/keepCode.js'), dist, ...args], { stdio });
}

/** @param {import('node:child_process').ChildProcess} child @param {readonly number[]} codes those of success */
async function ended(child, codes) {
  const [code, signal] = await once(child, 'exit');
  if (!codes.includes(code)) throw new Error(`no code cache: ${child.spawnargs.at(3)} ended with ${code ?? signal}`);
}

/** An editor that opens a report and leaves when it has been told what is wrong with it. */
async function editOne() {
  const server = start(['languageServer.js', '--stdio'], ['pipe', 'pipe', 'inherit']);
  const exit = ended(server, [0]);
  const say = (message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const file = path.join(samples, 'faults.mission.md');
  const textDocument = { uri: pathToFileURL(file).href, languageId: 'mission-report', version: 1 };
  say({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  say({ method: 'initialized', params: {} });
  say({
    method: 'textDocument/didOpen',
    params: { textDocument: { ...textDocument, text: readFileSync(file, 'utf8') } },
  });
  let heard = '';
  for await (const chunk of server.stdout.setEncoding('utf8')) {
    if (heard.includes('publishDiagnostics')) continue;
    heard += chunk;
    if (!heard.includes('publishDiagnostics')) continue;
    say({ id: 2, method: 'shutdown' });
    say({ method: 'exit' });
  }
  await exit;
}

/** @throws {Error} where one of the two does not do its work; it has said why. */
export async function makeCodeCaches() {
  await editOne();
  const reports = readdirSync(samples).filter((name) => /\.mission\.(?:md|txt)$/.test(name));
  await ended(
    start(['commandLine.js', 'export', path.join(samples, reports[0]), '--to', 'docx', '-o', '-'], 'ignore'),
    [0],
  );
  // The last to run keeps the library's code: the command line runs only once, an editor's server for hours.
  await ended(start(['commandLine.js', 'check', ...reports.map((name) => path.join(samples, name))], 'ignore'), [0, 1]);
}
