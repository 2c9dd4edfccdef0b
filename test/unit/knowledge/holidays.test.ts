import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeDayOff } from '../../../server/src/knowledge/holidays';
import { dateOfIso } from '../../../server/src/text/calendar';

const isOff = (date: string): boolean => mayBeDayOff(dateOfIso(date)!);

test('knows weekends and holidays, those of the lunar calendar among them', () => {
  for (const date of ['2025-03-08', '2025-02-28', '2025-05-31', '2024-09-17', '2024-02-12', '2026-02-16'])
    assert.equal(isOff(date), true, date);
  for (const date of ['2025-03-10', '2025-02-03', '2024-09-18', '2024-02-15', '2026-02-23'])
    assert.equal(isOff(date), false, date);
});

test('takes days between two holidays, and those that make up for one, for days off', () => {
  for (const date of ['2025-01-27', '2026-02-27', '2026-02-20', '2025-05-30', '2023-01-02'])
    assert.equal(isOff(date), true, date);
});
