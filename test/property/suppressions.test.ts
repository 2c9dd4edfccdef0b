import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createReportService } from '../../server/src/service';
import type { Configuration, Finding, Report } from '../../server/src/service';
import { readCorpus } from '../corpus/corpus';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
const file = 'a.mission.txt';
const corpus = readCorpus();

/** The configuration that 「忽略：只有這一處」 writes for `finding`. */
function ignoring(report: Report, finding: Finding): Configuration {
  const adjustment = service.adjustmentsOf(report, finding, file, 'zh-TW').find(({ title }) => title.en.endsWith('only')); // prettier-ignore
  let text = '';
  for (const edit of [...service.adjust('', adjustment!)].reverse())
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const { value, problems } = service.parseConfiguration(text);
  assert.deepEqual(problems, []);
  return value!;
}

function judge(report: Report, configuration: Configuration) {
  const { profile = 'auto', ...rest } = service.effectiveConfiguration([configuration], file);
  return service.judge(report, { profile, ...rest });
}

const plain = { profile: 'auto', severities: {} } as const;
const keyOf = ({ rule, start, end, subject }: Finding): string => `${rule.id} ${start} ${end} ${subject ?? ''}`;

/** Whether two findings are of the same rule, words and surroundings: those are accepted together. */
function isTwin(text: string, a: Finding, b: Finding): boolean {
  const around = ({ start, end }: Finding): string => text.slice(start - 8, end + 8);
  return a.rule === b.rule && a.subject === b.subject && around(a) === around(b);
}

for (const { name, text } of corpus)
  test(`ignoring a finding takes out that one and no other: ${name}`, () => {
    const report = service.parse(text);
    const findings = service.check(report, plain);
    for (const finding of findings) {
      const left = new Set(judge(report, ignoring(report, finding)).findings.all.map(keyOf));
      const gone = findings.filter((one) => !left.has(keyOf(one)));
      assert.ok(gone.includes(finding), keyOf(finding));
      for (const one of gone) assert.ok(one === finding || isTwin(text, one, finding), `${keyOf(one)} is gone too`);
    }
  });

test('a suppression survives edits elsewhere in the report', () => {
  const reports = corpus
    .map(({ text }) => ({ text, findings: service.check(service.parse(text), plain) }))
    .filter(({ findings }) => findings.length > 0);
  const insertion = fc.constantFrom('本案續洽主辦單位辦理。\n', '另一段文字。\n\n', '\n', '（四）會員表示支持。\n');
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.array(fc.tuple(fc.nat(), insertion), { maxLength: 4 }), (which, one, edits) => {
      const { text, findings } = reports[which % reports.length]!;
      const finding = findings[one % findings.length]!;
      const configuration = ignoring(service.parse(text), finding);
      // Whole lines come in before others; the finding's own line stays as it is.
      let edited = text;
      for (const [place, words] of edits) {
        const starts = [...edited.matchAll(/\n(?=[^\n])/g)].map(({ index }) => index + 1);
        const at = starts[place % starts.length]!;
        edited = edited.slice(0, at) + words + edited.slice(at);
      }
      const report = service.parse(edited);
      const words = text.slice(finding.start, finding.end);
      const still = service
        .check(report, plain)
        .filter(({ rule, start, end }) => rule === finding.rule && edited.slice(start, end) === words);
      if (still.length === 0) return;
      assert.deepEqual(judge(report, configuration).unused, [], `${finding.rule.id} 「${words}」`);
    }),
    { numRuns: 150 },
  );
});
