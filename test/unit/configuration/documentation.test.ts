import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createReportService, emptyConfiguration } from '../../../server/src/service';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/configuration.md'), 'utf8');
const examples = [...page.matchAll(/^```json\n([^`]+)^```/gm)].map(([, text]) => text!);

test('every example of the documentation is right and says something, and every key has one', () => {
  const service = createReportService({
    onRuleFailure: (_rule, error) => {
      throw error;
    },
  });
  assert.ok(examples.length >= 7);
  for (const text of examples) {
    const { value, problems } = service.parseConfiguration(text);
    assert.deepEqual(problems, [], text);
    assert.notDeepEqual(value, emptyConfiguration, text);
  }
  const keys = new Set(examples.flatMap((text) => Object.keys(JSON.parse(text) as object)));
  for (const key of ['$schema', 'extends', 'profile', 'rules', 'overrides', 'glossary', 'suppressions'])
    assert.ok(keys.has(key), key);
});
