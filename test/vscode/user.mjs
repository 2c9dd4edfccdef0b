/** What a user does in the workbench, and how the tests that look at it from outside tell of it. */
import path from 'node:path';

/**
 * A function that does a step and adds its outcome; a step that failed leaves a picture.
 *
 * @param {object} parts
 * @param {import('playwright-core').Page} parts.page
 * @param {import('./run.mjs').Outcome[]} parts.outcomes
 * @param {string} parts.where what the steps' names end with
 * @param {string} parts.pictures the folder for pictures
 * @param {string} parts.root the project's folder
 * @returns {(name: string, act: () => Promise<void>) => Promise<void>}
 */
export function stepsOf({ page, outcomes, where, pictures, root }) {
  return async (name, act) => {
    try {
      await act();
      outcomes.push({ state: 'passed', name: `${name} (${where})` });
    } catch (error) {
      const picture = path.join(pictures, `${where} ${name}.png`);
      await page.screenshot({ path: picture }).catch(() => {}); // the page may have crashed
      const message = `${error.message}\nPicture: ${path.relative(root, picture)}`;
      outcomes.push({ state: 'failed', name: `${name} (${where})`, message });
    }
  };
}

/** Opens a file with Quick Open. */
export async function open(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/** Runs a command out of the Command Palette, which finds it by its id. */
export async function run(page, command) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${command}`);
  await page.locator('.quick-input-list .monaco-list-row').first().click();
}

/** Selects `words` in the editor, by searching for them. */
export async function reveal(page, words) {
  await page.keyboard.press('Control+1'); // the editor, wherever the focus was
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
}

/**
 * Opens the light bulb's menu on `words` until it shows `action`. It closes when the editor is told meanwhile to ask for
 * something again, as it is after a start; and keys go astray on a slow machine.
 */
export async function openLightBulb(page, words, action) {
  await until(async () => {
    await reveal(page, words);
    await page.keyboard.press('Control+.');
    return await action.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Puts the mouse on `words` in a line of the editor. */
export async function hoverOver(page, line, words) {
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
export async function overlaps(marks, line) {
  const here = await line.boundingBox();
  for (const mark of await marks.all()) {
    const box = await mark.boundingBox();
    if (here && box && box.y < here.y + here.height && box.y + box.height > here.y) return true;
  }
  return false;
}

export async function until(look) {
  const deadline = Date.now() + 20_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
