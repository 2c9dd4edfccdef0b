import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectiveConfiguration as effectiveConfigurationOf } from '../../../server/src/configuration/effective';
import type { Configuration } from '../../../server/src/configuration/model';
import { parseConfiguration } from '../../../server/src/configuration/parse';
import { literalGlob } from '../../../server/src/configuration/paths';
import { render } from '../../../server/src/text/message';

const known = { rules: ['abstract/length', 'dates/weekday'], profiles: ['conference', 'central'] };

const effectiveConfiguration = (chain: readonly Configuration[], path: string | undefined) =>
  effectiveConfigurationOf(chain, path, known.rules);

function read(text: string) {
  const { value, problems } = parseConfiguration(text, known);
  assert.deepEqual(
    problems.map(({ message, params }) => render(message, params, 'en')),
    [],
  );
  return value!;
}

test('later files win, and overrides hold for the files of their globs', () => {
  const base = read('{ "profile": "central", "rules": { "abstract/length": "off", "dates/weekday": "hint" } }');
  const own = read(`{
    "extends": ["./base.json"],
    "rules": { "dates/weekday": "error" },
    "overrides": [{ "files": ["drafts/**"], "profile": "conference", "rules": { "dates/weekday": "off" } }]
  }`);
  assert.deepEqual(own.extends.map(({ path }) => path), ['./base.json']); // prettier-ignore
  const report = effectiveConfiguration([base, own], '2024/a.mission.md');
  assert.equal(report.profile, 'central');
  assert.deepEqual(report.severities, { 'abstract/length': 'off', 'dates/weekday': 'error' });
  const draft = effectiveConfiguration([base, own], 'drafts/x/a.mission.md');
  assert.equal(draft.profile, 'conference');
  assert.deepEqual(draft.severities, { 'abstract/length': 'off', 'dates/weekday': 'off' });
  assert.equal(effectiveConfiguration([base, own], undefined).profile, 'central');
});

test('a bundled profile may be extended; its own profile wins', () => {
  assert.equal(read('{ "extends": "central" }').profile, 'central');
  assert.equal(read('{ "extends": "central", "profile": "conference" }').profile, 'conference');
});

test('the glossary is read whole, and the glossaries of a chain add up', () => {
  const base = read('{ "glossary": { "acronyms": { "TAIDE": "可信任生成式 AI" }, "persons": ["由于"] } }');
  const own = read(`{ "glossary": {
    "acronyms": { "XYZ": { "chinese": "某小組", "english": "Some Group" }, "PDF": "" },
    "terms": { "微中小企業": ["微中小型企業"] },
    "bodies": "民主網路司",
    "forums": { "CPTPP": ["日本", "CA"] } } }`);
  const { glossary } = effectiveConfiguration([base, own], undefined);
  assert.deepEqual([...glossary.acronyms.keys()], ['TAIDE', 'XYZ', 'PDF']);
  assert.deepEqual(glossary.acronyms.get('XYZ'), { chinese: '某小組', english: 'Some Group' });
  assert.deepEqual(glossary.names, ['由于', '民主網路司', '微中小企業']);
  assert.deepEqual(glossary.variants.get('微中小企業'), ['微中小型企業']);
  assert.deepEqual(glossary.forums.get('CPTPP'), ['JP', 'CA']);
});

test('wrong parts of the newer keys are named at their place and left out', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['{ "extends": "https://x.tw/a.json" }', '"https://x.tw/a.json"', /nothing is fetched/],
    ['{ "extends": [3] }', '3', /string or a list/],
    ['{ "overrides": {} }', '{}', /must be a list/],
    ['{ "overrides": [{ "rules": {} }] }', '{ "rules": {} }', /"files" is missing/],
    ['{ "overrides": [{ "files": "a", "rule": {} }] }', '"rule"', /did you mean "rules"/],
    ['{ "overrides": [{ "files": "../b/**" }] }', '"../b/**"', /leaves it/],
    ['{ "overrides": [{ "files": "C:\\\\b\\\\**" }] }', '"C:\\\\b\\\\**"', /leaves it/],
    [`{ "overrides": [{ "files": "${'a'.repeat(501)}" }] }`, `"${'a'.repeat(501)}"`, /more than 500/],
    ['{ "suppressions": [{ "rule": "dates/weekday", "file": "草稿/" }] }', '"草稿/"', /one report/],
    ['{ "suppressions": [{ "rule": "dates/weekday", "file": "草稿\\\\**" }] }', '"草稿\\\\**"', /one report/],
    [
      '{ "suppressions": [{ "rule": "dates/weekday", "file": "a", "words": "x", "occurrence": 0 }] }',
      '0',
      /whole number/,
    ],
    ['{ "glossary": { "bodie": [] } }', '"bodie"', /did you mean "bodies"/],
    ['{ "glossary": { "bodies": [""] } }', '""', /must not be empty/],
    ['{ "glossary": { "forums": { "CPTPP": ["火星"] } } }', '"火星"', /Unknown member/],
    ['{ "suppressions": [{ "rule": "abstract/length", "reason": "x" }] }', '{ "rule": "abstract/length", "reason": "x" }', /"file" is missing/], // prettier-ignore
  ];
  for (const [text, words, message] of cases) {
    const { value, problems } = parseConfiguration(text, known);
    assert.ok(value, text);
    assert.deepEqual(problems.map(({ start, end }) => text.slice(start, end)), [words]); // prettier-ignore
    assert.match(render(problems[0]!.message, problems[0]!.params, 'en'), message);
  }
});

test('a suppression of a rule that is not there is a warning with its removal; the rest stays in force', () => {
  const text = '{ "profile": "central", "suppressions": [{ "rule": "x/y", "file": "a.txt", "reason": "old" }] }';
  const { value, problems } = parseConfiguration(text, known);
  assert.equal(value?.profile, 'central');
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.severity, 'warning');
  assert.equal(text.slice(problems[0]!.start, problems[0]!.end), '"x/y"');
  assert.ok(problems[0]!.fix);
});

test('a family of rules has one severity, but for the rules that have their own', () => {
  const { severities } = effectiveConfiguration(
    [read('{ "rules": { "dates/weekday": "error", "dates/*": "off", "abstract/*": "hint" } }')],
    'a.mission.md',
  );
  assert.deepEqual(severities, { 'dates/weekday': 'error', 'abstract/length': 'hint' });
});

test('paths are understood as people write them', () => {
  const holds = (files: string, path: string): boolean =>
    effectiveConfiguration([read(JSON.stringify({ overrides: [{ files, profile: 'central' }] }))], path).profile ===
    'central';
  for (const files of ['./草稿/a.mission.md', '草稿/', '草稿\\**', '.\\草稿\\a.mission.md', '/草稿/**', '草稿/*'])
    assert.ok(holds(files, '草稿/a.mission.md') && !holds(files, 'a.mission.md'), files);
  assert.ok(holds('./a.md', 'a.md'));

  for (const file of ['./草稿/a.mission.md', '草稿\\a.mission.md', '草稿/a.mission.md']) {
    const configuration = read(JSON.stringify({ suppressions: [{ rule: 'dates/weekday', file }] }));
    assert.equal(effectiveConfiguration([configuration], '草稿/a.mission.md').suppressions.length, 1, file);
    assert.equal(effectiveConfiguration([configuration], 'a.mission.md').suppressions.length, 0, file);
  }
});

test('the glob of a report fits it, whatever its name, and no other', () => {
  for (const path of ['報告 (1).md', 'a[1]{b,c}*.md', '{甲,乙}.md', '[!x].md', 'a?.md', '甲+@!.md']) {
    const configuration = read(JSON.stringify({ overrides: [{ files: literalGlob(path), profile: 'central' }] }));
    assert.equal(effectiveConfiguration([configuration], path).profile, 'central', path);
    assert.equal(effectiveConfiguration([configuration], 'ab.md').profile, undefined, path);
  }
});
