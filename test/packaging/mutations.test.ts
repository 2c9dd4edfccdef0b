/** The rows of `npm run mutation` fit the source: a row that went stale would end a run of an hour at its start. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mutationsIn, stalenessOf } from '../mutation/rows.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

test('every planted fault changes a text that stands once in its file', () => {
  const mutations = mutationsIn(root);
  assert.ok(mutations.length >= 60);
  assert.deepEqual(
    mutations.map((mutation) => stalenessOf(root, mutation)).filter((fault) => fault !== undefined),
    [],
  );
});
