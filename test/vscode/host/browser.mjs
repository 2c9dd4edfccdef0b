/** The machine's Chromium, headless, for a workbench that is served on this machine. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The window every test and every screenshot has. */
export const viewport = { width: 1280, height: 800 };

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | undefined} the path of Chromium; the variable CHROMIUM names another */
export const findChromium = () => places.find((place) => place && existsSync(place));

/**
 * Starts Chromium with a page that reaches this machine and nothing else.
 *
 * @param {{ locale?: string }} [options] `locale` is what the browser asks pages for, such as zh-TW
 * @returns {Promise<{ browser: import('playwright-core').Browser, page: import('playwright-core').Page }>}
 */
export async function openPage({ locale = 'en' } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({ viewport, locale, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return { browser, page };
}
