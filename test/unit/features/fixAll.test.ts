import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeEditsOf } from '../../../server/src/features/fixAll/fixSet';
import type { Trial } from '../../../server/src/features/fixAll/fixSet';
import { profileById } from '../../../server/src/knowledge/profiles';
import { parseReport } from '../../../server/src/report/parse/parse';
import { checkReport } from '../../../server/src/rules/engine/check';
import { emptyGlossary } from '../../../server/src/rules/engine/glossary';
import { rule } from '../../../server/src/rules/wording/unifiedTerm';

const settings = { profile: profileById('central'), glossary: emptyGlossary, severities: {} };
const check: Trial = (report) =>
  checkReport(report, settings, [rule], (_id, error) => {
    throw error;
  }).findings.all;

const report = parseReport('貳、過程\n該會公佈指引，並頒佈辦法。\n各國分佈不均，宣佈延期。\n');
const findings = check(report);
const madeBy = (trial: Trial): readonly string[] => safeEditsOf(report, findings, trial).map(({ text }) => text);

test('all safe fixes are made where nothing new is found after them', () => {
  assert.deepEqual(madeBy(check), ['公布', '頒布', '分布', '宣布']);
});

test('a fix after which more is found is left out, and no other', () => {
  for (const harmful of ['公布', '頒布', '分布', '宣布']) {
    const trial: Trial = (after) => (after.text.includes(harmful) ? [...findings, ...findings] : check(after));
    assert.deepEqual(
      madeBy(trial),
      ['公布', '頒布', '分布', '宣布'].filter((text) => text !== harmful),
    );
  }
});

test('where every fix does harm none is made', () => {
  assert.deepEqual(
    madeBy(() => [...findings, ...findings]),
    [],
  );
});
