import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { economies, economyByCode } from '../../../server/src/knowledge/economies';
import { nameRows } from '../../../server/src/knowledge/names';
import type { NameKind, NameRow } from '../../../server/src/knowledge/types';
import { scanNames } from '../../../server/src/report/scan/names';

function found(sentence: string): readonly string[] {
  return scanNames(sentence, []).names.map(({ row }) => row.text);
}

function only(kind: NameKind): readonly NameRow[] {
  return nameRows.filter((row) => row.kind === kind);
}

describe('the table of names', () => {
  test('counts its rows from 0 without a gap, and has no text twice', () => {
    assert.deepEqual(
      nameRows.map(({ index }) => index),
      nameRows.map((_row, index) => index),
    );
    assert.equal(new Set(nameRows.map(({ text }) => text)).size, nameRows.length);
  });

  test('says of every row where it comes from', () => {
    for (const { text, source, trust } of nameRows) assert.ok(source.length > 5 && trust, text);
  });

  test('has one standard name for each of the 21 members, that of the table of economies', () => {
    const standard = nameRows.filter(({ form }) => form === 'standard');
    assert.deepEqual(
      standard.map(({ economy, text }) => [economy, text]),
      economies.map(({ code, chinese }) => [code, chinese]),
    );
    assert.equal(economyByCode.size, 21);
  });

  test('gives every name a form, and to no other row one', () => {
    for (const { text, kind, form, economy } of nameRows) {
      assert.equal(form !== undefined, kind === 'name', text);
      if (kind === 'name') assert.ok(economy, text);
    }
  });

  test('corrects what must not stand by a name that may', () => {
    const right = new Set(only('name').map(({ text }) => text));
    for (const row of nameRows) {
      const corrected = row.kind !== 'name' && row.kind !== 'blocker' && row.kind !== 'other-economy';
      assert.equal(row.preferred !== undefined, corrected, row.text);
      assert.notEqual(row.preferred, row.text);
      if (row.kind === 'misspelled' || (row.kind === 'nonstandard' && row.economy))
        assert.ok(right.has(row.preferred!), `${row.text} is corrected to ${row.preferred}, which is no name`);
    }
  });

  test('holds no correction that holds a fault', () => {
    for (const { text, preferred } of nameRows) {
      if (preferred === undefined) continue;
      const faults = scanNames(preferred, []).names.filter(
        ({ row }) => row.kind !== 'name' && row.kind !== 'other-economy',
      );
      assert.deepEqual(faults, [], text);
    }
  });

  test('keeps no blocker that blocks nothing', () => {
    for (const { text } of only('blocker')) {
      const blocks = nameRows.some(
        (row) =>
          row.text !== text &&
          (text.includes(row.text) ||
            [...text].some(
              (_character, i) => i > 0 && (row.text.startsWith(text.slice(i)) || row.text.endsWith(text.slice(0, i))),
            )),
      );
      assert.ok(blocks, text);
    }
  });
});

describe('a row of names', () => {
  test('is found where it stands alone', () => {
    for (const { text, kind } of nameRows)
      assert.deepEqual(found(`（${text}）`), kind === 'blocker' ? [] : [text], text);
  });

  test('is not found in its counter-examples', () => {
    for (const { text, counterExamples } of nameRows) {
      for (const sentence of counterExamples) {
        assert.ok(sentence.includes(text), `${sentence} does not hold ${text}`);
        assert.ok(!found(sentence).includes(text), `${text} is found in ${sentence}`);
      }
    }
  });
});

for (const [sentence, names] of [
  ['美國、中國、日本、巴布亞紐幾內亞及我國', ['美國', '中國', '日本', '巴布亞紐幾內亞', '我國']],
  ['由國家發展委員會與國家資通安全研究院說明', []],
  ['呼籲開發中國家加入', []],
  ['美中爭取擔任主席、日英經濟夥伴協定、韓星數位夥伴協定、兩岸', []],
  ['8 月 20 日本署派員，8月21日本部簡報，20 日本局說明', []],
  ['紐約、首爾及國泰航空', []],
  ['印度尼西亞與印度', ['印度尼西亞', '印度']],
  ['印度洋鮪類委員會', []],
  ['秘方盼達成共識，我方歡迎紐方合作', ['秘方', '我方', '紐方']],
  ['上海及海南', []],
  ['Hong Kong, China and Brunei Darussalam', []],
  ['Vietnamese delegates in Vietnam', ['Vietnam']],
  ['東協各國、世界各國與各國際組織', []],
  ['呼籲各國考慮', ['各國']],
  ['出席國際會議、主辦國內研討會', []],
] as const) {
  test(`names in ${sentence}`, () => {
    assert.deepEqual(found(sentence), names);
  });
}
