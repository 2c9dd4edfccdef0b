/** Features that write in a report leave what is no prose as it is: links, code, footnotes, addresses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';
import { applyEdits } from '../../../server/src/text/edit';

const service = createReportService({
  onRuleFailure: (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  },
});
const options = { profile: 'auto', severities: {} } as const;

test('a heading with a link in it is not renamed, one without is', () => {
  const report = service.parse('# 出國報告\n\n## 壹、[會議](a.html)過程\n\n## 貳、目的\n\n說明。\n');
  const refused = service.rename(report, report.text.indexOf('過程'), '開會經過');
  assert.ok(refused && 'en' in refused, 'the link would be lost');
  const edits = service.rename(report, report.text.indexOf('目的'), '緣起');
  assert.ok(edits && !('en' in edits));
  assert.match(applyEdits(report.text, edits), /## 貳、緣起/);
});

test('an acronym is renamed in prose, and left alone in code and addresses', () => {
  const report = service.parse('# 出國報告\n\nQRTX會議`QRTX`，見 https://example.org/QRTX 。QRTX結束。\n');
  const edits = service.rename(report, report.text.indexOf('QRTX'), 'QRTY');
  assert.ok(edits && !('en' in edits));
  assert.match(applyEdits(report.text, edits), /QRTY會議`QRTX`，見 https:\/\/example\.org\/QRTX 。QRTY結束。/);
});

test('an item whose number stands before a link moves its level and keeps the link', () => {
  const text = '# 出國報告\n\n一、[簡報](a.pdf "甲,乙")說明\n';
  const report = service.parse(text);
  const moved = applyEdits(text, service.levelChange(report, text.indexOf('簡報'), 1));
  assert.ok(moved.includes('（一）[簡報](a.pdf "甲,乙")說明'), moved);
  const noted = service.parse('# 出國報告\n\n一、[^1]簡報說明\n\n[^1]: 註\n');
  const kept = applyEdits(noted.text, service.levelChange(noted, noted.text.indexOf('簡報'), 1));
  assert.ok(kept.includes('[^1]簡報說明'), kept);
});

test('who attended is not written over a footnote inside the list, nor into code', () => {
  const text = '# 出國報告\n\n一、會議\n\n本次會議計有日本、韓國[^1]及我國共3個會員出席。`x y`\n\n[^1]: 視訊。\n';
  const report = service.parse(text);
  const ticked = { present: ['JP', 'TW'], restAbsent: false } as const;
  const inList = applyEdits(text, service.attendanceEdits(report, text.indexOf('日本'), ticked, options));
  assert.ok(inList.includes('[^1]'), inList);
  const inCode = text.indexOf('x y') + 1;
  assert.ok(applyEdits(text, service.attendanceEdits(report, inCode, ticked, options)).includes('`x y`'));
});
