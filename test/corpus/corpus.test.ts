import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../../server/src/knowledge/profiles';
import { chooseProfile } from '../../server/src/report/queries/chooseProfile';
import { parseReport } from '../../server/src/report/parse/parse';
import { alarmsOf, deviationsOf, forms, genres, outcomeOf, placeOf, readCorpus, readNotYet, render, rowOf, rules, rulesToCome } from './corpus'; // prettier-ignore

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
      assert.ok([...ids, ...rulesToCome].includes(fault.rule), `there is no rule ${fault.rule}`);
      placeOf(report.text, fault);
    }
  });
}

test('the rules and the judgement part where notYet.tsv says, and nowhere else', () => {
  // npm run quality -- --not-yet prints the rows; one that is gone has to go from the file too.
  const deviations = corpus.flatMap((report) => deviationsOf(report, outcomeOf(report)).map(rowOf));
  assert.deepEqual(deviations, readNotYet());
});

test('a rule that is to come is not there yet', () => {
  assert.deepEqual(rules.filter(({ id }) => rulesToCome.includes(id)), []);
}); // prettier-ignore

test('clean reports have no error and no warning but those that are known to be false', () => {
  const known = new Set(readNotYet());
  const alarms = corpus.flatMap((report) => {
    const { name } = report;
    return alarmsOf(report, outcomeOf(report)).filter(
      ({ rule, words }) => !known.has(rowOf({ report: name, kind: 'false', rule, words })),
    );
  });
  assert.deepEqual(alarms, []);
});

test('the corpus has reports of every genre and of every form', () => {
  for (const genre of genres) assert.ok(corpus.some((report) => report.genre === genre), genre); // prettier-ignore
  for (const form of forms) assert.ok(corpus.some((report) => report.form === form), form); // prettier-ignore
});

test('the corpus has reports of every profile and of every style of text', () => {
  const chosen = new Set(corpus.map(({ text }) => chooseProfile(parseReport(text)).id));
  assert.deepEqual([...chosen].sort(), profiles.map(({ id }) => id).sort());
  const clean = corpus.filter(({ faults }) => faults.length === 0);
  assert.ok(corpus.length >= 24 && clean.length >= 12 && corpus.length - clean.length >= 10);
  for (const style of [/^\uFEFF/, /\r\n/, /\u3000/, /\u00A0/, /^#/m, /^- [一二]、/m, /\t/])
    assert.ok(
      corpus.some(({ text }) => style.test(text)),
      String(style),
    );
});
