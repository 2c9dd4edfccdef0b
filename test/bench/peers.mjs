/**
 * `npm run bench -- --peers`: other tools for Chinese text beside ours, on the same texts in the same run. They are
 * installed at pinned versions into out/bench/peers and are no dependencies of the project. Each tool and size runs in
 * a process of its own with a time limit, because some do not come to an end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tables } from '../../server/tables/plugin.mjs';
import { reports } from './inputs.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'out/bench/peers');

const packages = {
  'autocorrect-node': '2.14.0',
  zhlint: '0.8.2',
  markdownlint: '0.40.0',
  textlint: '15.8.0',
  'textlint-rule-prh': '6.1.0',
};
/** Entries of the dictionary that textlint's prh rule looks for. */
const terms = 200;
/** Milliseconds for all rounds of one tool and size. */
const limit = 20_000;

const tools = /** @type {const} */ ({
  ours: 'Mission Report',
  autocorrect: `AutoCorrect ${packages['autocorrect-node']}`,
  zhlint: `zhlint ${packages.zhlint}`,
  markdownlint: `markdownlint ${packages.markdownlint}`,
  textlint: `textlint ${packages.textlint} with prh`,
});

function install() {
  mkdirSync(folder, { recursive: true });
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '-E', ...names], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}

/** Writes a dictionary of as many of our own words as `terms` says. */
async function writeDictionary() {
  const outfile = path.join(folder, 'words.mjs');
  const entryPoints = [path.join(root, 'server/src/knowledge/words.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [tables],
  });
  const { wordRows } = await import(outfile);
  const rules = wordRows()
    .filter(
      (/** @type {{ text: string, preferred: string }} */ row) => row.preferred !== '' && row.preferred !== row.text,
    )
    .slice(0, terms)
    .map(
      (/** @type {{ text: string, preferred: string }} */ { text, preferred }) =>
        `  - expected: ${JSON.stringify(preferred)}\n    patterns: [${JSON.stringify(text)}]\n`,
    );
  writeFileSync(path.join(folder, 'prh.yml'), `version: 1\nrules:\n${rules.join('')}`);
}

/**
 * What each tool makes of texts of 1, 10, 100 and (ours alone) 1,000 reports.
 * @returns {Promise<{ tool: string, copies: number, bytes: number, rate?: number, findings?: number, failure?: string }[]>}
 * `rate` in MB per second of processor time, the median of the rounds; a tool that finds nothing in a long text has a failure
 */
export async function comparePeers() {
  install();
  await writeDictionary();
  const results = [];
  for (const copies of [1, 10, 100, 1000]) {
    const text = reports(copies);
    const bytes = Buffer.byteLength(text);
    const file = path.join(folder, `report-${copies}.md`);
    writeFileSync(file, text);
    for (const [id, tool] of Object.entries(tools)) {
      if (copies > 100 && id !== 'ours') continue;
      const { stdout, stderr, error } = spawnSync(
        process.execPath,
        [path.join(root, 'test/bench/peer.mjs'), id, file, String(copies >= 100 ? 3 : 7)],
        { encoding: 'utf8', timeout: limit },
      );
      const answer = /^\{.*\}$/m.exec(stdout)?.[0];
      if (answer === undefined) {
        const failure = error ? `not done in ${limit / 1000} s` : (/^\w*Error:.*$/m.exec(stderr)?.[0] ?? 'no result');
        results.push({ tool, copies, bytes, failure });
        continue;
      }
      const { milliseconds, findings } = JSON.parse(answer);
      const one = results.find((result) => result.tool === tool && result.copies === 1)?.findings ?? findings;
      if (findings < (one * copies) / 2) {
        results.push({ tool, copies, bytes, failure: `only ${findings} findings, ${one} in one copy` });
        continue;
      }
      results.push({ tool, copies, bytes, rate: bytes / 1000 / milliseconds, findings });
    }
  }
  return results;
}
