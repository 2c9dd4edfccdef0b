/** The newest VS Code with the .vsix installed as users install it, served for a browser. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installVsCode, releases } from './host/install.mjs';
import { freePort, installExtension, makeProfile, startServer, workbenchAddress } from './host/server.mjs';

/**
 * Serves VS Code while `use` looks at it.
 *
 * @template T
 * @param {{ root: string, workspace: string, logs: string }} options the profile is made beside `workspace`; `logs` is
 * the folder for logs, made anew
 * @param {(addressOf: (folder: string) => string) => Promise<T>} use told where the workbench of a folder is
 * @returns {Promise<T>}
 */
export async function withInstalled({ root, workspace, logs }, use) {
  const vscode = installVsCode(root, releases.newest);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const profileFolder = path.join(path.dirname(workspace), 'profile');
  mkdirSync(profileFolder);
  const profile = makeProfile(profileFolder);
  installExtension(vscode, profile, pack(root, path.join(logs, 'mission-report.vsix')));
  const port = await freePort();
  const server = startServer(vscode, { profile, port, logFile: path.join(logs, 'server.log') });
  try {
    await server.listening;
    return await use((folder) => workbenchAddress({ port, folder }));
  } finally {
    await server.end();
  }
}

/** Packs the extension as it is published. */
function pack(root, file) {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file];
  try {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`The extension can't be packed: ${String(error.stderr).trim()}`, { cause: error });
  }
  return file;
}
