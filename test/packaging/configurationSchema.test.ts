import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { configurationSchema } from '../../docs/configurationSchema';
import { profiles } from '../../server/src/knowledge/profiles';
import { rules } from '../../server/src/rules/registry';
import { createReportService } from '../../server/src/service';

const text = configurationSchema(rules, profiles);
const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(JSON.parse(text) as object);
const service = createReportService({
  onRuleFailure: (_id, error) => {
    throw error;
  },
});

describe('the schema of .mission-report.json', () => {
  it('is what npm run docs writes', () => {
    const file = path.resolve(import.meta.dirname, '../../schemas/mission-report.schema.json');
    assert.equal(readFileSync(file, 'utf8'), text, 'run npm run docs');
  });

  const right: readonly object[] = [
    {},
    { profile: 'auto', rules: { 'abstract/length': 'off' } },
    { rules: { 'typography/*': 'off', 'abstract/length': 'hint' } },
    { extends: './shared.json', overrides: [{ files: ['2024/**'], profile: 'central' }] },
    { glossary: { acronyms: { TPTF: '專案小組', ABC: { chinese: '甲', english: 'A' } }, terms: ['計劃書'] } },
    { glossary: { terms: { 微中小企業: ['微中小型企業'] }, forums: { 四方會談: ['日本', 'US'] } } },
    { suppressions: [{ rule: 'abstract/length', file: 'a.md', reason: '已核對' }] },
    { suppressions: [{ rule: 'abstract/length', file: 'a.md' }] },
    { suppressions: [{ rule: 'abstract/length', file: 'a.md', words: '甲', above: '', below: '乙', occurrence: 2 }] },
  ];
  const wrong: readonly object[] = [
    { profil: 'auto' },
    { profile: 'atlantis' },
    { rules: { 'abstract/length': 'loud' } },
    { rules: { 'no/such-rule': 'off' } },
    { rules: { 'nothing/*': 'off' } },
    { rules: 'off' },
    { overrides: [{ profile: 'central' }] },
    { glossary: ['TPTF'] },
    { suppressions: [{ rule: 'abstract/length', file: 'a.md', words: '甲', occurrence: 0 }] },
    { suppressions: [{ rule: 'abstract/length' }] },
    { suppressions: [{ rule: 'abstract/length', file: 'a.md', reason: 1 }] },
  ];
  for (const [cases, verdict] of [
    [right, true],
    [wrong, false],
  ] as const)
    // prettier-ignore
    for (const configuration of cases)
      it(`${verdict ? 'takes' : 'refuses'} what the server does: ${JSON.stringify(configuration)}`, () => {
        const { problems } = service.parseConfiguration(JSON.stringify(configuration));
        assert.equal(problems.length === 0, verdict, 'the server');
        assert.equal(validate(configuration), verdict, JSON.stringify(validate.errors));
      });
});
