import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refactoringsOf } from '../../../server/src/features/refactorings';
import { parseReport } from '../../../server/src/report/parse/parse';
import { applyEdits } from '../../../server/src/text/edit';
import { unmark } from './marked';

/** What the refactoring whose title begins so makes of the text, whose cursor (or selection) is marked. */
function refactored(marked: string, title: string): string | undefined {
  const { text, cursor, ranges } = unmark(marked);
  const [range] = ranges;
  const span = range ? { start: range[0], end: range[1] } : { start: cursor, end: cursor };
  const found = refactoringsOf(parseReport(text), span, 'en').find((one) => one.title.startsWith(title));
  return found && applyEdits(text, found.edits);
}

const body = (words: string): string => `服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n${words}\n`;

test('a date is written in the other calendar, its era with it, months and days untouched', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['會議於113‸年8月16日召開。', 'Convert to AD', '會議於2024年8月16日召開。'],
    ['會議於中華民國113‸年8月16日召開。', 'Convert to AD', '會議於2024年8月16日召開。'],
    ['會議於西元2024 年8‸月16日召開。', 'Convert to ROC', '會議於113 年8月16日召開。'],
    ['會議於113/08‸/16召開。', 'Convert to AD', '會議於2024/08/16召開。'],
    ['會議於113年12月30日至114‸年1月3日召開。', 'Convert to AD', '會議於2024年12月30日至2025年1月3日召開。'],
  ];
  for (const [marked, title, expected] of cases) assert.equal(refactored(body(marked), title), body(expected), marked);
  assert.equal(refactored(body('會議於8月‸16日召開。'), 'Convert'), undefined);
  assert.equal(refactored(body('會議於113年（2024年）8月‸16日召開。'), 'Convert'), undefined);
});

test('a list of members becomes a sentence with its count; prose is left alone', () => {
  assert.equal(
    refactored(body('⟦美國\n日本\n我國\n澳洲⟧'), 'Write as an attendance'),
    body('美國、日本、澳洲及我國共 4 個會員出席會議。'),
  );
  assert.equal(refactored(body('⟦1. 美國、2. 日本⟧'), 'Write as'), body('美國及日本共 2 個會員出席會議。'));
  assert.equal(refactored(body('⟦美國表示支持，日本反對⟧'), 'Write as'), undefined);
});

const list = `服務機關：數位發展部
目次
壹、目的	2
參、行程	3
壹、目的
一、甲
三‸、乙
（一）子
（三）丑
參、行程
8月16日	啟程
`;

test('a list or the whole report is numbered anew, each level from 1', () => {
  const { text } = unmark(list);
  assert.equal(refactored(list, 'Renumber this list'), text.replace('三、乙', '二、乙'));
  const all = refactored(list, 'Renumber the whole report');
  assert.equal(
    all,
    text.replace('三、乙', '二、乙').replace('（三）丑', '（二）丑').replaceAll('參、行程', '貳、行程'),
  );
  assert.equal(refactored(all.replace('二、乙', '二‸、乙'), 'Renumber'), undefined, 'nothing is left to do');
});

test('a section changes places with its neighbour: numbers and 目次 follow, no line end is lost', () => {
  const report = `服務機關：數位發展部
目次
壹、行程	2
貳、目的	3

壹、行程
8月16日	啟程
貳、目的‸
瞭解各方立場。`;
  const moved = refactored(report, 'Move “目的” up');
  assert.equal(
    moved,
    `服務機關：數位發展部
目次
壹、目的	2
貳、行程	3

壹、目的
瞭解各方立場。
貳、行程
8月16日	啟程`,
  );
  assert.equal(refactored(report, 'Move “目的” down'), undefined);
  assert.equal(refactored(moved.replace('壹、目的\n瞭', '壹、目的‸\n瞭'), 'Move “目的” down'), unmark(report).text);
});

test('目次 is made of the headings where there is none', () => {
  const report = `服務機關：數位發展部\n摘要\n重點。\n壹、目的‸\n瞭解。\n貳、出席會議情形：\n一、甲會議\n（一）說明。\n`;
  assert.match(
    refactored(report, 'Make a table')!,
    /重點。\n目次\n\n壹、目的\n貳、出席會議情形\n\u3000一、甲會議\n\n壹、目的\n/,
  );
  assert.equal(refactored(list, 'Make a table'), undefined);
});
