/**
 * Every test of the project: `npm test`. Installs what is missing, builds, and runs the lanes one after the other; a
 * failure stops nothing.
 *
 *   node test/run.mjs                       all lanes
 *   node test/run.mjs unit cli              these
 *   node test/run.mjs workbench --update-images    and copies the README's picture to docs/images/
 *
 * typecheck and lint count as one test each. Each folder of test/ that holds *.test.ts files is a lane of node:test;
 * vscode, workbench, typing and web run in a real VS Code (vscode/run.mjs). The last line is `N passed, N failed, N skipped`; the
 * exit code is 1 when anything failed, also when a lane ran no test at all.
 *
 * Nothing hangs: what takes many times as long as it should is ended. What was ended is tried once more, since Node
 * itself may, rarely, stand still when a process ends (nodejs/node#54918); what hangs again has failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { prepare, root } from './prepare.mjs';

/** @typedef {{ state: 'passed' | 'failed' | 'skipped', name: string, message?: string }} Outcome */
/** @typedef {Outcome | { state: 'hung', file: string, message: string }} FileOutcome of a test in `file` */

/** Milliseconds after which a file of tests, a tool and a lane are ended. */
const longest = { file: 420_000, tool: 300_000, lane: 1_500_000 };

const needed = ['unit', 'property', 'protocol', 'cli', 'grammar', 'packaging'];
const notOfNode = ['vscode'];

const names = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const switches = process.argv.slice(2).filter((name) => name.startsWith('--'));

/** @type {Record<string, () => Outcome[] | Promise<Outcome[]>>} */
const lanes = {
  typecheck: () => [command('tsc --noEmit', ['typescript/bin/tsc', '--noEmit'])],
  lint: () => [
    command('eslint', ['eslint/bin/eslint.js', '--max-warnings', '0', '.']),
    command('prettier', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  ],
  ...Object.fromEntries([...needed, ...otherFolders()].map((name) => [name, () => nodeTests(name)])),
  vscode: async () => (await import('./vscode/run.mjs')).runSuites(),
  workbench: async () =>
    (await import('./vscode/run.mjs')).runWorkbench({ updateImages: switches.includes('--update-images') }),
  typing: async () => (await import('./vscode/run.mjs')).runTyping(),
  web: async () => (await import('./vscode/run.mjs')).runWeb(),
};

const unknown = [...names.filter((name) => !(name in lanes)), ...switches.filter((name) => name !== '--update-images')];
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. Lanes: ${Object.keys(lanes).join(', ')}`);
  process.exit(2);
}
try {
  prepare();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const name of names.length ? names : Object.keys(lanes)) {
  const start = performance.now();
  const outcomes = await runLane(name);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state, name: test, message } of outcomes) {
    counts[state] += 1;
    total[state] += 1;
    if (state === 'failed') console.log(`\n✖ ${name}: ${test}\n${indent(message ?? '')}\n`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  summary.push(`${counts.failed ? '✖' : '✔'} ${name}: ${line(counts)} (${seconds} s)`);
  console.log(summary.at(-1));
}
if (summary.length > 1) console.log(['', ...summary].join('\n'));
console.log(`\n${line(total)}`);
process.exit(total.failed ? 1 : 0); // whatever is left of a lane that took too long

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}

/** @returns {Promise<Outcome[]>} what came of the lane, never nothing */
async function runLane(name) {
  try {
    const outcomes = await inTime(lanes[name]());
    if (outcomes.some(({ state }) => state !== 'skipped')) return outcomes;
    return [...outcomes, { state: 'failed', name: 'the lane', message: 'ran no test' }];
  } catch (error) {
    return [{ state: 'failed', name: 'the lane', message: error.message }];
  }
}

/**
 * What comes of `work`, which only waits and is nowhere else ended.
 * @throws {Error} when it takes too long
 */
async function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`was not done after ${longest.lane / 60_000} minutes`)), longest.lane);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs Node with `args`, and ends it when it takes longer than `timeout` milliseconds. */
function node(args, timeout, stdio = 'pipe') {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: Infinity, stdio, timeout, killSignal: 'SIGKILL' };
  return spawnSync(process.execPath, args, options);
}

/**
 * Runs a tool out of node_modules as one test.
 * @returns {Outcome}
 */
function command(name, [tool, ...args]) {
  const run = () => node([path.join(root, 'node_modules', tool), ...args], longest.tool);
  const first = run();
  const { status, stdout, stderr, error } = first.error?.code === 'ETIMEDOUT' ? run() : first;
  return { state: status === 0 ? 'passed' : 'failed', name, message: `${stdout}${stderr}${error ?? ''}`.trim() };
}

/**
 * Runs the *.test.ts files below test/<folder> with node:test, each file in a process of its own.
 * @returns {Outcome[]}
 */
function nodeTests(folder) {
  const files = testFiles(folder);
  if (files.length === 0) return [];
  const first = runFiles(folder, files);
  const hung = first.filter(({ state }) => state === 'hung');
  for (const { file, message } of hung) console.log(`${file}: ${message}. Once more:`);
  const isHung = (name) => hung.some(({ file }) => file === name);
  const second = hung.length ? runFiles(folder, files.filter(isHung)) : [];
  return [...first.filter(({ file }) => !isHung(file)), ...second].map((one) =>
    one.state === 'hung' ? { ...one, state: 'failed' } : one,
  );
}

/** @returns {FileOutcome[]} */
function runFiles(folder, files) {
  const results = path.join(root, 'out/test', `${folder}.ndjson`);
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const args = [
    ...['--require', './test/seed.cjs', '--import', 'tsx', '--test', `--test-concurrency=${availableParallelism()}`],
    `--test-timeout=${longest.file}`,
    ...['--test-reporter', './test/reporter.mjs', '--test-reporter-destination', results],
    ...files,
  ];
  const { status, error } = node(args, longest.lane, ['ignore', 'inherit', 'inherit']);
  const outcomes = readFileSync(results, 'utf8').split('\n').filter(Boolean).map((text) => JSON.parse(text)); // prettier-ignore
  if (status !== 0 && !outcomes.some(({ state }) => state === 'failed' || state === 'hung'))
    outcomes.push({ state: 'failed', name: folder, message: `node --test ended with ${error ?? status}` });
  return outcomes;
}

/** @returns {string[]} relative to the project's folder */
function testFiles(folder) {
  const folders = readdirSync(path.join(root, 'test')).includes(folder);
  if (!folders) return [];
  return readdirSync(path.join(root, 'test', folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join('test', folder, name));
}

/** Folders of test/ with tests that no list above knows: none is forgotten. */
function otherFolders() {
  return readdirSync(path.join(root, 'test'))
    .filter((name) => !needed.includes(name) && !notOfNode.includes(name) && !name.includes('.'))
    .filter((name) => testFiles(name).length > 0);
}
