/** VS Code's server, as installed by install.mjs, started for one run and ended whole. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** What a profile starts with unless it has settings already. */
const firstSettings = {
  'files.autoSave': 'off', // in a browser the default is afterDelay; the desktop's is off
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
};

/**
 * The workbench's most visible words in Chinese, in the form of a language pack. With it a browser that asks for
 * zh-TW gets VS Code in that language, as from the language pack that can't be had here, and so does the extension.
 */
const chinese = path.join(import.meta.dirname, 'zh-tw.json');

/**
 * Where a VS Code keeps what it knows: settings, extensions and its own state.
 * @typedef {{ folder: string, userData: string, extensions: string }} Profile
 */

/**
 * Makes a profile, or what is missing of it: its folders, its first settings and the languages it speaks.
 *
 * @param {string} folder
 * @param {{ userData?: string, extensions?: string }} [elsewhere] those that shall not be inside `folder`
 * @returns {Profile}
 */
export function makeProfile(folder, elsewhere = {}) {
  const userData = path.resolve(elsewhere.userData ?? path.join(folder, 'user-data'));
  const extensions = path.resolve(elsewhere.extensions ?? path.join(folder, 'extensions'));
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const settings = path.join(userData, 'User/settings.json');
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(firstSettings, null, 2));
  const pack = {
    hash: createHash('sha256').update(readFileSync(chinese)).digest('hex'),
    label: '中文(繁體)',
    extensions: [{ extensionIdentifier: { id: 'mission-report.chinese' }, version: '1.0.0' }],
    translations: { vscode: chinese },
  };
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ 'zh-tw': pack }));
  writeFileSync(path.join(folder, 'argv.json'), '{}'); // no locale of its own: the browser's language is asked
  return { folder, userData, extensions };
}

/** @param {Profile} profile */
const switches = (profile) => [
  ...['--user-data-dir', profile.userData],
  ...['--extensions-dir', profile.extensions],
  ...['--server-data-dir', path.join(profile.folder, 'server-data')],
];

/** @param {Profile} profile */
const environment = (profile) => ({
  ...process.env,
  EXTENSIONS_GALLERY: '{}', // no marketplace: nothing is looked up, nothing is offered
  VSCODE_PORTABLE: profile.folder, // where argv.json is
  XDG_RUNTIME_DIR: profile.folder, // where sockets are made; they would pile up in the temporary folder
});

/**
 * Installs an extension as a user would.
 *
 * @param {{ main: string, node: string }} vscode
 * @param {Profile} profile
 * @param {string} vsix the file
 * @throws {Error} with what VS Code says, when it refuses the file
 */
export function installExtension(vscode, profile, vsix) {
  const args = [vscode.main, ...switches(profile), '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(vscode.node, args, { encoding: 'utf8', env: environment(profile) });
  if (status !== 0) throw new Error(`VS Code does not install ${vsix}: ${stdout}${stderr}`);
}

/**
 * @typedef {object} ServerOptions
 * @property {Profile} profile
 * @property {number} port a free one, on 127.0.0.1
 * @property {string} [token] what an address must carry; without one every address on this machine will do
 * @property {string} logFile
 * @property {readonly string[]} [switches] further ones
 * @property {(line: string) => void} [onOutput] told what the server prints
 */

/**
 * Starts VS Code's server in a process group of its own.
 *
 * @param {{ main: string, node: string }} vscode
 * @param {ServerOptions} options
 * @returns {{ listening: Promise<void>, ended: Promise<number>, end: () => Promise<void>, kill: () => void }} `listening`
 * fails when the server ends before it listens; `ended` is its exit code; `end` ends it with all it started, `kill` does
 * so at once
 */
export function startServer(vscode, { profile, port, token, logFile, switches: more = [], onOutput }) {
  const args = [
    ...[vscode.main, '--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...switches(profile),
    ...[
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-telemetry',
      '--disable-workspace-trust',
    ],
    ...more,
  ];
  const server = spawn(vscode.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: environment(profile),
  });
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // it is gone
    }
  };
  const log = createWriteStream(logFile);
  const ended = new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 1)));
  const listening = new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        log.write(text);
        onOutput?.(text);
        if (text.includes('Extension host agent listening')) resolve();
      });
    server.once('error', reject);
    ended.then((code) => reject(new Error(`VS Code's server ended with ${code}; its log is ${logFile}`)));
  });
  return {
    listening,
    ended,
    kill: () => signal('SIGKILL'),
    end: async () => {
      signal('SIGTERM');
      const late = setTimeout(() => signal('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
      // Whatever outlived it: an extension host that waits for a reconnection, a language server.
      signal('SIGKILL');
      log.end();
    },
  };
}

/**
 * @param {number} wanted 0 for any
 * @returns {Promise<number>} a port of 127.0.0.1 that is free now
 * @throws {Error} when `wanted` is taken
 */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * The address that opens `open` in the workbench.
 *
 * @param {object} where
 * @param {number} where.port
 * @param {string} [where.token]
 * @param {string} [where.folder] a folder, or a .code-workspace file
 * @param {readonly (readonly [string, string])[]} [where.payload] what the workbench is told besides
 */
export function workbenchAddress({ port, token, folder, payload = [] }) {
  const query = new URLSearchParams();
  if (token) query.set('tkn', token);
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  else query.set('ew', 'true'); // an empty window
  if (payload.length) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
