import type { Connection } from 'vscode-languageserver';
import type { Client } from './client';
import type { Host } from './host';
import { readFileRequest } from '../protocol';
import type { ReadFileParams, ReadFileResult } from '../protocol';

/** The text of the file at a URI; undefined where there is none, or nobody to reach it. Rejects where it can't be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** Reads files through the host, and those that it can't reach through a client that can. */
export function createReadFile(host: Host, connection: Pick<Connection, 'sendRequest'>, client: Client): ReadFile {
  return async (uri) => {
    if (host.reaches(uri)) return host.readFile(uri);
    if (!client.readsFiles) return undefined;
    const params: ReadFileParams = { uri };
    return (await connection.sendRequest<ReadFileResult>(readFileRequest, params)) ?? undefined;
  };
}
