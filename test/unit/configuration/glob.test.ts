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
  ['!(*.draft).md', ['a.md'], ['a.draft.md', 'x/a.md']],
  ['+(ab|c)?(d)', ['ab', 'cabd', 'c'], ['d', '']],
  ['*(a|b)@(c)', ['c', 'abac'], ['ab']],
  ['!草稿/**', ['a.md'], ['草稿/a.md']],
  ['./a/*', ['a/b'], ['b/a']],
  [String.raw`a\*b`, ['a*b'], ['axb']],
  ['?.md', ['😀.md'], ['😀😀.md']],
  ['a/*', [String.raw`a\b`, 'a/b'], ['a/b/c'], { windows: true }],
  ['[z-a]', ['z', 'a'], ['m', '-']],
  ['[a', ['[a'], ['a']],
  ['(a', ['(a'], ['a']],
];
for (const [glob, fits, not, options = {}] of cases)
  test(`${glob} ${JSON.stringify(options)}`, () => {
    const matches = globMatcher(glob, options);
    for (const path of fits) assert.ok(matches(path), `does not fit ${path}`);
    for (const path of not) assert.ok(!matches(path), `fits ${path}`);
  });

test('no glob takes long, whoever wrote it', () => {
  const path = `${'a'.repeat(200)}b`;
  const nested = (sign: string): string => `${sign.repeat(100)}a${')'.repeat(100)}c`;
  const globs = [
    '*a'.repeat(200),
    '+(a|aa)+(a|aa)c',
    '+(+(+(+(a|aa)a)a)a)c',
    '!(!(!(a)))c',
    nested('*('),
    nested('!('),
  ];
  const start = performance.now();
  for (const glob of [...globs, '**/'.repeat(160), '{a,'.repeat(150), '('.repeat(500)])
    assert.equal(globMatcher(glob, { dot: true })(path), false, glob);
  assert.ok(performance.now() - start < 10_000);
});
