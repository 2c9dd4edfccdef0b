import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesToCome } from '../corpus/corpus';
import { createReportService } from '../../server/src/service';
import type { Finding, OutlineNode } from '../../server/src/service';
import { spellerForTests } from '../spelling/lexicon';
import type { Case } from './cases';
import { pages, readCases, readNotYet } from './cases';
import { configurationCases } from './configurationCases';

const service = createReportService({
  onRuleFailure: (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  },
});
service.useSpeller(spellerForTests());
const options = { profile: 'auto', severities: {} } as const;

const cases = readCases();

/** Whether `id` is one of `rules`, where `typography/*` stands for a family. */
function isAmong(id: string, rules: readonly string[]): boolean {
  return rules.some((rule) => rule === id || rule === '*' || (rule.endsWith('/*') && id.startsWith(rule.slice(0, -1))));
}

function titles(nodes: readonly OutlineNode[], level = 0): readonly string[] {
  return nodes.flatMap(({ title, kind, children }) =>
    kind === 'cover' ? [] : ['  '.repeat(level) + title, ...titles(children, level + 1)],
  );
}

/** Throws where a case is not as its page expects it. */
function judge({ expectation, rules, text, marks, says, outline }: Case): void {
  if (expectation === 'report' || expectation === 'no-report') {
    assert.equal(service.recognises(text), expectation === 'report');
    return;
  }
  const report = service.parse(text);
  if (expectation === 'outline') {
    assert.equal(titles(service.outline(report)).join('\n'), outline);
    return;
  }
  const all = service.check(report, options);
  const found = all.filter(({ rule }) => isAmong(rule.id, rules));
  const shown = (findings: readonly Finding[]): readonly string[] =>
    findings.map(({ rule, start, end }) => `${rule.id} ${start}-${end} ${text.slice(start, end)}`);
  switch (expectation) {
    case 'found': {
      const places = found.map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`);
      assert.deepEqual(places, marks.map(([start, end]) => `${start}-${end} ${text.slice(start, end)}`)); // prettier-ignore
      if (says !== undefined) assert.ok(service.messageOf(found[0]!, 'zh-TW').includes(says), service.messageOf(found[0]!, 'zh-TW')); // prettier-ignore
      return;
    }
    case 'no-error':
      assert.deepEqual(shown(found.filter(({ severity }) => severity === 'error')), []);
      return;
    case 'untouched':
      assert.equal(service.fixedReport(report, all, options).report.text, text);
      assert.deepEqual(shown(found), []);
      return;
    case 'silent':
      assert.deepEqual(shown(found), []);
  }
}

const notYet = new Set(readNotYet());

/** All that is judged, by name. */
const judgements = [
  ...cases.map((one) => ({
    name: one.name,
    run: () => {
      judge(one);
    },
  })),
  ...configurationCases.map((one) => ({
    name: one.name,
    run: () => {
      one.judge(service);
    },
  })),
];

for (const { name, run } of judgements)
  test(name, () => {
    // A case that notYet.tsv lists has to fail still: once it is right, take it out.
    if (notYet.has(name)) assert.throws(run, `${name} is right now: take it out of notYet.tsv`);
    else run();
  });

test('notYet.tsv lists cases that are there, in the order of the pages', () => {
  assert.deepEqual(judgements.map(({ name }) => name).filter((name) => notYet.has(name)), readNotYet()); // prettier-ignore
});

test('every page names rules that there are or will be, and has three cases and one of the same look', () => {
  const ids = [...service.rules.map<string>(({ id }) => id), ...rulesToCome];
  for (const page of pages) {
    const own = cases.filter(({ name }) => name.startsWith(`${page} `));
    assert.ok(own.length >= 4, page);
    assert.ok(new Set(own.map(({ expectation }) => expectation)).size >= 2, page);
    for (const rule of own[0]!.rules) assert.ok(ids.some((id) => isAmong(id, [rule])), `${page}: ${rule}`); // prettier-ignore
    for (const { name, expectation, marks } of own)
      assert.equal(expectation === 'found', marks.length > 0, `${name}: marks belong to 提出, and to nothing else`);
  }
});
