import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { evidenceOfName, recognises } from '../../../server/src/report/queries/recognise';

const report =
  '服務機關：數位發展部\n姓名職稱：林若涵科長\n出國期間：113年8月16日至8月24日\n\n壹、目的\n\n瞭解各方立場。\n';

test('a report is recognised by its cover, and by its parts', () => {
  assert.ok(recognises(report));
  assert.ok(recognises('## 目的\n\n## 行程\n\n## 出席會議情形\n'));
});

test('parts that texts of every kind have make no report, but with one of its own or its name they do', () => {
  const general = '## 摘要\n\n## 目的\n\n## 過程\n\n## 心得\n\n## 建議\n\n## 附件\n';
  assert.ok(!recognises(general));
  assert.ok(recognises(general.replace('心得', '心得及建議')));
  for (const title of ['# 議員出國考察報告', '# 赴日返國報告', '# 公務出國報告提要', '# 海外研習成果報告'])
    assert.ok(recognises(`${title}\n\n${general}`), title);
});

test('a form about reports is none, and a report that ends with one is', () => {
  assert.ok(!recognises(`出國報告審核表\n\n${report}`));
  assert.ok(!recognises(`# 因公出國（境）申請表（範例）\n\n${report}`));
  assert.ok(recognises(`${report}\n附件：出國報告審核表\n`));
});

test('a name is evidence beside the content', () => {
  for (const name of ['a.mission', 'b.MISSION.md', '出國報告.mission.txt'])
    assert.equal(evidenceOfName(name), 'certain');
  for (const name of ['赴日出國報告.md', '出國報告.txt', '出國報告（定稿）.docx']) assert.equal(evidenceOfName(name), 'likely'); // prettier-ignore
  for (const name of ['出國報告審核表.txt', '南亞出國報告申請書.md', '筆記.md', 'mission.txt'])
    assert.equal(evidenceOfName(name), 'none', name);
  const talk =
    '本處訂於下月辦理說明會，請各單位派員參加，並將歷年資料先行彙整，會中將逐一說明撰寫時常見之疏漏與改正方式，以利後續作業。';
  assert.ok(recognises(talk, 'a.mission.md'));
  assert.ok(!recognises(`出國報告說明會議程\n\n${talk}\n`, '出國報告說明會議程.md'));
  assert.ok(recognises(`赴日考察\n\n服務機關：數位發展部\n\n${talk}\n`, '赴日出國報告.md'));
  assert.ok(!recognises(`赴日考察\n\n服務機關：數位發展部\n\n${talk}\n`, '赴日.md'));
});

test('a text with the name of a report that has only just begun is one', () => {
  assert.ok(recognises('', '赴日出國報告.txt'));
  assert.ok(recognises('赴日考察出國報告\n', '赴日出國報告.txt'));
  assert.ok(!recognises('', '赴日.txt'));
  assert.ok(!recognises('出國報告審核表\n', '赴日出國報告.txt'));
  assert.ok(!recognises('', '出國報告審核表.txt'));
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
