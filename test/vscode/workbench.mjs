/**
 * The second part of the tests in VS Code: the .vsix as users install it, in the newest VS Code, looked at from outside
 * with a browser. A user's way through the workbench, once in Chinese and once in English: squiggle, Problems panel,
 * Outline, hover, completion, light bulb. Each step is a test; pictures are left in out/screenshots/<language>/.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openPage } from './host/browser.mjs';
import { installVsCode, releases } from './host/install.mjs';
import { freePort, installExtension, makeProfile, startServer, workbenchAddress } from './host/server.mjs';

const report = 'conference.mission.md';
/** The report's one wrong name of a member, and the right one. */
const wrong = '新西蘭';
const right = '紐西蘭';
const rule = 'economies/nonstandard-name';

/** What each language's workbench calls the things a user looks for, and how it speaks of the wrong name. */
const languages = {
  'zh-TW': { outline: '大綱', finding: /紐西蘭/ },
  en: { outline: 'Outline', finding: /[A-Za-z]{3,}.*紐西蘭|紐西蘭.*[A-Za-z]{3,}/ },
};

/**
 * @param {{ root: string, workspace: string, updateImages: boolean }} options `updateImages` copies the README's
 * picture to docs/images/
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkWorkbench({ root, workspace, updateImages }) {
  const vscode = installVsCode(root, releases.newest);
  const logs = path.join(root, 'out/vscode/workbench');
  const pictures = path.join(root, 'out/screenshots');
  for (const folder of [logs, pictures]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const profileFolder = path.join(path.dirname(workspace), 'profile');
  mkdirSync(profileFolder);
  const profile = makeProfile(profileFolder);
  installExtension(vscode, profile, pack(root, path.join(logs, 'mission-report.vsix')));

  const port = await freePort();
  const server = startServer(vscode, { profile, port, logFile: path.join(logs, 'server.log') });
  const outcomes = [];
  try {
    await server.listening;
    for (const language of Object.keys(languages)) {
      const { browser, page } = await openPage({ locale: language });
      const folder = path.join(pictures, language);
      const step = async (name, act) => {
        try {
          await act();
          outcomes.push({ state: 'passed', name: `${name} (${language})` });
        } catch (error) {
          const picture = path.join(logs, `${language} ${name}.png`);
          await page.screenshot({ path: picture }).catch(() => {}); // the page may have crashed
          const message = `${error.message}\nPicture: ${path.relative(root, picture)}`;
          outcomes.push({ state: 'failed', name: `${name} (${language})`, message });
        }
      };
      const shoot = (name) => page.screenshot({ path: path.join(folder, `${name}.png`) });
      await page.goto(workbenchAddress({ port, folder: workspace }));
      await walk(page, languages[language], step, shoot);
      await browser.close();
    }
  } finally {
    await server.end();
  }
  if (updateImages) {
    mkdirSync(path.join(root, 'docs/images'), { recursive: true });
    copyFileSync(path.join(pictures, 'zh-TW/editor.png'), path.join(root, 'docs/images/editor.png'));
  }
  return outcomes;
}

/**
 * The way through the workbench.
 * @param {import('playwright-core').Page} page
 */
async function walk(page, words, step, shoot) {
  page.setDefaultTimeout(20_000);
  const line = (text) => page.locator('.view-line', { hasText: text });
  const squiggle = page.locator('.monaco-editor .squiggly-warning');
  const problems = page.locator('.markers-panel .monaco-list-row');

  await step('a report opens', async () => {
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await open(page, report);
    await line('出席 2025 年').first().waitFor();
  });
  await step('the Outline shows the sections, and a click jumps there', async () => {
    await page.locator('.pane-header', { hasText: 'workspace' }).click(); // makes room for it
    await page.locator('.pane-header', { hasText: words.outline }).click();
    const section = page.locator('.outline-pane .monaco-list-row', { hasText: '出席會議情形' });
    await section.click();
    // The heading, not its entry in 目次, is where the cursor stands now.
    await line('參、出席會議情形').first().waitFor();
    await until(async () => /\b4\d\b/.test(await page.locator('#status\\.editor\\.selection').innerText()));
  });
  await step('a wrong name is underlined', async () => {
    await reveal(page, wrong);
    await squiggle.first().waitFor();
    await until(async () => await overlaps(squiggle, line(wrong).first()));
  });
  await step('the Problems panel says so', async () => {
    await page.keyboard.press('Control+Shift+M');
    const row = problems.filter({ hasText: rule });
    await row.first().waitFor();
    const text = await row.first().innerText();
    if (!words.finding.test(text)) throw new Error(`the finding reads: ${text}`);
    await shoot('editor');
  });
  await step('a hover shows the finding and the card of the member', async () => {
    await hoverOver(page, line(wrong).first(), wrong);
    const card = page.locator('.monaco-hover-content', { hasText: rule });
    await card.first().waitFor();
    await shoot('hover');
    await page.keyboard.press('Escape');
  });
  await step('the light bulb mends it, and the squiggle is gone', async () => {
    await reveal(page, wrong);
    await page.keyboard.press('Control+.');
    const action = page.locator('.action-widget .monaco-list-row', { hasText: right });
    await action.first().waitFor();
    await shoot('quick-fix');
    await action.first().click();
    await line(right).first().waitFor();
    await problems.filter({ hasText: rule }).first().waitFor({ state: 'detached' });
    await until(async () => !(await overlaps(squiggle, line(right).first())));
  });
  await step('completion lists the members', async () => {
    await reveal(page, '加拿大');
    await page.keyboard.type('紐');
    await page.keyboard.press('Control+Space');
    const entry = page.locator('.suggest-widget .monaco-list-row', { hasText: right });
    await entry.first().waitFor();
    await shoot('completion');
    await page.keyboard.press('Enter');
    await line(`(2) ${right}建議`).first().waitFor();
  });
  await step('nothing is saved unasked, and the change is thrown away', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Revert File');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    await line(wrong).first().waitFor();
  });
}

/** Opens a file with Quick Open. */
async function open(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/** Selects `words` in the editor, by searching for them. */
async function reveal(page, words) {
  await page.keyboard.press('Control+1'); // the editor, wherever the focus was
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
}

/** Puts the mouse on `words` in a line of the editor. */
async function hoverOver(page, line, words) {
  const place = await line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
  }, words);
  await page.mouse.move(place.x - 30, place.y + 60);
  await page.mouse.move(place.x, place.y, { steps: 5 });
}

/** Whether one of `marks` lies on the line. */
async function overlaps(marks, line) {
  const here = await line.boundingBox();
  for (const mark of await marks.all()) {
    const box = await mark.boundingBox();
    if (here && box && box.y < here.y + here.height && box.y + box.height > here.y) return true;
  }
  return false;
}

async function until(look) {
  const deadline = Date.now() + 10_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Packs the extension as it is published. */
function pack(root, file) {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file];
  try {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`The extension can't be packed: ${String(error.stderr).trim()}`, { cause: error });
  }
  return file;
}
