import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../service';
import { Failure } from './failure';
import { fileFailure } from './readText';

const messages = {
  exists: {
    'zh-TW': '{path}：檔案已存在，沒有寫入；要覆寫請加 --force',
    en: '{path}: exists and was not written; --force overwrites it',
  },
} satisfies Record<string, Message>;

/**
 * Writes a file as a whole or not at all: a reader sees nothing, the old file or the new one.
 * @throws Failure where it can't be written, and where it exists and `force` is not set
 */
export function writeWhole(file: string, bytes: Uint8Array, force: boolean): void {
  if (!force && existsSync(file)) throw new Failure(messages.exists, { path: file });
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${crypto.randomUUID()}`);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (force) renameSync(temporary, file);
    // Unlike a rename, a link fails where somebody has made the file meanwhile.
    else linkSync(temporary, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'EEXIST' ? new Failure(messages.exists, { path: file }) : fileFailure(error, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
