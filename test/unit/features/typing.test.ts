import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelChangeAt } from '../../../server/src/features/levelChange';
import { onTypeEditsOf } from '../../../server/src/features/onTypeFormatting';
import { prepareRenameAt, renameAt } from '../../../server/src/features/rename';
import { parseReport } from '../../../server/src/report/parse/parse';
import { applyEdits } from '../../../server/src/text/edit';
import { unmark } from './marked';

const frame = (words: string): string => `服務機關：數位發展部\n\n壹、目的\n\n${words}\n`;

/** The text after `typed` has just been typed before the cursor. */
function afterTyping(marked: string, typed: string): string {
  const { text, cursor } = unmark(frame(marked));
  return applyEdits(text, onTypeEditsOf(parseReport(text), cursor, typed));
}

test('Enter goes on with the list in its own style; an item left empty ends it', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['一、出席會議。\n‸', '一、出席會議。\n二、'],
    ['（三）出席會議；\n‸', '（三）出席會議；\n（四）'],
    ['9. 會員表示支持。\n‸', '9. 會員表示支持。\n10. '],
    ['- (2) 會員表示支持。\n‸', '- (2) 會員表示支持。\n- (3) '],
    ['一、甲案\n二、乙案\n‸', '一、甲案\n二、乙案\n三、'],
    ['一、甲案。\n二、\n‸', '一、甲案。\n\n'],
    ['一、資料隱私次級小組會議\n‸', '一、資料隱私次級小組會議\n二、'],
    ['（一）與會人員\n‸', '（一）與會人員\n（二）'],
    ['貳、行程\n‸', '貳、行程\n'],
    ['一、行程\n‸', '一、行程\n'],
    ['## 一、與會人員\n‸', '## 一、與會人員\n'],
    ['沒有編號的一段。\n‸', '沒有編號的一段。\n'],
    ['一、出席會議。\n‸後面的字', '一、出席會議。\n後面的字'],
  ];
  for (const [marked, expected] of cases) assert.equal(afterTyping(marked, '\n'), frame(expected), marked);
});

test('a number that is typed behind the one that came by itself stands there once', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['一、甲。\n二、二、‸', '、', '一、甲。\n二、'],
    ['（一）甲。\n（二）(二)‸', ')', '（一）甲。\n(二)'],
    ['一、甲。\n二、（一）‸', '）', '一、甲。\n（一）'],
    ['1. 甲。\n2. 2. ‸', ' ', '1. 甲。\n2. '],
  ];
  for (const [marked, typed, expected] of cases) assert.equal(afterTyping(marked, typed), frame(expected), marked);
});

test('words are left as they are typed', () => {
  for (const [marked, typed] of [
    ['會員表示支持,‸', ','],
    ['要點如次:‸', ':'],
    ['一、二、‸三級主管', '、'],
    ['三、一、‸', '、'],
    ['出席（一）‸', '）'],
    ['1. 3. ‸', ' '],
    ['（一）（二）‸', '）'],
    ['日本、泰國、‸', '、'],
  ] as const)
    assert.equal(afterTyping(marked, typed), unmark(frame(marked)).text, marked);
});

test('Tab moves an item one level in or out and numbers it there', () => {
  const change = (marked: string, by: 1 | -1): string => {
    const { text, cursor } = unmark(frame(marked));
    return applyEdits(text, levelChangeAt(parseReport(text), cursor, by));
  };
  assert.equal(change('一、甲。\n二、‸乙。', 1), frame('一、甲。\n（一）乙。'));
  assert.equal(change('一、甲。\n（一）子。\n二、‸乙。', 1), frame('一、甲。\n（一）子。\n（二）乙。'));
  assert.equal(change('一、甲。\n（一）子。\n（二）‸丑。', -1), frame('一、甲。\n（一）子。\n二、丑。'));
  assert.equal(change('（一）子。\n（二）‸丑。', 1), frame('（一）子。\n1. 丑。'));
  // One blank or none, as the neighbours have it.
  assert.equal(change('1.甲。\n（一）子。\n（二）‸丑。', 1), frame('1.甲。\n（一）子。\n1.丑。'));
  assert.equal(change('一、 甲。\n二、 ‸乙。', 1), frame('一、 甲。\n（一） 乙。'));
  assert.equal(change('一、 甲。\n（一）子。\n二、 ‸乙。', 1), frame('一、 甲。\n（一）子。\n（二）乙。'));
  assert.equal(change('一、甲。\n（一）子。\n1. ‸丑。', -1), frame('一、甲。\n（一）子。\n（二）丑。'));
  assert.equal(change('一、‸甲。', -1), frame('一、甲。'));
  assert.equal(change('沒有‸編號。', 1), frame('沒有編號。'));
});

const report = `服務機關：數位發展部
目次
壹、目的	2
貳、出席會議情形：	3

壹、目的
推動亞太自由貿易區（FTAAP）。
貳、出席會議情形：
紐西蘭支持 FTAAP，紐方及「紐西蘭倡議」亦同，紐西蘭並提案。
`;

function renamed(at: string, name: string): string {
  const edits = renameAt(parseReport(report), report.lastIndexOf(at), name);
  assert.ok(Array.isArray(edits), 'there is no rename');
  return applyEdits(report, edits);
}

test('rename: an acronym everywhere, one spelling of an economy outside quotations, a heading with 目次', () => {
  assert.equal(renamed('FTAAP', 'FTA'), report.replaceAll('FTAAP', 'FTA'));
  assert.equal(renamed('紐西蘭並', '紐國'), report.replace('紐西蘭支持', '紐國支持').replace('紐西蘭並', '紐國並'));
  assert.equal(renamed('目的', '緣起'), report.replaceAll('目的', '緣起'));
  assert.equal(renamed('出席會議情形', '過程'), report.replace('出席會議情形：\t', '過程\t').replace('貳、出席會議情形：\n', '貳、過程：\n')); // prettier-ignore
});

test('rename tells what it would rename, and refuses names that are none', () => {
  const parsed = parseReport(report);
  assert.equal(prepareRenameAt(parsed, report.indexOf('貳、出席') + 3)?.placeholder, '出席會議情形');
  assert.equal(prepareRenameAt(parsed, report.indexOf('推動')), undefined);
  assert.ok('zh-TW' in renameAt(parsed, report.lastIndexOf('FTAAP'), '  ')!);
  assert.ok('zh-TW' in renameAt(parsed, report.lastIndexOf('FTAAP'), 'a\nb')!);
});
