import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import snippets from '../../../snippets/mission-report.json';
import { withoutTabStops } from '../../../server/src/lsp/features/completion';
import { createReportService } from '../../../server/src/service';
import type { ProfileId } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_id, error) => {
    throw error;
  },
});

describe('snippets', () => {
  const all = Object.entries<{ words?: string[]; body: string[]; description: string }>(snippets);

  it('have no prefix, by which VS Code would offer them in the middle of a sentence', () => {
    for (const [name, snippet] of all) assert(!('prefix' in snippet), name);
  });

  it('are found by words in Chinese and in English, each its own', () => {
    const words = all.flatMap(([, { words }]) => words ?? []);
    assert(words.length >= 16, words.join());
    assert.equal(new Set(words).size, words.length);
    for (const [name, { words, description }] of all) {
      assert(description !== '', name);
      if (!words) continue;
      assert(words.some((one) => /^\p{Script=Han}+$/u.test(one)), name); // prettier-ignore
      assert(words.some((one) => /^[a-z-]+$/.test(one)), name); // prettier-ignore
    }
  });

  it('number their tab stops from 1 on, each once', () => {
    for (const [name, { body }] of all) {
      const stops = [...body.join('\n').matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
      assert.deepEqual([...stops].sort((a, b) => a - b), stops.map((_, index) => index + 1), name); // prettier-ignore
    }
  });

  const reports: readonly (readonly [name: string, profile: ProfileId])[] = [
    ['出國報告（出席會議） Report on a conference', 'conference'],
    ['出國報告（考察、訪問） Report on a visit', 'central'],
  ];
  for (const [name, profile] of reports)
    it(`write a whole report that lacks nothing but what is to be filled in: ${name}`, () => {
      const text = withoutTabStops(snippets[name as keyof typeof snippets].body.join('\n'));
      const report = service.parse(text);
      assert(service.recognises(text));
      assert.equal(service.profileOf(report, { profile: 'auto', severities: {} }).id, profile);
      const findings = service
        .check(report, { profile, severities: {} })
        .filter(({ severity }) => severity === 'error' || severity === 'warning');
      // What is to be filled in is marked, and an abstract of one line is short.
      const others = findings.filter(({ rule }) => !['structure/placeholder', 'abstract/length'].includes(rule.id));
      assert.deepEqual(others.map(({ rule, start, end }) => `${rule.id}: ${text.slice(start, end)}`), []); // prettier-ignore
    });
});
