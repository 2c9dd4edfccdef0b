import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../../server/src/rules/cover/missingField';
import { fixedAll, found } from '../found';

const fields = [
  '服務機關：數位發展部',
  '姓名職稱：王小明科長',
  '派赴國家/地區：秘魯利馬',
  '出國期間：113年8月16日至8月24日',
  '報告日期：113年9月11日',
];
const head = ['出國報告（出國類別：開會）', '出席數位經濟會議報告'];
const body = ['', '壹、目的', '一、了解各方立場。', ''];

for (const lineBreak of ['\n', '\r\n']) {
  for (const gap of [[], ['']]) {
    const lines = (kept: readonly string[]): string =>
      [...head, ...kept.flatMap((field) => [...gap, field]), ...body].join(lineBreak);

    test(`each missing field comes back empty where it was (${JSON.stringify(lineBreak)}, ${gap.length} blank lines)`, () => {
      for (const field of fields) {
        const without = lines(fields.filter((other) => other !== field));
        assert.equal(found(rule, without).length, 1, field);
        const label = field.slice(0, field.indexOf('：') + 1);
        assert.equal(fixedAll(rule, without), lines(fields.map((other) => (other === field ? label : other))));
      }
    });
  }
}

test('a cover with one field only gets all others, in the order of the form', () => {
  const text = fixedAll(rule, `${head.join('\n')}\n出國期間：113年8月16日至8月24日\n${body.join('\n')}`);
  assert.deepEqual(found(rule, text), []);
  const labels = fields.map((field) => field.slice(0, field.indexOf('：')));
  const places = labels.map((label) => text.indexOf(label));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test('two fields missing at one place are told apart by their subject', () => {
  const text = [...head, fields[0], fields[3], fields[4], ...body].join('\n');
  const findings = found(rule, text);
  assert.deepEqual(
    findings.map(({ subject }) => subject),
    ['name-and-title', 'destination'],
  );
  assert.equal(new Set(findings.map(({ start }) => start)).size, 1);
});

test('a text without any words has no cover to ask for', () => {
  assert.deepEqual(found(rule, ''), []);
  assert.deepEqual(found(rule, '\n　\n'), []);
});

test('a text without a cover gets a whole one, and then lacks nothing', () => {
  const text = '壹、目的\r\n\r\n一、了解各方立場。\r\n';
  const [finding, ...others] = found(rule, text);
  assert.equal(finding?.message, 'cover');
  assert.deepEqual(others, []);
  const fixed = fixedAll(rule, text);
  assert.deepEqual(found(rule, fixed), []);
  assert.ok(fixed.endsWith(text));
  assert.doesNotMatch(fixed, /[^\r]\n/);
});
