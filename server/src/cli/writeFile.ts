import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../service';
import { Failure } from './failure';

const messages = {
  noFolder: { 'zh-TW': '{path}：資料夾不存在，沒有寫入', en: '{path}: its folder does not exist; not written' },
  forbidden: { 'zh-TW': '{path}：沒有寫入權限', en: '{path}: no permission to write' },
  notWritten: { 'zh-TW': '{path}：無法寫入（{code}）', en: '{path}: cannot be written ({code})' },
  exists: {
    'zh-TW': '{path}：檔案已存在，沒有寫入；要覆寫請加 --force',
    en: '{path}: exists and was not written; --force overwrites it',
  },
} satisfies Record<string, Message>;

/** @throws Failure where there is something of the name `file` */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new Failure(messages.exists, { path: file });
}

/** What file systems without links answer to one: exFAT and FAT of USB sticks, some of the network. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/** Gives `temporary` the name `file`, which nothing has. @throws EEXIST where somebody has made such a file meanwhile */
function putAnew(temporary: string, file: string): void {
  try {
    // Unlike a rename, a link fails where there is such a file.
    linkSync(temporary, file);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
    refuseExisting(file);
    renameSync(temporary, file);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** The failure that says why the file system did not take `file`. */
function writeFailure(error: unknown, file: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  switch (code) {
    case 'EEXIST':
      return new Failure(messages.exists, { path: file });
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(messages.noFolder, { path: file });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure(messages.forbidden, { path: file });
    default:
      return new Failure(messages.notWritten, { path: file, code: code ?? String(error) });
  }
}

/**
 * Writes a file as a whole or not at all: a reader sees nothing, the old file or the new one.
 * @throws Failure where it can't be written, and where it exists and `force` is not set
 */
export function writeWhole(file: string, bytes: Uint8Array, force: boolean): void {
  if (!force) refuseExisting(file);
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
    else putAnew(temporary, file);
  } catch (error) {
    throw writeFailure(error, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
