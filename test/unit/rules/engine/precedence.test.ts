import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReport } from '../../../../server/src/report/parse/parse';
import type { UnitFinding } from '../../../../server/src/rules/engine/finding';
import { withoutYielding } from '../../../../server/src/rules/engine/precedence';
import type { Rule, RuleId } from '../../../../server/src/rules/engine/rule';
import { rules } from '../../../../server/src/rules/registry';

const report = parseReport('一、本次會議共二十人出席。\n二、會後參訪港口及農場。\n三、返國。\n');

function ruleOf(id: RuleId, yieldsTo?: readonly RuleId[]): Rule {
  const rule = {
    id,
    per: 'line',
    title: { 'zh-TW': '', en: '' },
    severity: 'hint',
    source: '',
    checked: '',
    messages: {},
  };
  return { ...rule, fix: undefined, yieldsTo, check: () => undefined } as unknown as Rule;
}

type Place = readonly [line: number, start: number, end: number];

function findingOf(rule: Rule, [line, start, end]: Place): UnitFinding {
  return { rule, at: { unit: report.units.lines[line]!, start, end } } as unknown as UnitFinding;
}

const strong = ruleOf('attendance/strong');
const weak = ruleOf('numbers/weak', ['attendance/strong']);

/** The places of `weak` that are left beside those of `strong`. */
function left(weaker: readonly Place[], stronger: readonly Place[]): readonly Place[] {
  const found = new Map([
    [weak, weaker.map((place) => findingOf(weak, place))],
    [strong, stronger.map((place) => findingOf(strong, place))],
  ]);
  const kept = withoutYielding(found, report);
  assert.deepEqual(kept.get(strong), found.get(strong));
  return kept.get(weak)!.map(({ at }) => [report.units.lines.indexOf(at.unit as never), at.start, at.end]);
}

test('a finding yields where one of a better rule overlaps it, and nowhere else', () => {
  assert.deepEqual(left([[0, 2, 6]], [[0, 5, 8]]), []);
  assert.deepEqual(left([[0, 2, 6]], [[0, 6, 8]]), [[0, 2, 6]]);
  assert.deepEqual(left([[0, 2, 6]], [[1, 2, 6]]), [[0, 2, 6]]);
  assert.deepEqual(left([[0, 5, 7], [1, 0, 3]], [[0, 0, 9], [0, 1, 2]]), [[1, 0, 3]]); // prettier-ignore
  assert.deepEqual(left([[0, 2, 6]], []), [[0, 2, 6]]);
});

test('it does so wherever the places lie', () => {
  const place = fc
    .tuple(fc.nat(2), fc.nat(6), fc.nat(5))
    .map(([line, start, length]): Place => [line, start, start + length + 1]);
  const overlap = ([a, from, to]: Place, [b, start, end]: Place): boolean => a === b && from < end && start < to;
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 6 }), (weaker, stronger) => {
      // Lines are long enough for all of them, so that places of two lines never meet.
      assert.deepEqual(
        left(weaker, stronger),
        weaker.filter((one) => !stronger.some((other) => overlap(one, other))),
      );
    }),
  );
});

test('a rule yields to rules that there are, that do not yield themselves to it, and that have no safe fix', () => {
  const yielding = rules.filter(({ yieldsTo }) => yieldsTo !== undefined);
  assert.ok(yielding.length > 0);
  for (const { id, yieldsTo } of yielding)
    for (const other of yieldsTo!) {
      const rule = rules.find((each) => each.id === other);
      assert.ok(rule, `${id} yields to ${other}`);
      assert.notEqual(rule.fix, 'safe', `${id} would speak behind a safe fix of ${other}`);
      assert.ok(!rule.yieldsTo?.includes(id), `${id} and ${other} yield to each other`);
    }
});
