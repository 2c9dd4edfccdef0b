/**
 * Part of the build: `node out/keepCode.js FOLDER BUNDLE ARGUMENTS…` runs a bundle of `FOLDER` as its launcher would,
 * and when it ends keeps what V8 has compiled of it and of the bundles beside it that it asked for.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import type { Script } from 'node:vm';
import { writeCodeCache } from './codeCache';
import { compile, run } from './launch';

const [node, , folder, name, ...given] = process.argv as [string, string, string, string, ...string[]];
const scripts = new Map<string, Script>();
const exported = new Map<string, unknown>();

function load(bundle: string): unknown {
  const file = path.join(folder, bundle);
  if (!scripts.has(bundle)) {
    const script = compile(file, readFileSync(file, 'utf8'));
    scripts.set(bundle, script);
    exported.set(bundle, run(script, file, load, require));
  }
  return exported.get(bundle);
}

// What is kept holds for the flags of the moment, and a launcher knows only the usual ones.
v8.setFlagsFromString = () => undefined;
process.on('exit', () => {
  // Not before: a function is compiled when it is first called.
  for (const [bundle, script] of scripts) writeCodeCache(path.join(folder, bundle), script.createCachedData());
});
process.argv = [node, path.join(folder, name), ...given];
load(name);
