/** A reporter of node:test for run.mjs: one line of JSON for each test, none for the suites around them. */
import path from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* outcomes(events) {
  /** What each file has said on stderr: of one that doesn't load that is all there is. */
  const said = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr') said.set(data.file, (said.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const failed = type === 'test:fail';
    const error = data.details.error;
    // A suite counts only where it fails by itself, in its body or a hook, not through the tests in it.
    if (data.details.type === 'suite' && !(failed && error.failureType !== 'subtestsFailed')) continue;
    const file = path.relative(process.cwd(), data.file);
    // A file that doesn't load, or has no test in it, is reported as if it were a test.
    if (data.nesting === 0 && path.resolve(data.name) === data.file)
      yield outcome('failed', file, failed ? (said.get(data.file) ?? explain(error)) : 'has no test in it');
    else if (data.skip !== undefined || data.todo !== undefined) yield outcome('skipped', `${data.name} (${file})`);
    else if (failed) yield outcome('failed', `${data.name} (${file})`, explain(error));
    else yield outcome('passed', `${data.name} (${file})`);
  }
}

const outcome = (state, name, message) => `${JSON.stringify({ state, name, message })}\n`;

/** What went wrong, in the words of the assertion, and where. */
function explain(error) {
  const cause = error.cause ?? error;
  return cause.stack ?? inspect(cause);
}
