/** Which files a command is to read. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { evidenceOfName, globMatcher } from '../service';
import type { Message } from '../service';
import { Failure } from './failure';
import { fileFailure } from './readText';

const messages = {
  noMatch: { 'zh-TW': '{path}：沒有符合的檔案', en: '{path}: no file matches' },
  dangling: { 'zh-TW': '{path}：連結指向的檔案不存在，略過', en: '{path}: the link points to nothing; skipped' },
  noFile: { 'zh-TW': '{path}：不是檔案，略過', en: '{path}: not a file; skipped' },
  folder: { 'zh-TW': '{path}：這是資料夾；檢查其中的報告', en: '{path}: is a folder; the reports in it are checked' },
} satisfies Record<string, Message>;

/** A file to check. */
export interface InputFile {
  /** As the user named it, or below the folder that the user named; `/` between folders. */
  readonly path: string;
  /**
   * What says that it is a report: its name for certain, or the user, who named it and is told when it holds none; of
   * other files of a folder what they hold.
   */
  readonly known: 'by name' | 'by user' | 'by content';
}

/** What says that a file which the user named is a report. */
function knownBy(file: string): InputFile['known'] {
  return evidenceOfName(path.basename(file)) === 'certain' ? 'by name' : 'by user';
}

/** Folders of tools, which hold nobody's reports. */
const skipped = new Set(['node_modules']);

/** Whether a file may hold a report: Markdown or plain text. */
function isTextName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith('.md') || lower.endsWith('.txt');
}

/** Whether a name is that of a report: what has one and can't be read is worth telling. */
function hasReportName(name: string): boolean {
  const evidence = evidenceOfName(name);
  return evidence === 'certain' || (evidence === 'likely' && isTextName(name));
}

/** Told of what lies in a folder and can't be read. It is grave where reports may have gone unchecked. */
export type NoteInput = (failure: Failure, isGrave: boolean) => void;

/** For commands that name every file they read: what keeps some from being found ends them. */
export const refuse: NoteInput = (failure, isGrave) => {
  if (isGrave) throw failure;
};

/** What an entry of a folder is, behind a link where it is one. */
function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'link to a folder' | 'dangling' | 'other' {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  const target = statSync(path, { throwIfNoEntry: false });
  if (!target) return 'dangling';
  return target.isFile() ? 'file' : target.isDirectory() ? 'link to a folder' : 'other';
}

/**
 * The files below `folder` in the order of their names; hidden folders and links to folders left out. What has a report's
 * name and is no file is told to `note`, and so is a folder that can't be read.
 */
function* filesBelow(folder: string, note: NoteInput): Generator<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    note(fileFailure(error, folder), true);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    const below = folder === '.' ? entry.name : `${folder.replace(/[/\\]$/, '')}/${entry.name}`;
    let kind;
    try {
      kind = kindOf(entry, below);
    } catch (error) {
      note(fileFailure(error, below), true);
      continue;
    }
    const tell = (message: Message): void => {
      if (hasReportName(entry.name)) note(new Failure(message, { path: below }), false);
    };
    if (kind === 'file') yield below;
    else if (kind === 'folder') {
      tell(messages.folder);
      yield* filesBelow(below, note);
    } else tell(kind === 'dangling' ? messages.dangling : messages.noFile);
  }
}

function isPattern(word: string): boolean {
  return /[*?[\]{}!()]/.test(word);
}

/** The part of a pattern before its first special character, as a folder to look in. */
function baseOf(pattern: string): string {
  const plain = pattern.slice(0, pattern.search(/[*?[\]{}!()]/));
  const slash = plain.lastIndexOf('/');
  return slash < 0 ? '.' : slash === 0 ? '/' : plain.slice(0, slash);
}

function matching(pattern: string, note: NoteInput): InputFile[] {
  const matches = globMatcher(pattern.replace(/^\.\//, ''), { windows: process.platform === 'win32' });
  const files: InputFile[] = [];
  const base = baseOf(pattern.replace(/^\.\//, ''));
  // A folder that isn't there matches nothing, which is said below.
  const noteMatch: NoteInput = (failure, isGrave) => {
    if (isGrave || matches(String(failure.params['path']))) note(failure, isGrave);
  };
  if (existsSync(base))
    for (const file of filesBelow(base, noteMatch)) if (matches(file)) files.push({ path: file, known: knownBy(file) });
  if (files.length === 0) throw new Failure(messages.noMatch, { path: pattern });
  return files;
}

/** What says that a file of a folder may hold what is looked for, by its name; undefined for other files. */
type KnownInFolder = (name: string) => InputFile['known'] | undefined;

const reportsInFolder: KnownInFolder = (name) =>
  evidenceOfName(name) === 'certain' ? 'by name' : isTextName(name) ? 'by content' : undefined;

/**
 * The files that one word of the command line names: a file, a folder's reports, or those that a pattern matches. A
 * file whose name looks like a pattern is a file.
 * @param note told of what has a report's name and is none, and of folders that can't be read
 * @param knownInFolder says which files of a folder are taken
 * @throws Failure where there is none.
 */
export function filesOf(
  word: string,
  note: NoteInput = refuse,
  knownInFolder: KnownInFolder = reportsInFolder,
): InputFile[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(word).isDirectory();
  } catch (error) {
    if (isPattern(word)) return matching(word, note);
    throw fileFailure(error, word);
  }
  if (!isFolder) return [{ path: word, known: knownBy(word) }];
  const files: InputFile[] = [];
  for (const file of filesBelow(path.normalize(word).split(path.sep).join('/'), note)) {
    const known = knownInFolder(path.basename(file));
    if (known) files.push({ path: file, known });
  }
  return files;
}
