/** Flags of V8 that a running process may change. */
import { setFlagsFromString } from 'node:v8';

/**
 * They are tried and measured with the V8 of Node 20. Others name some of them differently and complain of those they
 * don't know on standard error; Electron may have locked them.
 */
const canTune = process.versions.v8.startsWith('11.') && process.versions['electron'] === undefined;

/**
 * Sets `flag` where that is known to do good. Code must be loaded before: V8 takes a code cache only under the flags that
 * it was made with.
 */
export function tune(flag: string): void {
  if (canTune) setFlagsFromString(flag);
}
