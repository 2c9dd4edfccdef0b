import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../../server/src/report/model/report';
import type { Section } from '../../../server/src/report/model/parts';
import { parseReport } from '../../../server/src/report/parse/parse';
import { textOf } from '../../../server/src/report/queries/read';

/** The tree as indented lines: `kind number title [part]`. */
function tree(report: Report): string[] {
  const lines: string[] = [];
  const walk = (section: Section): void => {
    const number = section.number ? textOf(report, section.number) + ' ' : '';
    lines.push(
      '  '.repeat(section.depth - 1) +
        `${section.kind} ${number}${textOf(report, section.title)}${section.part ? ` [${section.part}]` : ''}`,
    );
    section.children.forEach(walk);
  };
  report.sections.forEach(walk);
  return lines;
}

const expected = [
  'section 壹、 目的 [purpose]',
  'section 貳、 出席會議情形 [proceedings]',
  '  subsection 一、 數位經濟指導小組會議',
  '    item （一） 我國由數位發展部與會',
  '      item 1. 包容性為重點',
  '        item (1) 第一點',
  '  subsection 二、 貿易暨投資委員會會議',
  'section 參、 心得及建議 [reflections-and-recommendations]',
];

test('plain text: 壹→一→（一）→1.→(1)', () => {
  const report = parseReport(
    [
      '壹、目的',
      '本次會議。',
      '貳、出席會議情形',
      '一、數位經濟指導小組會議',
      '（一）我國由數位發展部與會。',
      '1. 包容性為重點：多數會員支持。',
      '(1) 第一點，其餘從略。',
      '二、貿易暨投資委員會會議',
      '參、心得及建議',
    ].join('\n'),
  );
  assert.deepEqual(tree(report), expected);
});

test('Markdown: marks, bold and bullets before the numbers', () => {
  const report = parseReport(
    [
      '## 壹、目的',
      '',
      '本次會議。',
      '',
      '## 貳、出席會議情形',
      '',
      '### 一、數位經濟指導小組會議',
      '',
      '- （一） 我國由數位發展部與會。',
      '',
      '  1. **包容性為重點**：多數會員支持。',
      '',
      '   - (1) 第一點，其餘從略。',
      '',
      '### 二、貿易暨投資委員會會議',
      '',
      '## **參、心得及建議**',
      '',
    ].join('\n'),
  );
  assert.deepEqual(tree(report), expected);
});

test('Word leftovers: BOM, U+3000, no-break blanks, CRLF', () => {
  const report = parseReport('\ufeff壹、\u3000目\u3000的\r\n本次會議。\r\n貳、\u00a0行程\r\n');
  assert.deepEqual(tree(report), ['section 壹、 目\u3000的 [purpose]', 'section 貳、 行程 [itinerary]']);
});

test('Markdown headings without numbers are ranked by their marks', () => {
  const report = parseReport(
    '# 出國報告\n\n## 目的\n\n文。\n\n## 出席會議情形\n\n### DPS 會議\n\n### CTI 會議\n\n## 心得及建議\n',
  );
  assert.deepEqual(tree(report).slice(-5), [
    'section 目的 [purpose]',
    'section 出席會議情形 [proceedings]',
    '  subsection DPS 會議',
    '  subsection CTI 會議',
    'section 心得及建議 [reflections-and-recommendations]',
  ]);
});

test('a council report: bare titles with a colon, text behind them', () => {
  const report = parseReport('目的：考察觀光建設。\n過程：\n第一日抵達東京。\n心得：收穫良多。\n建議：略。\n');
  assert.deepEqual(tree(report), [
    'section 目的 [purpose]',
    'section 過程： [process]',
    'section 心得 [reflections]',
    'section 建議 [recommendations]',
  ]);
  assert.equal(textOf(report, report.sections[0]!.content).replaceAll('\n', ''), '：考察觀光建設。');
});

test('chapters numbered 一、 where there is no 壹、', () => {
  const report = parseReport('一、目的\n文。\n二、過程\n（一）行前準備\n三、心得及建議\n');
  assert.deepEqual(tree(report), [
    'section 一、 目的 [purpose]',
    'section 二、 過程 [process]',
    '  subsection （一） 行前準備',
    'section 三、 心得及建議 [reflections-and-recommendations]',
  ]);
});

test('numbers in running text are no headings', () => {
  const report = parseReport('壹、目的\n2024 年會議。\n3.5% 的成長。\n113.8.16 抵達。\n12,000 人次。\n1.2.3 版。\n');
  assert.deepEqual(tree(report), ['section 壹、 目的 [purpose]']);
});

test('a colon inside a quoted title belongs to the title', () => {
  const report = parseReport(
    '貳、出席會議情形\n四、「公私對話：重新審視自由貿易區」(CTI Dialogue)：\n（一）我國由經濟部與會。\n',
  );
  assert.equal(
    textOf(report, report.sections[0]!.children[0]!.title),
    '「公私對話：重新審視自由貿易區」(CTI Dialogue)：',
  );
});

test('摘要 and 目次 stand outside the tree', () => {
  const report = parseReport(
    '摘要\n本次會議討論數位經濟。\n目次\n壹、目的\t2\n一、緣起\t2\n貳、行程 …… 3\n附件一　會議議程\t9\n壹、目的\n文。\n貳、行程\n',
  );
  assert.equal(textOf(report, report.abstract!.content).trim(), '本次會議討論數位經濟。');
  assert.deepEqual(
    report.contents!.entries.map((entry) => [textOf(report, entry.title), entry.page && textOf(report, entry.page)]),
    [['目的', '2'], ['緣起', '2'], ['行程', '3'], ['附件一　會議議程', '9']],
  ); // prettier-ignore
  assert.deepEqual(tree(report), ['section 壹、 目的 [purpose]', 'section 貳、 行程 [itinerary]']);
});

test('目次 without page numbers ends where the numbering starts anew', () => {
  const report = parseReport('# 目次\n\n- 壹、目的\n- 貳、行程\n\n# 壹、目的\n\n文。\n\n# 貳、行程\n');
  assert.equal(report.contents!.entries.length, 2);
  assert.deepEqual(tree(report), ['section 壹、 目的 [purpose]', 'section 貳、 行程 [itinerary]']);
});

test('the itinerary reads tables, tabs and lists', () => {
  const rows = [
    '貳、行程\n8 月 16—17 日 (五、六)\t出發、抵達\n8 月 18 日(日)\tDPS 會議\n',
    '貳、行程\n\n| 日期 | 內容 |\n|---|---|\n| 8月16—17日（五、六） | 出發、抵達 |\n| 8月18日（日） | DPS 會議 |\n',
    '貳、行程\n- 8月16日至17日（五、六）：出發、抵達\n- 8月18日（日）：DPS 會議\n',
  ];
  for (const source of rows) {
    const report = parseReport(source);
    assert.deepEqual(
      report.itinerary!.days.map((day) => [day.date.from.day, day.date.to?.day, day.date.weekdays.map((weekday) => weekday.value), textOf(report, day.activity)]),
      [[16, 17, [5, 6], '出發、抵達'], [18, undefined, [0], 'DPS 會議']],
      source,
    ); // prettier-ignore
  }
});
