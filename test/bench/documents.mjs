/** Times the way out to finished documents and the way in from them: the command line, cold, and the preview's server. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { startServer } from './connection.mjs';
import { reports } from './inputs.mjs';
import { median, quantile } from './statistics.mjs';

/** Copies of a report that take 200 pages of A4. */
const copiesOf200Pages = 18;
const images = 50;

/** @typedef {(name: string, value: string, goal: string, met: boolean) => void} Note */

/**
 * Notes what documents take.
 * @param {{ root: string, out: string, quick: boolean, note: Note }} options
 */
export async function measureDocuments({ root, out, quick, note }) {
  const folder = path.join(out, 'documents');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cli = path.join(root, 'dist/cli.js');
  const memory = path.join(folder, 'memory.cjs');
  writeFileSync(
    memory,
    "process.on('exit', () => process.stderr.write(`\\n${process.resourceUsage().maxRSS / 1024}`))",
  );
  const run = (/** @type {readonly string[]} */ ...words) => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', memory, cli, ...words], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }); // prettier-ignore
    if (status !== 0 && words[0] !== 'check') throw new Error(`${words.join(' ')}: ${stderr}`);
    return { time: performance.now() - started, megabytes: Number(stderr.split('\n').at(-1)) };
  };

  // Export beside a check, both cold.
  const report = path.join(folder, 'report.mission.txt');
  writeFileSync(report, reports(1));
  const [checks, exports] = [[], []];
  for (let round = 0; round < (quick ? 3 : 9); round++) {
    checks.push(run('check', report).time);
    exports.push(run('export', report, '--to', 'docx', '--force').time);
  }
  const ratio = median(exports) / median(checks);
  note('export to Word, 23 kB, cold', `${median(exports).toFixed(0)} ms, check ${median(checks).toFixed(0)} ms: ${ratio.toFixed(2)} ×`, '≤ 3 ×', ratio <= 3); // prettier-ignore

  // Import of a long document.
  mkdirSync(path.join(folder, '圖'));
  for (let at = 0; at < images; at++) writeFileSync(path.join(folder, `圖/${at}.png`), picture(at));
  const pictures = Array.from({ length: images }, (_, at) => `![會場照片](圖/${at}.png)`).join('\n\n');
  const long = path.join(folder, 'long.mission.txt');
  writeFileSync(long, `${reports(copiesOf200Pages)}\n\n${pictures}\n`);
  for (const kind of ['docx', 'odt']) {
    const document = path.join(folder, `long.${kind}`);
    run('export', long, '--to', kind, '-o', document, '--force');
    const results = Array.from({ length: quick ? 1 : 3 }, () => run('import', document, '-o', path.join(folder, `again-${kind}.mission.md`), '--force')); // prettier-ignore
    const time = median(results.map((result) => result.time));
    const megabytes = Math.max(...results.map((result) => result.megabytes));
    const size = (statSync(document).size / 1e6).toFixed(1);
    note(`import of 200 pages and ${images} images, ${kind}, cold`, `${time.toFixed(0)} ms, ${megabytes.toFixed(0)} MB for ${size} MB`, '≤ 3 s, ≤ 300 MB', time <= 3000 && megabytes <= 300); // prettier-ignore
  }

  // What the preview asks for after a key.
  for (const [label, copies, limit] of /** @type {const} */ ([
    ['23 kB', 1, 50],
    ['230 kB', 10, 250],
  ])) {
    const p95 = await previewTime([process.execPath, path.join(root, 'dist/server.js'), '--stdio'], reports(copies), quick ? 20 : 60); // prettier-ignore
    note(`${label} preview after a key, p95`, `${p95.toFixed(1)} ms`, `≤ ${limit} ms`, p95 <= limit);
  }
}

/**
 * The 95th percentile of the time from a key to the pieces of the preview, in milliseconds.
 * @param {readonly string[]} command @param {string} text @param {number} keys
 */
async function previewTime(command, text, keys) {
  const uri = 'file:///bench/preview.mission.txt';
  const { server, connection } = startServer(command);
  connection.listen();
  try {
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mission-report', version: 1, text },
    });
    const lines = text.split('\n');
    let line = lines.length >> 1;
    while (!/[\u4e00-\u9fff]{20}/.test(lines[line])) line++;
    const position = { line, character: lines[line].length >> 1 };
    const times = [];
    for (let key = 0; key < keys + 10; key++) {
      const started = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: key + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: '會' }],
      });
      const { pieces } = await connection.sendRequest('missionReport/preview', { uri });
      if (pieces.length < 50) throw new Error(`the preview has ${pieces.length} pieces`);
      if (key >= 10) times.push(performance.now() - started);
      // What is checked after a key is timed elsewhere.
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return quantile(times, 0.95);
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** A PNG of 180 kB that does not shrink, as photographs do not. @param {number} seed */
function picture(seed) {
  const [width, height] = [300, 200];
  const rows = Buffer.alloc(height * (1 + width * 3));
  let state = seed + 1;
  for (let at = 0; at < rows.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    rows[at] = at % (1 + width * 3) === 0 ? 0 : state >>> 16;
  }
  const chunk = (/** @type {string} */ name, /** @type {Buffer} */ content) => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
    whole.writeUInt32BE(content.length, 0);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]); // prettier-ignore
}
