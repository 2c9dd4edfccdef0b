import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { ErrorHandler } from 'vscode-languageclient';

/** A server that ends more often than this within the time is not started again. */
const mostRestarts = 5;
const withinMilliseconds = 3 * 60 * 1000;
/** Errors of the connection that are put up with, one after the other. */
const mostErrors = 3;

/**
 * Has the language client start a server again that ended by itself.
 *
 * @param giveUp called when it ended too often; it stays down until somebody starts it
 */
export function restarting(giveUp: () => void): ErrorHandler {
  let ends: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= mostErrors ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
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
