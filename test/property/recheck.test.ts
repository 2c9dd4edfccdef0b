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

test('what is said of a line follows the quotation that opens or ends on a line above', () => {
  const head = '服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n\n貳、過程\n\n主席表示，';
  const quoted = '「各國應投資基礎建設，\n推動軟件產業，\n並保護信息安全」';
  const behind = '，我國支持。\n';
  const toldOf = ({ statements }: CheckedText): number =>
    statements.filter(({ rule }) => rule === 'wording/mainland-term').length;
  // With the last two lines their words stay, and whether the quotation goes on behind them.
  const changes: readonly (readonly [before: string, after: string, told: number])[] = [
    [quoted, quoted.slice(1), 2],
    [quoted.slice(1), quoted, 0],
    [quoted, quoted.slice(0, -1), 2],
    [quoted.slice(0, -1), quoted, 0],
    [quoted, quoted.replace('，\n', '」，\n'), 2],
    [quoted, quoted.replace('投資', '持續投資'), 0],
  ];
  for (const [before, after, told] of changes) {
    const edit = {
      start: head.length,
      end: head.length + before.indexOf('\n'),
      insert: after.slice(0, after.indexOf('\n')),
    };
    const rest = { before: before.slice(before.indexOf('\n')), after: after.slice(after.indexOf('\n')) };
    const end = edit.start + edit.insert.length;
    let now = CheckedText.fresh(head + before + behind, byDefault).after(edit);
    if (rest.before !== rest.after) now = now.after({ start: end, end: end + rest.before.length, insert: rest.after });
    assert.equal(now.text, head + after + behind);
    assert.equal(toldOf(now), told, after);
    assertSaysTheSame(now, CheckedText.fresh(now.text, byDefault));
  }
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
