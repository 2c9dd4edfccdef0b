import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderAt } from '../../../client/src/placeholders';

test('a cursor stands at a placeholder in it and at both of its ends, a selection where it touches one', () => {
  const line = '我國由○○率團，○○附議。';
  for (const at of [3, 4, 5]) assert.deepEqual(placeholderAt(line, at, at), { start: 3, end: 5 });
  for (const at of [0, 2, 6, 7, 11]) assert.equal(placeholderAt(line, at, at), undefined, `${at}`);
  assert.deepEqual(placeholderAt(line, 8, 10), { start: 8, end: 10 });
  for (const words of ['○', 'ＸＸ', 'XXX', 'TODO', '待補'])
    assert.deepEqual(placeholderAt(`於${words}月`, 1, 1), { start: 1, end: 1 + words.length });
  assert.equal(placeholderAt('等待會議開始', 2, 2), undefined);
});
