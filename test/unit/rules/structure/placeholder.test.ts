import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

test('the placeholders of a part are one finding that names it', () => {
  const text =
    '出國報告\n服務機關：○○\n姓名職稱：○○\n摘要\n○○\n壹、目的\n一、○○。\n貳、過程\n瞭解。\n參、心得及建議\n一、○○：○○，建議○○。\n';
  const report = service.parse(text);
  const options = { profile: 'auto', severities: {} } as const;
  const found = service.check(report, options).filter(({ rule }) => rule.id === 'structure/placeholder');
  assert.deepEqual(found.map((finding) => service.messageOf(finding, 'zh-TW')), [
    '「封面」有 2 處待填文字，請補上內容。',
    '「摘要」的「○○」是待填文字，請補上內容。',
    '「壹、目的」的「○○」是待填文字，請補上內容。',
    '「參、心得及建議」有 3 處待填文字，請補上內容。',
  ]); // prettier-ignore
  assert.deepEqual(found.map(({ related }) => related?.length ?? 0), [1, 0, 0, 2]); // prettier-ignore
});
