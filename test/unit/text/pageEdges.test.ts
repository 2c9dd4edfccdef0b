import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageEdges, withoutPageEdges } from '../../../server/src/text/pageEdges';

const edgesOf = (text: string): string[] => {
  const lines = text.split('\n');
  return [...pageEdges(lines)].sort((a, b) => a - b).map((line) => lines[line]!.trim());
};

describe('the edges of pages between the lines of a PDF', () => {
  test('are numbers with the same head or foot, and numbers that say what they are', () => {
    const head = '赴日本考察氫能政策報告';
    assert.deepEqual(edgesOf(`甲案說明\n2\n${head}\n乙案說明\n\n3\n\n${head}\n丙案`), ['2', head, '3', head]);
    assert.deepEqual(edgesOf(`甲案說明\n${head}\n2\n乙案說明\n${head}\n3\n丙案`), [head, '2', head, '3']);
    assert.deepEqual(edgesOf('甲案\n- 2 -\n乙案\n第 3 頁，共 12 頁\n丙案\nPage 4 of 12'), ['- 2 -', '第 3 頁，共 12 頁', 'Page 4 of 12']); // prettier-ignore
  });

  test('are not the cells of a table, dates, a number by itself, or what stands behind something else', () => {
    for (const text of [
      '日本\n3\n日本\n5',
      '3\n日本\n3\n日本',
      '甲\n2\n乙',
      '3/8\n啟程',
      '2\n甲案。\n3\n甲案。',
      '第3頁之說明',
    ])
      assert.deepEqual(edgesOf(text), [], text);
    assert.deepEqual([...pageEdges(['2', undefined, '出國報告書', '3', undefined, '出國報告書'])], []);
  });

  test('leave a sentence that they cut in one piece, and a paragraph an end', () => {
    assert.equal(withoutPageEdges('將於明年公布新版\n- 2 -\n\n氫能戰略。\n\n- 3 -\n\n二、參訪'), '將於明年公布新版\n氫能戰略。\n\n二、參訪'); // prettier-ignore
    assert.equal(withoutPageEdges('甲。\n\n乙。'), '甲。\n\n乙。');
  });
});
