/** What the server needs of the place it runs in. */
export interface Host {
  /** Whether this host can reach the file at `uri` itself; those it can't are asked of the client. */
  reaches(uri: string): boolean;
  /** The text of the file at `uri` without byte order mark; undefined where there is no such file. */
  readFile(uri: string): Promise<string | undefined>;
  /** Resolves when the next of the messages that have arrived by now has had its turn. */
  turn(): Promise<void>;
}
