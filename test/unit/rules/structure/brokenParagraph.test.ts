import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

test('what is shown of the rest of a sentence ends between two characters, not inside one', () => {
  let found = 0;
  for (let at = 0; at < 16; at++) {
    const rest = `${'本次會議於首爾舉行由主席主持討論'.slice(0, at)}𠀋${'各會員均表同意並請秘書處彙整意見'.slice(at)}。`;
    const text = `出國報告\n服務機關：經濟部\n\n壹、目的\n\n為瞭解各會員推動數位貿易之情形及其成效，\n\n${rest}\n\n貳、過程\n\n參訪。\n`;
    const report = service.parse(text);
    for (const finding of service.check(report, { profile: 'auto', severities: {} })) {
      if (finding.rule.id !== 'structure/broken-paragraph') continue;
      found++;
      assert.doesNotThrow(() => encodeURIComponent(service.messageOf(finding, 'zh-TW')), rest); // throws for half a pair
      for (const { end } of finding.related ?? []) assert.notEqual(text.charCodeAt(end) & 0xfc00, 0xdc00, rest);
    }
  }
  assert.ok(found >= 8, String(found));
});
