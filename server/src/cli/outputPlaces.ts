/** Where a command that makes a file of each file writes them. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../service';
import { Failure } from './failure';

const messages = {
  severalOut: {
    'zh-TW': '有多個檔案時，-o 必須是資料夾：{path}',
    en: 'with several files -o has to be a folder: {path}',
  },
  noFolder: { 'zh-TW': '{path}：不能建立這個資料夾', en: '{path}: this folder can’t be made' },
  samePlace: {
    'zh-TW': '{one} 與 {other} 會寫到同一個檔案：{path}',
    en: '{one} and {other} would both be written to {path}',
  },
} satisfies Record<string, Message>;

function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}

/** Whether `out` names a folder to write into, and not the file itself. @param several more than one file is written */
export function isFolderPlace(out: string, several: boolean): boolean {
  return several || isFolder(out) || /[/\\]$/.test(out);
}

/** The file `name` in the folder `out`. @throws Failure where that is a file, or the standard output */
export function placeInFolder(out: string, name: string): string {
  if (out === '-' || (existsSync(out) && !isFolder(out))) throw new Failure(messages.severalOut, { path: out });
  return path.join(out, name);
}

/** Makes the folder of `file` where it is not there. @throws Failure where it can't */
export function makeFolderOf(file: string): void {
  const folder = path.dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Failure(messages.noFolder, { path: folder });
  }
}

/**
 * Refuses to write two files to one place, where the second would lie over the first.
 * @param places what is read, and the file that comes of it; undefined for the standard output
 * @throws Failure
 */
export function refuseSamePlace(places: readonly (readonly [input: string, file: string | undefined])[]): void {
  const inputs = new Map<string, string>();
  for (const [input, file] of places) {
    if (file === undefined) continue;
    const key = path.resolve(file);
    const one = inputs.get(key);
    if (one !== undefined) throw new Failure(messages.samePlace, { one, other: input, path: file });
    inputs.set(key, input);
  }
}
