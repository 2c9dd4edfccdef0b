import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { characters, counterExamplesOf, fromCldr, list, number, oneOf, optional, rowsOf, table, text, yesNo } from '../../../server/src/knowledge/table'; // prettier-ignore
import * as schemas from '../../../server/src/knowledge/schemas';
import { checkTable } from '../../../server/tables/check';
import { cldrName } from '../../../server/tables/cldr';
import { TableError, compileTable, readTable, tableFolder } from '../../../server/tables/compile';

const schema = table(
  { text, kind: oneOf('name', 'slip'), others: list, year: optional(number), old: yesNo, notAfter: characters, counterExamples: counterExamplesOf('text') },
  { key: ['text'], order: ['kind', 'year'] },
); // prettier-ignore
const sources = new Map([
  ['law', { words: '某法第 1 條', trust: 'official' }],
  ['press', { words: '某報：「a=b」', trust: 'secondary' }],
]);

const head = 'text\tkind\tothers\tyear\told\tnotAfter\tcounterExamples\tsource\ttrust\tdate';
const good = [
  head,
  '日方\tname\t日本|東瀛\t\tno\t今明\t今日方便參訪。\tlaw\tofficial\t2026-11-24',
  '韓方\tname\t\t1993\tno\t\t\tpress\tsecondary\t2026-11',
  '紐西藍\tslip\t\t1989\tyes\t\t\tlaw\tgeneral\t2026-11-28',
];

const file = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
/** Problems as the build prints them. */
const problemsOf = (content: string): readonly string[] =>
  checkTable(content, schema, sources).problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
/** The good table with `cell` in a line (from 1) and column (from 0). */
function withCell(line: number, column: number, cell: string): string {
  const lines = [...good];
  const cells = lines[line - 1]!.split('\t');
  cells[column] = cell;
  lines[line - 1] = cells.join('\t');
  return file(...lines);
}

test('a table that is in order has no problem', () => {
  assert.deepEqual(problemsOf(file(...good)), []);
});

for (const [what, content, problem] of [
  ['a byte order mark', `\ufeff${file(...good)}`, '1:1: the file begins with a byte order mark: save it as UTF-8 without one'],
  ['CRLF', file(...good).replace(/\n/g, '\r\n'), `1:${head.length + 1}: the line ends with CR: save the file with LF line ends`],
  ['another encoding', file(...good).replace('東', '\ufffd'), '2:12: this is no character: save the file as UTF-8'],
  ['an empty line', file(head, '', ...good.slice(1)), '2:1: the line is empty'],
  ['no end of the last line', file(...good).slice(0, -1), `4:${good[3]!.length + 1}: the last line has no line end`],
  ['a missing column', file(head.replace('kind\t', ''), good[1]!), `1:6: column "others" where kind is expected; the columns are ${head.split('\t').join(', ')}`],
  ['a column too many', file(`${head}\tmore`), `1:${head.length + 2}: column "more" where no more is expected; the columns are ${head.split('\t').join(', ')}`],
  ['a cell too many', file(head, `${good[1]!}\tx`), `2:${good[1]!.length + 2}: the row has 11 cells, the header 10`],
  ['cells too few', file(head, '日方\tname'), '2:8: the row has 2 cells, the header 10'],
  ['an empty cell', withCell(2, 0, ''), '2:1: text: the cell is empty'],
  ['a blank at the border of a cell', withCell(3, 0, '韓方 '), '3:1: text: "韓方 " begins or ends with a blank'],
  ['quotation marks of a spreadsheet', withCell(3, 0, '"韓方"'), '3:1: text: "韓方" is in quotation marks that the spreadsheet has set: save without a text delimiter'],
  ['a list where one text belongs', withCell(3, 0, '韓方|韓國'), '3:1: text: | separates the values of a list, and this is one text'],
  ['another form of a character', withCell(3, 0, 'Vin\u0303a'), '3:1: text: "Vin\u0303a" is not in Unicode’s form NFC'],
  ['an unknown choice', withCell(2, 1, 'nmae'), '2:4: kind: nmae is none of name, slip'],
  ['an empty value of a list', withCell(2, 2, '日本||東瀛'), '2:9: others: a value between two | is empty'],
  ['a value of a list twice', withCell(2, 2, '日本|日本'), '2:9: others: 日本 is there twice'],
  ['no number', withCell(3, 3, '民國82'), '3:10: year: 民國82 is no whole number'],
  ['neither yes nor no', withCell(2, 4, 'TRUE'), '2:16: old: TRUE is none of yes, no'],
  ['a character twice', withCell(2, 5, '今明今'), '2:19: notAfter: 今 is there twice'],
  ['no day', withCell(2, 9, '2026-02-30'), `2:${good[1]!.lastIndexOf('\t') + 2}: date: 2026-02-30 is no day: write 2026-08-12, or 2026-08 where only the month is known`],
  ['a day as a spreadsheet writes it', withCell(2, 9, '2026/11/24'), `2:${good[1]!.lastIndexOf('\t') + 2}: date: 2026/11/24 is no day: write 2026-08-12, or 2026-08 where only the month is known`],
  ['a counter-example without the text', withCell(2, 6, '今日方便參訪。|明日再議。'), '2:22: counterExamples: 「明日再議。」 does not hold 日方'],
  ['an unknown source', withCell(2, 7, 'lwa'), '2:30: source: lwa is no key of sources.tsv'],
  ['more trust than the source has', withCell(3, 8, 'official'), '3:26: trust: the row claims to be official, but its source press is secondary'],
  ['a duplicate', file(...good, good[3]!), '5:1: text: 紐西藍 stands in line 4 already'],
  ['choices out of order', file(head, good[3]!, good[1]!), '3:4: kind: name stands behind slip; the order is name, slip'],
  ['numbers out of order', file(head, good[3]!.replace('1989', '1990'), good[3]!.replace('紐西藍', '紐西籃')), '3:11: year: 1989 stands behind 1990'],
] as const) {
  test(`${what} is found at its place`, () => {
    assert.deepEqual(problemsOf(content), [problem]);
  });
} // prettier-ignore

test('equal cells of a column without an order of its own stand together', () => {
  const byText = table({ forum: text, code: text }, { key: ['forum', 'code'], order: ['forum'] });
  const row = (forum: string, code: string): string => `${forum}\t${code}\tlaw\tofficial\t2026-11-24`;
  const header = 'forum\tcode\tsource\ttrust\tdate';
  const check = (...lines: readonly string[]): unknown => checkTable(file(header, ...lines), byText, sources).problems;
  assert.deepEqual(check(row('wto', 'A'), row('wto', 'B'), row('apec', 'A')), []);
  assert.deepEqual(check(row('wto', 'A'), row('apec', 'A'), row('wto', 'B')), [
    { line: 4, column: 1, message: 'forum: wto stands behind apec' },
  ]);
});

describe('names out of CLDR', () => {
  const named = table(
    { code: text, chinese: fromCldr('zh-Hant'), counterExamples: counterExamplesOf('chinese') },
    { key: ['code'] },
  );
  const check = (...lines: readonly string[]): ReturnType<typeof checkTable> =>
    checkTable(file('code\tcounterExamples\tsource\ttrust\tdate', ...lines), named, sources, cldrName);

  test('fill their columns, in the short form where there is one', () => {
    const { rows, problems } = check(
      'GB\t精英國際學校。\tlaw\tofficial\t2026-11-28',
      'MO\t\tlaw\tofficial\t2026-11-28',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({ cells }) => cells['chinese']),
      ['英國', '澳門'],
    );
  });

  test('a code that CLDR does not know, and a counter-example without the name, are found', () => {
    assert.deepEqual(check('XQ\t\tlaw\tofficial\t2026-11-28', 'GB\t英倫。\tlaw\tofficial\t2026-11-28').problems, [
      { line: 2, column: 1, message: 'code: CLDR has no zh-Hant name of XQ' },
      { line: 3, column: 4, message: 'counterExamples: 「英倫。」 does not hold 英國' },
    ]);
  });
});

test('every problem of a table is told, in the order of the file', () => {
  const content = file(head, good[1]!.replace('name', 'nmae'), good[2]!.replace('1993', 'x').replace('press', 'prss'));
  assert.deepEqual(
    problemsOf(content).map((problem) => problem.split(': ')[1]),
    ['kind', 'year', 'source'],
  );
});

describe('what is compiled', () => {
  const compiled = (withAsides: boolean): string =>
    compileTable({ ...checkTable(file(...good), schema, sources), schema, sources }, withAsides);

  test('gives the rows back', () => {
    assert.deepEqual(rowsOf(schema, compiled(true)), [
      { text: '日方', kind: 'name', others: ['日本', '東瀛'], year: undefined, old: false, notAfter: '今明', counterExamples: ['今日方便參訪。'], source: '某法第 1 條', trust: 'official', date: '2026-11-24' },
      { text: '韓方', kind: 'name', others: [], year: 1993, old: false, notAfter: '', counterExamples: [], source: '某報：「a=b」', trust: 'secondary', date: '2026-11' },
      { text: '紐西藍', kind: 'slip', others: [], year: 1989, old: true, notAfter: '', counterExamples: [], source: '某法第 1 條', trust: 'general', date: '2026-11-28' },
    ]); // prettier-ignore
  });

  test('leaves out of bundles what only readers want', () => {
    assert.doesNotMatch(compiled(false), /今日方便|2026-11/);
    for (const row of rowsOf(schema, compiled(false))) assert.deepEqual([row.counterExamples, row.date], [[], '']);
  });

  test('gives words back that are much like those of another column, of whatever characters and lengths', () => {
    const pairs = table({ slip: text, meant: text, also: optional(text) }, { key: ['slip'] });
    const lines = ['兩案關係\t兩岸關係\t', '𠀋邊列預算\t𠀋編列預算\t兩岸', '兩案條例\t兩岸條例\t', '會義\t會議\t', '在度檢討\t再度檢討與考察\t在度'];
    const rows = lines.map((line) => `${line}\tlaw\tofficial\t2026-11-24`);
    const compiledPairs = compileTable({ ...checkTable(file('slip\tmeant\talso\tsource\ttrust\tdate', ...rows), pairs, sources), schema: pairs, sources }, false);
    assert.match(compiledPairs, /^slip\tmeant~\t/);
    assert.match(compiledPairs, /\t=岸==$/m);
    assert.deepEqual(
      rowsOf(pairs, compiledPairs).map(({ slip, meant, also }) => [slip, meant, also ?? ''].join('\t')),
      lines,
    );
  }); // prettier-ignore

  test('gives a table of one row back', () => {
    const one = { ...checkTable(file(head, good[1]!), schema, sources), schema, sources };
    assert.equal(rowsOf(schema, compileTable(one, true)).length, 1);
    assert.equal(rowsOf(schema, compileTable(one, true))[0]!.text, '日方');
  });
});

describe('the tables of the project', () => {
  const files = readdirSync(tableFolder).filter((name) => name.endsWith('.tsv'));

  test('have a schema each, and every schema has a table', () => {
    assert.deepEqual(files.map((name) => path.basename(name, '.tsv')).sort(), Object.keys(schemas).sort());
  });

  test('name every source that there is', () => {
    const named = new Set<string>();
    for (const name of files)
      for (const { cells } of readTable(path.join(tableFolder, name)).rows) if (cells['source']) named.add(cells['source']); // prettier-ignore
    const keys = readTable(path.join(tableFolder, 'sources.tsv')).rows.map(({ cells }) => cells['key']!);
    assert.deepEqual(
      keys.filter((key) => !named.has(key)),
      [],
    );
  });

  test('are compiled to what stands in their files', () => {
    for (const name of files) {
      const table = readTable(path.join(tableFolder, name));
      const rows: readonly Record<string, unknown>[] = rowsOf(table.schema, compileTable(table, false));
      for (const [column, { kind, optional }] of Object.entries(table.schema.columns))
        if (['text', 'maybe-text', 'characters', 'cldr'].includes(kind) && !table.schema.columns[column]!.forReaders)
          assert.deepEqual(
            rows.map((row) => (optional ? (row[column] ?? '') : row[column])),
            table.rows.map(({ cells }) => cells[column]!),
            `${name}: ${column}`,
          );
    }
  });

  test('a file without a schema is an error at its place', () => {
    assert.throws(
      () => readTable(path.join(tableFolder, 'nothing.tsv')),
      (error) =>
        error instanceof TableError && error.message.endsWith('nothing.tsv:1:1: schemas.ts has no schema nothing'),
    );
  });
});
