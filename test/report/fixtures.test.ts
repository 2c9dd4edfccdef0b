/**
 * Reads every `fixtures/<subject>/<case>.txt` and compares what is read with `<case>.tree` beside it. A new case is a new
 * text; `UPDATE_TREES=1 node test/run.mjs report` writes the trees, which are then to be read.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createReportService } from '../../server/src/service';
import { subjectNames, treeOf } from './trees';

const folder = path.join(import.meta.dirname, 'fixtures');
const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

test('every folder of fixtures has a subject, and every tree its text', () => {
  assert.deepEqual(readdirSync(folder).sort(), [...subjectNames].sort());
  for (const subject of subjectNames) {
    const names = readdirSync(path.join(folder, subject));
    for (const name of names) assert.ok(names.includes(name.replace(/\.tree$/, '.txt')), `${subject}/${name}`);
    assert.ok(names.filter((name) => name.endsWith('.txt')).length >= 3, `${subject} has fewer than 3 cases`);
  }
});

for (const subject of subjectNames)
  describe(subject, () => {
    for (const name of readdirSync(path.join(folder, subject)).filter((one) => one.endsWith('.txt'))) {
      const text = readFileSync(path.join(folder, subject, name), 'utf8');
      const tree = path.join(folder, subject, name.replace(/txt$/, 'tree'));

      test(name, () => {
        const read = treeOf(subject, service.parse(text));
        if (process.env['UPDATE_TREES'] === '1') writeFileSync(tree, read);
        assert.ok(existsSync(tree), `${tree} is missing; this is read of the text:\n${read}`);
        assert.equal(read, readFileSync(tree, 'utf8'));
      });

      test(`${name}, with other line ends, is read as the same`, () => {
        const other = service.parse(text.replaceAll('\n', '\r\n'));
        assert.equal(treeOf(subject, other).replaceAll('\r', ''), readFileSync(tree, 'utf8'));
      });
    }
  });
