import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { commonOf, partitionPoint } from '../../../server/src/text/lists';

describe('partitionPoint', () => {
  it('is where a search from the start would end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, wanted) => {
        const ordered = numbers.sort((a, b) => a - b);
        const first = ordered.findIndex((each) => each >= wanted);
        assert.equal(
          partitionPoint(ordered, (each) => each < wanted),
          first < 0 ? ordered.length : first,
        );
      }),
    );
  });

  it('reads a table of offsets as it does a list, and nothing of an empty one', () => {
    assert.equal(
      partitionPoint(Int32Array.of(0, 4, 9), (start) => start <= 4),
      2,
    );
    assert.equal(
      partitionPoint([], () => assert.fail('there is nothing to read')),
      0,
    );
  });
});

describe('commonOf', () => {
  it('counts what two lists share at their start not again at their end', () => {
    assert.deepEqual(commonOf(['甲', '甲', '甲'], ['甲', '甲']), { head: 2, tail: 0 });
    assert.deepEqual(commonOf(['甲', '乙'], ['甲', '甲', '乙']), { head: 1, tail: 1 });
    assert.deepEqual(commonOf(['甲', '乙', '甲'], ['甲']), { head: 1, tail: 0 });
    assert.deepEqual(commonOf(['甲', '乙'], ['丙', '乙']), { head: 0, tail: 1 });
  });
});
