/**
 * Draws docs/images/finished-page.png: a part of a sample beside the page that LibreOffice makes of it. Needs what the
 * lane `office` brings, and Chromium.
 *
 *   node docs/images/finishedPage.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOffice } from '../../test/office/setup.mjs';
import { prepare } from '../../test/prepare.mjs';
import { openPage } from '../../test/vscode/host/browser.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'out/finished-page');
const sample = path.join(root, 'samples/clean.mission.md');
/** Where the page begins in the text, and how many lines of it are shown. */
const opening = '壹、目的';
const shownLines = 33;
/** Pixels of the picture, and of the page to the inch: twice what is shown, for sharp letters. */
const size = { width: 980, height: 640 };
const resolution = 150;

prepare();
mkdirSync(folder, { recursive: true });
const odt = path.join(folder, 'sample.odt');
execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), 'export', sample, '--to', 'odt', '-o', odt, '--force']);
execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, odt], {
  env: { ...process.env, FONTCONFIG_FILE: prepareOffice().fontsFile },
  stdio: 'pipe',
}); // prettier-ignore
const pdf = path.join(folder, 'sample.pdf');
const texts = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
const page = texts.findIndex((words) => /\n\s*1\s*$/.test(words)) + 1;
execFileSync('pdftoppm', ['-r', String(resolution), '-f', String(page), '-l', String(page), '-singlefile', '-png', pdf, path.join(folder, 'page')]); // prettier-ignore

const escape = (/** @type {string} */ words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const lines = readFileSync(sample, 'utf8').split(/\r?\n/);
const from = lines.findLastIndex((line) => line.replace(/^#+\s*/, '') === opening);
const source = lines
  .slice(from, from + shownLines)
  .map((line) => (/^(?:#|[壹貳參肆]、|[一二三四]、)/.test(line) ? `<b>${escape(line)}</b>` : escape(line)))
  .join('\n');
const image = readFileSync(path.join(folder, 'page.png')).toString('base64');

const { browser, page: sheet } = await openPage({ locale: 'zh-TW' });
await sheet.setViewportSize(size);
await sheet.setContent(`<!DOCTYPE html><style>
body { margin: 0; display: flex; height: ${size.height}px; background: #e4e4e4; }
pre { flex: 1; margin: 0; padding: 20px 18px; overflow: hidden; background: #fff; color: #3b3b3b; font: 12.5px/1.42 "Noto Sans Mono CJK TC", "Noto Sans CJK TC", monospace; white-space: pre-wrap; }
b { color: #005fb8; }
img { height: ${size.height - 32}px; margin: 16px 22px; box-shadow: 0 1px 6px rgb(0 0 0 / 40%); }
</style><pre>${source}</pre><img alt="" src="data:image/png;base64,${image}">`);
await sheet.screenshot({ path: path.join(root, 'docs/images/finished-page.png') });
await browser.close();
