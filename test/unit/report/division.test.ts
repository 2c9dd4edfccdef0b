import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReport } from '../../../server/src/report/parse';

const text =
  '服務機關：數位發展部\n目次\n壹、目的\n貳、行程\n壹、目的\n（一）說明：會員交換意見。\n貳、行程\n8 月 16 日\t出發\n';

/** The report of `text` with `words` put in behind `place`, parsed going on from the one before, and afresh. */
function typed(place: string, words: string, source = text): { kept: boolean; same: boolean } {
  const before = parseReport(source);
  const at = source.indexOf(place) + place.length;
  const now = source.slice(0, at) + words + source.slice(at);
  const [next, fresh] = [parseReport(now, before), parseReport(now)];
  const lines = (report: typeof next): unknown =>
    report.allSections.map(({ line, toLine, kind, title }) => [line, toLine, kind, title.start]);
  return {
    kept: next.division === before.division,
    same:
      JSON.stringify(lines(next)) === JSON.stringify(lines(fresh)) &&
      JSON.stringify(next.contents) === JSON.stringify(fresh.contents),
  };
}

test('words typed into a paragraph leave the division of the report as it is', () => {
  assert.deepEqual(typed('會員交換', '了'), { kept: true, same: true });
});

test('a line more, and a line that begins something else, divide it anew', () => {
  assert.deepEqual(typed('會員交換意見。', '\n'), { kept: false, same: true });
  assert.deepEqual(typed('會員交換意見。', '\n參、心得'), { kept: false, same: true });
  assert.deepEqual(typed('8 月 16 日\t出發\n', '參、建議'), { kept: false, same: true });
});

test('the line by which 目次 is seen to end divides it anew, though it stands behind the first line of the body', () => {
  const source = '服務機關：數位發展部\n目次\n壹、目的\n貳、行程\n本次會議由秘魯主辦，會員均派員出席。\n參、心得\n';
  assert.deepEqual(typed('本次會議由秘魯主辦，會員均派員出席', '。\n', source), { kept: false, same: true });
  const before = parseReport(source);
  const now = source.replace('本次會議由秘魯主辦，會員均派員出席。', '本次會議');
  assert.deepEqual(parseReport(now, before).contents, parseReport(now).contents);
});

test('a change of cover, 摘要 or 目次 divides it anew', () => {
  assert.deepEqual(typed('數位發展', '署'), { kept: false, same: true });
  assert.deepEqual(typed('目次\n壹、目的', '及說明'), { kept: false, same: true });
});
