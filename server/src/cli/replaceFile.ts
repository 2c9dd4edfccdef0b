import { accessSync, closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync, writeFileSync } from 'node:fs'; // prettier-ignore
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { Message } from '../service';
import { Failure } from './failure';
import { fileFailure } from './readText';

const messages = {
  changed: {
    'zh-TW': '{path}：檔案在檢查期間有變更，沒有寫入；請再執行一次',
    en: '{path}: changed while it was checked, and was not written; run the command again',
  },
  readOnly: { 'zh-TW': '{path}：檔案是唯讀的，沒有寫入', en: '{path}: is read-only, and was not written' },
  notWritten: { 'zh-TW': '{path}：無法寫入（{code}）', en: '{path}: cannot be written ({code})' },
} satisfies Record<string, Message>;

/** Any right to write: of its owner, its group or others. */
const anyWrite = 0o222;

/**
 * Puts `after` in the place of the file that holds `before`, behind a link where it is one; its owner, mode and other names
 * stay. A reader sees the old file or the new one, also after a power cut, unless the file has other names or an owner that
 * a new one can't be given: then it is written where it is.
 * @throws Failure where the file may not be written, and where it no longer holds `before`.
 */
export function replaceFile(file: string, before: Buffer, after: Buffer): void {
  let target: string;
  let stats: Stats;
  try {
    target = realpathSync(file);
    stats = statSync(target);
    // Replacing needs no right to write the file itself; an author who took it away meant it, whoever runs this.
    if ((stats.mode & anyWrite) === 0) throw new Failure(messages.readOnly, { path: file });
    accessSync(target, constants.W_OK);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
      ? new Failure(messages.readOnly, { path: file })
      : fileFailure(error, file);
  }
  const isUnchanged = (): boolean => readFileSync(target).equals(before);
  try {
    if (!isUnchanged()) throw new Failure(messages.changed, { path: file });
    if (stats.nlink > 1 || !putInPlace(target, stats, after, isUnchanged)) writeOver(target, before, after);
  } catch (error) {
    if (error instanceof Failure) throw error.params['path'] === file ? error : new Failure(error.text, { path: file });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure(messages.notWritten, { path: file, code });
  }
}

/** Puts a new file in the place of `target`; false where it can't be made there, or can't be given the owner. */
function putInPlace(target: string, { mode, uid, gid }: Stats, bytes: Buffer, isUnchanged: () => boolean): boolean {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${crypto.randomUUID()}`);
  let descriptor: number;
  try {
    descriptor = openSync(temporary, 'wx', mode);
  } catch {
    return false; // in a folder that may not be written to
  }
  try {
    try {
      const made = fstatSync(descriptor);
      if (made.uid !== uid || made.gid !== gid)
        try {
          fchownSync(descriptor, uid, gid);
        } catch {
          return false;
        }
      writeFileSync(descriptor, bytes);
      fchmodSync(descriptor, mode); // the mask of the process does not count
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!isUnchanged()) throw new Failure(messages.changed, { path: target });
    renameSync(temporary, target);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes over what `target` holds; where that fails half-way, what it held is put back. */
function writeOver(target: string, before: Buffer, after: Buffer): void {
  const descriptor = openSync(target, 'r+');
  const put = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
    ftruncateSync(descriptor, bytes.length);
    fsyncSync(descriptor);
  };
  try {
    put(after);
  } catch (error) {
    put(before);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
