/** While somebody edits, what is said is what is said of the same text opened anew: findings, fixes, outline, ranges. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultOfRange, faultsOfRanges } from '../fuzz/kinds';
import { assertSaysTheSame, byDefault, CheckedText, everyRule } from './checker';
import { editDraw, editOf } from './edits';
import { reportText } from './texts';

const draws = fc.array(editDraw, { minLength: 1, maxLength: 8, size: 'max' });

test('after every edit, findings, fixes and outline are those of the text opened anew', () => {
  fc.assert(
    fc.property(reportText, draws, fc.boolean(), (source, edits, all) => {
      let now = CheckedText.fresh(source, all ? everyRule : byDefault);
      for (const draw of edits) {
        now = now.after(editOf(draw, now.text, now.statements));
        assertSaysTheSame(now, CheckedText.fresh(now.text, all ? everyRule : byDefault));
      }
    }),
    { numRuns: 400 },
  );
});

test('no range of a finding, of the outline or of a fix lies outside, is reversed or splits a character', () => {
  fc.assert(
    fc.property(reportText, draws, (source, edits) => {
      let now = CheckedText.fresh(source, everyRule);
      for (const draw of edits) now = now.after(editOf(draw, now.text, now.statements));
      const { text } = now;
      assert.deepEqual(faultsOfRanges(text, now.statements), []);
      for (const place of now.outline.flatMap((node) => [node, node.selection]))
        assert.equal(faultOfRange(text, place), undefined);
      for (const { finding, fix } of now.fixesOf())
        for (const { start, end, expected } of fix.edits) {
          assert.equal(faultOfRange(text, { start, end }), undefined, finding.rule);
          assert.equal(text.slice(start, end), expected, finding.rule);
        }
    }),
    { numRuns: 150 },
  );
});
