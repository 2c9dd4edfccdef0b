import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { looksLikeReport } from '../../../client/src/looksLikeReport';
import { coverLabels } from '../../../server/src/knowledge/coverLabels';
import { partTitles } from '../../../server/src/knowledge/parts';
import { recognises } from '../../../server/src/report/queries/recognise';

const looks = (text: string): boolean => looksLikeReport(text.split(/\r\n|\r|\n/));

/** Two lines are what it takes; every word the server goes by must make one of them. */
const beside = '摘要';

describe('the look that decides whether a server is started', () => {
  it('knows every label of a cover', () => {
    for (const { text } of coverLabels()) assert(looks(`${text}：某某\n${beside}`), text);
  });
  it('knows every title of a part', () => {
    for (const { text } of partTitles) assert(looks(`壹、${text}\n${beside}`), text);
  });
  it('misses no report that the server recognises', () => {
    const samples = path.resolve(import.meta.dirname, '../../../samples');
    const texts = [
      ...readdirSync(samples).map((name) => readFileSync(path.join(samples, name), 'utf8')),
      '出國報告\r服 務 機 關：某部\r姓　　名：某某',
      '| 服務機關 | 某部 |\n| 姓名 | 某某 |\n| 出國期間 | 113 年 |',
      '# 摘 要\n\n## 目的\n\n## 心得及建議\n',
    ];
    for (const text of texts) {
      assert(recognises(text), text.slice(0, 40));
      assert(looks(text), text.slice(0, 40));
    }
  });
  it('passes over what is none', () => {
    for (const text of ['', '# Shopping\n\n- milk\n- tea', '購物清單\n一、米\n二、茶', 'word '.repeat(100_000)])
      assert(!looks(text), text.slice(0, 40));
  });
  it('reads no more than the beginning', () => {
    const read: string[] = [];
    const lines = function* (): Iterable<string> {
      for (;;) {
        read.push('');
        yield 'x'.repeat(1000);
      }
    };
    assert(!looksLikeReport(lines()));
    assert(read.length < 70);
  });
});
