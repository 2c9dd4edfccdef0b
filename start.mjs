/**
 * `npm start`: installs what is missing, builds, and opens VS Code with the extension and the samples loaded.
 *
 *   npm start                                        the desktop's `code` if it is on the PATH, else VS Code in the browser
 *   npm start -- FOLDER                              opens FOLDER itself, not a copy
 *   npm start -- --port N --no-open FOLDER           in the browser, on that port, and leaves opening the address to you
 *
 * VS Code in the browser comes from registry packages (test/vscode/host/install.mjs). It listens on 127.0.0.1 only, its
 * address carries a token made for that run, and Ctrl-C ends it with all it started. Its settings stay from run to run
 * in .vscode-host/profile. Exit code: 0 ended by Ctrl-C, 1 something failed, 2 wrong usage.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './test/prepare.mjs';
import { installVsCode, releases } from './test/vscode/host/install.mjs';
import { freePort, makeProfile, startServer, workbenchAddress } from './test/vscode/host/server.mjs';

const samples = path.join(root, 'samples');
/** The sample that shows most is open from the start. */
const firstSample = path.join(samples, 'faults.mission.md');

const { port, open, folder, browser } = readArguments();
const chosenPort = await freePort(port).catch(() => fail(2, `Port ${port} is in use or not ours to use.`));
try {
  prepare();
} catch (error) {
  fail(1, error.message);
}
if (browser || !openDesktop()) await serve().catch((error) => fail(1, error.message));

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new Error(`One folder, not ${positionals.length}: ${positionals.join(' ')}`);
    if (values.port && !(/^\d{1,5}$/.test(values.port) && Number(values.port) < 65536))
      throw new Error(`Not a port: ${values.port}`);
    const folder = path.resolve(positionals[0] ?? samples);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`No such folder: ${folder}`);
    return {
      port: Number(values.port ?? 0),
      open: !values['no-open'],
      folder,
      browser: values.port !== undefined || values['no-open'],
    };
  } catch (error) {
    return fail(2, `${error.message.split('. ')[0]}\nUsage: npm start -- [--port N] [--no-open] [FOLDER]`);
  }
}

/** @returns {boolean} whether the desktop's VS Code was there and took it */
function openDesktop() {
  const files = folder === samples ? [folder, firstSample] : [folder];
  const { error, status } = spawnSync('code', [`--extensionDevelopmentPath=${root}`, ...files], {
    stdio: 'inherit',
    shell: process.platform === 'win32', // there it is code.cmd
  });
  if (status === 0) console.log(`VS Code opens ${folder} with the extension loaded.`);
  else if (!error) console.log('The desktop VS Code did not start; VS Code in the browser is used.');
  return status === 0;
}

/** Serves VS Code until Ctrl-C. */
async function serve() {
  const vscode = installVsCode(root, releases.newest);
  const profileFolder = path.join(root, '.vscode-host/profile');
  mkdirSync(profileFolder, { recursive: true });
  const profile = makeProfile(profileFolder);
  await installUnpacked(profile.extensions);

  const token = randomBytes(16).toString('hex');
  const logFile = path.join(profileFolder, 'server.log');
  const server = startServer(vscode, { profile, port: chosenPort, token, logFile });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await server.end();
      process.exit(0);
    });
  try {
    await server.listening;
  } catch (error) {
    if (stopping) return;
    throw error;
  }
  server.ended.then((code) => {
    if (!stopping) fail(1, `VS Code ended with ${code}; its log is ${logFile}`);
  });

  const payload = folder === samples ? [['openFile', `vscode-remote://127.0.0.1:${chosenPort}${firstSample}`]] : [];
  const address = workbenchAddress({ port: chosenPort, token, folder, payload });
  console.log(`VS Code with the extension, on ${folder}:\n\n  ${address}\n\nCtrl-C ends it.`);
  if (open) openBrowser(address);
}

/** Puts the extension into `extensions` as it is packed, so that VS Code loads it like any installed one. */
async function installUnpacked(extensions) {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const entry of readdirSync(extensions))
    // Without its list VS Code looks at the folders themselves.
    if (entry.startsWith(`${publisher}.${name}-`) || entry === 'extensions.json')
      rmSync(path.join(extensions, entry), { recursive: true });
  const target = path.join(extensions, `${publisher}.${name}-${version}`);
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None }))
    cpSync(path.join(root, file), path.join(target, file));
}

function openBrowser(address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .once('error', () => console.log('No browser could be opened; open the address yourself.'))
    .unref();
}

function fail(code, message) {
  console.error(message);
  process.exit(code);
}
