import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Heading } from '../../../server/src/report/model/headings';
import type { Report } from '../../../server/src/report/model/report';
import { parseReport } from '../../../server/src/report/parse/parse';
import { sectionOf, titleOf } from '../../../server/src/report/queries/headings';
import { sectionsIn } from '../../../server/src/report/queries/read';

const text = [
  '赴日本參加會議出國報告',
  '摘要',
  '',
  '本次會議討論數位貿易。',
  '',
  '壹、目的',
  '了解各國作法。',
  '貳、過程',
  '一、開幕',
  '',
  '主席致詞。',
  '',
  '二、討論',
  '（一）貿易',
  '各國發言。',
  '',
  '參、心得及建議',
  '建議持續參與。',
  '',
].join('\n');

const report = parseReport(text);
const all = ({ units }: Report): Heading[] => units.headings.inOrder.flatMap((root) => [...sectionsIn(root)]);

function edited(search: string, replacement: string): Report {
  assert.equal(text.split(search).length, 2, search);
  return parseReport(text.replace(search, replacement), report);
}

/** The titles of the headings of `after` that are none of those of `report`. */
function fresh(after: Report): string[] {
  const before = new Set(all(report));
  return all(after)
    .filter((heading) => !before.has(heading))
    .map(titleOf);
}

test('the headings in the order of the text, as the section tree has them', () => {
  assert.deepEqual(all(report).map(titleOf), ['摘要', '目的', '過程', '開幕', '討論', '貿易', '心得及建議']);
  for (const heading of all(report)) {
    const section = sectionOf(report, heading);
    const { kind, depth, part, marks } = section;
    assert.deepEqual([heading.kind, heading.depth, heading.part, heading.marks], [kind, depth, part, marks]);
    assert.equal(report.units.startOf(heading) + heading.title.start, section.title.start);
    assert.equal(heading.number?.value, section.number?.value);
  }
});

test('all are the same while somebody writes below them', () => {
  for (const [search, replacement] of [
    ['各國作法', '各國的作法'],
    ['主席致詞。', '主席致詞。\n來賓致詞。'],
    ['討論數位貿易', '討論貿易'],
    ['赴日本參加', '赴日本國參加'],
  ] as const)
    assert.equal(edited(search, replacement).units.headings, report.units.headings, replacement);
});

test('a heading is another where its words are, with those that it stands in', () => {
  assert.deepEqual(fresh(edited('（一）貿易', '（一）貿易及投資')), ['過程', '討論', '貿易及投資']);
  assert.deepEqual(fresh(edited('目的', '緣起')), ['緣起']);
});

test('a heading is another where the first words come below it, or the last ones go', () => {
  const emptied = edited('主席致詞。', '');
  assert.deepEqual(fresh(emptied), ['過程', '開幕']);
  assert.equal(all(emptied).find((heading) => titleOf(heading) === '開幕')!.isFilled, false);
  assert.deepEqual(fresh(edited('本次會議討論數位貿易。', '')), ['摘要']);
});

test('a heading is another where one comes or goes below it', () => {
  assert.deepEqual(fresh(edited('（一）貿易', '貿易')), ['過程', '討論']);
  assert.deepEqual(fresh(edited('各國發言。', '各國發言。\n（二）投資')), ['過程', '討論', '投資']);
});

test('the headings are others where two change places, and each of them is the same', () => {
  const moved = parseReport(
    ['壹、目的', '文。', '貳、過程', '文。', ''].join('\n'),
    parseReport(['貳、過程', '文。', '壹、目的', '文。', ''].join('\n')),
  );
  assert.deepEqual(moved.units.headings.inOrder.map(titleOf), ['目的', '過程']);
});

test('a numbered paragraph is another where the line before begins to run on into it', () => {
  const item = '2. 第二點是資料的流通，各國同意繼續討論其他可行的作法。';
  // A line without 。 is a heading by its looks.
  const [heading, sentence] = ['各國交換意見，第一點是人才，第', '各國交換意見。第一點是人才，第'];
  for (const [first, itemIn] of [
    ['壹、過程', ({ units }: Report) => units.headings.chapters[0]!.children[0]!],
    ['1. 第一點是人才的培育，各國同意繼續討論其他可行的作法。', ({ units }: Report) => units.headings.chapters[1]!],
  ] as const) {
    const before = parseReport([first, heading, item, ''].join('\n'));
    const after = parseReport([first, sentence, item, ''].join('\n'), before);
    assert.equal(itemIn(before).firstLine, itemIn(after).firstLine);
    assert.deepEqual([itemIn(before).isWrapped, itemIn(after).isWrapped], [false, true], first);
  }
});

test('what is no heading of a report has no section there', () => {
  const other = parseReport('壹、目的\n文。\n');
  assert.throws(() => sectionOf(report, other.units.headings.chapters[0]!), RangeError);
});
