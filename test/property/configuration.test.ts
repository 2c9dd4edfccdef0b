/** Whatever JSON stands in a configuration file: what is wrong is said at its place, and costs nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, parse, parseTree } from 'jsonc-parser';
import { createReportService, render } from '../../server/src/service';
import type { Configuration, ConfigurationEdit } from '../../server/src/service';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
const file = '草稿/a.mission.txt';
const report = service.parse(
  '出國報告（出國類別：考察）\n\n壹、目的\n\n本局將持續持續辦理 XQZR 訓練，，並追蹤。\n\n貳、過程\n\n2 月 30 日啟程。\n',
);
const findings = service.check(report, { profile: 'auto', severities: {} });

const keys = [
  ...['$schema', 'extends', 'profile', 'rules', 'overrides', 'glossary', 'suppressions', 'files', 'acronyms', 'bodies'],
  ...['persons', 'terms', 'forums', 'chinese', 'english', 'rule', 'file', 'words', 'around', 'section', 'above'],
  ...['occurrence', 'subject', 'reason', 'abstract/length', 'wording/*', '__proto__', 'constructor', '', '持續持續'],
];
const scalar = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 'off', 'hint', 'conference', 'wording/typo', file, '**/*', '', '..', '日本'),
  fc.string({ maxLength: 4 }),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('value')), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));
/** Mostly what begins like a configuration. */
const json = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys.slice(0, 7)), anything, { maxKeys: 4 }) },
  { weight: 1, arbitrary: anything },
);

/** Does all that an editor does with the configuration `text`. */
function use(text: string): void {
  const { value, problems } = service.parseConfiguration(text);
  for (const { start, end, message, params, fix } of problems) {
    assert.ok(start >= 0 && start < end && end <= text.length, text);
    for (const locale of ['zh-TW', 'en'] as const) {
      const words = render(message, params, locale);
      assert.ok(words !== '' && !/\{(?:key|known|near|most|id|name|what)\}/.test(words), words);
    }
    if (fix) parseTree(applied(text, fix.edits));
  }
  const effective = service.effectiveConfiguration(value ? [value] : [], file);
  const judged = service.judge(report, { ...effective, profile: effective.profile ?? 'auto' });
  for (const suppression of judged.unused) service.unusedSuppressionProblem(text, suppression);
  if (value) for (const { adjustment } of service.ignoredIn(value, file, 'en')) change(text, service.revoke(text, adjustment)); // prettier-ignore
  for (const finding of findings)
    for (const adjustment of service.adjustmentsOf(report, finding, file, 'zh-TW')) {
      service.replacedValue(text, adjustment);
      service.giveReason(text, adjustment, '理由');
      const edits = service.adjust(text, adjustment);
      const after = change(text, edits);
      if (edits.length > 0) assert.ok(service.parseConfiguration(after).problems.length <= problems.length, after);
    }
  for (const scope of [file, undefined])
    change(text, service.adjust(text, service.profileAdjustment(text, 'central', scope)));
}

const applied = (text: string, edits: readonly ConfigurationEdit[]): string =>
  applyEdits(
    text,
    edits.map(({ start, end, text: content }) => ({ offset: start, length: end - start, content })),
  );

/** The configuration `text` after `edits`, which is JSON still. */
function change(text: string, edits: readonly ConfigurationEdit[]): string {
  const after = applied(text, edits);
  if (text.trim() !== '') assert.doesNotThrow(() => JSON.parse(after) as unknown, after);
  return after;
}

test('any JSON is read, used and changed', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
      use(JSON.stringify(value, undefined, indent));
    }),
    { numRuns: 400 },
  );
});

test('a wrong value is said inside of its own place, and the rest of the configuration holds', () => {
  const right: Readonly<Record<string, unknown>> = {
    profile: 'central',
    rules: { 'abstract/length': 'off' },
    overrides: [{ files: ['草稿/'], rules: { 'dates/weekday': 'off' } }],
    glossary: { bodies: ['民主網絡司'] },
    suppressions: [{ rule: 'dates/invalid', file }],
  };
  const whole = service.parseConfiguration(JSON.stringify(right));
  assert.deepEqual(whole.problems, []);
  const rest = (configuration: Configuration, but: string): unknown => {
    const { profile, severities, overrides, glossary, suppressions } = configuration;
    const all: Readonly<Record<string, unknown>> = {
      profile,
      rules: severities,
      overrides,
      glossary,
      suppressions: suppressions.map(({ rule, file: of }) => [rule, of]),
    };
    return Object.fromEntries(Object.entries(all).filter(([key]) => key !== but));
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(right)), anything, (key, value) => {
      const text = JSON.stringify({ ...right, [key]: value });
      const at = text.indexOf(`"${key}":`) + key.length + 3;
      const read = service.parseConfiguration(text);
      for (const { start, end } of read.problems)
        assert.ok(start >= at && end <= at + JSON.stringify(value).length, text);
      assert.deepEqual(rest(read.value!, key), rest(whole.value!, key));
    }),
    { numRuns: 400 },
  );
});

test('a file that no adjustment can be put into is left alone', () => {
  const [finding] = findings;
  for (const text of ['[]', 'null', '"草稿"', '{"rules":', '{"rules":"off"', '['.repeat(40), '{"rules":{},}}'])
    for (const adjustment of service.adjustmentsOf(report, finding!, file, 'en'))
      assert.deepEqual(service.adjust(text, adjustment), [], text);
  for (const text of [
    '{"suppressions":{}}',
    '{"suppressions":"x"}',
    '{"rules":[]}',
    '{"rules":null}',
    '{"glossary":["XQZR"]}',
  ])
    for (const each of findings)
      for (const adjustment of service.adjustmentsOf(report, each, file, 'en')) {
        const after = applied(text, service.adjust(text, adjustment));
        // What an author wrote is not taken away.
        for (const [key, value] of Object.entries(parse(text) as object)) assert.deepEqual((parse(after) as Record<string, unknown>)[key], value); // prettier-ignore
      }
});
