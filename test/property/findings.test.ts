import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReport } from '../../server/src/report/parse/parse';
import type { Finding, UnitFinding } from '../../server/src/rules/engine/finding';
import { Findings } from '../../server/src/rules/engine/findings';
import type { Rule, Severity } from '../../server/src/rules/engine/rule';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const report = parseReport('會員就數位貿易交換意見。\n'.repeat(12));
const { lines } = report.units;
const rules = ['a', 'b', 'c'].map((id) => ({ id }) as Rule);

const place = fc
  .record({ line: fc.nat(lines.length - 2), start: fc.nat(7), length: fc.nat(5) })
  .map(({ line, start, length }) => ({ unit: lines[line]!, start, end: start + length }));

const found: fc.Arbitrary<readonly UnitFinding[]> = fc.array(
  fc
    .record({
      rule: fc.constantFrom(...rules),
      severity: fc.constantFrom(...severities),
      at: place,
      related: fc.option(fc.array(place, { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ related, ...one }) => ({
      ...one,
      message: 'm',
      params: undefined,
      subject: undefined,
      fixes: undefined,
      related: related?.map((at) => ({ ...at, message: 'r', params: undefined })),
    })),
  { maxLength: 30 },
);

const findingsOf = (all: readonly UnitFinding[]): Findings =>
  new Findings(report, new Map(rules.map((rule) => [rule, all.filter((one) => one.rule === rule)])));

const foundIn = (findings: readonly Finding[]): readonly UnitFinding[] => findings.map((finding) => finding.found);

test('findings stand where their units stand, in the order of the text', () => {
  fc.assert(
    fc.property(found, (all) => {
      const offsetOf = ({ unit }: UnitFinding['at']): number => report.lines.starts[lines.indexOf(unit.firstLine)]!;
      const findings = findingsOf(all).all;
      assert.equal(findings.length, all.length);
      for (const { found: one, start, end, related } of findings) {
        assert.equal(start, offsetOf(one.at) + one.at.start);
        assert.equal(end, offsetOf(one.at) + one.at.end);
        assert.deepEqual(
          related?.map((other) => other.start),
          one.related?.map((other) => offsetOf(other) + other.start),
        );
      }
      findings.slice(1).forEach((finding, index) => {
        const before = findings[index]!;
        const order =
          before.start - finding.start ||
          (before.rule.id < finding.rule.id ? -1 : before.rule.id > finding.rule.id ? 1 : 0) ||
          before.end - finding.end;
        assert.ok(order <= 0);
      });
    }),
  );
});

test('the gravest are the first of the graver severities, in the order of the text', () => {
  fc.assert(
    fc.property(found, fc.nat(20), (all, limit) => {
      const findings = findingsOf(all);
      // Of equally grave ones the first.
      const kept = new Set(
        severities.flatMap((severity) => findings.all.filter((one) => one.severity === severity)).slice(0, limit),
      );
      assert.deepEqual(foundIn(findings.gravest(limit)), foundIn(findings.all.filter((one) => kept.has(one))));
      assert.equal(findings.length, all.length);
    }),
  );
});

test('what is near a place touches it, and what is taken out is gone', () => {
  fc.assert(
    fc.property(found, fc.nat(report.text.length - 1), fc.nat(9), (all, start, length) => {
      const findings = findingsOf(all);
      const span = { start, end: start + length };
      const near = findings.near(span);
      const isNear = (one: Finding): boolean => one.start <= span.end && one.end >= span.start;
      assert.deepEqual(foundIn(near), foundIn(findings.all.filter(isNear)));
      assert.deepEqual(
        foundIn(findings.without(new Set(near)).all),
        foundIn(findings.all.filter((one) => !isNear(one))),
      );
      for (const rule of rules)
        assert.deepEqual(foundIn(findings.ofRule(rule.id)), foundIn(findings.all.filter((one) => one.rule === rule)));
    }),
  );
});
