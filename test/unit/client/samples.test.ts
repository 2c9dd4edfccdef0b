import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createReportService } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_id, error) => {
    throw error;
  },
});

function findingsIn(name: string): { rule: string; severity: string; words: string }[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../samples', name), 'utf8');
  return service
    .check(service.parse(text), { profile: 'auto', severities: {} })
    .map(({ rule, severity, start, end }) => ({ rule: rule.id, severity, words: text.slice(start, end) }));
}

describe('the samples', () => {
  for (const name of ['clean.mission.md', 'from-pdf.txt'])
    it(`${name} has nothing to find`, () => {
      assert.deepEqual(findingsIn(name), []);
    });

  it('faults.mission.md has something of every family', () => {
    const family = (id: string): string => id.split('/')[0]!;
    const found = new Set(findingsIn('faults.mission.md').map(({ rule }) => family(rule)));
    const all = new Set(service.rules.map(({ id }) => family(id)));
    assert.deepEqual([...found].sort(), [...all].sort());
  });
});
