import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionAt } from '../../../server/src/features/definition';
import { documentLinksOf } from '../../../server/src/features/documentLinks';
import { referencesAt } from '../../../server/src/features/references';
import { selectionRangesAt } from '../../../server/src/features/selectionRanges';
import { matchesQuery, reportSymbolsOf } from '../../../server/src/features/workspaceSymbols';
import { parseReport } from '../../../server/src/report/parse/parse';
import { unmark } from './marked';

/** A report of which a test marks some words. */
const report = (
  parts: Partial<Record<'entry' | 'day' | 'heading' | 'meeting' | 'first' | 'later' | 'end', string>>,
): string =>
  `出國報告
服務機關：數位發展部

目次

${parts.entry ?? '參、出席會議情形'}	3

壹、目的

瞭解各方立場。

貳、行程

8月18日	${parts.day ?? '資料隱私次級小組會議'}

${parts.heading ?? '參、出席會議情形'}

${parts.meeting ?? '一、資料隱私次級小組（DPS）會議'}

（一）${parts.first ?? '紐西蘭提出亞太自由貿易區（FTAAP）文件。'}
（二）${parts.later ?? '紐方表示 FTAAP 為共同目標。'}

肆、心得及建議

一、${parts.end ?? '會議情形如前述參、一，議程詳見附件一，會員宜持續推動 FTAAP。'}

附件一、會議議程
`;

function definition(text: string): void {
  const { text: words, cursor, ranges } = unmark(text);
  const found = definitionAt(parseReport(words), cursor);
  assert.deepEqual(found && words.slice(found.target.start, found.target.end), words.slice(...ranges[0]!));
  assert.deepEqual(found && [found.target.start, found.target.end], ranges[0]);
}

test('definition: an acronym leads to where it is written out, an economy to its first mention', () => {
  definition(report({ first: '紐西蘭提出⟦亞太自由貿易區（FTAAP）⟧文件。', later: '紐方表示 FT‸AAP 為共同目標。' }));
  definition(report({ first: '⟦紐西蘭⟧提出亞太自由貿易區（FTAAP）文件。', later: '‸紐方表示 FTAAP 為共同目標。' }));
});

test('definition: where the chapter is the one meeting, the itinerary leads to it by the title of the report', () => {
  const text = `出國報告（出國類別：開會）
出席東亞計量論壇第十屆大會報告
服務機關：經濟部

貳、行程

8月18日	東亞計量論‸壇大會

⟦參、會議經過⟧

（一）日本、韓國及我國共3個會員出席。

肆、心得
`;
  definition(text);
  definition(text.replace('⟦', '').replace('⟧', '\n\n一、決議事項\n\n⟦二、東亞計量論壇大會⟧'));
});

test('definition: 目次, itinerary and references lead to the heading, a heading to its entry', () => {
  definition(report({ entry: '參、出席‸會議情形', heading: '⟦參、出席會議情形⟧' }));
  definition(report({ entry: '⟦參、出席會議情形\t3⟧', heading: '參、出席會‸議情形' }).replace('⟧\t3', '⟧'));
  definition(report({ day: '資料‸隱私次級小組會議', meeting: '⟦一、資料隱私次級小組（DPS）會議⟧' }));
  definition(report({ meeting: '⟦一、資料隱私次級小組（DPS）會議⟧', end: '如前述參、‸一所示。' }));
  definition(report({ end: '議程詳見附件‸一。' }).replace('附件一、會議議程', '⟦附件一、會議議程⟧'));
});

test('references: all names of an economy and all uses of an acronym, with or without the definition', () => {
  const { text, cursor, ranges } = unmark(
    report({
      first: '紐西蘭提出亞太自由貿易區（⟦FTAAP⟧）文件。',
      later: '紐方表示 ⟦FT‸AAP⟧ 為共同目標。',
      end: '宜持續推動 ⟦FTAAP⟧。',
    }),
  );
  const parsed = parseReport(text);
  assert.deepEqual(
    referencesAt(parsed, cursor, true).map(({ start, end }) => [start, end]),
    ranges,
  );
  assert.equal(referencesAt(parsed, cursor, false).length, ranges.length - 1);
});

test('references: a meeting is named by its heading, its day and the text that points at it', () => {
  const { text, cursor, ranges } = unmark(
    report({
      day: '⟦資料隱私次級小組會議⟧',
      meeting: '⟦一、資料‸隱私次級小組（DPS）會議⟧',
      end: '會議情形如前述⟦參、一⟧，宜持續推動。',
    }),
  );
  assert.deepEqual(
    referencesAt(parseReport(text), cursor, true).map(({ start, end }) => text.slice(start, end)),
    ranges.map(([start, end]) => text.slice(start, end)),
  );
});

test('links: entries of 目次 and references; 前述三點 and an annex that is not there are none', () => {
  const { text } = unmark(report({ end: '前述三點如前述參、一，詳見附件一及附件九。' }));
  const parsed = parseReport(text);
  const words = documentLinksOf(parsed).map(({ start, end, target }) => [
    text.slice(start, end),
    text.slice(target, target + 4),
  ]);
  assert.deepEqual(words, [
    ['出席會議情形', '參、出席'],
    ['參、一', '一、資料'],
    ['附件一', '附件一、'],
  ]);
});

test('selection grows from the name to the report, each range inside the next', () => {
  const { text, cursor } = unmark(report({ later: '會中紐方、韓‸方表示支持，惟尚無共識。我國亦表支持。' }));
  const ranges = selectionRangesAt(parseReport(text), cursor).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(ranges.slice(0, 4), [
    '韓方',
    '韓方表示支持',
    '會中紐方、韓方表示支持'.replace('會中', '會中'),
    '（二）會中紐方、韓方表示支持，惟尚無共識。'.slice(3),
  ]);
  assert.equal(ranges[ranges.length - 1], text);
  for (const [index, range] of ranges.entries()) if (index > 0) assert.ok(range.includes(ranges[index - 1]!));
});

test('symbols for a folder: a chapter that is the one meeting has its own name, what we said there that of the report', () => {
  const symbols = reportSymbolsOf(
    parseReport('出國報告\n出席東亞計量論壇大會報告\n服務機關：經濟部\n參、會議情形\n（一）我國發言：支持本案。\n'),
  );
  const named = (kind: string): readonly (string | undefined)[] =>
    symbols.filter((symbol) => symbol.kind === kind).map(({ name, container }) => container ?? name);
  assert.deepEqual(named('section'), ['會議情形']);
  assert.deepEqual(named('meeting'), []);
  assert.deepEqual(named('statement'), ['出席東亞計量論壇大會報告']);
});

test('symbols for a folder: sections, meetings, suggestions and acronyms', () => {
  const { text } = unmark(report({}));
  const symbols = reportSymbolsOf(parseReport(text)).map(({ kind, name }) => `${kind} ${name}`);
  assert.ok(symbols.includes('meeting 資料隱私次級小組（DPS）會議'), symbols.join('\n'));
  assert.ok(symbols.includes('section 出席會議情形'));
  assert.ok(symbols.includes('acronym FTAAP'));
  assert.ok(symbols.some((symbol) => symbol.startsWith('recommendation 會議情形')));
  assert.ok(matchesQuery('亞太自由貿易區 FTAAP', '自由 ftp'));
  assert.ok(!matchesQuery('FTAAP', 'pf'));
});
