import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits as applyJsonEdits } from 'jsonc-parser';
import { createReportService } from '../../../server/src/service';
import type { CheckOptions, Configuration, Finding } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});
const file = 'reports/a.mission.txt';

/** A report with the same fault twice, in two sections, and its surroundings. */
const text = (first = '（一）會中會員，，表示支持。', second = '（一）會中會員，，表示感謝。'): string =>
  `出國報告\n出國類別：開會\n壹、目的\n貳、行程\n參、出席會議情形\n一、甲小組會議\n${first}\n二、乙小組會議\n${second}\n`;

function optionsOf(configuration: Configuration): CheckOptions {
  const { profile = 'auto', ...rest } = service.effectiveConfiguration([configuration], file);
  return { profile, ...rest };
}

function parsed(configurationText: string): Configuration {
  const { value, problems } = service.parseConfiguration(configurationText);
  assert.deepEqual(problems, []);
  return value!;
}

const repeated = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule }) => rule.id === 'typography/repeated-punctuation');

function check(report: string, configurationText = ''): readonly Finding[] {
  return repeated(service.check(service.parse(report), optionsOf(parsed(configurationText))));
}

/** The configuration after the adjustment of the `index`th kind for the first finding. */
function adjusted(configurationText: string, choose: (title: string) => boolean): string {
  const report = service.parse(text());
  const [finding] = repeated(service.check(report, optionsOf(parsed(configurationText))));
  const adjustment = service.adjustmentsOf(report, finding!, file, 'zh-TW').find(({ title }) => choose(title.en));
  assert.ok(adjustment);
  const edits = service.adjust(configurationText, adjustment);
  return applyJsonEdits(
    configurationText,
    edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
  );
}

test('an ignored finding is gone, the same fault elsewhere stays, and comments of the file too', () => {
  assert.equal(check(text()).length, 2);
  const configuration = adjusted('{\n  // ours\n  "profile": "conference",\n}', (title) => title.endsWith('only'));
  assert.match(configuration, /\/\/ ours/);
  const left = check(text(), configuration);
  assert.equal(left.length, 1);
  assert.ok(left[0]!.start > text().indexOf('乙小組'));
});

test('a suppression survives edits around it, and one that matches nothing is reported with its removal', () => {
  const configuration = adjusted('', (title) => title.endsWith('only'));
  const edited = text('（一）主席致詞後，會中會員，，表示支持本案。').replace(
    '壹、目的',
    '摘要\n\n很長的一段。\n\n壹、目的',
  );
  assert.equal(check(edited, configuration).length, 1);

  const mended = service.parse(text('（一）會中會員，表示支持。'));
  const options = optionsOf(parsed(configuration));
  assert.equal(repeated(service.check(mended, options)).length, 1, 'the other section keeps its finding');
  const [unused] = service.judge(mended, options).unused;
  assert.ok(unused);
  const problem = service.unusedSuppressionProblem(configuration, unused);
  assert.equal(problem.severity, 'warning');
  assert.match(configuration.slice(problem.start, problem.end), /"rule": "typography\/repeated-punctuation"/);
  const without = applyJsonEdits(
    configuration,
    problem.fix!.edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
  );
  assert.deepEqual(parsed(without).suppressions, []);
  assert.deepEqual(service.judge(service.parse(text()), options).unused, []);
});

test('a rule is ignored in one report, or switched off in the folder', () => {
  const inReport = adjusted('', (title) => title.includes('in this report'));
  assert.equal(check(text(), inReport).length, 0);
  const elsewhere = service.effectiveConfiguration([parsed(inReport)], 'reports/b.mission.txt');
  assert.deepEqual(elsewhere.suppressions, []);
  assert.equal(
    check(
      text(),
      adjusted('', (title) => title.startsWith('Rule off')),
    ).length,
    0,
  );
});

test('a second adjustment joins the list of the first', () => {
  const once = adjusted('', (title) => title.endsWith('only'));
  const twice = adjusted(once, (title) => title.endsWith('only'));
  assert.equal(parsed(twice).suppressions.length, 2);
  assert.equal(check(text(), twice).length, 0);
});

test('what stands in the glossary is right for the rules of words', () => {
  const glossary = '{ "glossary": { "bodies": ["會員，，表示"] } }';
  assert.equal(check(text(), glossary).length, 0);
});

test('an adjustment is taken back, whatever was written since, and a replaced value comes back', () => {
  const report = service.parse(text());
  const [finding] = repeated(service.check(report, optionsOf(parsed(''))));
  const [here, , off] = service.adjustmentsOf(report, finding!, file, 'zh-TW');
  const apply = (before: string, edits: ReturnType<typeof service.adjust>): string =>
    applyJsonEdits(
      before,
      edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
    );

  const ignored = apply('{ "profile": "auto" }', service.adjust('{ "profile": "auto" }', here!));
  const explained = apply(ignored, service.giveReason(ignored, here!, '原文如此'));
  assert.equal(parsed(explained).suppressions[0]!.reason, '原文如此');
  assert.deepEqual(JSON.parse(apply(explained, service.revoke(explained, here!))), { profile: 'auto' });
  assert.deepEqual(service.revoke('{}', here!), []);
  assert.deepEqual(service.giveReason('{}', here!, 'x'), []);

  const hand = `{ "suppressions": [{ "reason": "x", "file": "${file}", "rule": "${finding!.rule.id}" }] }`;
  const [entry] = service.ignoredIn(parsed(hand), file, 'zh-TW');
  assert.equal(entry!.scope, '這份報告');
  assert.deepEqual(JSON.parse(apply(hand, service.revoke(hand, entry!.adjustment))), {});
  assert.deepEqual(service.ignoredIn(parsed(hand), 'other.mission', 'en'), []);

  const hint = `{ "rules": { "${finding!.rule.id}": "hint" } }`;
  assert.equal(off!.value, 'off');
  const before = service.replacedValue(hint, off!);
  const switched = apply(hint, service.adjust(hint, off!));
  assert.deepEqual(JSON.parse(apply(switched, service.revoke(switched, off!, before))), JSON.parse(hint));
});
