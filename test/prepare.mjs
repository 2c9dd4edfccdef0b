/**
 * What `npm start`, `npm test` and `npm run package` do first, on a fresh clone too: the right Node, the dependencies, the
 * bundles. Imported before anything that an older Node could stumble over; run by itself, it prepares.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

requireNode();

/**
 * Installs the dependencies where node_modules isn't what package-lock.json says, and builds dist/.
 * @throws {Error} in one line; npm and the bundler have printed the rest
 */
export function prepare() {
  if (!dependenciesAreThere()) run('Installing dependencies', 'npm', ['ci', '--no-audit', '--no-fund']);
  run('Building dist', process.execPath, ['esbuild.mjs']);
}

function requireNode() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  if (process.versions.node.localeCompare(wanted, 'en', { numeric: true }) >= 0) return;
  console.error(`Node ${wanted} or newer is needed; this is ${process.versions.node}.`);
  process.exit(2);
}

/** Whether every package of the lock file is installed in its very version; those for other platforms may be absent. */
function dependenciesAreThere() {
  const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
    );
  } catch {
    return false; // nothing is installed yet, or an installation was cut off
  }
}

/** Milliseconds after which an installation or a build hangs. */
const longestRun = 600_000;

/** Runs a command, once more where it hangs; run.mjs says why. */
function run(what, command, args) {
  console.log(what);
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: longestRun, killSignal: 'SIGKILL' };
  const first = spawnSync(command, args, options);
  const { status, error } = first.error?.code === 'ETIMEDOUT' ? spawnSync(command, args, options) : first;
  if (status !== 0) throw new Error(`${what} failed${error ? `: ${error.message}` : ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
