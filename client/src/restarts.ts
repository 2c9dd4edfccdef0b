import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { ErrorHandler } from 'vscode-languageclient';

/** A server that ends more often than this within the time is not started again. */
const mostRestarts = 5;
const withinMilliseconds = 3 * 60 * 1000;

/**
 * Has the language client start a server again that ended by itself.
 *
 * @param giveUp called when it ended too often; it stays down until somebody starts it
 */
export function restarting(giveUp: () => void): ErrorHandler {
  let ends: number[] = [];
  return {
    // What is sent to a server that has just ended fails, be it ten times before its end is heard of. Shutting down for
    // that would mean that nobody starts it again.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < withinMilliseconds), now];
      if (ends.length <= mostRestarts) return { action: CloseAction.Restart, handled: true };
      ends = [];
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
