/** Lists that open by themselves: nothing in prose, whatever its words begin. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';
import type { CompletionEntry } from '../../../server/src/service';
import { prose } from '../../vscode/prose.mjs';
import { unmark } from './marked';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

function offered(marked: string, asked: boolean): readonly CompletionEntry[] {
  const { text, cursor } = unmark(marked);
  return service.completion(service.parse(text), cursor, { profile: 'auto', severities: {}, locale: 'zh-TW' }, asked);
}
const labels = (entries: readonly CompletionEntry[]): string => entries.map(({ label }) => label).join(' ');

const cover = '出國報告\n出席 APEC 會議報告\n服務機關：數位發展部\n出國期間：113年8月16日至8月19日\n';
const chapters = `${cover}摘要\n出席會議。\n壹、目的\n瞭解。\n參、出席會議情形\n一、甲小組會議\n（一）越南、泰國及我國共 3 個會員出席會議。\n`;

test('behind no character of an ordinary line does a list open, but for letters and the words it begins with', () => {
  assert.ok(prose.length >= 60);
  for (const [line] of prose)
    for (let end = 1; end <= line.length; end++) {
      const typed = line.slice(0, end);
      const entries = offered(`${chapters}${typed}‸\n`, false);
      if (entries.length === 0) continue;
      // Letters are asked about; and what is begun at the start of a line is offered whole, nothing of a sentence is.
      if (/[a-z]$/i.test(typed)) continue;
      const begun = typed.replace(/^[（(]?[一二三四五六七八九十\d]*[）)]?[、.]? ?/, '');
      assert.ok(entries.every(({ label, filterText }) => (label + filterText).includes(begun)), `${typed}: ${labels(entries)}`); // prettier-ignore
    }
});

test('in the middle of a sentence no Chinese word brings a name, though names begin with it', () => {
  for (const word of ['日', '日本', '加拿', '衛生', '數位', '數位貿易', '能源', '中小企業', '美國', '優質', '海關'])
    for (const before of ['本次會議就', '各會員討論日本及', '（一）會中說明', '1. 主席：', '8月10日上午赴'])
      assert.equal(labels(offered(`${chapters}${before}${word}‸\n`, false)), '', before + word);
});

test('no name stands in a date or a number, even where somebody asks', () => {
  for (const line of ['8月10日‸', '113年8月‸', '會議於8月1‸', '共3日‸', '為期三日‸', '計十日‸', '成長3.5‸', '約10加‸'])
    assert.equal(labels(offered(`${chapters}${line}\n`, true).filter(({ kind }) => kind === 'economy' || kind === 'acronym')), '', line); // prettier-ignore
  assert.match(labels(offered(`${chapters}會議由日‸\n`, true)), /^$/, 'a single character begins no name');
  assert.match(labels(offered(`${chapters}8月10日，日‸\n`, true)), /日本/);
});

test('letters, a field of the cover and the sentence that says who attended open a list', () => {
  assert.match(labels(offered(`${chapters}會議由N‸\n`, false)), /紐西蘭/);
  assert.match(labels(offered(`${chapters}會議由nz‸\n`, false)), /紐西蘭/);
  assert.match(labels(offered('出國報告\n服務機關：外交部\n派赴國家/地區：日‸\n', false)), /日本/);
  assert.match(labels(offered('出國報告\n服務機關：外交部\n出國期間：‸\n', false)), /年○月/);
  const attendance = `${chapters}（二）越南、泰國、日本及我國共‸\n`;
  const [count] = offered(attendance, false);
  assert.equal(count?.insertText, ' 4 個會員出席會議。');
  assert.equal(labels(offered(`${chapters}（二）會員共‸\n`, false)), '');
  assert.equal(labels(offered(`${chapters}（二）越南、泰國、日本及我國公共‸\n`, false)), '');
  const present = offered(`${chapters}（二）本次共 3 個會員出席（‸\n`, false);
  assert.match(labels(present), /^全部 21 個會員 .*日本/);
  assert.equal(labels(offered('出國報告\n服務機關：外交部\n壹、目的\n派員出席（‸\n', false)), '');
});

test('a list leaves out who is named already', () => {
  const others = offered(`${chapters}（二）越南、泰國、‸\n`, true);
  assert.ok(others.some(({ label }) => label === '日本'));
  assert.ok(!others.some(({ label }) => label === '越南' || label === '泰國'), labels(others));
  const rest = others.find(({ label }) => label.startsWith('其餘'))!;
  assert.match(rest.label, /19/);
  assert.ok(!/越南|泰國/.test(rest.insertText) && rest.insertText.endsWith('及我國'), rest.insertText);
  // Another sentence names whom it likes.
  assert.ok(offered(`${chapters}越南表示支持。泰‸\n`, true).some(({ label }) => label === '泰國'));
});

test('at the start of a line: fields of the cover before parts, parts before names, the next number first', () => {
  const kinds = offered('‸', true).map(({ kind }) => kind);
  assert.equal(kinds[0], 'field');
  assert.ok(kinds.indexOf('section') > kinds.lastIndexOf('field'), kinds.join());
  const english = offered(`${cover}摘要\n出席會議。\n壹、目的\n瞭解。\nre‸\n`, true);
  assert.equal(english[0]?.kind, 'section', labels(english));
  const [begun] = offered(`${cover}壹、目的\n瞭解。\n參、出席會議情形\n‸\n`, true).filter(
    ({ kind }) => kind === 'numeral',
  );
  assert.equal(begun?.label, '一、');
  const [next] = offered(`${chapters}‸\n`, true).filter(({ kind }) => kind === 'numeral');
  assert.equal(next?.label, '（二）');
});

test('texts of several lines are offered at the start of an empty line only', () => {
  const several = (marked: string): readonly CompletionEntry[] =>
    offered(marked, true).filter(({ insertText }) => insertText.trim().includes('\n') && !insertText.endsWith('$0'));
  assert.ok(several(`${chapters}‸\n`).length > 0);
  for (const line of ['會中‸', '我國‸', '會議由外交部主持，會議‸', '‸會議', '（二）會議‸討論', '建議：建議‸'])
    assert.equal(labels(several(`${chapters}${line}\n`)), '', line);
});
