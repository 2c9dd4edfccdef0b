/**
 * Drives a language server on stdio the way an editor does and times it: start, open, keystrokes one after the other
 * (each waits for its diagnostics), keystrokes at typing speed whatever the server does, memory.
 */
import { readFileSync } from 'node:fs';
import { startServer } from './connection.mjs';
import { quantile, sleep } from './statistics.mjs';

const prose = [...'本次會議我國代表團積極參與各項討論，並與各國交換意見。'];

/**
 * The middle of a paragraph in the text's middle, as people type: the longest of the lines there.
 * @param {readonly string[]} lines
 */
export function inProse(lines) {
  let line = lines.length >> 1;
  for (let near = line, to = Math.min(lines.length, line + 60); near < to; near++)
    if (lines[near].length > lines[line].length) line = near;
  return { line, character: lines[line].length >> 1 };
}

/**
 * The end of the first line from the text's middle on (from its start, for what stands only there) that is like `pattern`.
 * @param {RegExp} pattern @param {boolean} fromStart
 */
export const endOf =
  (pattern, fromStart = false) =>
  (/** @type {readonly string[]} */ lines) => {
    const line = lines.findIndex((words, at) => (fromStart || at >= lines.length >> 1) && pattern.test(words));
    if (line < 0) throw new Error(`no line like ${pattern}`);
    return { line, character: lines[line].length };
  };

/** Resident and peak memory of a process in MB; NaN where the system does not tell. @param {number} pid */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { resident: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return { resident: Number.NaN, peak: Number.NaN };
  }
}

/**
 * One run of a fresh server.
 * @param {object} options
 * @param {readonly string[]} options.command
 * @param {Record<string, string>} [options.env]
 * @param {string} options.text
 * @param {number} [options.keys] how many are pressed
 * @param {number} [options.pace] milliseconds between two keys at typing speed
 * @param {(lines: readonly string[]) => { line: number, character: number }} [options.place] where they are pressed
 * @param {readonly string[]} [options.typed] what they write, again and again
 */
export async function drive({ command, env = {}, text, keys = 200, pace = 20, place = inProse, typed = prose }) {
  const uri = 'file:///bench/%E5%87%BA%E5%9C%8B%E5%A0%B1%E5%91%8A.mission.txt';
  const started = performance.now();
  const { server, connection } = startServer(command, env);
  /** @type {{ version: number, at: number, findings: number }[]} */
  const published = [];
  /** @type {(() => void)[]} */
  let waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    if (params.uri !== uri) return;
    published.push({ version: params.version, at: performance.now(), findings: params.diagnostics.length });
    for (const wake of waiting.splice(0)) wake();
  });
  connection.onRequest('workspace/configuration', (params) => params.items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
        workspace: {},
      },
    });
    const initialize = performance.now() - started;
    await connection.sendNotification('initialized', {});

    let version = 1;
    const answered = async (/** @type {number} */ wanted) => {
      const limit = performance.now() + 60_000;
      while ((published.at(-1)?.version ?? 0) < wanted) {
        if (performance.now() > limit) throw new Error(`no diagnostics for version ${wanted} within a minute`);
        await Promise.race([new Promise((resolve) => waiting.push(() => resolve(undefined))), sleep(1000)]);
      }
      return published.find((entry) => entry.version >= wanted);
    };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mission-report', version, text },
    });
    const first = await answered(1);
    const firstDiagnostics = first.at - started;

    const start = place(text.split('\n'));
    let count = 0;
    let end = start;
    const press = () => {
      version++;
      const words = typed[count++ % typed.length];
      const at = end;
      end =
        words === '\n'
          ? { line: at.line + 1, character: 0 }
          : { line: at.line, character: at.character + words.length };
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text: words }],
      });
    };
    const takeBack = async () => {
      version++;
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text: '' }],
      });
      end = start;
      await answered(version);
    };

    for (let i = 0; i < 30; i++) {
      await press();
      await answered(version);
    }
    await takeBack();

    /** @type {number[]} */
    const serial = [];
    for (let i = 0; i < keys; i++) {
      const at = performance.now();
      await press();
      serial.push((await answered(version)).at - at);
    }
    await takeBack();
    const memory = memoryOf(server.pid);

    /** @type {{ version: number, at: number }[]} */
    const sent = [];
    const publishesBefore = published.length;
    let next = performance.now();
    for (let i = 0; i < keys; i++) {
      await sleep(Math.max(0, next - performance.now()));
      next += pace;
      const at = performance.now();
      void press();
      sent.push({ version, at });
    }
    const lastSent = performance.now();
    const last = await answered(version);
    const paced = sent.map(({ version: wanted, at }) => published.find((entry) => entry.version >= wanted).at - at);
    return {
      initialize,
      firstDiagnostics,
      findings: first.findings,
      findingsAtEnd: last.findings,
      serial: { p50: quantile(serial, 0.5), p99: quantile(serial, 0.99) },
      paced: {
        p50: quantile(paced, 0.5),
        p99: quantile(paced, 0.99),
        afterLast: last.at - lastSent,
        publishes: published.length - publishesBefore,
      },
      memory,
    };
  } finally {
    try {
      await Promise.race([connection.sendRequest('shutdown'), sleep(2000)]);
      await connection.sendNotification('exit');
    } catch {
      // the server is gone already; the error that matters is the one being thrown
    }
    connection.dispose();
    server.kill('SIGKILL');
  }
}
