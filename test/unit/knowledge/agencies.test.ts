import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencies, isFormerOn, presentNameOf } from '../../../server/src/knowledge/agencies';
import { positions } from '../../../server/src/knowledge/positions';
import { dayNumber } from '../../../server/src/text/calendar';

test('a former name has a successor that the table knows, from a day on', () => {
  const formers = [...agencies().values()].filter(({ successor }) => successor !== undefined);
  assert.ok(formers.length > 100);
  for (const { name, successor, since } of formers) {
    assert.ok(since, `${name}: since when?`);
    assert.notEqual(successor, name);
    const next = agencies().get(successor!);
    assert.ok(next, `${name}: ${successor!} is not in the table`);
    if (next.since) assert.ok(dayNumber(next.since) > dayNumber(since), `${name}: ${next.name} ended before it began`);
    assert.equal(agencies().get(presentNameOf(name))?.successor, undefined, name);
  }
  for (const { name, successor, since } of agencies().values())
    assert.equal(successor === undefined, since === undefined, name);
});

test('names follow one another to that of today', () => {
  assert.equal(presentNameOf('行政院國家科學委員會'), '國家科學及技術委員會');
  assert.equal(presentNameOf('行政院體育委員會'), '運動部');
  assert.equal(presentNameOf('外交部'), '外交部');
});

test('a name is a former one from the first day of its successor on', () => {
  const trade = agencies().get('經濟部國際貿易局')!;
  assert.equal(isFormerOn(trade, { year: 2023, month: 9, day: 25 }), false);
  assert.equal(isFormerOn(trade, { year: 2023, month: 9, day: 26 }), true);
  assert.equal(isFormerOn(trade, undefined), true);
  assert.equal(isFormerOn(agencies().get('經濟部國際貿易署')!, undefined), false);
});

test('titles are words without blanks or brackets', () => {
  assert.ok(positions().length > 300);
  for (const title of positions()) assert.match(title, /^[\u4e00-\u9fff]{2,9}$/, title);
});
