import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the client has seen of the server's runs. */
export interface ServerRuns {
  /** How often it came up, whoever started it. */
  readonly starts: number;
  /** Milliseconds that it took the last time; undefined before the first. */
  readonly lastStart: number | undefined;
}

/** Counts the server's starts from now on. */
export function watchRuns(client: BaseLanguageClient): ServerRuns & { dispose(): void } {
  let starts = 0;
  let lastStart: number | undefined;
  let began = performance.now();
  const subscription = client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) began = performance.now();
    if (newState !== State.Running) return;
    starts += 1;
    lastStart = Math.round(performance.now() - began);
  });
  return {
    get starts() {
      return starts;
    },
    get lastStart() {
      return lastStart;
    },
    dispose: () => {
      subscription.dispose();
    },
  };
}
