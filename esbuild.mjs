/**
 * Builds dist/, each file a bundle of its own:
 *
 *   client.web.js               the extension on the web, where it has to be one file
 *   client.js                   the extension on the desktop: what differs there; the rest it takes from client.web.js
 *   preview.js                  the page of the preview, in its webview
 *   core.js                     the library: parser, tables, rules and features, for both servers and the command line
 *   export.js                   the writers of finished documents, loaded when the first is asked for
 *   import.js                   the readers of Word, ODF and pasted HTML, loaded when the first is asked for
 *   pdf.js                      starts the program that makes a PDF, for the desktop and the command line
 *   lexicon.js                  the spelling detector and its words, for both servers and the command line
 *   server.web.js               the language server as a web worker, where it has to be one file
 *   server.js                   the language server over stdio and IPC: what differs there; the rest is server.web.js
 *   cli.js                      the command line
 *   rulePages.json              the pages of the rules, by their files' names
 *   ThirdPartyNotices.txt       the licences of what the bundles hold of other packages
 *
 * The servers load core.js behind the initialize response.
 *
 *   node esbuild.mjs            once; exit code 1 when one can't be built
 *   node esbuild.mjs --watch    again after every change, until Ctrl-C
 *
 * What went into each bundle, byte for byte, is in out/meta/<name>.json. Source maps stand beside the bundles and stay
 * out of the package.
 */
import { chmodSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { lexicon, lexiconPackages } from './server/lexicon/plugin.mjs';
import { cldrFolder, tables } from './server/tables/plugin.mjs';
import { thirdPartyNotices } from './build/thirdPartyNotices.mjs';

const root = import.meta.dirname;

const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Some packages' CommonJS builds hide their imports from a bundler; their ES modules don't.
  mainFields: ['module', 'main'],
  // core.js is required: Node's other loader, for modules with names of their own, takes time to start.
  supported: { 'dynamic-import': false },
};
/** Node keeps core.js as compiled from one start to the next, where it can: from Node 22 on, and so in VS Code. */
const compileCache = "require('node:module').enableCompileCache?.();";
/** Code that runs in Node and in browsers, and takes nothing from either. */
const neutral = { platform: 'neutral', target: 'es2022', mainFields: ['module', 'main'] };
/** A module that a worker runs as a script, where a name outside of a function would be one of the worker's own. */
const script = { format: 'cjs', banner: { js: '(() => {' }, footer: { js: '})();' } };
const web = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Bundles that others load, by what is imported for them. */
const loaded = {
  service: './core.js',
  lexicon: './lexicon.js',
  'export/library': './export.js',
  'import/library': './import.js',
  'pdf/printPdf': './pdf.js',
};

/** Leaves to the bundles above what is theirs: the library stands in dist/ once, and a server starts without reading it. */
const loadedBundles = {
  name: 'loaded-bundles',
  setup: ({ onResolve }) => {
    onResolve(
      { filter: /\/(?:service|lexicon|export\/library|import\/library|pdf\/printPdf)$/ },
      ({ path: wanted, resolveDir }) => {
        const file = path.relative(path.join(root, 'server/src'), path.resolve(resolveDir, wanted));
        const name = file.split(path.sep).join('/');
        return Object.hasOwn(loaded, name) ? { path: loaded[name], external: true } : undefined;
      },
    );
  },
};

/** What client.js takes from client.web.js: the modules by the names under which they are exported there. */
const ofClients = {
  client: 'client/src/client.ts',
  languageClientApi: 'node_modules/vscode-languageclient/lib/common/api.js',
  languageClient: 'node_modules/vscode-languageclient/lib/common/client.js',
  protocol: 'node_modules/vscode-languageserver-protocol/lib/common/api.js',
  jsonRpc: 'node_modules/vscode-jsonrpc/lib/common/api.js',
};

/** What server.js takes from server.web.js. The server's library brings versions of its own of the other two. */
const ofServers = {
  languageServer: 'server/src/lsp/languageServer.ts',
  languageServerApi: 'node_modules/vscode-languageserver/lib/common/api.js',
  languageServerCommon: 'node_modules/vscode-languageserver/lib/common/server.js',
  protocol: 'node_modules/vscode-languageserver/node_modules/vscode-languageserver-protocol/lib/common/api.js',
  jsonRpc: 'node_modules/vscode-languageserver/node_modules/vscode-jsonrpc/lib/common/api.js',
  uri: 'node_modules/vscode-uri/lib/esm/index.mjs',
};

const exportsOf = (modules) => Object.entries(modules).map(([name, file]) => `export * as ${name} from './${file}';`);
const webExtension = ["export * from './client/src/extension.web';", ...exportsOf(ofClients)].join('\n');
const webServer = [
  "import { startInWorker } from './server/src/lsp/worker';",
  ...exportsOf(ofServers),
  "if (typeof importScripts === 'function') startInWorker();",
].join('\n');

/** Leaves `modules` to the bundle for the web, which exports them by their names besides what it is. */
const sharedWith = (bundle, modules) => ({
  name: 'shared-with-web',
  setup: ({ onResolve, onLoad, resolve }) => {
    const names = new Map(Object.entries(modules).map(([name, file]) => [realpathSync(path.join(root, file)), name]));
    const asked = Symbol('asked');
    const last =
      /(?:^|\/)(?:api|client|server|languageServer|vscode-languageserver-protocol|vscode-jsonrpc|vscode-uri)$/;
    onResolve({ filter: last }, async (wanted) => {
      if (wanted.pluginData === asked) return undefined;
      const { importer, kind, resolveDir } = wanted;
      const found = await resolve(wanted.path, { importer, kind, resolveDir, pluginData: asked });
      const name = names.get(found.path);
      return name && { path: name, namespace: bundle };
    });
    onLoad({ filter: /./, namespace: bundle }, ({ path: name }) => ({
      contents: `module.exports = require('./${bundle}.js').${name};`,
    }));
  },
});

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  client: {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    external: ['vscode', './client.web.js'],
    plugins: [sharedWith('client.web', ofClients), loadedBundles],
  },
  'client.web': { ...web, stdin: { contents: webExtension, resolveDir: root }, format: 'cjs', external: ['vscode'] },
  preview: { ...web, entryPoints: ['client/src/preview/page.ts'], format: 'iife' },
  core: {
    ...neutral,
    ...script,
    entryPoints: ['server/src/service.ts'],
    alias: { '@lezer/highlight': './build/noHighlighting.mjs' },
  },
  lexicon: { ...neutral, ...script, entryPoints: ['server/src/lexicon.ts'], sourcemap: false },
  export: { ...neutral, ...script, entryPoints: ['server/src/export/library.ts'] },
  import: { ...neutral, ...script, entryPoints: ['server/src/import/library.ts'] },
  pdf: { ...node, entryPoints: ['server/src/pdf/printPdf.ts'] },
  server: {
    ...node,
    entryPoints: ['server/src/lsp/node.ts'],
    external: ['./server.web.js'],
    plugins: [sharedWith('server.web', ofServers), loadedBundles],
    banner: { js: compileCache },
  },
  'server.web': {
    ...web,
    stdin: { contents: webServer, resolveDir: root },
    format: 'cjs',
    banner: { js: '((module) => {' },
    footer: { js: "})(typeof module === 'object' ? module : {});" },
  },
  cli: {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    plugins: [loadedBundles],
    banner: { js: `#!/usr/bin/env node\n${compileCache}` },
  },
};

/** Keeps what went into the bundle, and makes the command line a command. */
const finish = (name) => ({
  name: 'finish',
  setup: ({ onEnd }) => {
    onEnd(({ metafile, errors }) => {
      if (errors.length) return;
      writeFileSync(path.join(root, 'out/meta', `${name}.json`), JSON.stringify(metafile));
      if (name === 'cli') chmodSync(path.join(root, 'dist/cli.js'), 0o755);
    });
  },
});

const options = Object.entries(bundles).map(([name, bundle]) => ({
  sourcemap: true,
  ...bundle,
  absWorkingDir: root,
  outfile: `dist/${name}.js`,
  bundle: true,
  minify: true,
  charset: 'utf8', // Chinese as it is: escaped it would be twice the size
  metafile: true,
  logLevel: 'warning',
  plugins: [...(bundle.plugins ?? []), tables, lexicon, finish(name)],
}));

/** Writes the pages of the rules into one file: pages so much alike take half the room together. */
function writeRulePages() {
  const folder = path.join(root, 'server/src/rules');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const pages = files
    .sort()
    .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]);
  writeFileSync(path.join(root, 'dist/rulePages.json'), JSON.stringify(Object.fromEntries(pages)));
}

/** What dist/ holds of an earlier build or layout must not get into a package. */
function removeStrangers() {
  const ours = ['rulePages.json', ...Object.keys(bundles).flatMap((name) => [`${name}.js`, `${name}.js.map`])];
  for (const name of readdirSync(path.join(root, 'dist')))
    if (!ours.includes(name)) rmSync(path.join(root, 'dist', name), { recursive: true });
}

mkdirSync(path.join(root, 'out/meta'), { recursive: true });
mkdirSync(path.join(root, 'dist'), { recursive: true });
writeRulePages();
if (process.argv.includes('--watch')) {
  for (const bundle of options) await (await context({ ...bundle, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(options.map((bundle) => build(bundle)));
  if (results.some(({ status }) => status === 'rejected')) {
    process.exitCode = 1; // esbuild has said why
  } else {
    removeStrangers();
    const inputs = results.flatMap(({ value: { metafile } }) => Object.keys(metafile.inputs));
    inputs.push(path.relative(root, path.join(cldrFolder, 'main')).replaceAll(path.sep, '/')); // in the tables
    inputs.push(
      ...lexiconPackages.map((folder) =>
        path.relative(root, path.join(folder, 'package.json')).replaceAll(path.sep, '/'),
      ),
    );
    writeFileSync(path.join(root, 'dist/ThirdPartyNotices.txt'), thirdPartyNotices(inputs, root));
  }
}
