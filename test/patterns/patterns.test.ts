/**
 * Regular expressions that are put together from pieces, such as words of the tables, are no literals, so the lint does
 * not see them. Here each one that the server makes while it checks the corpus is held to what the lint holds literals
 * to: no input makes it slow.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from 'recheck';
import { constructedPatterns } from './constructed';
import { outcomeOf, readCorpus } from '../corpus/corpus';

/** Milliseconds for one expression; a hard one takes two seconds on a slow machine. */
const longest = 20_000;

for (const report of readCorpus()) outcomeOf(report);
const patterns = constructedPatterns();

test('there are expressions made of pieces', () => {
  assert.ok(patterns.length > 100, `${patterns.length}`);
});

for (const { source, flags, place } of patterns)
  test(`no input makes the expression of ${place} slow: ${source.slice(0, 40)}`, async () => {
    const result = await check(source, flags, { timeout: longest, randomSeed: 1 });
    const attack = result.status === 'vulnerable' ? ` by ${result.attack.pattern}` : '';
    assert.equal(result.status, 'safe', `/${source}/${flags}${attack}`);
  });
