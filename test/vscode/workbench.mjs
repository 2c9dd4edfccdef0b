/**
 * The second part of the tests in VS Code: the .vsix as users install it, in the newest VS Code, looked at from outside
 * with a browser. A user's way through the workbench, once in Chinese and once in English: squiggle, Problems panel,
 * Outline, hover, the rule's page, completion, light bulb, the list of sections, the checklist, the language status, the
 * walkthrough, new reports and an empty folder. Each step is a test; pictures are left in out/screenshots/<language>/.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openPage, viewport } from './host/browser.mjs';
import { withInstalled } from './installed.mjs';
import { hoverOver, open, openLightBulb, overlaps, reveal, run, stepsOf, until } from './user.mjs';

const report = 'conference.mission.md';
/** The report's one wrong name of a member, and the right one. */
const wrong = '新西蘭';
const right = '紐西蘭';
const rule = 'economies/nonstandard-name';

/** What each language's workbench calls the things a user looks for, and how it speaks of the wrong name. */
const languages = {
  'zh-TW': {
    outline: '大綱',
    finding: /紐西蘭/,
    checklist: '審核表',
    names: /名稱與縮寫正確/,
    parts: /章節 \d\/\d.*摘要 \d+\/300/,
    profile: '出席國際會議',
    walkthrough: '開始使用出國報告',
    steps: ['開啟一份報告', '移到任何章節'],
    newReport: '新增出國報告',
    command: '新增出國報告…',
    event: '其他：自行輸入標題',
    central: '中央機關',
    empty: '這個資料夾還沒有出國報告',
  },
  en: {
    outline: 'Outline',
    finding: /[A-Za-z]{3,}.*紐西蘭|紐西蘭.*[A-Za-z]{3,}/,
    checklist: 'Report Checklist',
    names: /Names and acronyms right/,
    parts: /Parts \d\/\d.*Abstract \d+\/300/,
    profile: 'International conference',
    walkthrough: 'Get Started with Mission Reports',
    steps: ['Open a report', 'Find your way'],
    newReport: 'New Mission Report',
    command: 'Create a Mission Report…',
    event: 'Another journey',
    central: 'Central agencies',
    empty: 'There is no mission report in this folder yet',
  },
};
/** The pictures that the README shows, by name, with their size: a README is narrow, and they must not weigh much. */
const readmePictures = {
  editor: { width: 980, height: 800 }, // high enough for the underlined words
  checklist: { width: 860, height: 500 },
  'new-report': { width: 980, height: 560 },
};

/**
 * @param {{ root: string, workspace: string, updateImages: boolean }} options `updateImages` copies the README's
 * pictures to docs/images/
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkWorkbench({ root, workspace, updateImages }) {
  const logs = path.join(root, 'out/vscode/workbench');
  const pictures = path.join(root, 'out/screenshots');
  rmSync(pictures, { recursive: true, force: true });
  const outcomes = [];
  const empty = path.join(path.dirname(workspace), 'empty');
  mkdirSync(empty);
  await withInstalled({ root, workspace, logs }, async (addressOf) => {
    for (const language of Object.keys(languages)) {
      const { browser, page } = await openPage({ locale: language });
      const folder = path.join(pictures, language);
      const step = stepsOf({ page, outcomes, where: language, pictures: logs, root });
      const shoot = async (name) => {
        await page.screenshot({ path: path.join(folder, `${name}.png`) });
        const size = readmePictures[name];
        if (!size) return;
        // The workbench makes itself at home in a size: lines wrap anew, and the next step must find its words.
        const resize = async (/** @type {{ width: number, height: number }} */ to) => {
          await page.setViewportSize(to);
          await new Promise((resolve) => setTimeout(resolve, 500));
        };
        await resize(size);
        await page.screenshot({ path: path.join(folder, `${name}-small.png`) });
        await resize(viewport);
      };
      await page.goto(addressOf(workspace));
      await walk(page, languages[language], step, shoot);
      await page.goto(addressOf(empty));
      await step('an empty folder shows the way to a new report', async () => {
        const header = page.locator('.pane-header', { hasText: languages[language].checklist });
        await header.waitFor();
        if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
        await page.locator('.welcome-view-content', { hasText: languages[language].empty }).first().waitFor();
        await shoot('empty-folder');
      });
      await browser.close();
    }
  });
  if (updateImages) {
    mkdirSync(path.join(root, 'docs/images'), { recursive: true });
    for (const name of Object.keys(readmePictures))
      copyFileSync(path.join(pictures, `zh-TW/${name}-small.png`), path.join(root, `docs/images/${name}.png`));
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
  await step('a click on the rule opens its page, rendered, from the Problems panel and from the hover', async () => {
    const pageOfRule = async (/** @type {string} */ name) => {
      await page.locator('.tab.active', { hasText: 'nonstandardName.md' }).waitFor();
      await page.locator('iframe.webview.ready').last().waitFor();
      await new Promise((resolve) => setTimeout(resolve, 1500)); // the preview is in a frame of its own
      await shoot(name);
      await run(page, 'workbench.action.closeActiveEditor');
    };
    await problems.filter({ hasText: rule }).first().locator('a', { hasText: rule }).click();
    await pageOfRule('rule-page');
    await hoverOver(page, line(wrong).first(), wrong);
    await page.locator('.monaco-hover-content a', { hasText: rule }).first().click();
    await pageOfRule('rule-page-by-hover');
  });
  await step('the light bulb mends it, and the squiggle is gone', async () => {
    const action = page.locator('.action-widget .monaco-list-row', { hasText: right }).first();
    await openLightBulb(page, wrong, action);
    await shoot('quick-fix');
    await action.click();
    await line(right).first().waitFor();
    await problems.filter({ hasText: rule }).first().waitFor({ state: 'detached' });
    await until(async () => !(await overlaps(squiggle, line(right).first())));
  });
  await step('completion lists the members', async () => {
    await reveal(page, '加拿大');
    await page.keyboard.type('紐');
    const entry = page.locator('.suggest-widget .monaco-list-row', { hasText: right }).first();
    await until(async () => {
      // Nobody asks before VS Code has looked whether a list is to open by itself.
      await page.waitForTimeout(1000);
      if (!(await entry.isVisible())) await page.keyboard.press('Control+Space');
      return entry.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
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
  await step('the list of sections leads to one', async () => {
    await run(page, 'missionReport.goToSection');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '出席會議情形' }).first().waitFor();
    await page.locator('.quick-input-widget input').fill('@數位貿易');
    await until(async () => (await page.locator('.quick-input-list .monaco-list-row').count()) < 4);
    await shoot('sections');
    await page.keyboard.press('Enter');
    await line('二、數位貿易研討會').first().waitFor();
  });
  await step('the checklist tells what stands open, and leads there', async () => {
    await page.keyboard.press('Control+J'); // closes the panel
    await page.locator('.pane-header', { hasText: words.outline }).click(); // makes room for it
    const header = page.locator('.pane-header', { hasText: words.checklist });
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    const row = page.locator('.pane-body .monaco-list-row', { hasText: words.names });
    await row.first().click();
    const place = page.locator('.pane-body .monaco-list-row', { hasText: right });
    await place.first().waitFor();
    await shoot('checklist');
    await place.first().click();
    await line(wrong).first().waitFor();
  });
  await step('the language status tells the profile, the parts and the length of the abstract', async () => {
    await page.locator('#status\\.languageStatus').first().hover();
    const status = page.locator('.hover-language-status');
    await status.filter({ hasText: words.parts }).first().waitFor();
    await status.filter({ hasText: words.profile }).first().waitFor();
    await shoot('status');
    await page.keyboard.press('Escape');
  });
  await step('the walkthrough opens, with its steps and pictures', async () => {
    await page.keyboard.press('Control+B'); // the side bar goes: the pictures want room
    await run(page, 'workbench.action.openWalkthrough');
    await page.locator('.getting-started-category', { hasText: words.walkthrough }).first().click();
    for (const title of words.steps) await page.locator('.getting-started-step', { hasText: title }).first().waitFor();
    await page.locator('.getting-started-step', { hasText: words.steps[1] }).first().click();
    await page.locator('.getting-started-media').first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1000)); // the picture is in a frame of its own
    await shoot('walkthrough');
    await run(page, 'workbench.action.closeActiveEditor');
    await page.keyboard.press('Control+B');
  });
  await step('a new report is asked for step by step, and opens with its places to fill in', async () => {
    await run(page, 'missionReport.newReport');
    const input = page.locator('.quick-input-widget input').first();
    const title = page.locator('.quick-input-title');
    const at = (number) => title.filter({ hasText: new RegExp(`${words.newReport}.*${number}/\\d`) }).waitFor();
    await at(1);
    await input.press('Enter');
    await at(2);
    await input.press('Enter');
    await at(3);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: words.event }).first().waitFor();
    await input.fill('2024');
    await shoot('new-report-event');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '2024 年' }).first().click();
    await at(4);
    await page.locator('.quick-input-left-action-bar .action-label').first().click(); // back, and on again
    await at(3);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '2024 年' }).first().click();
    await at(4);
    await input.fill('林若涵科長、陳柏宇專員');
    await input.press('Enter');
    await at(5);
    await input.fill('經濟部國際貿易署');
    await input.press('Enter');
    await at(6);
    const proposed = await input.inputValue();
    if (!/^113 年 \d+ 月 \d+ 日至/.test(proposed)) throw new Error(`proposed: ${proposed}`);
    await input.fill('113/8/20-8/9');
    await page.locator('.quick-input-message', { hasText: /113\D{0,3}8\D{0,3}20/ }).waitFor();
    await shoot('new-report-period');
    await input.fill(proposed);
    await input.press('Enter');
    await at(7);
    const fileName = await input.inputValue();
    if (!/^出席.*\.(?:md|txt)$/.test(fileName)) throw new Error(`proposed: ${fileName}`);
    await input.press('Enter');
    await line('林若涵科長、陳柏宇專員').first().waitFor();
    await line('壹、目的').first().waitFor();
    await shoot('new-report');
    // The next language begins with nothing unsaved: the profile is the same.
    await run(page, 'workbench.action.revertAndCloseActiveEditor');
    await new Promise((resolve) => setTimeout(resolve, 2000)); // VS Code forgets its backup
  });
  await step("a visit is asked for its host, and words of one's own are an answer", async () => {
    await run(page, 'missionReport.newReport');
    const input = page.locator('.quick-input-widget input').first();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const title = page.locator('.quick-input-title');
    const at = (number) => title.filter({ hasText: new RegExp(`${words.newReport}.*${number}/\\d`) }).waitFor();
    await at(1);
    await shoot('new-report-formats');
    await rows.filter({ hasText: words.central }).first().click();
    await at(2);
    await input.fill('校外見學');
    await rows.filter({ hasText: '校外見學' }).first().waitFor();
    await shoot('new-report-own-category');
    await input.fill('考察');
    await rows.filter({ hasText: '考察' }).first().click();
    for (const [number, answer] of [
      [3, '日本大阪'],
      [4, '大阪國稅局'],
    ]) {
      await at(number);
      await input.fill(answer);
      await input.press('Enter');
    }
    await at(5);
    const proposed = await input.inputValue();
    if (proposed !== '赴日本大阪國稅局考察報告') throw new Error(`proposed: ${proposed}`);
    await input.press('Enter');
    for (const number of [6, 7]) {
      await at(number);
      await input.press('Enter');
    }
    await at(8);
    await input.fill('1140810-1140816');
    await page.locator('.quick-input-message', { hasText: /7 (?:天|days)/ }).waitFor();
    await shoot('new-report-days');
    await input.press('Enter');
    await at(9);
    await input.press('Enter');
    await line('拜會大阪國稅局').first().waitFor();
    await shoot('new-report-visit');
    await run(page, 'workbench.action.revertAndCloseActiveEditor');
    await page.locator('.tab', { hasText: '大阪國稅局' }).waitFor({ state: 'detached' });
    await new Promise((resolve) => setTimeout(resolve, 2000)); // VS Code forgets its backup
  });
  await step('the palette finds the way to a new report under 出國, first of all', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>出國');
    const first = page.locator('.quick-input-list .monaco-list-row').first();
    await first.filter({ hasText: words.command }).waitFor();
    await shoot('palette');
    await page.keyboard.press('Escape');
  });
}
