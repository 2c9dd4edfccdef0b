/**
 * The tests in a real VS Code, in three parts:
 *
 *   vscode      the Mocha suite of suite/, inside the extension host, through @vscode/test-electron, in the newest VS
 *               Code and in the oldest that package.json's engines.vscode promises
 *   workbench   the extension as users install it, looked at from outside with a browser: workbench.mjs
 *   web         the extension in the workers of a browser, as VS Code for the web runs it: web.mjs, in both releases
 *
 * `npm test` runs all; `npm test -- vscode`, `-- workbench` and `-- web` one of them. Logs and pictures of what went
 * wrong are in out/vscode/, the screenshots in out/screenshots/.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { releases } from './host/install.mjs';
import { chooseVsCode, prepareMachine } from './setup.mjs';
import { checkWeb } from './web.mjs';
import { checkWorkbench } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** @typedef {{ state: 'passed' | 'failed' | 'skipped', name: string, message?: string }} Outcome */

/**
 * Runs the suite in both releases of VS Code.
 * @returns {Promise<Outcome[]>}
 * @throws {Error} in one line, when the machine lacks something
 */
export async function runSuites() {
  prepareMachine();
  const suite = await bundleSuite();
  const executableOf = await chooseVsCode(releases.newest);
  const outcomes = [];
  for (const [name, release] of Object.entries(releases))
    outcomes.push(...(await runSuite(suite, name, release, await executableOf(release))));
  return outcomes;
}

/**
 * Looks at the workbench.
 * @param {{ updateImages: boolean }} options
 * @returns {Promise<Outcome[]>}
 * @throws {Error} in one line, when the machine lacks something
 */
export async function runWorkbench({ updateImages }) {
  prepareMachine();
  return await withWorkspace((workspace) => checkWorkbench({ root, workspace, updateImages }));
}

/**
 * Looks at the workbench of VS Code for the web.
 * @returns {Promise<Outcome[]>}
 * @throws {Error} in one line, when the machine lacks something
 */
export async function runWeb() {
  prepareMachine();
  const outcomes = [];
  for (const name of Object.keys(releases))
    outcomes.push(...(await withWorkspace((workspace) => checkWeb({ root, workspace, name }))));
  return outcomes;
}

/** @returns {Promise<string>} the file that VS Code is to load */
async function bundleSuite() {
  const source = path.join(import.meta.dirname, 'suite');
  const outdir = path.join(root, 'out/vscode/suite');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(source).filter((name) => name === 'index.ts' || name.endsWith('.test.ts')).map((name) => path.join(source, name)), // prettier-ignore
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}

/** @returns {Promise<Outcome[]>} */
async function runSuite(suite, name, release, executable) {
  const logs = path.join(root, 'out/vscode', release.vscode);
  const results = path.join(logs, 'results.ndjson');
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  writeFileSync(results, '');
  const failure = await withWorkspace((workspace, scratch) =>
    runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${path.join(scratch, 'user-data')}`,
        `--extensions-dir=${path.join(scratch, 'extensions')}`,
      ],
      extensionTestsEnv: { MISSION_REPORT_RESULTS: results, VSCODE_HOST_RELEASE: name, VSCODE_HOST_LOGS: logs },
    }).then(
      () => undefined,
      (error) => error,
    ),
  );
  const lines = readFileSync(results, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)); // prettier-ignore
  const outcomes = lines.filter(({ state }) => state).map((one) => ({ ...one, name: `${one.name} (VS Code ${release.vscode})` })); // prettier-ignore
  const ended = lines.some(({ end }) => end);
  if (!ended || (failure && !outcomes.some(({ state }) => state === 'failed')))
    outcomes.push({
      state: 'failed',
      name: `the suite (VS Code ${release.vscode})`,
      message: `${ended ? 'VS Code failed' : 'did not end'} after ${outcomes.length} tests: ${failure?.message ?? 'VS Code ended without an error'}; see ${path.relative(root, logs)}`,
    });
  return outcomes;
}

/** Hands `use` a copy of the workspace to write in, made of test/vscode/workspace/ and samples/, and a folder beside it. */
async function withWorkspace(use) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'mission-report-test-'));
  const workspace = path.join(scratch, 'workspace');
  cpSync(path.join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  if (existsSync(path.join(root, 'samples')))
    cpSync(path.join(root, 'samples'), path.join(workspace, 'samples'), { recursive: true });
  // VS Code in a browser saves a changed file after a second, and a user's settings on disk are none of it: a test that
  // takes longer on a busy machine would leave its words to the next one.
  mkdirSync(path.join(workspace, '.vscode'));
  writeFileSync(path.join(workspace, '.vscode/settings.json'), JSON.stringify({ 'files.autoSave': 'off' }));
  try {
    return await use(workspace, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
