import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameValue } from '../../../../server/src/rules/engine/sameValue';

test('plain data is the same where all of it is', () => {
  const value = { from: { year: 2024, month: 8 }, names: ['日本', '韓國'], forum: undefined };
  assert.ok(sameValue(value, structuredClone(value)));
  for (const other of [
    { ...value, from: { year: 2024, month: 9 } },
    { ...value, from: { year: 2024 } },
    { ...value, from: { year: 2024, month: 8, day: 1 } },
    { ...value, names: ['日本'] },
    { ...value, names: ['日本', '韓國', '越南'] },
    { ...value, forum: 'apec' },
    undefined,
  ]) {
    assert.ok(!sameValue(value, other), JSON.stringify(other));
    assert.ok(!sameValue(other, value), JSON.stringify(other));
  }
});
