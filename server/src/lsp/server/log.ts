/** The log that the editor shows. It speaks of ids, counts and times, and never holds a document's text. */
import type { RemoteConsole } from 'vscode-languageserver';

export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** Says `line` once, however often it is asked to. */
  warnOnce(line: string): void;
  /** Says once that `what` failed, with the places in the code. */
  failure(what: string, error: unknown): void;
}

/**
 * An error as the log may hold it: its name and where it was thrown. Its message is left out, as it may quote the text
 * that was worked on.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}

export function createLog(console: Pick<RemoteConsole, 'info' | 'warn' | 'error'>): Log {
  const said = new Set<string>();
  const once = (line: string, say: () => void): void => {
    if (said.has(line)) return;
    said.add(line);
    say();
  };
  return {
    info: (line) => {
      console.info(line);
    },
    warn: (line) => {
      console.warn(line);
    },
    warnOnce: (line) => {
      once(line, () => {
        console.warn(line);
      });
    },
    failure: (what, error) => {
      once(what, () => {
        console.error(`${what}: ${describeError(error)}`);
      });
    },
  };
}
