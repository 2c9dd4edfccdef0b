import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ProseChange } from '../../server/src/report/change';
import { Findings, RuleFindings } from '../../server/src/rules/findings';
import type { Finding, Rule, Severity } from '../../server/src/rules/rule';
import type { Span } from '../../server/src/text/span';

const lineLength = 20;
const lines = 10;
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const rules = ['a', 'b', 'c'].map((id) => ({ id }) as Rule);

const span = fc
  .record({ start: fc.nat(lines * lineLength - 8), length: fc.nat(7) })
  .map(({ start, length }): Span => ({ start, end: start + length }));

const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom(...rules),
    severity: fc.constantFrom(...severities),
    place: span,
    related: fc.option(fc.array(span, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ rule, severity, place, related }) => ({
    ...{ rule, severity, ...place, message: 'm', params: undefined, subject: undefined, fixable: false },
    related: related?.map((at) => ({ message: 'r', params: undefined, ...at })),
    origin: undefined,
  }));

const found = fc.array(finding, { maxLength: 30 });

function findingsOf(all: readonly Finding[]): Findings {
  return new Findings(new Map(rules.map((rule) => [rule, RuleFindings.of(all.filter((one) => one.rule === rule))])));
}

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : a.end - b.end);

const placesIn = (all: readonly Finding[]): unknown[] =>
  all.map(({ rule, start, end, related }) => [rule.id, start, end, related?.map((at) => [at.start, at.end])]);

/** Typing or deleting on a line of a text whose lines began as long as each other. */
interface Key {
  readonly line: number;
  readonly column: number;
  readonly delta: number;
}

const key: fc.Arbitrary<Key> = fc.record({
  line: fc.nat(lines - 1),
  column: fc.integer({ min: 4, max: lineLength - 4 }),
  delta: fc.constantFrom(-2, -1, 0, 1, 1, 1, 3),
});
/** Bursts of keys on one line, as somebody types. */
const keys = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 30 })), { maxLength: 4 }).map((bursts) =>
  bursts.flatMap(([first, count]) =>
    Array.from({ length: count }, (_, i) => ({
      ...first,
      column: first.column + (first.delta > 0 ? i * first.delta : 0),
    })),
  ),
);

function changeOf({ line, column, delta }: Key, lengths: readonly number[]): ProseChange {
  const start = lengths.slice(0, line).reduce((sum, length) => sum + length, 0);
  const at = start + Math.min(column, lengths[line]! - 3);
  return {
    words: { start: at, end: at + Math.max(0, -delta) },
    lines: { start, end: start + lengths[line]! },
    delta,
  } as ProseChange;
}

/** Where `place` is after the change, by the words of the contract; undefined where the change may reach into it. */
function expected(
  { start, end }: Span,
  { words, lines: changed, delta }: ProseChange,
  nearby: boolean,
): Span | undefined {
  const by =
    end <= changed.start ? 0
    : start >= changed.end ? delta
    : nearby && end < words.start ? 0
    : nearby && start > words.end ? delta
    : undefined; // prettier-ignore
  return by === undefined ? undefined : { start: start + by, end: end + by };
}

test('findings move as each of them would by itself', () => {
  fc.assert(
    fc.property(found, keys, fc.boolean(), (all, typed, nearby) => {
      let group = RuleFindings.of(all.filter(({ rule }) => rule === rules[0]));
      let plain = group.all.map(({ start, end, related }) => ({ start, end, related: related as Span[] | undefined }));
      const lengths = Array.from({ length: lines }, () => lineLength);
      for (const one of typed) {
        if (lengths[one.line]! + one.delta < 10) continue;
        const change = changeOf(one, lengths);
        const moved = group.moved(change, nearby);
        const next = plain.map(({ start, end, related }) => ({
          place: expected({ start, end }, change, nearby),
          related: related?.map((at) => expected(at, change, nearby)),
        }));
        const isConcerned = next.some(({ place, related }) => !place || related?.includes(undefined));
        assert.equal(moved === undefined, isConcerned);
        if (!moved) return;
        group = moved;
        plain = next.map(({ place, related }) => ({ ...place!, related: related as Span[] | undefined }));
        lengths[one.line] = lengths[one.line]! + one.delta;
        assert.deepEqual(
          group.all.map(({ start, end, related }) => [start, end, related?.map((at) => [at.start, at.end])]),
          plain.map(({ start, end, related }) => [start, end, related?.map((at) => [at.start, at.end])]),
        );
      }
    }),
    { numRuns: 1000 },
  );
});

test('the gravest are the first of the graver severities, in the order of the text', () => {
  fc.assert(
    fc.property(found, fc.nat(20), (all, limit) => {
      const inOrder = [...all].sort(byPlace);
      const findings = findingsOf(all);
      assert.deepEqual(placesIn(findings.all), placesIn(inOrder));
      const gravest = findings.gravest(limit);
      // Of equally grave ones the first.
      const kept = new Set(
        severities.flatMap((severity) => findings.all.filter((one) => one.severity === severity)).slice(0, limit),
      );
      assert.deepEqual(
        gravest,
        findings.all.filter((one) => kept.has(one)),
      );
      assert.equal(findings.length, all.length);
    }),
  );
});

test('what is near a place overlaps it or touches it, and can be left out', () => {
  fc.assert(
    fc.property(found, span, (all, place) => {
      const isNear = ({ start, end }: Span): boolean => start <= place.end && end >= place.start;
      const findings = findingsOf(all);
      const near = findings.near(place);
      assert.deepEqual(placesIn(near), placesIn(all.filter(isNear).sort(byPlace)));
      const rest = findings.without(new Set(near));
      assert.deepEqual(placesIn(rest.all), placesIn(all.filter((one) => !isNear(one)).sort(byPlace)));
    }),
  );
});
