/**
 * `npm run bench`: how fast the built server, the command line and the core are, beside the floor of the same run.
 * Ratios are what counts: the machine is noisy. `-- --json FILE` writes the figures; `-- --quick` runs each once;
 * `-- --peers` sets other tools beside the check; `-- --documents` measures export, import and preview alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { lexicon } from '../../server/lexicon/plugin.mjs';
import { tables } from '../../server/tables/plugin.mjs';
import { measureDocuments } from './documents.mjs';
import { drive, endOf } from './driver.mjs';
import { reports } from './inputs.mjs';
import { latencies } from './latency.mjs';
import { comparePeers } from './peers.mjs';
import { median } from './statistics.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = path.join(root, 'out/bench');
const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    documents: { type: 'boolean', default: false },
  },
});
const runs = options.quick ? 1 : 5;

mkdirSync(out, { recursive: true });
spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
const bundled = {
  ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true, logLevel: 'error' },
  mainFields: ['module', 'main'], // as in esbuild.mjs
  plugins: [tables],
};
await build({
  ...bundled,
  entryPoints: [path.join(root, 'test/bench/floorServer.mjs')],
  outfile: path.join(out, 'floor.js'),
});
await build({
  ...bundled,
  entryPoints: [path.join(root, 'test/bench/autocorrectServer.mjs')],
  outfile: path.join(out, 'autocorrect.js'),
});
await build({ ...bundled, entryPoints: [path.join(root, 'test/bench/check.ts')], outfile: path.join(out, 'check.js') });
const { timeOfCheck } = await import(path.join(out, 'check.js'));

/** @type {{ name: string, value: string, goal: string, met: boolean }[]} */
const rows = [];
const note = (
  /** @type {string} */ name,
  /** @type {string} */ value,
  /** @type {string} */ goal,
  /** @type {boolean} */ met,
) => {
  rows.push({ name, value, goal, met });
  console.log(`${met ? 'ok  ' : 'MISS'} ${name.padEnd(46)} ${value.padEnd(44)} ${goal}`);
};
const ms = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const times = (/** @type {number} */ value) => `${value.toFixed(2)} ×`;

if (options.documents) {
  await measureDocuments({ root, out, quick: options.quick, note });
  process.exit(0);
}

/** Medians over fresh processes. @param {() => Promise<any>} run */
async function repeated(run) {
  const results = [];
  for (let i = 0; i < runs; i++) results.push(await run());
  const pick = (/** @type {(result: any) => number} */ read) => median(results.map(read));
  return {
    findings: results[0].findings,
    initialize: pick((r) => r.initialize),
    firstDiagnostics: pick((r) => r.firstDiagnostics),
    p50: pick((r) => r.serial.p50),
    p99: pick((r) => r.serial.p99),
    pacedP50: pick((r) => r.paced.p50),
    pacedP99: pick((r) => r.paced.p99),
    afterLast: pick((r) => r.paced.afterLast),
    publishes: pick((r) => r.paced.publishes),
    resident: pick((r) => r.memory.resident),
    peak: pick((r) => r.memory.peak),
  };
}

const figures = {};
/** @type {readonly (readonly [label: string, copies: number, keyGoal: number, lastGoal: number, memoryGoal: number, leadGoal: number])[]} */
const sizes = [
  ['23 kB', 1, 3, 60, 75, 3.5],
  ['230 kB', 10, 2, 60, Infinity, 8],
  ['2.3 MB', 100, Infinity, 100, Infinity, 1.5],
];
for (const [label, copies, keyGoal, lastGoal, memoryGoal] of sizes) {
  const text = reports(copies);
  const ours = await repeated(() =>
    drive({ command: [process.execPath, path.join(root, 'dist/server.js'), '--stdio'], text }),
  );
  const floor = await repeated(() =>
    drive({ command: [process.execPath, path.join(out, 'floor.js')], env: { FINDINGS: String(ours.findings) }, text }),
  );
  figures[label] = { ours, floor };
  note(
    `${label} key → diagnostics, p50 (${ours.findings} findings)`,
    `${ms(ours.p50)}, floor ${ms(floor.p50)}: ${times(ours.p50 / floor.p50)}; p99 ${ms(ours.p99)}, ${ms(floor.p99)}`,
    keyGoal < Infinity ? `≤ ${keyGoal} ×` : '≤ 60 ms',
    keyGoal < Infinity ? ours.p50 <= keyGoal * floor.p50 : ours.p50 <= 60,
  );
  note(
    `${label} a key every 20 ms, p50 / p99`,
    `${ms(ours.pacedP50)} / ${ms(ours.pacedP99)}; last ${ms(ours.afterLast)}`,
    `keeps up: last ≤ ${lastGoal} ms`,
    ours.afterLast <= lastGoal,
  );
  if (label === '23 kB') {
    note(
      'start → initialize',
      `${ms(ours.initialize)}, floor ${ms(floor.initialize)}: ${times(ours.initialize / floor.initialize)}`,
      '≤ 1.15 ×',
      ours.initialize <= 1.15 * floor.initialize,
    );
    note(
      'start → first diagnostics',
      `${ms(ours.firstDiagnostics)}, floor ${ms(floor.firstDiagnostics)}`,
      '≤ floor + 150 ms',
      ours.firstDiagnostics <= floor.firstDiagnostics + 150,
    );
  }
  if (memoryGoal < Infinity)
    note(
      `${label} server memory after 200 keys`,
      `${ours.resident.toFixed(0)} MB (peak ${ours.peak.toFixed(0)}), floor ${floor.resident.toFixed(0)} MB`,
      `≤ ${memoryGoal} MB`,
      ours.resident <= memoryGoal,
    );
}

// Keys that change what more rules read than a key in prose does.
{
  const text = reports(10);
  const command = [process.execPath, path.join(root, 'dist/server.js'), '--stdio'];
  const inProse = figures['230 kB'].ours.p50;
  for (const [name, place, typed] of [
    ['Enter', undefined, ['\n']],
    ['a key in a heading', endOf(/^[一二三四五六七八九]、/), [...'會議討論情形']],
    ['a key in 行程', endOf(/^\d+\s*月\s*\d+\s*日/), [...'拜會當地機關']],
    ['a key on the cover', endOf(/^服務機關/, true), [...'國際合作組']],
  ]) {
    const { p50 } = await repeated(() => drive({ command, text, place, typed }));
    note(`230 kB ${name}, p50`, `${ms(p50)}: ${times(p50 / inProse)} a key in prose`, '≤ 3 ×', p50 <= 3 * inProse);
  }
}

// What an editor asks for while somebody writes. A whole outline grows with the text, what fills a screen must not.
for (const [label, copies, limit] of [
  ['23 kB', 1, 10],
  ['2.3 MB', 100, 80],
]) {
  const command = [process.execPath, path.join(root, 'dist/server.js'), '--stdio'];
  const p95 = await latencies({ command, text: reports(copies), keys: options.quick ? 20 : copies === 1 ? 200 : 50 });
  figures[label].requests = p95;
  for (const [request, time] of Object.entries(p95))
    note(`${label} ${request}, p95`, ms(time), `≤ ${limit} ms`, time <= limit);
}

// The full check, in this process and warm: the first rounds only teach the compiler.
timeOfCheck(reports(1), 300);
const checks = [1, 10, 100, 1000].map((copies) => {
  const text = reports(copies);
  const bytes = Buffer.byteLength(text);
  const { milliseconds, findings } = timeOfCheck(text, options.quick ? 3 : copies >= 1000 ? 3 : copies >= 100 ? 7 : 60);
  return { bytes, milliseconds, findings, rate: bytes / 1e6 / (milliseconds / 1e3) };
});
figures.checks = checks;
const [small, medium, large, huge] = checks;
console.log(`     full check, 23 kB: ${ms(small.milliseconds)}, ${small.findings} findings`);
console.log(`     full check, 230 kB: ${ms(medium.milliseconds)} = ${medium.rate.toFixed(1)} MB/s`);
note(
  'growth 230 kB → 2.3 MB',
  times(large.milliseconds / medium.milliseconds),
  '≤ 11 ×',
  large.milliseconds / medium.milliseconds <= 11,
);
note(
  'growth 2.3 MB → 22 MB',
  times(huge.milliseconds / large.milliseconds),
  '≤ 11 ×',
  huge.milliseconds / large.milliseconds <= 11,
);

// Texts that nobody writes, but that a conversion may leave.
for (const [name, textOf] of [
  [
    'one line of 200,000 characters',
    (/** @type {number} */ n) => '會議討論「數位貿易」議題，'.repeat((n * 200_000) / 14),
  ],
  [
    '8,000 chapters',
    (/** @type {number} */ n) =>
      Array.from({ length: n * 8000 }, (_, at) => `${at + 1}. 第${at}項議題\n\n內容如下。\n`).join('\n'),
  ],
]) {
  const [tenth, whole] = [0.1, 1].map((n) => timeOfCheck(textOf(n), 3).milliseconds);
  note(
    `growth, a tenth → ${name}`,
    `${ms(tenth)} → ${ms(whole)}: ${times(whole / tenth)}`,
    '≤ 11 ×',
    whole <= 11 * tenth,
  );
}

// What the spelling detector adds: of each pair one after the other, in a process of its own.
{
  const outfile = path.join(out, 'spelling.js');
  await build({
    ...bundled,
    plugins: [tables, lexicon],
    entryPoints: [path.join(root, 'test/bench/spelling.ts')],
    outfile,
    define: { 'import.meta.url': JSON.stringify(new URL('inputs.mjs', import.meta.url).href) },
  });
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' });
  const { megabytes, check, key } = (figures.spelling = JSON.parse(stdout));
  const more = key.with - key.without;
  note(
    '23 kB key, with the spelling detector, p50',
    `${ms(key.with)}, without ${ms(key.without)}: ${ms(more)} more`,
    '≤ 0.5 ms more',
    more <= 0.5,
  );
  const share = check.with / check.without;
  note(
    '23 kB full check, with the spelling detector',
    `${ms(check.with)}, without ${ms(check.without)}: ${times(share)}`,
    '≤ 1.4 ×',
    share <= 1.4,
  );
  note('memory of the spelling detector', `${megabytes.toFixed(0)} MB`, '≤ 25 MB', megabytes <= 25);
}

// The command line on one report, cold, beside an empty Node process.
const file = path.join(out, 'report.mission.txt');
writeFileSync(file, reports(1));
const cold = (/** @type {readonly string[]} */ args) => {
  const started = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - started;
};
const empty = [];
const command = [];
for (let i = 0; i < (options.quick ? 5 : 25); i++) {
  empty.push(cold(['-e', '0']));
  command.push(cold([path.join(root, 'dist/cli.js'), 'check', file]));
}
const ratio = median(command) / median(empty);
figures.cold = { empty: median(empty), command: median(command) };
note(
  'command line on one report, cold',
  `${ms(median(command))}, node -e 0 ${ms(median(empty))}: ${times(ratio)}`,
  '≤ 3.2 ×',
  ratio <= 3.2,
);
const measure = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))";
const preload = path.join(out, 'memory.cjs');
writeFileSync(preload, measure);
const peak = Number(
  spawnSync(process.execPath, ['--require', preload, path.join(root, 'dist/cli.js'), 'check', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  }).stderr,
);
note('command line on one report, peak memory', `${peak.toFixed(0)} MB`, '≤ 60 MB', peak <= 60);

for (const [limit, ...names] of [
  [280, 'server.js', 'server.web.js'], // the desktop loads both
  [745, 'core.js'],
  [510, 'client.js', 'client.web.js'], // the desktop loads both
]) {
  const kilobytes = names.reduce((sum, name) => sum + statSync(path.join(root, 'dist', name)).size / 1000, 0);
  note(`dist/${names.join(', ')}`, `${kilobytes.toFixed(0)} kB`, `≤ ${limit} kB`, kilobytes <= limit);
}

await measureDocuments({ root, out, quick: options.quick, note });

if (options.peers) {
  const results = await comparePeers();
  figures.peers = results;
  for (const { tool, bytes, rate, findings, failure } of results)
    console.log(
      `     ${`${tool}, ${(bytes / 1e3).toFixed(0)} kB`.padEnd(46)} ${rate === undefined ? failure : `${rate.toFixed(2)} MB/s, ${findings} findings`}`,
    );
  for (const copies of [1, 10, 100]) {
    const rateOf = (/** @type {string} */ name) =>
      results.find((result) => result.copies === copies && result.tool.startsWith(name))?.rate ?? Number.NaN;
    const lead = rateOf('Mission Report') / rateOf('AutoCorrect');
    if (Number.isNaN(lead)) continue; // one of them did not come to an end, as said above
    note(`beside AutoCorrect, ${copies} × 23 kB`, times(lead), '≥ 1.5 ×', lead >= 1.5);
  }
  const env = { PEERS: path.join(out, 'peers/package.json') };
  for (const [label, copies, , , , leadGoal] of sizes) {
    const theirs = await repeated(() =>
      drive({ command: [process.execPath, path.join(out, 'autocorrect.js')], env, text: reports(copies), keys: 50 }),
    );
    const lead = theirs.p50 / figures[label].ours.p50;
    note(
      `${label} key → diagnostics beside AutoCorrect's`,
      `${ms(theirs.p50)} there, ${theirs.findings} findings: ${times(lead)}`,
      `≥ ${leadGoal} ×`,
      lead >= leadGoal,
    );
  }
}

if (options.json) writeFileSync(options.json, JSON.stringify({ node: process.version, rows, figures }, null, 2));
const missed = rows.filter((row) => !row.met).length;
console.log(missed === 0 ? `All ${rows.length} goals are met.` : `${missed} of ${rows.length} goals are missed.`);
