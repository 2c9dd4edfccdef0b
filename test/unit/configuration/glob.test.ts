import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globMatcher } from '../../../server/src/configuration/glob';
import type { GlobOptions } from '../../../server/src/configuration/glob';

const cases: readonly (readonly [
  glob: string,
  fits: readonly string[],
  not: readonly string[],
  options?: GlobOptions,
])[] = [
  ['草稿/**', ['草稿', '草稿/a.md', '草稿/一/二.md'], ['草稿二/a.md', 'x/草稿/a.md', '草稿/.git/a.md']],
  ['草稿/**', ['草稿/.私/a.md'], ['草稿/../a.md'], { dot: true }],
  ['**/*.draft.mission.md', ['a.draft.mission.md', 'x/y/a.draft.mission.md'], ['a.mission.md']],
  ['*.md', ['a.md'], ['x/a.md', '.md', '.a.md', 'a.mdx']],
  ['20??/*', ['2024/a', '2025/b.md'], ['202/a', '20245/a']],
  ['[!a-c]?', ['d1', 'é1'], ['a1', 'd', '.a']],
  ['[]-]', [']', '-'], ['a']],
  ['{甲,乙}/*.{md,txt}', ['甲/a.md', '乙/b.txt'], ['丙/a.md', '甲/a.doc']],
  ['{a}', ['{a}'], ['a']],
  ['./a/*', ['a/b'], ['b/a']],
  ['?.md', ['😀.md'], ['😀😀.md']],
  ['a/*', [String.raw`a\b`, 'a/b'], ['a/b/c'], { windows: true }],
  ['[z-a]', ['z', 'a'], ['m', '-']],
  ['[a', ['[a'], ['a']],
  ['!(a)*', ['!(a)', '!(a)b'], ['b']],
  ['[*]', ['*'], ['a']],
  ['{a,{b,c}}.md', ['a.md', 'c.md'], ['d.md']],
  ['**/{甲,乙}/**/*.md', ['甲/a.md', 'x/乙/y/z/b.md'], ['丙/a.md', '甲.md']],
];
for (const [glob, fits, not, options = {}] of cases)
  test(`${glob} ${JSON.stringify(options)}`, () => {
    const matches = globMatcher(glob, options);
    for (const path of fits) assert.ok(matches(path), `does not fit ${path}`);
    for (const path of not) assert.ok(!matches(path), `fits ${path}`);
  });

test('no glob takes long, whoever wrote it', () => {
  const path = `${'a'.repeat(200)}b`;
  const globs = ['*a'.repeat(200), '{a,aa}'.repeat(100) + 'c', '{a*,{a*,{a*,a*a}*}*}*'.repeat(20) + 'c'];
  const start = performance.now();
  for (const glob of [...globs, '**/'.repeat(160), '{a,'.repeat(150), '{'.repeat(5_000), '['.repeat(5_000)])
    assert.equal(globMatcher(glob, { dot: true })(path), false, glob);
  assert.ok(performance.now() - start < 10_000);
});
