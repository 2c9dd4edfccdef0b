import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../../server/src/rules/registry';
import { ruleModules } from './modules';

test('the registry holds every rule of the folders, in the order of the ids', () => {
  const modules = ruleModules();
  assert.deepEqual(
    rules.map(({ id }) => id),
    modules.map(({ rule }) => rule.id),
  );
});

test('a rule says where it comes from and when that was checked, in both languages, and shows a fault and a right text', () => {
  for (const { rule, examples } of ruleModules()) {
    assert.match(rule.id, /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
    assert.ok(rule.source.length > 5, `${rule.id} has no source`);
    assert.match(rule.checked, /^\d{4}-\d\d-\d\d$/, rule.id);
    assert.ok(rule.title['zh-TW'] && rule.title.en, rule.id);
    for (const [key, message] of Object.entries(rule.messages))
      assert.ok(message['zh-TW'] && message.en, `${rule.id} ${key}`);
    assert.ok(examples.filter(({ text }) => text.includes('⟦')).length >= 3, `${rule.id} shows fewer than 3 faults`);
    assert.ok(
      examples.filter(({ text }) => !text.includes('⟦')).length >= 3,
      `${rule.id} shows fewer than 3 right texts`,
    );
  }
});

test('the page of a rule with a safe fix says why the fix can do no harm', () => {
  for (const { rule, sections } of ruleModules()) {
    const reason = /^\*\*為什麼可以安全套用\*\*：.{20,}。$/m.exec(sections.explanation);
    assert.equal(reason !== null, rule.fix === 'safe', rule.id);
  }
});
