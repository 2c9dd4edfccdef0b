#!/usr/bin/env node
/**
 * A stand-in for the desktop's `code` executable (@vscode/test-electron's vscodeExecutablePath): it takes the arguments
 * a test run passes and runs the suite in the VS Code of install.mjs, its server on 127.0.0.1 and its workbench in
 * headless Chromium.
 *
 *   code.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--user-data-dir=DIR] [--extensions-dir=DIR] [FOLDER]
 *
 * Other switches of the desktop mean nothing here. In the environment: VSCODE_HOST_RELEASE, newest (default) or oldest,
 * and VSCODE_HOST_LOGS, a folder (default out/vscode/code) for the logs of the server and the workbench and, of a run
 * that did not pass, VS Code's own logs and a screenshot.
 *
 * Exit code: 0 the suite passed, 1 it failed, 2 VS Code or the suite did not get that far.
 */
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { installVsCode, releases } from './install.mjs';
import { freePort, makeProfile, startServer, workbenchAddress } from './server.mjs';

/** A suite that takes longer hangs. */
const limitInSeconds = 240;

const root = path.resolve(import.meta.dirname, '../../..');
const several = { type: 'string', multiple: true, default: [] };
const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: several,
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

const scratch = mkdtempSync(path.join(tmpdir(), 'mission-report-code-'));
const cleanUp = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
const logs = path.resolve(process.env.VSCODE_HOST_LOGS ?? path.join(root, 'out/vscode/code'));
mkdirSync(logs, { recursive: true });

try {
  if (!options.extensionTestsPath) throw new Error('there is no --extensionTestsPath');
  process.exitCode = await runSuite(installVsCode(root, releases[process.env.VSCODE_HOST_RELEASE ?? 'newest']));
} catch (error) {
  console.error(`VS Code did not run: ${error.message}`);
  process.exitCode = 2;
} finally {
  cleanUp();
}

/** @returns {Promise<0 | 1 | 2>} the exit code */
async function runSuite(vscode) {
  const profile = makeProfile(scratch, { userData: options['user-data-dir'], extensions: options['extensions-dir'] });
  let extensionHostExit = 0;
  const port = await freePort();
  const server = startServer(vscode, {
    profile,
    port,
    logFile: path.join(logs, 'server.log'),
    switches: ['--enable-smoke-test-driver'], // newer builds take extensionTestsPath from the address only with this
    onOutput: (text) => {
      // VS Code itself reports 0 when a test calls process.exit(3).
      const exit = /Extension Host Process exited with code: (\d+)/.exec(text);
      if (exit) extensionHostExit = Number(exit[1]);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      server.kill();
      cleanUp();
      process.exit(2);
    });

  let browser, page, code;
  const log = createWriteStream(path.join(logs, 'workbench.log'));
  try {
    await server.listening;
    ({ browser, page } = await openPage());
    page.on('pageerror', (error) => log.write(`page error: ${error.stack ?? error}\n`));
    // VS Code calls these two where it finds them on the window: they are there for its own integration tests.
    await page.exposeFunction('codeAutomationLog', (kind, args) => log.write(`${kind}: ${format(...args)}\n`));
    const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    const remote = (file) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
    const payload = [
      ...options.extensionDevelopmentPath.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
      ['extensionTestsPath', remote(options.extensionTestsPath)],
      ...[['enableProposedApi', ''], ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']], // prettier-ignore
    ];
    const folder = positionals.map((name) => path.resolve(name)).find((name) => existsSync(name));
    await page.goto(workbenchAddress({ port, folder, payload }));
    const suiteExit = await Promise.race([exit, tooLate()]);
    await new Promise((resolve) => setTimeout(resolve, 200)); // the server's line about the extension host
    if (extensionHostExit) throw new Error(`the extension host ended with ${extensionHostExit}`);
    code = suiteExit === 0 ? 0 : 1;
  } catch (error) {
    console.error(`The suite did not end: ${error.message}`);
    code = 2;
  }
  if (code) {
    await page?.screenshot({ path: path.join(logs, 'workbench.png') }).catch(() => {}); // it may have crashed
    if (existsSync(path.join(profile.userData, 'logs')))
      cpSync(path.join(profile.userData, 'logs'), path.join(logs, 'vscode'), { recursive: true });
    console.error(`A screenshot and logs are in ${path.relative(root, logs)}`);
  }
  await browser?.close().catch(() => {});
  await server.end();
  log.end();
  return code;
}

function tooLate() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`it took more than ${limitInSeconds} s`)), limitInSeconds * 1000).unref();
  });
}
