import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { recognises } from '../../../server/src/report/recognise';

const report =
  '服務機關：數位發展部\n姓名職稱：林若涵科長\n出國期間：113年8月16日至8月24日\n\n壹、目的\n\n瞭解各方立場。\n';

test('a report is recognised by its cover, and by its parts', () => {
  assert.ok(recognises(report));
  assert.ok(recognises('## 目的\n\n## 行程\n\n## 出席會議情形\n'));
});

for (const fence of ['```', '````', '~~~'])
  test(`a sample in a block of code (${fence}) is none`, () => {
    assert.ok(!recognises(`# How to write one\n\n${fence}text\n${report}${fence}\n\nThat is all.\n`));
    assert.ok(recognises(`${report}\n${fence}\ncode\n${fence}\n`));
    assert.ok(recognises(`${fence}\ncode\n${fence}\n\n${report}`));
  });

test('rows of tildes are ornaments', () => {
  assert.ok(recognises(`~~~~~~~~~~~~\n${report}~~~~~~~~~~~~\n`));
});

test('no page of a rule is a report, though all show some', () => {
  const folder = path.resolve(import.meta.dirname, '../../../server/src/rules');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  assert.ok(pages.length > 40);
  assert.deepEqual(pages.filter((name) => recognises(readFileSync(path.join(folder, name), 'utf8'))), []); // prettier-ignore
});
