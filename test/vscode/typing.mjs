/**
 * The third part of the tests in VS Code: reports written in the workbench as a person writes them, key by key and with
 * the composition events of an input method, in each of the languages that a report may be in. What is saved is what was
 * typed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPage } from './host/browser.mjs';
import { withInstalled } from './installed.mjs';
import { prose } from './prose.mjs';
import { open, run, stepsOf, until } from './user.mjs';

/** How long an editor may take to open a list, in milliseconds. */
const listDelay = 200;

/** A report that somebody goes on with. Its wrong name shows when it is checked. */
const begun = `出國報告

出席 APEC 會議報告

服務機關：數位發展部

姓名職稱：林若涵科長

派赴國家/地區：新西蘭

出國期間：113年8月16日至8月19日

報告日期：113年9月11日

摘要

出席會議。

壹、目的

瞭解國際趨勢。

貳、行程

8月16日（五）	啟程

參、出席會議情形

一、甲小組會議

（一）越南、泰國及我國共 3 個會員出席會議，新西蘭缺席。

`;

/** The languages that VS Code has a report in, each by a file that is opened in it. */
const files = { 'mission-report': 'draft.mission.md', markdown: 'draft.md', plaintext: 'draft.txt' };

/** Files of the other tests; Quick Open finds those that are there when VS Code starts. */
const others = ['fill.mission.md', 'next.mission.md', 'over.mission.md', 'asked.mission.md', 'offer.txt'];

const delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isNumbered = (line) => /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+\. )/.test(line);

/**
 * @param {{ root: string, workspace: string }} options
 * @returns {Promise<import('./run.mjs').Outcome[]>}
 */
export async function checkTyping({ root, workspace }) {
  const logs = path.join(root, 'out/vscode/typing');
  const outcomes = [];
  for (const file of [...Object.values(files), ...others]) writeFileSync(path.join(workspace, file), begun);
  await withInstalled({ root, workspace, logs }, async (addressOf) => {
    const { browser, page } = await openPage({ locale: 'zh-TW' });
    page.setDefaultTimeout(60_000);
    const step = stepsOf({ page, outcomes, where: 'typing', pictures: logs, root });
    await page.goto(addressOf(workspace), { timeout: 180_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    const author = await authorOf(page);
    for (const [language, file] of Object.entries(files))
      await step(`${prose.length} lines of prose stay as they are typed, in ${language}`, async () => {
        await open(page, file);
        await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
        await page.keyboard.press('Control+1');
        await page.keyboard.press('Control+End');
        const expected = await writeProse(page, author);
        await page.keyboard.press('Control+S');
        await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
        compare(readFileSync(path.join(workspace, file), 'utf8').slice(begun.length), expected);
        await page.keyboard.press('Control+F4');
      });
    await writeElsewhere({ page, workspace, author, step });
    await browser.close();
  });
  return outcomes;
}

/**
 * Somebody who writes with a keyboard and an input method.
 *
 * @param {import('playwright-core').Page} page
 */
async function authorOf(page) {
  const devtools = await page.context().newCDPSession(page);
  const keys = async (text) => {
    for (const character of text)
      if (/[ -~]/.test(character)) await page.keyboard.type(character);
      else await page.keyboard.insertText(character);
  };
  /** Han characters in words of up to three, each begun with its sound; all else is a key. */
  const composition = async (text) => {
    for (const word of text.match(/\p{Script=Han}{1,3}|./gu) ?? []) {
      if (!/\p{Script=Han}/u.test(word)) {
        await keys(word);
        continue;
      }
      for (const so of ['ㄏ', ...[...word].map((_, index) => word.slice(0, index + 1))])
        await devtools.send('Input.imeSetComposition', {
          text: so,
          selectionStart: so.length,
          selectionEnd: so.length,
        });
      await devtools.send('Input.insertText', { text: word });
    }
  };
  return { keys, composition };
}

/**
 * Types all lines of prose, each with its end: by turns with the keyboard alone and with the input method. The middle of a
 * long line comes at once, as from dictation. Enter behind an item begins the next one; at an item left empty it ends the
 * list.
 *
 * @param {{ keys: (text: string) => Promise<void>, composition: (text: string) => Promise<void> }} author
 * @returns {Promise<string>} what must stand there then; a Tab may be blanks
 */
async function writeProse(page, { keys, composition }) {
  let expected = '';
  for (const [index, [line, end]] of prose.entries()) {
    const write = index % 2 === 0 ? keys : composition;
    const [, number = '', first, middle, last] = /^([（(].[）)])?(.{0,4})(.*?)(.{0,7})$/u.exec(line);
    await keys(number);
    // The one that came by itself goes, once the one that was typed is shown: who writes on before has both.
    if (number !== '') await delay(listDelay);
    if (number !== '') await page.locator('.view-line', { hasText: number + number }).waitFor({ state: 'detached' });
    await write(first);
    if (middle !== '') await page.keyboard.insertText(middle);
    await write(last);
    await delay(listDelay);
    if (end !== 'Enter') await page.keyboard.press(end);
    await page.keyboard.press('Enter');
    expected += `${line}${end === 'Tab' ? '\t' : ''}\n`;
    if (!isNumbered(line)) continue;
    await delay(listDelay); // the next number comes
    const next = prose[index + 1]?.[0] ?? '';
    if (isNumbered(next) && next[0] === line[0]) continue;
    await page.keyboard.press('Enter');
    expected += '\n';
    await delay(listDelay);
  }
  return expected;
}

/** What else an author does with keys: filling in, overwriting, asking for a list, going on in a text file. */
async function writeElsewhere({ page, workspace, author: { keys, composition }, step }) {
  /** Opens a report that goes on with `text`, the cursor behind it. */
  const write = async (file, text) => {
    writeFileSync(path.join(workspace, file), begun + text);
    await open(page, file);
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+End');
  };
  const save = async (file) => {
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    return readFileSync(path.join(workspace, file), 'utf8').slice(begun.length);
  };
  const expect = async (file, expected) => {
    const written = await save(file);
    if (written !== expected) throw new Error(`written: ${written}\nexpected: ${expected}`);
  };
  const press = async (...all) => {
    for (const key of all) await page.keyboard.press(key);
    await delay(listDelay);
  };
  /** Does what selects a place, and waits until another one than before is selected. */
  const move = async (act) => {
    const place = page.locator('#status\\.editor\\.selection');
    const before = await place.innerText();
    await act();
    await until(async () => {
      const now = await place.innerText();
      return now !== before && /選取|selected/.test(now);
    });
  };

  await step('Tab goes to the next place to fill in, after saving, after Escape and when opened again', async () => {
    const file = 'fill.mission.md';
    await write(file, '我國由○○率團。\n會中○○發言，○○附議。\n結論：○○。\n');
    const next = () => run(page, 'missionReport.nextPlaceholder');
    const tab = () => page.keyboard.press('Tab');
    await move(next); // from the end round to the first
    await composition('外交部');
    await move(tab);
    await save(file);
    await keys('日本');
    await press('Escape');
    await move(tab);
    await move(() => page.keyboard.press('Shift+Tab')); // none is left before it but, round the start, the last
    await composition('通過');
    await expect(file, '我國由外交部率團。\n會中日本發言，○○附議。\n結論：通過。\n');
    await page.keyboard.press('Control+F4');
    await open(page, file);
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+End');
    await move(next);
    await keys('智利');
    await expect(file, '我國由外交部率團。\n會中日本發言，智利附議。\n結論：通過。\n');
  });
  await step('F8 selects what is to be filled in', async () => {
    const file = 'next.mission.md';
    await write(file, '我國由○○率團。\n');
    await page.keyboard.press('ArrowUp');
    await move(() => page.keyboard.press('F8'));
    await keys('外交部');
    await expect(file, '我國由外交部率團。\n');
  });
  await step('a bracket typed over a selected line leaves nothing of it', async () => {
    const file = 'over.mission.md';
    await write(file, '一、舊標題');
    await press('Home', 'Shift+End');
    await keys('（');
    await composition('一');
    await keys('）');
    await composition('緒論');
    await expect(file, '（一）緒論');
  });
  await step('an author who asks gets the list, and takes from it', async () => {
    const file = 'asked.mission.md';
    await write(file, '會中，紐');
    await press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: '紐西蘭' }).first().waitFor();
    await press('Enter');
    await keys('發言。');
    await expect(file, '會中，紐西蘭發言。');
  });
  await step('a text file is offered the language of reports, and then goes on with numbers', async () => {
    const file = 'offer.txt';
    await write(file, '');
    await keys('一');
    await page.locator('.notification-toast .monaco-button', { hasText: '只改這個檔案' }).first().click();
    await page.locator('#status\\.editor\\.mode', { hasText: 'Mission Report' }).waitFor();
    await page.keyboard.press('Control+1');
    await keys('、甲案');
    await press('Enter');
    await page.locator('.view-line', { hasText: /^二、$/ }).waitFor();
    await keys('乙案');
    await expect(file, '一、甲案\n二、乙案');
  });
}

/** @throws {Error} with the lines that came out otherwise */
function compare(written, expected) {
  const lines = written.replace(/[ \t]+$/gm, '\t').split('\n');
  const wrong = expected
    .split('\n')
    .flatMap((line, index) => (lines[index] === line ? [] : [`${line} → ${lines[index]}`]));
  if (wrong.length > 0) throw new Error(`${wrong.length} lines were changed:\n${wrong.slice(0, 12).join('\n')}`);
  if (written.trimEnd().split('\n').length !== expected.trimEnd().split('\n').length)
    throw new Error(`there is more than was typed: ${written.slice(expected.length)}`);
}
