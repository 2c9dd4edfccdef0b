import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../../server/src/knowledge/profiles';
import { chooseProfile } from '../../server/src/report/queries/chooseProfile';
import { parseReport } from '../../server/src/report/parse/parse';
import { alarmsOf, outcomeOf, placeOf, readCorpus, render, rules } from './corpus';

const corpus = readCorpus();

for (const report of corpus) {
  test(`${report.name}: the rules find what was judged`, () => {
    // After a change of a rule: npm run quality -- --update, then judge what is new.
    const outcome = outcomeOf(report);
    assert.equal(render(outcome.findings), render(report.kept));
    for (const { rule, at, verdict } of report.kept)
      assert.equal(typeof verdict, 'boolean', `${at}: ${rule} is not judged`);
  });
  test(`${report.name}: what was planted is there`, () => {
    const ids = rules.map<string>(({ id }) => id);
    for (const fault of report.faults) {
      assert.ok(ids.includes(fault.rule), `there is no rule ${fault.rule}`);
      placeOf(report.text, fault);
    }
  });
}

test('clean reports have no error and no warning', () => {
  const alarms = corpus.flatMap((report) => alarmsOf(report, outcomeOf(report)).map((alarm) => [report.name, alarm]));
  assert.deepEqual(alarms, []);
});

test('the corpus has reports of every profile and of every style of text', () => {
  const chosen = new Set(corpus.map(({ text }) => chooseProfile(parseReport(text))));
  assert.deepEqual([...chosen].sort(), profiles.map(({ id }) => id).sort());
  const clean = corpus.filter(({ faults }) => faults.length === 0);
  assert.ok(corpus.length >= 24 && clean.length >= 12 && corpus.length - clean.length >= 10);
  for (const style of [/^\uFEFF/, /\r\n/, /\u3000/, /\u00A0/, /^#/m, /^- [一二]、/m, /\t/])
    assert.ok(
      corpus.some(({ text }) => style.test(text)),
      String(style),
    );
});
