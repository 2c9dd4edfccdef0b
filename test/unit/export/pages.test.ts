import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pagesOf } from '../../../server/src/export/pages';
import { documentIn } from './reports';

const cover = '出國報告（出國類別：考察）\n\n赴日考察報告\n\n服務機關：經濟部\n\n';
const line = '考察團參訪加氫站並交換意見';

/** The pages of the headings of a report with `body`, in their order. */
function pagesIn(body: string): number[] {
  return [...pagesOf(documentIn(cover + body), new Map()).values()];
}

describe('the pages that 目次 shows until a word processor counts them', () => {
  test('begin at 1 and go on where the lines of a page are full', () => {
    // 32 lines of 21.6 points stand on A4; 37 characters on a line.
    const page = `${line.repeat(90)}。`;
    assert.deepEqual(pagesIn(`壹、目的\n\n短。\n\n貳、過程\n\n短。\n`), [1, 1]);
    assert.deepEqual(pagesIn(`壹、目的\n\n${page}\n\n貳、過程\n\n${page}\n\n參、心得及建議\n\n無。\n`), [1, 2, 3]);
  });

  test('a heading stands with the words below it', () => {
    // Below 27 lines a heading alone would find room.
    const pages = [25, 27].map((lines) => pagesIn(`壹、目的\n\n${'甲。\n\n'.repeat(lines)}貳、過程\n\n乙。\n`)[1]!); // prettier-ignore
    assert.deepEqual(pages, [1, 2]);
  });

  test('rows of tables, page breaks and footnotes take their room', () => {
    const table = `日期\t行程\n${'3 月 8 日\t拜會\n'.repeat(40)}`;
    assert.deepEqual(pagesIn(`壹、行程\n\n${table}\n貳、過程\n\n短。\n`), [1, 2]);
    assert.deepEqual(pagesIn(`壹、目的\n\n短。\n\n\f貳、過程\n\n短。\n`), [1, 2]);
    const notes = Array.from({ length: 30 }, (_, at) => `[^${at}]: ${line.repeat(3)}。\n`).join('');
    const marks = Array.from({ length: 30 }, (_, at) => `甲[^${at}]。`).join('');
    assert.deepEqual(pagesIn(`壹、目的\n\n${marks}\n\n貳、過程\n\n${'乙。\n\n'.repeat(20)}參、心得及建議\n\n無。\n\n${notes}`), [1, 1, 2]); // prettier-ignore
  });
});
