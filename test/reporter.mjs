/**
 * A reporter of node:test for run.mjs: one line of JSON for each test, none for the suites around them; one with the
 * state `hung` for a file that was ended because it took too long.
 */
import path from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* outcomes(events) {
  /** What each file has said on stderr: of one that doesn't load that is all there is. */
  const said = new Map();
  /** The test that each file has begun last. */
  const begun = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr') said.set(data.file, (said.get(data.file) ?? '') + data.message);
    if (type === 'test:dequeue' && !isFile(data)) begun.set(data.file, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const failed = type === 'test:fail';
    const error = data.details.error;
    // A suite counts only where it fails by itself, in its body or a hook, not through the tests in it.
    if (data.details.type === 'suite' && !(failed && error.failureType !== 'subtestsFailed')) continue;
    const file = path.relative(process.cwd(), data.file);
    // A file that doesn't load, or has no test in it, is reported as if it were a test.
    if (isFile(data) && error?.failureType === 'testTimeoutFailure')
      yield outcome('hung', file, file, `${error.cause}, at: ${begun.get(data.file) ?? 'its beginning'}`);
    else if (isFile(data))
      yield outcome('failed', file, file, failed ? (said.get(data.file) ?? explain(error)) : 'has no test in it');
    else if (data.skip !== undefined || data.todo !== undefined)
      yield outcome('skipped', file, `${data.name} (${file})`);
    else if (failed) yield outcome('failed', file, `${data.name} (${file})`, explain(error));
    else yield outcome('passed', file, `${data.name} (${file})`);
  }
}

/** Whether this is said of a file as a whole. */
const isFile = ({ nesting, name, file }) => nesting === 0 && path.resolve(name) === file;

const outcome = (state, file, name, message) => `${JSON.stringify({ state, file, name, message })}\n`;

/** What went wrong, in the words of the assertion, and where. */
function explain(error) {
  const cause = error.cause ?? error;
  return cause.stack ?? inspect(cause);
}
