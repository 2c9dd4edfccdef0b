import { accessSync, closeSync, constants, fchmodSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import type { Message } from '../service';
import { Failure } from './failure';
import { fileFailure } from './readText';

const messages = {
  changed: {
    'zh-TW': '{path}：檔案在檢查期間有變更，沒有寫入；請再執行一次',
    en: '{path}: changed while it was checked, and was not written; run the command again',
  },
  notWritten: { 'zh-TW': '{path}：無法寫入（{code}）', en: '{path}: cannot be written ({code})' },
} satisfies Record<string, Message>;

/**
 * Puts `after` in the place of the file that holds `before`: as a whole or not at all, with the file's mode, behind a
 * link where it is one. A reader sees the old file or the new one, also after a power cut.
 * @throws Failure where the file may not be written, and where it no longer holds `before`.
 */
export function replaceFile(file: string, before: Buffer, after: Buffer): void {
  let target: string;
  let mode: number;
  try {
    target = realpathSync(file);
    ({ mode } = statSync(target));
    // Replacing needs no right to write the file itself; an author who took it away meant it.
    accessSync(target, constants.W_OK);
  } catch (error) {
    throw fileFailure(error, file);
  }
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${crypto.randomUUID()}`);
  try {
    const descriptor = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(descriptor, after);
      fchmodSync(descriptor, mode); // the mask of the process does not count
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!readFileSync(target).equals(before)) throw new Failure(messages.changed, { path: file });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure(messages.notWritten, { path: file, code });
  }
}
