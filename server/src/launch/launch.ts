/** Runs the bundles of dist/ from what V8 has kept of them. */
import path from 'node:path';
import { Script, constants } from 'node:vm';
import { readCodeCache } from './codeCache';

/** As Node's own, which surrounds a module with the names that it may use. */
const head = '(function (exports, require, module, __filename, __dirname) { ';
const tail = '\n})';

/**
 * @param text of the bundle at the path `file`
 * @param code what V8 kept of it; what V8 does not take is left unused, without a word
 */
export function compile(file: string, text: string, code?: Buffer): Script {
  return new Script(head + text + tail, {
    filename: file,
    columnOffset: -head.length, // so that stack traces say the columns of the file
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && { cachedData: code }),
  });
}

/**
 * Runs a bundle once.
 * @param load gives what the bundle `name` of the same folder exports
 * @param require gives all else that it asks for
 * @returns what it exports
 */
export function run(
  script: Script,
  file: string,
  load: (name: string) => unknown,
  require: (id: string) => unknown,
): unknown {
  const module = { exports: {} };
  const wrapped = script.runInThisContext() as (...names: unknown[]) => void;
  const requireBeside = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  wrapped.call(module.exports, module.exports, requireBeside, module, file, path.dirname(file));
  return module.exports;
}

/**
 * Runs the bundle `name` of `folder`, and those beside it that it asks for. Node runs those that have no code cache, and
 * all where stack traces are to name the sources, because it maps none of what others compile.
 * @param require of a file in `folder`
 * @returns what the bundle exports
 */
export function launch(folder: string, name: string, require: (id: string) => unknown): unknown {
  const done = new Map<string, unknown>();
  const load = (bundle: string): unknown => {
    if (done.has(bundle)) return done.get(bundle);
    const file = path.join(folder, bundle);
    const kept = process.sourceMapsEnabled ? undefined : readCodeCache(file);
    const exported = kept ? run(compile(file, kept.text, kept.code), file, load, require) : require(file);
    done.set(bundle, exported);
    return exported;
  };
  return load(name);
}
