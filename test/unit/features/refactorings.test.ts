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
  assert.equal(refactored(list, 'Number the'), text.replace('三、乙', '二、乙'));
  const all = refactored(list, 'Number the whole report');
  assert.equal(
    all,
    text.replace('三、乙', '二、乙').replace('（三）丑', '（二）丑').replaceAll('參、行程', '貳、行程'),
  );
  assert.equal(refactored(all.replace('二、乙', '二‸、乙'), 'Number'), undefined, 'nothing is left to do');
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

const plainRows = '8月16日（五）：出發\n8月17日（六）：拜會科技部，座談\n8月18日（日）：返臺';

test('the itinerary becomes a table and a list again, in plain text and in Markdown', () => {
  const plain = (rows: string): string =>
    `服務機關：數位發展部\n壹、目的\n瞭解。\n貳、行程‸\n${rows}\n參、過程\n一、甲\n`;
  const table = plainRows.replaceAll('：', '\t');
  assert.equal(refactored(plain(plainRows), 'Turn the itinerary into a table'), plain(table).replace('‸', ''));
  assert.equal(refactored(plain(table), 'Turn the itinerary into a list'), plain(plainRows).replace('‸', ''));
  assert.equal(refactored(plain(table), 'Turn the itinerary into a table'), undefined);

  const markdown = (rows: string): string => `# 壹、目的\n\n瞭解。\n\n# 貳、行程‸\n\n${rows}\n\n# 參、過程\n\n一、甲\n`;
  const list = plainRows.replace(/^/gm, '- ').replace('座談', '座談｜茶敘');
  const rows =
    '| 日期 | 行程 |\n| --- | --- |\n| 8月16日（五） | 出發 |\n| 8月17日（六） | 拜會科技部，座談｜茶敘 |\n| 8月18日（日） | 返臺 |';
  assert.equal(
    refactored(markdown(list).replace('｜', '|'), 'Turn the itinerary into a table'),
    markdown(rows).replace('‸', ''),
  );
  assert.equal(refactored(markdown(rows), 'Turn the itinerary into a list'), markdown(list).replace('‸', ''));

  // Words that are of no row would be lost.
  const notes = plainRows.replace('\n8月17日', '\n夜宿機上\n8月17日');
  assert.equal(refactored(plain(notes), 'Turn'), undefined);
  assert.equal(refactored(plain(plainRows).replace('‸', '').replace('瞭解', '瞭‸解'), 'Turn'), undefined);
});

test('lines broken at the width of a page are joined and page numbers dropped, nothing else is touched', () => {
  const words = '本次會議由主辦會員經濟體召集各方代表就數位貿易便捷化與供應鏈韌性之合作方向交換意見並就';
  const line = (text: string): string => text.slice(0, 28);
  const head = '服務機關：數位發展部\n姓名職稱：王小明科長\n壹、目的\n';
  const broken =
    `${line(words)}\n${words.slice(5, 33)}\n${words.slice(9, 37)}\n後續合作達成共識。\n\n12\n\n` +
    `貳、過程\n一、數位貿易\n（一）${line(words).slice(0, 25)}\n推動 APEC\n` +
    `1. 第一項\n2. 第二項\n${line(words)}\n\n- 13 -\n\n得以延續。\n國別\t數量\n美國\t12\n`;
  const joined =
    `${line(words)}${words.slice(5, 33)}${words.slice(9, 37)}後續合作達成共識。\n\n\n` +
    `貳、過程\n一、數位貿易\n（一）${line(words).slice(0, 25)}推動 APEC\n` +
    `1. 第一項\n2. 第二項\n${line(words)}得以延續。\n國別\t數量\n美國\t12\n`;
  assert.equal(refactored(`‸${head}${broken}`, 'Join'), head + joined);
  const { text } = unmark(`‸${head}${joined}`);
  assert.equal(refactored(`‸${text}`, 'Join'), undefined, 'nothing is left to do');
  // Short lines were broken by hand, as in a poem or a list without marks.
  assert.equal(refactored(`‸${head}出席會員\n美國\n日本\n我國\n12 家\n`, 'Join'), undefined);
});
