import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { layers } from '../../layers.mjs';

const root = path.resolve(import.meta.dirname, '../../server/src');
const clientRoot = path.resolve(import.meta.dirname, '../../client/src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(path.join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [path.join(folder, entry.name)]
        : [],
  );
}

/** What a file imports, types included: `from '…'`, `import('…')` and `require('…')`. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(|require\()\s*'([^'\n]+)'/g)].map(
    (match) => match[1]!,
  );
}

function layerOf(file: string): (typeof layers)[number] | undefined {
  const relative = path.relative(root, file);
  return layers.find(({ folder }) =>
    folder.endsWith('.ts') ? relative === folder : relative.startsWith(folder + path.sep),
  );
}

/** Libraries without Node, editor, clock or network of their own, which the core may use. */
const pureLibraries = new Set([
  '@lezer/common',
  '@lezer/markdown',
  'jsonc-parser',
  'tinyqueue',
  'docx',
  'fflate',
  'htmlparser2',
  'image-size',
  'saxes',
]);

const files = filesBelow(root);

test('every file belongs to a layer', () => {
  assert.deepEqual(
    files.filter((file) => !layerOf(file)).map((file) => path.relative(root, file)),
    [],
  );
  assert.ok(files.length > 40, 'the walk found the sources');
});

test('every import stays within what its layer may see', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const layer = layerOf(file)!;
    for (const name of importsOf(file)) {
      const from = path.relative(root, file);
      if (name.startsWith('.')) {
        const target = layerOf(path.resolve(path.dirname(file), name) + (name.endsWith('.json') ? '' : '.ts'));
        const outside = path.relative(root, path.resolve(path.dirname(file), name)).startsWith('..');
        if (
          outside
            ? !name.endsWith('.json') && !layer.mayImport.includes(name)
            : target !== layer && !layer.mayImport.includes(target?.folder ?? '')
        )
          wrong.push(`${from} imports ${name}`);
      } else if (layer.core && !pureLibraries.has(name)) wrong.push(`${from} is in the core and imports ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the test sees a forbidden import', () => {
  const text = layerOf(path.join(root, 'text/span.ts'))!;
  assert.equal(text.mayImport.includes('rules'), false);
  assert.deepEqual(importsOf(path.join(root, 'report/queries/read.ts')).includes('../../text/span'), true);
});

/**
 * The circles among files that import each other: each a set of files from every one of which one comes to every other
 * (Tarjan's algorithm).
 */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    const own = index.size;
    index.set(file, own);
    lowest.set(file, own);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== own) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return circles;
}

/** What each of `sources` imports of the others, types included. */
function graphOf(sources: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(sources);
  const targetOf = (file: string, name: string): string | undefined => {
    const target = path.resolve(path.dirname(file), name);
    return [`${target}.ts`, path.join(target, 'index.ts')].find((candidate) => known.has(candidate));
  };
  return new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => targetOf(file, name))
        .filter((target) => target !== undefined),
    ]),
  );
}

test('no file imports itself by way of others, types included', () => {
  const sources = [...files, ...filesBelow(clientRoot)];
  const graph = graphOf(sources);
  const edges = [...graph.values()].reduce((sum, targets) => sum + targets.length, 0);
  assert.ok(edges > 3 * sources.length, 'the walk found the imports');
  const circles = circlesIn(graph).map((circle) => circle.map((file) => path.relative(root, file)));
  assert.deepEqual(circles, []);
});

test('the test sees a circle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
    ['e', ['e']],
  ]);
  assert.deepEqual(circlesIn(graph), [['a', 'b', 'c'], ['e']]);
});

test('nothing but the list of rules imports out of a family of rules', () => {
  const families = path.join(root, 'rules');
  const isInFamily = (file: string): boolean =>
    file.startsWith(families + path.sep) && ![families, path.join(families, 'engine')].includes(path.dirname(file));
  const wrong: string[] = [];
  let inside = 0;
  for (const file of files) {
    if (isInFamily(file)) {
      inside++;
      continue;
    }
    for (const name of importsOf(file)) {
      const target = path.resolve(path.dirname(file), name) + '.ts';
      const isList = path.dirname(file) === families;
      if (name.startsWith('.') && isInFamily(target) && !isList)
        wrong.push(`${path.relative(root, file)} imports ${name}`);
    }
  }
  assert.ok(inside > 70, 'the walk found the rules');
  assert.deepEqual(wrong, []);
});

test('no rule imports another rule', () => {
  const wrong: string[] = [];
  for (const file of filesBelow(path.join(root, 'rules'))) {
    if (path.dirname(file) === path.join(root, 'rules') || path.basename(file) === 'index.ts') continue;
    const isRule = (candidate: string): boolean => readFileSync(candidate, 'utf8').includes('export const rule:');
    for (const name of importsOf(file)) {
      const target = path.resolve(path.dirname(file), name) + '.ts';
      if (name.startsWith('.') && files.includes(target) && isRule(target))
        wrong.push(`${path.relative(root, file)} imports ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every function and value that a file exports is used by another one', () => {
  const folders = ['server', 'client', 'test', 'docs', 'build'].map((name) => path.resolve(root, '../..', name));
  // The build makes the start of the web worker.
  const all = [...folders.flatMap(filesBelow), path.resolve(root, '../../esbuild.mjs')];
  const texts = new Map(all.map((file) => [file, readFileSync(file, 'utf8')]));
  let count = 0;
  const alone: string[] = [];
  for (const file of [...files, ...filesBelow(clientRoot)])
    for (const [, name] of texts
      .get(file)!
      .matchAll(/^export (?:async )?(?:function\*?|const(?: enum)?|class) (\w+)/gm)) {
      count += 1;
      const word = new RegExp(`\\b${name!}\\b`);
      if (![...texts].some(([other, text]) => other !== file && word.test(text)))
        alone.push(`${path.basename(file)}: ${name!}`);
    }
  assert.ok(count > 500, `${count}`);
  assert.deepEqual(alone, []);
});
