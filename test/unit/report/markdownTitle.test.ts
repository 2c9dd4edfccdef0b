import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlineOf } from '../../../server/src/features/outline';
import { reportSymbolsOf } from '../../../server/src/features/workspaceSymbols';
import { parseReport } from '../../../server/src/report/parse/parse';
import { textOf } from '../../../server/src/report/queries/read';

const table = '| 項目 | 內容 |\n| --- | --- |\n| 服務機關 | 數位發展部 |\n| 姓名職稱 | 王小明科長 |\n\n';
const body = '## **壹、目的**\n\n瞭解。\n\n## 貳、過程\n\n### 一、拜會**經濟部**之經過\n\n洽談。\n';

test('the title on the cover ends where it ends: a table below is none of it', () => {
  for (const title of ['# 出席會議報告', '# **出席會議報告**', '出席會議報告'])
    for (const gap of ['\n', '\n\n']) {
      const report = parseReport(title + gap + table + body);
      assert.equal(textOf(report, report.cover.title!), '出席會議報告', title);
      assert.deepEqual(report.cover.fields.map(({ id }) => id), ['agency', 'name-and-title']); // prettier-ignore
    }
});

test('a title in plain text may go on on the next line, a heading of Markdown does not', () => {
  const plain = parseReport(`出國報告\n出席亞太經濟合作\n資深官員會議報告\n服務機關：外交部\n\n${body}`);
  assert.equal(textOf(plain, plain.cover.title!), '出席亞太經濟合作\n資深官員會議報告');
  const marked = parseReport(`# 出席會議報告\n\n本報告為初稿。\n\n服務機關：外交部\n\n${body}`);
  assert.equal(textOf(marked, marked.cover.title!), '出席會議報告');
});

test('names carry no marks of bold type', () => {
  const report = parseReport(`# **出席會議報告**\n\n${table}${body}`);
  assert.ok(!JSON.stringify(outlineOf(report)).includes('**'));
  const names = reportSymbolsOf(report).map(({ name }) => name);
  assert.ok(names.includes('拜會經濟部之經過') && !names.join().includes('**'), names.join());
});
