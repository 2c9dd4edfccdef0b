/** The files of the workspace that may be reports: finding them and reading them, bounded. */
import type { Connection } from 'vscode-languageserver';
import type { Client } from './client';
import type { FileList, Host, ListedFile } from './host';
import type { Log } from './log';
import { findFilesRequest, textExtensions, textGlobs } from '../protocol';
import type { FindFilesParams, FindFilesResult } from '../protocol';
import type { ReadFile } from './readFile';

/** Of a larger folder only so many files are read. */
export const mostFiles = 5_000;
/** A larger file is no report that somebody wrote. In bytes, or UTF-16 code units where bytes are not known. */
const largestFile = 4 * 1024 * 1024;

export interface ReportFiles {
  /** The files below `folders` that may be reports by their names, no more than `mostFiles` of all of them. */
  list(folders: readonly string[]): Promise<FileList>;
  /** The text of a file; undefined where it is gone, too large, or can't be read. */
  read(file: ListedFile): Promise<string | undefined>;
}

export interface ReportFilesParts {
  readonly host: Host;
  readonly connection: Pick<Connection, 'sendRequest'>;
  readonly client: Client;
  readonly readFile: ReadFile;
  readonly log: Log;
}

const isTextName = (name: string): boolean =>
  textExtensions.some((extension) => name.toLowerCase().endsWith(extension));

/** Lists through the host, and folders that it can't reach through a client that can. */
export function createReportFiles({ host, connection, client, readFile, log }: ReportFilesParts): ReportFiles {
  const listFolder = async (folder: string, limit: number): Promise<FileList> => {
    if (host.reaches(folder)) return host.listFiles(folder, isTextName, limit);
    if (!client.findsFiles) return { files: [], complete: true };
    const params: FindFilesParams = { folder, globs: textGlobs, limit: limit + 1 };
    const uris = await connection.sendRequest<FindFilesResult>(findFilesRequest, params);
    return { files: uris.slice(0, limit).map((uri) => ({ uri })), complete: uris.length <= limit };
  };
  const tooLarge = (size: number): boolean => {
    if (size <= largestFile) return false;
    log.warnOnce(`files of more than ${largestFile} bytes are left out`);
    return true;
  };
  return {
    list: async (folders) => {
      const files: ListedFile[] = [];
      let complete = true;
      for (const folder of folders) {
        const found = await listFolder(folder, mostFiles - files.length).catch((error: unknown) => {
          log.failure('the files of a folder could not be listed', error);
          return { files: [], complete: true };
        });
        files.push(...found.files);
        if (found.complete) continue;
        complete = false;
        log.warnOnce(`only ${files.length} text files of the workspace are looked through for reports`);
      }
      return { files, complete };
    },
    read: async ({ uri, size }) => {
      if (size !== undefined && tooLarge(size)) return undefined;
      try {
        const text = await readFile(uri);
        return text !== undefined && tooLarge(text.length) ? undefined : text;
      } catch (error) {
        log.failure('a report could not be read', error);
        return undefined;
      }
    },
  };
}
