import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  exists,
  weekdayOf,
} from '../../../server/src/text/calendar';

test('knows weekdays', () => {
  assert.equal(weekdayOf({ year: 2024, month: 8, day: 16 }), 5);
  assert.equal(weekdayOf({ year: 2024, month: 8, day: 18 }), 0);
});

test('adds months to the end of a shorter month', () => {
  assert.deepEqual(addMonths({ year: 2023, month: 11, day: 30 }, 3), { year: 2024, month: 2, day: 29 });
  assert.deepEqual(addMonths({ year: 2024, month: 8, day: 24 }, 3), { year: 2024, month: 11, day: 24 });
  assert.deepEqual(addMonths({ year: 2024, month: 12, day: 1 }, 1), { year: 2025, month: 1, day: 1 });
});

test('knows which dates exist', () => {
  assert.equal(exists({ year: 2024, month: 2, day: 29 }), true);
  assert.equal(exists({ year: 2023, month: 2, day: 29 }), false);
  assert.equal(exists({ year: 2024, month: 13, day: 1 }), false);
  assert.equal(exists({ year: 2024, month: 4, day: 0 }), false);
  assert.equal(daysInMonth(1900, 2), 28);
});

test('knows how long the months are', () => {
  const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1));
  assert.deepEqual(lengths, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  assert.equal(daysInMonth(2000, 2), 29);
});

test('counts days there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      assert.equal(dayNumber(dateOfDayNumber(days)), days);
    }),
  );
});
