import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { rulePages } from '../../docs/rulePages';
import { ruleModules } from '../unit/rules/modules';

const folder = path.resolve(import.meta.dirname, '../../docs/rules');
const pages = rulePages(ruleModules());

describe('docs/rules (npm run docs writes it)', () => {
  test('holds a page for every rule and nothing else', () => {
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    assert.deepEqual(there.sort(), [...pages.keys()].sort(), 'run: npm run docs');
  });

  for (const [name, text] of pages) {
    test(`${name} says what the rule's file says`, () => {
      assert.equal(readFileSync(path.join(folder, name), 'utf8'), text, 'the page is stale; run: npm run docs');
    });
  }

  test('every page has words for what it finds, what it leaves alone and both kinds of examples', () => {
    for (const { rule, examples, page } of ruleModules()) {
      for (const words of [page.explanation, page.leavesAlone, page.summary])
        assert.notEqual(words.trim(), '', `${rule.id} has no words for its page`);
      assert.ok(
        examples.some(({ text }) => text.includes('⟦')),
        rule.id,
      );
      assert.ok(
        examples.some(({ text }) => !text.includes('⟦')),
        rule.id,
      );
    }
  });
});
