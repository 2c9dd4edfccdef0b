import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfiguration } from '../../../server/src/configuration/parse';
import { emptyConfiguration } from '../../../server/src/configuration/model';
import { render } from '../../../server/src/text/message';

const known = { rules: ['abstract/length', 'structure/missing-section'], profiles: ['conference', 'taoyuan'] };

/** Parses `text` and says of each problem which words it covers and what it says. */
function read(text: string) {
  const { value, problems } = parseConfiguration(text, known);
  return {
    value,
    problems: problems.map(({ start, end, message, params }) => [
      text.slice(start, end),
      render(message, params, 'en'),
    ]),
  };
}

test('a right file gives its profile and severities; comments and trailing commas are allowed', () => {
  assert.deepEqual(
    read(
      '{\n  // ours\n  "$schema": "./x.json",\n  "profile": "taoyuan",\n  "rules": { "abstract/length": "off", },\n}',
    ),
    {
      value: { ...emptyConfiguration, profile: 'taoyuan', severities: { 'abstract/length': 'off' } },
      problems: [],
    },
  );
});

test('an empty file, one of comments and an empty object say nothing and are right', () => {
  for (const text of ['', '// nothing yet\n', '{}', ' \r\n'])
    assert.deepEqual(read(text), { value: emptyConfiguration, problems: [] }, JSON.stringify(text));
});

test('every wrong key, id and type is named at its place', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['{ "profil": "taoyuan" }', '"profil"', /did you mean "profile"/],
    ['{ "colour": 1 }', '"colour"', /known keys: \$schema, extends, profile, rules/],
    ['{ "profile": "taoyan" }', '"taoyan"', /did you mean "taoyuan"/],
    ['{ "profile": "nowhere" }', '"nowhere"', /known profiles: auto, conference, taoyuan/],
    ['{ "profile": 3 }', '3', /must be a string/],
    ['{ "profile": "auto", "profile": "taoyuan" }', '"profile"', /twice/],
    ['{ "rules": [] }', '[]', /must be an object/],
    ['{ "rules": { "missing-section": "off" } }', '"missing-section"', /did you mean "structure\/missing-section"/],
    ['{ "rules": { "nothing/of-the-kind": "off" } }', '"nothing/of-the-kind"', /Unknown rule/],
    ['{ "rules": { "abstract/length": "warn" } }', '"warn"', /did you mean "warning"/],
    ['{ "rules": { "abstract/length": "eror" } }', '"eror"', /did you mean "error"/],
    ['{ "rules": { "abstract/length": "loud" } }', '"loud"', /error, warning, information, hint, off/],
    ['{ "rules": { "abstract/length": "" } }', '""', /error, warning, information, hint, off/],
    ['{ "rules": { "abstract/length": null } }', 'null', /Unknown severity/],
    ['{ "rules": "off" }', '"off"', /must be an object/],
    ['{ "glossary": ["XQZR"] }', '["XQZR"]', /"glossary" must be an object/],
    ['{ "glossary": { "acronyms": { "XQZR": 1 } } }', '1', /"XQZR" must be/],
    ['{ "suppressions": {} }', '{}', /"suppressions" must be a list/],
    ['{ "overrides": [3] }', '3', /"overrides" must be/],
    ['[{}]', '[{}]', /must be one JSON object/],
    ['null', 'null', /must be one JSON object/],
    ['3', '3', /must be one JSON object/],
    ['[]', '[]', /must be one JSON object/],
    ['"x"', '"x"', /must be one JSON object/],
  ];
  for (const [text, words, message] of cases) {
    const { value, problems } = read(text);
    assert.equal(value !== undefined, text.startsWith('{'), text);
    assert.equal(problems.length, 1, text);
    assert.equal(problems[0]![0], words);
    assert.match(problems[0]![1]!, message);
  }
});

test('what is right in a file with wrong values holds', () => {
  const { value, problems } = read(
    `{ "profile": 3, "rules": { "abstract/length": "off", "structure/missing-section": {} },
       "overrides": [null, { "files": ["a.md", 7], "profile": "taoyuan" }],
       "glossary": { "bodies": ["民主網絡司", null], "persons": {} },
       "suppressions": [{ "rule": "abstract/length", "file": "a.md", "words": null }, { "rule": "abstract/length", "file": "b.md" }] }`,
  );
  assert.equal(problems.length, 7);
  assert.deepEqual(value!.severities, { 'abstract/length': 'off' });
  assert.deepEqual(value!.overrides[1], { files: ['a.md'], profile: 'taoyuan', severities: {} });
  assert.deepEqual(value!.glossary.names, ['民主網絡司']);
  assert.deepEqual(value!.suppressions.map(({ file }) => file), ['b.md']); // prettier-ignore
});

test('problems come in the order of the text', () => {
  const { problems } = read('{ "rules": { "x/y": "loud" }, "profile": "nowhere", "z": 1 }');
  assert.deepEqual(
    problems.map(([words]) => words),
    ['"x/y"', '"loud"', '"nowhere"', '"z"'],
  );
});

test('keys that objects have anyway are unknown like any other', () => {
  for (const key of ['constructor', '__proto__', 'toString']) {
    assert.equal(read(`{ "${key}": 1 }`).problems.length, 1);
    assert.equal(read(`{ "rules": { "${key}": "off" } }`).problems.length, 1);
  }
});

test('broken JSON gives a problem inside the text and no value', () => {
  for (const text of [
    '{',
    '{ "profile" }',
    '{ "profile": }',
    '{ "profile": "taoyuan"',
    '{} {}',
    '{ "a": "b',
    '{ /* ',
    'x',
    '{ "profile": "\\q" }',
    '\u0000',
  ]) {
    const { value, problems } = parseConfiguration(text, known);
    assert.equal(value, undefined, text);
    assert.ok(problems.length > 0, text);
    for (const problem of problems) {
      assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= text.length, text);
      assert.match(render(problem.message, problem.params, 'zh-TW'), /\p{Script=Han}/u);
      assert.doesNotMatch(render(problem.message, problem.params, 'en'), /\{what\}/);
    }
  }
});

test('a file of brackets is refused, not recursed into', () => {
  const { value, problems } = parseConfiguration('['.repeat(200_000), known);
  assert.equal(value, undefined);
  assert.equal(problems.length, 1);
});
