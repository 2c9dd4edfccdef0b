import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simplifiedCharacters, toTraditional, traditionalOf } from '../../../server/src/knowledge/simplified';
import type { WordRow } from '../../../server/src/knowledge/types';
import { wordRows } from '../../../server/src/knowledge/words';
import type { WordHit } from '../../../server/src/report/model/lines';
import { scanLine } from '../../../server/src/report/scan/line';

const rows = wordRows();
const judged = rows.filter(({ kind }) => kind !== 'blocker');

function hitsOf(row: WordRow, text: string): readonly WordHit[] {
  return scanLine(text).words.filter((hit) => hit.row.text === row.text);
}

test('every row is found where its text stands alone, and nowhere else', () => {
  for (const row of judged) {
    const hits = hitsOf(row, `按，${row.text}。`);
    assert.deepEqual(
      hits.map(({ start, end }) => [start, end]),
      [[2, 2 + row.text.length]],
      row.text,
    );
  }
});

test('counter-examples hold the text of their row, and the row is silent', () => {
  let count = 0;
  for (const row of rows) {
    for (const example of row.counterExamples) {
      assert.ok(example.includes(row.text), `「${example}」 does not hold ${row.text}`);
      assert.deepEqual(hitsOf(row, example), [], `${row.text} is found in 「${example}」`);
      count++;
    }
  }
  assert.ok(count > 80, `only ${count} counter-examples`);
});

test('nothing is found in words that hold no slip', () => {
  const right = [
    '由於我國建議提出共同文件，各界可持續參與，並在線上說明。',
    '甲乙兩案均與通信息息相關，應將品質量化，並標示全部份量。',
    '更換數據機後可用大數據分析，惟須依行政程序辦理。',
    '社會網絡分析顯示合作夥伴關係緊密，平台及舞台均由後台控管。',
    '出征前已盡力、盡責並詳盡記錄，山谷中煙霧瀰漫。',
    '搜尋、搜查與登錄均屬必要，股份、年份、月份、省份及備份如附件。',
  ];
  for (const text of right) {
    // 記錄 is wrong as a noun only, and 網絡 where computers stand in it, which the rules tell.
    const hits = scanLine(text).words.filter(
      ({ row }) => row.kind !== 'variant' && row.kind !== 'title' && !['記錄', '網絡'].includes(row.text),
    );
    assert.deepEqual(
      hits.map(({ row }) => row.text),
      [],
      text,
    );
  }
});

test('what is preferred holds nothing that is to be replaced', () => {
  const silent = new Set(['variant', 'term', 'title']);
  for (const { text, preferred, other } of judged) {
    for (const better of [preferred, other ?? ''])
      assert.deepEqual(
        scanLine(`按，${better}。`)
          // 紀錄 is wrong as a verb only, 聲請 outside of courts, which the rules tell by what stands around them.
          .words.filter(({ row }) => !silent.has(row.kind) && !['紀錄', '記錄', '聲請', '網絡'].includes(row.text))
          .map(({ row }) => row.text),
        [],
        `${text} → ${better}`,
      );
  }
});

test('every row has a source, and texts are written down once', () => {
  assert.equal(new Set(rows.map(({ text }) => text)).size, rows.length);
  for (const { text, source } of rows) assert.notEqual(source, '', text);
});

test('the tables of characters fit each other', () => {
  for (const character of simplifiedCharacters()) {
    const traditional = traditionalOf(character);
    assert.ok(traditional !== undefined && traditional !== character, character);
    assert.ok(
      !simplifiedCharacters().includes(traditional),
      `${character} becomes ${traditional}, which is simplified too`,
    );
  }
  for (const legal of '后里只干余云台面于谷出系松范姜岳采周升布占吃')
    assert.equal(traditionalOf(legal), undefined, legal);
});

test('words of simplified characters become traditional ones', () => {
  assert.deepEqual(toTraditional('数据隐私'), { text: '數據隱私', certain: true });
  assert.deepEqual(toTraditional('会议内容'), { text: '會議內容', certain: true });
  assert.deepEqual(toTraditional('网络'), { text: '網路', certain: false });
  assert.deepEqual(toTraditional('发展'), { text: '發展', certain: false });
});
