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
 * @param {object} [options]
 * @param {string} [options.locale] what the browser asks pages for, such as zh-TW
 * @param {boolean} [options.strict] false for a page that may load from other ports of this machine, as a workbench
 * loads from the hosts of a marketplace
 * @returns {Promise<{ browser: import('playwright-core').Browser, page: import('playwright-core').Page }>}
 */
export async function openPage({ locale = 'en', strict = true } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ viewport, locale, permissions, bypassCSP: !strict });
  const page = await context.newPage();
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => route.abort(),
  );
  return { browser, page };
}
