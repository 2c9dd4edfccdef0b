/** What the documents for developers say of files is so. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const documents = ['CONTRIBUTING.md', 'docs/ARCHITECTURE.md', 'docs/PERFORMANCE.md', 'docs/knowledge.md'];
/** What is made, installed or kept by git is no file of the project. */
const left = new Set(['node_modules', 'dist', 'out', '.git', '.vscode-host', '.vscode-test']);

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (left.has(entry.name)) continue;
    const below = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(below);
    else yield `/${below}`;
  }
}

test('the whole rule of CONTRIBUTING is one of the project', () => {
  const [, block, ...others] = read('CONTRIBUTING.md').split('   ```ts\n');
  assert.deepEqual(others, []);
  const rule = block!.slice(0, block!.indexOf('\n   ```\n') + 1);
  assert.equal(rule.replace(/^ {3}/gm, ''), read('server/src/rules/numbers/currencyWithoutNtd.ts'));
});

test('every file that a document names is there', () => {
  const files = [...filesBelow('.')];
  let count = 0;
  for (const document of documents)
    for (const [, name] of read(document).matchAll(/`([\w./-]+)`/g)) {
      if (!name!.includes('/') || path.extname(name!) === '' || left.has(name!.split('/')[0]!)) continue;
      count += 1;
      assert.ok(files.some((file) => file.endsWith(`/${name}`)), `${document}: ${name}`); // prettier-ignore
    }
  assert.ok(count >= 40, `${count}`);
});
