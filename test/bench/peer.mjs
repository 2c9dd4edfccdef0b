/**
 * One tool on one text: `node peer.mjs TOOL FILE ROUNDS` prints findings and median milliseconds of
 * a warm run as JSON: of processor time, which other work on the machine disturbs less than the clock.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median } from './statistics.mjs';

const out = fileURLToPath(new URL('../../out/bench/', import.meta.url));
const require = createRequire(path.join(out, 'peers/package.json'));
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);

/** By tool: what gives a function from a text to the number of findings. */
const checks = {
  ours: async () => {
    const { fullCheck } = require('../check.js');
    return (/** @type {string} */ text) => fullCheck(text);
  },
  autocorrect: async () => {
    const { lintFor } = require('autocorrect-node');
    return (/** @type {string} */ text) => {
      const { lines, error } = lintFor(text, 'report.md');
      if (error) throw new Error(error.split('\n')[0]);
      return lines.length;
    };
  },
  zhlint: async () => {
    const { run } = await load('zhlint');
    return (/** @type {string} */ text) => run(text, { rules: { preset: 'default' } }).validations.length;
  },
  markdownlint: async () => {
    const { lint } = await import(path.join(out, 'peers/node_modules/markdownlint/lib/exports-sync.mjs'));
    return (/** @type {string} */ text) => lint({ strings: { text } }).text.length;
  },
  textlint: async () => {
    const { TextlintKernel } = createRequire(require.resolve('textlint'))('@textlint/kernel');
    const markdown = createRequire(require.resolve('textlint'))('@textlint/textlint-plugin-markdown');
    const prh = require('textlint-rule-prh');
    const kernel = new TextlintKernel();
    const options = {
      ext: '.md',
      filePath: path.join(out, 'peers/report.md'),
      plugins: [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }],
      rules: [{ ruleId: 'prh', rule: prh.default ?? prh, options: { rulePaths: [path.join(out, 'peers/prh.yml')] } }],
    };
    return async (/** @type {string} */ text) => (await kernel.lintText(text, options)).messages.length;
  },
};

const [tool, file, rounds] = process.argv.slice(2);
const check = await checks[/** @type {keyof typeof checks} */ (tool)]();
const text = readFileSync(file, 'utf8');
// The first calls only teach the compiler; of a long text one is enough.
for (let i = 0; i < Math.min(300, 3e6 / text.length / (tool === 'ours' ? 1 : 20)); i++) await check(text);
/** @type {number[]} */
const times = [];
let findings = 0;
for (let i = 0; i < Number(rounds); i++) {
  const started = process.cpuUsage();
  findings = await check(text);
  const { user, system } = process.cpuUsage(started);
  times.push((user + system) / 1000);
}
console.log(JSON.stringify({ milliseconds: median(times), findings }));
