/** Which files a command is to read. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { globMatcher, isReportName } from '../service';
import type { Message } from '../service';
import { Failure } from './failure';
import { fileFailure } from './readText';

const messages = {
  noMatch: { 'zh-TW': '{path}：沒有符合的檔案', en: '{path}: no file matches' },
} satisfies Record<string, Message>;

/** A file to check. */
export interface InputFile {
  /** As the user named it, or below the folder that the user named; `/` between folders. */
  readonly path: string;
  /** Whether the user named it: then it is checked whatever it holds. Others only where they show to be reports. */
  readonly named: boolean;
}

/** Folders of tools, which hold nobody's reports. */
const skipped = new Set(['node_modules']);

/** Whether a file may hold a report: Markdown or plain text. */
function isTextName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith('.md') || lower.endsWith('.txt');
}

/** The files below `folder` in the order of their names; hidden folders and links to folders left out. */
function* filesBelow(folder: string): Generator<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileFailure(error, folder);
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    const below = folder === '.' ? entry.name : `${folder.replace(/[/\\]$/, '')}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(below);
    else yield below;
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

function matching(pattern: string): InputFile[] {
  const matches = globMatcher(pattern.replace(/^\.\//, ''), { windows: process.platform === 'win32' });
  const files: InputFile[] = [];
  const base = baseOf(pattern.replace(/^\.\//, ''));
  try {
    for (const file of filesBelow(base)) if (matches(file)) files.push({ path: file, named: true });
  } catch (error) {
    // A folder that isn't there matches nothing, which is said below.
    if (!(error instanceof Failure)) throw error;
  }
  if (files.length === 0) throw new Failure(messages.noMatch, { path: pattern });
  return files;
}

/**
 * The files that one word of the command line names: a file, a folder's reports, or those that a pattern matches. A
 * file whose name looks like a pattern is a file.
 * @throws Failure where there is none.
 */
export function filesOf(word: string): InputFile[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(word).isDirectory();
  } catch (error) {
    if (isPattern(word)) return matching(word);
    throw fileFailure(error, word);
  }
  if (!isFolder) return [{ path: word, named: true }];
  const files: InputFile[] = [];
  for (const file of filesBelow(path.normalize(word).split(path.sep).join('/'))) {
    const name = path.basename(file);
    if (isReportName(name)) files.push({ path: file, named: true });
    else if (isTextName(name)) files.push({ path: file, named: false });
  }
  return files;
}
