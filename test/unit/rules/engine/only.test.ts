/** What a rule says it wants to see saves time and hides nothing: it finds the same without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReport } from '../../../../server/src/report/parse/parse';
import { chooseProfile } from '../../../../server/src/report/queries/chooseProfile';
import { checkReport } from '../../../../server/src/rules/engine/check';
import { emptyGlossary } from '../../../../server/src/rules/engine/glossary';
import type { Rule } from '../../../../server/src/rules/engine/rule';
import { rules } from '../../../../server/src/rules/registry';
import { readCorpus } from '../../../corpus/corpus';
import { ruleModules } from '../modules';

const examples = ruleModules().flatMap((module) => module.examples.map(({ text }) => text.replace(/[⟦⟧]/g, '')));
/** Every example of every rule as lines of one report, and the reports of the corpus. */
const reports = [
  `服務機關：數位發展部\n壹、目的\n${examples.join('\n')}\n`,
  ...readCorpus().map(({ text }) => text),
].map((text) => parseReport(text));

/** `rule` without what it says it wants to see; undefined where it says nothing. */
function withoutQuery(rule: Rule): Rule | undefined {
  if (rule.per !== 'report') return rule.only && { ...rule, only: undefined };
  return rule.notes?.only && { ...rule, notes: { ...rule.notes, only: undefined } };
}

function placesFound(rule: Rule): unknown {
  return reports.map((report) => {
    const profile = chooseProfile(report);
    const settings = { profile, glossary: emptyGlossary, severities: { [rule.id]: 'hint' as const } };
    return checkReport(report, settings, [rule], (_id, error) => {
      throw error;
    }).findings.all.map(({ message, start, end, related }) => [message, start, end, related]);
  });
}

for (const rule of rules) {
  const all = withoutQuery(rule);
  if (!all) continue;
  test(`${rule.id} has nothing to say of lines that it leaves out`, () => {
    assert.deepEqual(placesFound(rule), placesFound(all));
  });
}

test('the test sees a rule that leaves out too much', () => {
  const rule = rules.find(({ id }) => id === 'dates/invalid') as Extract<Rule, { per: 'line' }>;
  const blind = { ...rule, only: { contains: ['weekday'] as const } };
  assert.notDeepEqual(placesFound(blind), placesFound(withoutQuery(blind)!));
});
