import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../../server/src/rules/abstract/length';
import { found } from '../found';

const abstractOf = (count: number): string => `服務機關：數位發展部\n摘要\n${'字'.repeat(count)}。\n壹、目的\n`;

test('near the limits it is a hint, further off a warning, between them nothing', () => {
  const severity = (count: number): string | undefined => found(rule, abstractOf(count))[0]?.severity;
  assert.deepEqual([179, 180, 199, 200, 300, 301, 320, 321].map(severity), [
    'warning',
    'hint',
    'hint',
    undefined,
    undefined,
    'hint',
    'hint',
    'warning',
  ]);
});

test('the message states the count and the bounds', () => {
  assert.deepEqual(found(rule, abstractOf(150))[0]?.params, { count: 150, min: 200, max: 300 });
});

test('words behind the heading on its own line count', () => {
  const text = `服務機關：數位發展部\n摘要：${'字'.repeat(100)}\n${'字'.repeat(50)}。\n壹、目的\n`;
  assert.equal(found(rule, text)[0]?.params?.['count'], 150);
});
