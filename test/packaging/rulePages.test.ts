import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pageHead, ruleList } from '../../docs/rulePages';
import { pageFile } from '../../server/src/rules/pageFile';
import { rules } from '../../server/src/rules/registry';
import { ruleFiles, ruleModules } from '../unit/rules/modules';

test('docs/rules/README.md lists the rules as they are', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/rules/README.md');
  assert.equal(readFileSync(file, 'utf8'), ruleList(rules), 'the list is stale; run: npm run docs');
});

test('the build holds the pages as they are', () => {
  const built = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../dist/rulePages.json'), 'utf8'),
  ) as object;
  const folder = path.resolve(import.meta.dirname, '../../server/src/rules');
  const pages = ruleFiles('.md').map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  assert.deepEqual(built, Object.fromEntries(pages));
});

describe('the page beside a rule', () => {
  test('is there for every rule and for nothing else', () => {
    assert.deepEqual(ruleFiles('.md'), rules.map(({ id }) => pageFile(id)).sort());
  });

  for (const { rule, head, sections } of ruleModules()) {
    test(`${rule.id}: says what the rule's file says`, () => {
      assert.equal(head, pageHead(rule));
    });

    test(`${rule.id}: says why, what is left alone, and how to adjust it, and sums it up in English`, () => {
      assert.match(sections.explanation, /\p{Script=Han}{4}/u);
      assert.match(sections.leavesAlone, /\p{Script=Han}{4}/u);
      assert.match(sections.summary, /[a-z]{2} [a-z]{2}/);
      const severities = [...sections.adjusting.matchAll(/"([a-z-]+\/[a-z-]+)": "([a-z]+)"/g)];
      assert.equal(severities.length, 2, 'the configuration of the folder and the setting of VS Code');
      for (const [, id, severity] of severities) {
        assert.equal(id, rule.id);
        assert.equal(severity, rule.severity === 'off' ? 'hint' : 'off');
      }
    });
  }
});
