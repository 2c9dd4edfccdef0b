import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, overlap } from '../../../server/src/text/edit';
import type { TextEdit } from '../../../server/src/text/edit';

const text = '本次會議討論數位貿易。';
const edit = (start: number, end: number, put: string): TextEdit => ({
  start,
  end,
  expected: text.slice(start, end),
  text: put,
});

describe('overlap', () => {
  it('is to claim a character together, be it only one, whichever comes first', () => {
    for (const [one, other, claims] of [
      [{ start: 2, end: 4 }, { start: 4, end: 6 }, false],
      [{ start: 2, end: 5 }, { start: 4, end: 6 }, true],
      [{ start: 2, end: 6 }, { start: 3, end: 4 }, true],
      [{ start: 2, end: 4 }, { start: 2, end: 4 }, true],
    ] as const) {
      assert.equal(overlap(one, other), claims);
      assert.equal(overlap(other, one), claims);
    }
  });

  it('is to insert at one place, and not to insert beside what is replaced', () => {
    assert.equal(overlap({ start: 3, end: 3 }, { start: 3, end: 3 }), true);
    assert.equal(overlap({ start: 2, end: 2 }, { start: 2, end: 4 }), false);
    assert.equal(overlap({ start: 4, end: 4 }, { start: 2, end: 4 }), false);
    assert.equal(overlap({ start: 3, end: 3 }, { start: 2, end: 4 }), true);
  });
});

describe('applyEdits', () => {
  it('takes edits in any order, an insertion before what replaces the words behind it', () => {
    assert.equal(
      applyEdits(text, [edit(6, 8, '電子'), edit(0, 2, '此次'), edit(6, 6, '了')]),
      '此次會議討論了電子貿易。',
    );
  });

  it('throws where edits overlap, lie outside or expect other words', () => {
    assert.throws(() => applyEdits(text, [edit(2, 4, '大會'), edit(3, 6, '商談')]), /2–4 and 3–6 overlap/);
    assert.throws(() => applyEdits(text, [edit(4, 4, '甲'), edit(4, 4, '乙')]), /4–4 and 4–4 overlap/);
    assert.throws(() => applyEdits(text, [edit(10, 12, '')]), /outside the text of 11 units/);
    assert.throws(() => applyEdits(text, [{ ...edit(2, 4, '大會'), expected: '會談' }]), /expects "會談", not "會議"/);
  });
});
