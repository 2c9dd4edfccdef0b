/**
 * Breaks the project on purpose, one place at a time, and looks whether its tests notice: `npm run mutation`.
 *
 *   npm run mutation                     every row of mutations.json
 *   npm run mutation -- outline 12       the rows whose file or fault holds the word, or with this number
 *
 * A row says which `text` of which `file` becomes `replacement`, and what that `breaks`. A text that does not stand in its
 * file exactly once ends the run before anything is tried: the source has changed, and the row has to change with it.
 *
 * The work goes on in a copy of the project in a folder for temporary files. Each fault is made there, and the tests are
 * run, those first that are nearest, until one fails; every test has passed in the unbroken copy before. Prints a table; exit code 1: a fault was
 * not noticed, 2: a row is stale, or the unbroken project fails.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mutationsIn, stalenessOf } from './rows.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Milliseconds after which tests hang, which a fault may bring about: then it is noticed. */
const longest = 900_000;

/** What is made or installed, and not copied. */
const notCopied = ['node_modules', 'dist', 'out', '.git', '.vscode-host', '.vscode-test'];

/** @returns {import('./rows.mjs').Mutation[]} those that `words` ask for */
function mutationsFor(words) {
  const isAsked = ({ number, file, breaks }) =>
    words.some((word) => (/^\d+$/.test(word) ? Number(word) === number : file.includes(word) || breaks.includes(word)));
  const all = mutationsIn(root);
  return words.length === 0 ? all : all.filter(isAsked);
}

/** The files of tests in groups to be run one after the other, those nearest to `file` first. */
function groupsFor(folder, file) {
  const all = readdirSync(path.join(folder, 'test'), { recursive: true })
    .filter(
      (name) => /^(?:unit|property|corpus)[\\/].*\.test\.ts$/.test(name) && !/^unit[\\/](?:client|lsp)/.test(name),
    )
    .map((name) => path.join('test', name))
    .sort();
  const part = file.split('/')[2];
  const orders = [
    (name) => /(?:property.recheck|unit.rules.examples)\.test/.test(name) || name.includes(path.join('unit', part)),
    (name) => !name.includes(path.join('test', 'unit')) && !name.includes('keysOf'),
    (name) => !name.includes('keysOf'),
    // Typing every example key by key takes longest.
    () => true,
  ];
  const left = new Set(all);
  return orders.map((isNext) => {
    const group = [...left].filter(isNext);
    for (const name of group) left.delete(name);
    return group;
  });
}

/**
 * Runs `files`, to the first test that fails if `onlyFirst`.
 * @returns {Promise<string[]>} the names of the tests that failed
 */
function failuresOf(folder, files, onlyFirst = false) {
  if (files.length === 0) return Promise.resolve([]);
  const args = ['--require', './test/seed.cjs', '--import', 'tsx', '--test', '--test-reporter', './test/reporter.mjs', ...files]; // prettier-ignore
  // A group of its own, so that the processes of the files end with it.
  const env = { ...process.env, SHRINK: 'no' };
  const run = spawn(process.execPath, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const failed = [];
  return new Promise((resolve) => {
    /** Ends the tests that still run; what has ended by itself must not be ended again, its number may be another's. */
    const stop = () => {
      if (run.exitCode === null && run.signalCode === null) process.kill(-run.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      failed.push('the tests hang');
      stop();
    }, longest);
    createInterface({ input: run.stdout }).on('line', (line) => {
      const { state, name } = JSON.parse(line);
      if (state !== 'failed' && state !== 'hung') return;
      failed.push(name);
      if (onlyFirst) stop();
    });
    run.on('close', () => {
      clearTimeout(timer);
      resolve(failed);
    });
  });
}

/** The tests that have passed in the unbroken copy. */
const green = new Set();

/**
 * Runs those of `files` that have not been run unbroken yet.
 * @throws {Error} where one fails: then it would notice any fault
 */
async function seeGreen(folder, files) {
  const failed = await failuresOf(folder, files.filter((name) => !green.has(name))); // prettier-ignore
  if (failed.length > 0) throw new Error(`The unbroken project fails:\n${failed.join('\n')}`);
  for (const name of files) green.add(name);
}

/**
 * Makes the fault in `folder`, and takes it back.
 * @returns {Promise<string | undefined>} the test that notices it
 */
async function noticedBy(folder, { file, text, replacement }) {
  const place = path.join(folder, file);
  const source = readFileSync(place, 'utf8');
  for (const group of groupsFor(folder, file)) {
    await seeGreen(folder, group);
    writeFileSync(
      place,
      source.replace(text, () => replacement),
    );
    const [first] = await failuresOf(folder, group, true);
    writeFileSync(place, source);
    if (first !== undefined) return first;
  }
  return undefined;
}

async function main() {
  const mutations = mutationsFor(process.argv.slice(2));
  const stale = mutations.map((mutation) => stalenessOf(root, mutation)).filter((fault) => fault !== undefined);
  if (mutations.length === 0 || stale.length > 0) {
    console.error(mutations.length === 0 ? 'no row of mutations.json is asked for' : stale.join('\n'));
    return 2;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mission-report-mutation-'));
  try {
    for (const name of readdirSync(root).filter((one) => !notCopied.includes(one)))
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    let survivors = 0;
    for (const mutation of mutations) {
      const { number, file, breaks } = mutation;
      const start = performance.now();
      const test = await noticedBy(folder, mutation);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      const outcome = test === undefined ? '✖ NOT NOTICED' : '✔';
      console.log(`${String(number).padStart(3)} ${outcome} ${breaks} (${path.basename(file)}, ${seconds} s)`);
      if (test === undefined) survivors++;
      else console.log(`      by: ${test.slice(0, 110)}`);
    }
    console.log(`\n${mutations.length} faults, ${mutations.length - survivors} noticed, ${survivors} not`);
    return survivors === 0 ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    return 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
