import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetAt, positionAt } from '../../../server/src/features/positions';
import { parseReport } from '../../../server/src/report/parse/parse';

const text = '壹、目的\r\n𠮷田先生出席。\n\n貳、過程';
const report = parseReport(text);

test('every place in a line has its position, and every position its place', () => {
  for (const [offset, line, character] of [
    [0, 0, 0],
    [4, 0, 4],
    [6, 1, 0],
    [8, 1, 2],
    [15, 2, 0],
    [text.length, 3, 4],
  ] as const) {
    assert.deepEqual(positionAt(report, offset), { line, character });
    assert.equal(offsetAt(report, { line, character }), offset);
  }
});

test('what lies outside the text or behind a line is its nearest end', () => {
  assert.deepEqual(positionAt(report, 5), { line: 0, character: 4 });
  assert.deepEqual(positionAt(report, text.length + 9), { line: 3, character: 4 });
  assert.equal(offsetAt(report, { line: 0, character: 99 }), 4);
  assert.equal(offsetAt(report, { line: 99, character: 0 }), text.length);
  assert.equal(offsetAt(report, { line: -1, character: 3 }), 0);
  assert.equal(offsetAt(report, { line: 1, character: -1 }), 6);
});
