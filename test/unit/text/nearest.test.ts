import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../../server/src/text/nearest';

const severities = ['error', 'warning', 'information', 'hint', 'off'];
const rules = ['structure/missing-section', 'structure/section-order', 'dates/weekday'];

for (const [word, candidates, meant] of [
  ['eror', severities, 'error'],
  ['Warnign', severities, 'warning'],
  ['warn', severities, 'warning'],
  ['info', severities, 'information'],
  ['in', severities, undefined],
  ['of', severities, 'off'],
  ['missing-section', rules, 'structure/missing-section'],
  ['dates/weekdya', rules, 'dates/weekday'],
  ['structure', rules, undefined],
  ['', rules, undefined],
  ['x'.repeat(81), rules, undefined],
] as const)
  test(`${word.slice(0, 20) || 'nothing'} means ${meant ?? 'none of them'}`, () => {
    assert.equal(nearest(word, candidates), meant);
  });
