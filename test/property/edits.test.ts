/** What the generator of edits makes: a property over edits is worth what its edits reach. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultOfRange } from '../fuzz/kinds';
import { byDefault, CheckedText } from './checker';
import { actions, edited, editDraw, editOf, surroundings } from './edits';
import type { Edit, EditDraw } from './edits';
import { reportText } from './texts';

interface EditCase {
  readonly draw: EditDraw;
  readonly edit: Edit;
  readonly before: CheckedText;
  readonly after: CheckedText;
}

const sample: readonly EditCase[] = fc
  .sample(fc.tuple(reportText, editDraw), { numRuns: 1500, seed: 1 })
  .map(([text, draw]) => {
    const before = CheckedText.fresh(text, byDefault);
    const edit = editOf(draw, text, before.statements);
    return { draw, edit, before, after: before.after(edit) };
  });

/** Which share of `some` holds. */
function shareOf<T>(some: readonly T[], holds: (one: T) => boolean): number {
  assert.ok(some.length > 0, 'nothing to count');
  return some.filter(holds).length / some.length;
}

function assertBetween(least: number, value: number, most: number, what: string): void {
  assert.ok(value >= least && value <= most, `${what}: ${value.toFixed(3)}, not between ${least} and ${most}`);
}

/** Where an edit stands, from 0 at the beginning of the text to 1 at its end. */
const depthOf = ({ edit, before }: EditCase): number => edit.start / Math.max(1, before.text.length);

test('edits that may be anywhere are spread evenly over the text', () => {
  const free = sample.filter(
    ({ draw }) => draw.near === 'anywhere' && draw.action !== 'move' && draw.action !== 'join',
  );
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    shareOf(free, (one) => Math.min(9, Math.floor(depthOf(one) * 10)) === tenth),
  );
  tenths.forEach((share, tenth) => {
    assertBetween(0.05, share, 0.16, `tenth ${tenth} of the text`);
  });
  assertBetween(
    0,
    shareOf(free, ({ edit }) => edit.start === 0),
    0.02,
    'at the very beginning',
  );
});

test('no place of the text has more than its part of all edits', () => {
  for (let tenth = 0; tenth < 10; tenth++)
    assertBetween(
      0.03,
      shareOf(sample, (one) => Math.min(9, Math.floor(depthOf(one) * 10)) === tenth),
      0.25,
      `tenth ${tenth}`,
    );
  const places = new Set(sample.map(({ edit, before }) => `${edit.start}/${before.text.length}`));
  assert.ok(places.size > sample.length * 0.6, `only ${places.size} places`);
});

test('edits come near findings, names, numbers, borders and line ends, and are of every kind', () => {
  for (const near of surroundings)
    assertBetween(
      0.08,
      shareOf(sample, ({ draw }) => draw.near === near),
      0.5,
      near,
    );
  for (const action of actions)
    assertBetween(
      0.04,
      shareOf(sample, ({ draw }) => draw.action === action),
      0.4,
      action,
    );
  const touchesFinding = ({ edit, before }: EditCase): boolean =>
    before.statements.some(({ start, end }) => start <= edit.end + 3 && end >= edit.start - 3);
  assertBetween(0.2, shareOf(sample, touchesFinding), 0.8, 'within three characters of a finding');
  const atLineEnd = ({ edit, before }: EditCase): boolean =>
    /[\r\n]/.test(before.text.slice(Math.max(0, edit.start - 1), edit.end + 1));
  assertBetween(0.2, shareOf(sample, atLineEnd), 0.8, 'at a line end or over one');
  assertBetween(
    0.1,
    shareOf(sample, ({ edit }) => /[\r\n]/.test(edit.insert)),
    0.6,
    'brings a line end',
  );
  assertBetween(
    0.03,
    shareOf(sample, ({ edit }) => edit.end - edit.start > 100),
    0.4,
    'takes much away',
  );
});

test('texts have other line ends, characters of two units, wide blanks, and parts in odd places', () => {
  const holds = (pattern: RegExp): number => shareOf(sample, ({ before }) => pattern.test(before.text));
  assertBetween(0.08, holds(/\r\n/), 0.5, 'CRLF');
  assertBetween(0.03, holds(/[\ud800-\udbff]/), 0.5, 'surrogates');
  assertBetween(0.05, holds(/\n\u3000/), 0.6, 'U+3000');
  const outlineOf = ({ before }: EditCase): readonly string[] => before.outline.map(({ line }) => line.split(' ')[1]!);
  assertBetween(0.1, shareOf(sample, (one) => outlineOf(one).indexOf('abstract') > outlineOf(one).indexOf('section')), 0.6, '摘要 behind the body'); // prettier-ignore
});

test('an edit changes the text, seldom does not, and never splits a character or a line end', () => {
  assertBetween(
    0.9,
    shareOf(sample, ({ before, after }) => before.text !== after.text),
    1,
    'changes something',
  );
  for (const { edit, before } of sample) assert.equal(faultOfRange(before.text, edit), undefined);
  for (const { edit, before, after } of sample) assert.equal(edited(before.text, edit), after.text);
});

test('many edits change what is found, many do not', () => {
  const changes = ({ before, after }: EditCase): boolean => before.statements.length !== after.statements.length;
  assertBetween(0.15, shareOf(sample, changes), 0.8, 'changes the number of findings');
});

test('most lines of an edited report are those of before, and some findings, but seldom all of them', () => {
  const changed = sample.filter(({ before, after }) => before.text !== after.text);
  const keeps = (least: number, most: number) => ({ before, after }: EditCase): boolean => {
    const known = new Set(before.report.units.lines);
    const share = after.report.units.lines.filter((line) => known.has(line)).length / after.report.units.lines.length;
    return share >= least && share <= most;
  }; // prettier-ignore
  assertBetween(0.6, shareOf(changed, keeps(0.9, 1)), 0.98, 'at least nine of ten lines are kept');
  assertBetween(0.02, shareOf(changed, keeps(0, 0.9)), 0.4, 'fewer lines are kept');
  const kept = ({ before, after }: EditCase): number => {
    const known = new Set(before.findings.map(({ found }) => found));
    return after.findings.filter(({ found }) => known.has(found)).length;
  };
  assertBetween(
    0.5,
    shareOf(changed, (one) => kept(one) > 0),
    0.98,
    'some findings are kept',
  );
  assertBetween(
    0.2,
    shareOf(changed, (one) => kept(one) < one.after.findings.length),
    0.95,
    'not all are',
  );
});
