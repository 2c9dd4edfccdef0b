import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spellingQuality, spellingTable, thresholds, toldOf } from '../spelling/quality';
import { rightSentences } from '../spelling/texts';

const quality = spellingQuality();

test('the detector of slips keeps its figures', (t) => {
  t.diagnostic(spellingTable(quality, true));
  const { planted, everyday, official, falseAlarms, characters } = quality;
  assert.ok(characters >= 60_000, String(characters));
  const alarms = (level: keyof typeof thresholds): number =>
    falseAlarms.filter(({ certainty }) => certainty >= thresholds[level]).length;
  assert.ok(alarms('hint') * 20_000 <= characters, `${alarms('hint')} false alarms in ${characters} characters`);
  assert.ok(alarms('information') * 40_000 <= characters, `${alarms('information')} that claim to be sure`);
  const all = Object.values(planted);
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const total = sum((one) => one.planted);
  assert.ok(total > 150, String(total));
  // Planted in the prose of offices, where more certainty is asked.
  assert.ok(sum((one) => one.found.hint) >= 0.4 * total, 'recall of planted slips');
  for (const likeness of ['same-sound', 'same-syllable', 'shape'] as const)
    assert.ok(planted[likeness].found.hint > 0, `${likeness}: none is found`);
  assert.ok(everyday.found.hint >= 0.55 * everyday.planted, 'recall of everyday slips');
  assert.ok(official.found.hint >= 0.55 * official.planted, 'recall of slips in the prose of offices');
  assert.equal(official.wrong.hint, 0, 'precision on slips in the prose of offices');
  assert.ok(everyday.wrong.hint <= 0.05 * everyday.found.hint, 'precision on everyday slips');
});

test('nothing is told of everyday sentences that are right', () => {
  const alarms = rightSentences().flatMap((sentence) =>
    toldOf(sentence).map(({ written, meant }) => `${sentence}: ${written} → ${meant}`),
  );
  assert.deepEqual(alarms, []);
});
