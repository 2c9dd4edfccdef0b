import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createReportService } from '../../../server/src/service';
import { readCorpus } from '../../corpus/corpus';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
const options = { profile: 'auto' as const, severities: {} };

test('of versions before the last nothing stays alive', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { text } = readCorpus()[0]!;
  // In lines with which a chapter begins.
  const at = text.indexOf('。', text.indexOf('\n壹、目的'));
  let report = service.parse(text);
  let judged = service.judge(report, options);
  const old: WeakRef<object>[] = [];
  for (const typed of '會員就數位貿易交換意見') {
    const now = report.text.slice(0, at) + typed + report.text.slice(at);
    old.push(new WeakRef(report), ...report.units.chapters.map((chapter) => new WeakRef(chapter)));
    report = service.parse(now, report);
    judged = service.judge(report, options, judged);
    // All rules read it, also those that rest.
    service.check(report, options);
  }
  // What a weak reference was asked for lives until the turn ends.
  await wait(0);
  collect();
  const kept = new Set<object>([report, ...report.units.chapters]);
  const alive = old.map((reference) => reference.deref()).filter((one) => one && !kept.has(one));
  assert.equal(alive.length, 0);
  assert.equal(judged.checked.report, report);
});
