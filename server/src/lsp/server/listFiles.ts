/** Finding files on a disk. */
import { readdir, stat } from 'node:fs/promises';
import { URI, Utils } from 'vscode-uri';
import type { Dirent } from 'node:fs';
import type { FileList, ListedFile } from './host';

/** Folders of tools, which hold nobody's reports. */
const skipped: ReadonlySet<string> = new Set(['node_modules']);

/** No more folders than this are looked into. */
const mostFolders = 20_000;

/** The entries of a folder in the order of their names; none where it can't be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function listed(file: string, uri: string): Promise<ListedFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { uri, size, stamp: `${mtimeMs}-${size}` };
  } catch {
    return undefined; // gone meanwhile
  }
}

/** As `Host.listFiles`. */
export async function listFiles(uri: string, wanted: (name: string) => boolean, limit: number): Promise<FileList> {
  const files: ListedFile[] = [];
  // Breadth first: what lies near the top is what the folder is about.
  const folders = [URI.parse(uri)];
  for (let next = 0; next < folders.length; next++) {
    if (next >= mostFolders) return { files, complete: false };
    const folder = folders[next]!;
    for (const entry of await entriesOf(folder.fsPath)) {
      const below = Utils.joinPath(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(below);
      } else if (entry.isFile() && wanted(entry.name)) {
        if (files.length >= limit) return { files, complete: false };
        const file = await listed(below.fsPath, below.toString());
        if (file) files.push(file);
      }
    }
  }
  return { files, complete: true };
}
