import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globMatcher } from '../../server/src/configuration/glob';

/** What a name of a glob is put together of, where picomatch reads it as Bash does. */
const piece = fc.constantFrom('a', 'b', '.', '草稿', '.md', '?', '[ab]', '{a,b}', '{.md,a?}');
const words = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
const globName = fc.oneof(
  fc.constantFrom('**', '*', '{a,b/c}', '*.md'),
  words,
  fc.tuple(words, fc.constantFrom('', 'a', '.md')).map(([before, behind]) => `${before}*${behind}`),
);
const glob = fc
  .array(globName, { minLength: 1, maxLength: 4 })
  // For picomatch `a/**` is `a` too, and `*/**` is not; here both are.
  .filter(
    (names) =>
      names.at(-1) !== '**' ||
      names
        .filter((one) => one !== '**')
        .at(-1)
        ?.endsWith('*') !== true,
  )
  .map((names) => names.join('/'))
  .filter((names) => !names.startsWith('./'));
const name = fc.constantFrom('a', 'b', 'ab', 'aab', '.a', 'a.md', '.md', '草稿', '草稿.md', 'c', 'b.a', '*');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

for (const dot of [false, true])
  test(`a glob fits what it fits for picomatch, dot: ${dot}`, () => {
    let fitting = 0;
    fc.assert(
      fc.property(glob, fc.array(path, { minLength: 8, maxLength: 8 }), (wanted, paths) => {
        const ours = globMatcher(wanted, { dot });
        const theirs = picomatch(wanted, { dot });
        for (const one of paths) {
          const fits = ours(one);
          assert.equal(fits, theirs(one), `${wanted} and ${one}`);
          if (fits) fitting++;
        }
      }),
      { numRuns: 2000, seed: 20261124 },
    );
    assert.ok(fitting > 200, `only ${fitting} paths fit`);
  });
