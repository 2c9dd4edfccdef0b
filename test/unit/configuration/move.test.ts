import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'jsonc-parser';
import { handedOver, renamedIn } from '../../../server/src/configuration/move';

const text = `{
  // ours
  "overrides": [{ "files": ["草稿/a [[]1].md", "草稿/**"], "profile": "central" }, { "files": "草稿" }, 7],
  "suppressions": [
    { "rule": "dates/weekday", "file": "草稿/a [1].md", "words": "三" },
    { "rule": "dates/weekday", "file": "./草稿/b.md" },
    { "rule": "dates/weekday", "file": "草稿集/c.md" },
    null, { "file": 3 }
  ]
}
`;

const filesOf = (configuration: string): readonly unknown[] =>
  (parse(configuration) as { suppressions: readonly ({ file: unknown } | null)[] }).suppressions.map(
    (one) => one?.file,
  );

test('a report that is renamed keeps what is said of it alone, comments and all else stay', () => {
  const renamed = renamedIn(text, '草稿/a [1].md', '定稿/甲*.md');
  assert.deepEqual(filesOf(renamed), ['定稿/甲*.md', './草稿/b.md', '草稿集/c.md', undefined, 3]);
  assert.match(renamed, /"files": \["定稿\/甲\[\*\]\.md", "草稿\/\*\*"\]/);
  assert.match(renamed, /\/\/ ours/);
  assert.equal(renamedIn(text, '草稿/x.md', '草稿/y.md'), text);
});

test('a folder that is renamed takes its reports along, and no other of a like name', () => {
  const renamed = renamedIn(text, '草稿', '定稿');
  assert.deepEqual(filesOf(renamed), ['定稿/a [1].md', '定稿/b.md', '草稿集/c.md', undefined, 3]);
  assert.deepEqual((parse(renamed) as { overrides: unknown[] }).overrides, [
    { files: ['定稿/a [[]1].md', '定稿/**'], profile: 'central' },
    { files: '定稿' },
    7,
  ]);
});

test('a report that moves to the folder of another configuration goes over to that, with its reasons', () => {
  for (const target of ['', '{}', '{ "profile": "central", "suppressions": [{ "rule": "x", "file": "y" }] }']) {
    const over = handedOver(text, '草稿', target, '1140301');
    assert.deepEqual(filesOf(over.text), ['草稿集/c.md', undefined, 3]);
    assert.deepEqual(filesOf(over.target).slice(-2), ['1140301/a [1].md', '1140301/b.md']);
    assert.equal(
      (parse(over.target) as { profile?: string }).profile,
      target.includes('central') ? 'central' : undefined,
    );
  }
});

test('a file that can not be read is left as it is', () => {
  for (const broken of ['{', '[]', 'null', '{ "suppressions": {} }', '{ "suppressions": [}']) {
    assert.equal(renamedIn(broken, '草稿', '定稿'), broken);
    assert.deepEqual(handedOver(text, '草稿', '{ "suppressions": {} }', 'x'), {
      text,
      target: '{ "suppressions": {} }',
    });
    assert.deepEqual(handedOver(broken, '草稿', '{}', 'x'), { text: broken, target: '{}' });
  }
  assert.deepEqual(handedOver(text, '草稿', '{', 'x'), { text, target: '{' });
});
