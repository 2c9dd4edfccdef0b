import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import { acronymRows } from '../../server/src/knowledge/acronyms';
import { economies } from '../../server/src/knowledge/economies';
import { nameRows } from '../../server/src/knowledge/names';
import { wordRows } from '../../server/src/knowledge/words';

const root = path.resolve(import.meta.dirname, '../..');
const bundles = [
  'client',
  'client.web',
  'core',
  'export',
  'import',
  'lexicon',
  'pdf',
  'preview',
  'server',
  'server.web',
  'cli',
] as const;
type Bundle = (typeof bundles)[number];

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>>; // prettier-ignore
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>; // prettier-ignore
}

const text = (name: Bundle): string => readFileSync(path.join(root, 'dist', `${name}.js`), 'utf8');

/** Not taken from outside: bundles that others load, and esbuild's helpers, which are in every bundle. */
const ours = [
  './core.js',
  './export.js',
  './import.js',
  './lexicon.js',
  './pdf.js',
  './client.web.js',
  './server.web.js',
  '<runtime>',
];

/** What each file in the bundle takes from outside, `node:` left out. */
function imports(name: Bundle): readonly { readonly file: string; readonly module: string }[] {
  const { inputs } = JSON.parse(readFileSync(path.join(root, 'out/meta', `${name}.json`), 'utf8')) as Metafile;
  return Object.entries(inputs).flatMap(([file, input]) =>
    input.imports
      .filter((one) => one.external && !ours.includes(one.path))
      .map((one) => ({ file: file.replace(/^.*node_modules\//, ''), module: one.path.replace(/^node:/, '') })),
  );
}

describe('nothing leaves the machine, nothing of a folder is executed', () => {
  /** Modules of Node that reach the network or start programs. */
  const reaching = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'child_process', 'cluster', 'inspector', 'vm', 'repl', 'wasi']; // prettier-ignore
  /** The libraries of the protocol can do more than they are asked to: pipes, and the start of our own server. */
  const allowed: Readonly<Record<string, readonly string[]>> = {
    net: ['vscode-jsonrpc/lib/node/main.js', 'vscode-languageserver/node_modules/vscode-jsonrpc/lib/node/main.js'],
    child_process: [
      'vscode-languageclient/lib/node/main.js',
      'vscode-languageclient/lib/node/processes.js',
      'vscode-languageserver/lib/node/files.js',
      // The one program that is started: LibreOffice, Edge or Chrome, for a PDF. The servers do not load it.
      'server/src/pdf/printPdf.ts',
    ],
  };

  for (const name of bundles) {
    test(`${name}: no module that reaches out, but for the protocol's own`, () => {
      const strangers = imports(name).filter(
        ({ file, module }) => reaching.includes(module) && !allowed[module]?.includes(file),
      );
      assert.deepEqual(strangers, []);
    });

    test(`${name}: no request, no socket, no text run as a program`, () => {
      const found = text(name).match(
        /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|\bnew Function\b|[^\w.$]eval\(|\bimportScripts\b|WebAssembly/g,
      );
      // The worker runs core.js and lexicon.js, at the address that the extension gives for its own files.
      // It asks first whether it is a worker: the desktop's server takes from it what both are made of.
      assert.deepEqual([...new Set(found)], name === 'server.web' ? ['importScripts'] : []);
    });

    test(`${name}: no address but those of schemas`, () => {
      const addresses = new Set(text(name).match(/https?:\/\/[\w.-]+/g));
      addresses.delete('https://json.schemastore.org');
      // Word and ODF files name their schemas by addresses that nobody calls; one is in a message of a library.
      const names =
        /^https?:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|purl\.oclc\.org|www\.w3\.org|ns\.adobe\.com|answers\.microsoft\.com)$/;
      assert.deepEqual(
        name === 'export' || name === 'import' ? [...addresses].filter((one) => !names.test(one)) : [...addresses],
        [],
      );
    });
  }

  test('only the command line and the desktop’s client can load what starts a program', () => {
    for (const name of bundles)
      assert.equal(text(name).includes('./pdf.js'), name === 'cli' || name === 'client', name);
  });

  test('our own code takes from Node only what is listed here', () => {
    const taken = new Map<string, Set<string>>();
    for (const name of bundles)
      for (const { file, module } of imports(name)) {
        if (!file.startsWith('client/') && !file.startsWith('server/')) continue;
        taken.set(name, (taken.get(name) ?? new Set()).add(module));
      }
    assert.deepEqual(Object.fromEntries([...taken].map(([name, modules]) => [name, [...modules].sort()])), {
      client: ['path', 'vscode'].filter((module) => taken.get('client')?.has(module)),
      'client.web': ['vscode'],
      server: ['fs/promises', 'path', 'url', 'util'].filter((module) => taken.get('server')?.has(module)),
      pdf: ['child_process', 'fs', 'fs/promises', 'os', 'path', 'url'],
      cli: ['buffer', 'fs', 'os', 'path', 'url', 'util', 'worker_threads'],
    });
  });
});

describe('the bundles', () => {
  test('those for the browser, and the library, hold nothing of Node', () => {
    for (const name of ['client.web', 'server.web', 'core', 'export', 'import', 'preview'] as const) {
      const ofNode = imports(name).filter(({ module }) => builtinModules.includes(module));
      assert.deepEqual(ofNode, [], name);
      assert.deepEqual(text(name).match(/\brequire\("(?!vscode")[^"]*"\)/g) ?? [], [], name);
    }
  });

  test('hold no page of a rule, and no sentence or note that is there for the tables’ readers', () => {
    const asides = [
      ...[...nameRows, ...wordRows()].flatMap(({ counterExamples }) => counterExamples),
      ...[...acronymRows, ...nameRows, ...economies].map(({ note }) => note).filter((note) => note.length > 6),
    ];
    assert.ok(asides.length > 200);
    for (const name of bundles) {
      const words = text(name);
      assert.ok(!words.includes('⟦'), `${name} holds an example of a rule`);
      for (const one of asides) assert.ok(!words.includes(one), `${name} holds: ${one.slice(0, 60)}`);
    }
  });

  test('that are loaded together hold no file twice but for small ones', () => {
    const sizesOf = (name: Bundle): ReadonlyMap<string, number> => {
      const { outputs } = JSON.parse(readFileSync(path.join(root, 'out/meta', `${name}.json`), 'utf8')) as Metafile;
      const inputs = Object.entries(outputs[`dist/${name}.js`]!.inputs);
      return new Map(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput]));
    };
    for (const [one, other] of [
      ['client', 'client.web'],
      ['server', 'server.web'],
      ['server', 'core'],
      ['server.web', 'core'],
      ['cli', 'core'],
      ['lexicon', 'core'],
    ] as const) {
      const there = sizesOf(other);
      const twice = [...sizesOf(one)].filter(([file, size]) => size > 1000 && there.has(file));
      assert.deepEqual(twice, [], `${one} and ${other}`);
    }
  });

  test('the language server copies the names of its library once', () => {
    const { inputs } = JSON.parse(readFileSync(path.join(root, 'out/meta/server.web.json'), 'utf8')) as Metafile;
    const importers = Object.entries(inputs).filter(
      ([file, input]) =>
        file.startsWith('server/') &&
        input.imports.some((one) => one.path.endsWith('vscode-languageserver/lib/common/api.js')),
    );
    assert.deepEqual(
      importers.map(([file]) => file),
      ['server/src/lsp/server/library.ts'],
    );
  });

  /** The most that a bundle, or several that are loaded together, may take. */
  const sizes: readonly (readonly [limit: number, ...Bundle[]])[] = [
    [280, 'server', 'server.web'],
    [1080, 'core'],
    [710, 'lexicon'],
    [420, 'export'],
    [260, 'import'],
    [10, 'pdf'],
    [12, 'preview'],
    [510, 'client', 'client.web'],
  ];
  for (const [limit, ...names] of sizes) {
    test(`${names.join('.js and ')}.js take at most ${limit} kB`, () => {
      const size = names.reduce((sum, name) => sum + statSync(path.join(root, 'dist', `${name}.js`)).size / 1000, 0);
      assert.ok(size <= limit, `${size.toFixed(0)} kB`);
    });
  }
});
