/**
 * The third part of the tests in VS Code: the extension as VS Code for the web runs it, in a browser's worker, with the
 * language server in a worker of its own. The workbench is that of the newest VS Code and of the oldest; a web server
 * stands for the marketplace and has the files of the package, and no others.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { openPage } from './host/browser.mjs';
import { installVsCode, releases } from './host/install.mjs';
import { freePort, makeProfile, startServer, workbenchAddress } from './host/server.mjs';
import { open, openLightBulb, run, stepsOf, until } from './user.mjs';

/** A rule that finds something in the report, and that the folder's configuration switches off. */
const switchedOff = 'acronyms/misspelled';

/** The types that a browser insists on. */
const types = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * @param {{ root: string, workspace: string, name: keyof typeof releases }} options
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkWeb({ root, workspace, name }) {
  const vscode = installVsCode(root, releases[name]);
  const logs = path.join(root, 'out/vscode/web', releases[name].vscode);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  writeFileSync(path.join(workspace, '.mission-report.json'), `{ "rules": { "${switchedOff}": "off" } }\n`);
  const profileFolder = path.join(path.dirname(workspace), `profile-${name}`);
  mkdirSync(profileFolder);

  const port = await freePort();
  const server = startServer(vscode, {
    profile: makeProfile(profileFolder),
    port,
    logFile: path.join(logs, 'server.log'),
  });
  const marketplace = await serveFiles(root, packagedFiles(root));
  const outcomes = [];
  let browser;
  try {
    await server.listening;
    let page;
    ({ browser, page } = await openPage({ locale: 'en', strict: false }));
    await page.addInitScript(addExtension, { scheme: 'http', authority: `localhost:${marketplace.port}`, path: '/' });
    await page.goto(workbenchAddress({ port, folder: workspace }));
    const where = `VS Code ${releases[name].vscode} for the web`;
    await walk(page, stepsOf({ page, outcomes, where, pictures: logs, root }), marketplace);
  } finally {
    await browser?.close();
    marketplace.end();
    await server.end();
  }
  return outcomes;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {(name: string, act: () => Promise<void>) => Promise<void>} step
 * @param {Files} marketplace
 */
async function walk(page, step, marketplace) {
  page.setDefaultTimeout(30_000);
  const problems = page.locator('.markers-panel .monaco-list-row');
  const wrongName = problems.filter({ hasText: 'economies/nonstandard-name' });
  const asked = (file) => marketplace.asked.filter((one) => one === `/${file}`).length;

  await step('a report is checked, by the library that the worker loads', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await open(page, 'conference.mission.md');
    await page.keyboard.press('Control+Shift+M');
    await wrongName.first().waitFor();
    await until(() => asked('dist/lexicon.js') === 1);
    for (const file of ['dist/client.web.js', 'dist/server.web.js', 'dist/core.js', 'dist/lexicon.js'])
      if (asked(file) !== 1) throw new Error(`${file} was loaded ${asked(file)} times`);
  });
  await step('the configuration of the folder is read through the extension', async () => {
    await problems.filter({ hasText: switchedOff }).first().waitFor({ state: 'detached' });
  });
  await step('the light bulb mends a name', async () => {
    await openLightBulb(page, '新西蘭', page.locator('.action-widget .monaco-list-row.focused', { hasText: '紐西蘭' }));
    await page.keyboard.press('Enter');
    await wrongName.first().waitFor({ state: 'detached' });
  });
  await step('the server starts again when it is told to', async () => {
    await run(page, 'missionReport.restartServer');
    await until(() => asked('dist/server.web.js') === 2 && asked('dist/core.js') === 2);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Z');
    await wrongName.first().waitFor();
  });
}

/** Runs in the page, before the workbench does: adds an extension to those that it brings along. */
function addExtension(address) {
  new MutationObserver((_changes, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const configuration = JSON.parse(meta.dataset.settings);
    meta.dataset.settings = JSON.stringify({ ...configuration, additionalBuiltinExtensions: [address] });
  }).observe(document, { childList: true, subtree: true });
}

/** @returns {Set<string>} the files of the package, as paths below `root` */
function packagedFiles(root) {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const list = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  return new Set(list.split('\n').filter(Boolean));
}

/**
 * Serves `files` of `folder` on a free port of this machine.
 * @typedef {{ port: number, asked: string[], end: () => void }} Files `asked` holds every path that was asked for
 * @returns {Promise<Files>}
 */
function serveFiles(folder, files) {
  const asked = [];
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.push(pathname);
    const found = files.has(pathname.slice(1));
    response.writeHead(found ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': types[path.extname(pathname)] ?? 'application/octet-stream',
    });
    if (found) createReadStream(path.join(folder, pathname)).pipe(response);
    else response.end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      resolve({
        port: server.address().port,
        asked,
        end: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
