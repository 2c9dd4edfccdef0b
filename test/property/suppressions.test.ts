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

for (const { name, text } of corpus)
  test(`ignoring a finding takes out that one and no other: ${name}`, () => {
    const report = service.parse(text);
    const findings = service.check(report, plain);
    for (const finding of findings) {
      const { findings: left, unused } = judge(report, ignoring(report, finding));
      const keys = findings.map(keyOf);
      keys.splice(keys.indexOf(keyOf(finding)), 1);
      assert.deepEqual(left.all.map(keyOf), keys, keyOf(finding));
      assert.deepEqual(unused, []);
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

/** The fault of these paragraphs, and paragraphs of the same report that have it too. */
const twins: readonly (readonly [fault: string, ...paragraphs: readonly string[]])[] = [
  ['持續持續', '本局將持續持續辦理訓練。', '本局將持續持續辦理訓練。', '另由各校持續持續追蹤。'],
  ['，，', '會員表示支持，，並願意分享經驗。', '主席感謝各會員，，隨後散會。', '會員表示支持，，並願意分享經驗。'],
  ['逐步逐步', '業者逐步逐步導入系統。', '本府逐步逐步汰換老舊車輛。', '本府逐步逐步汰換車輛。'],
];

test('of findings that look alike the accepted one stays accepted, and no other, while the text around is edited', () => {
  const whole = (paragraphs: readonly string[]): string =>
    `出國報告（出國類別：考察）\n\n服務機關：交通部航港局\n\n壹、目的\n\n瞭解港區。\n\n貳、過程\n\n${paragraphs.join('\n\n')}\n\n參、心得\n\n收穫甚多。\n`;
  const foundIn = (text: string, fault: string): readonly number[] =>
    [...text.matchAll(new RegExp(fault, 'gu'))].map(({ index }) => index);
  for (const [fault, ...paragraphs] of twins)
    for (const [accepted, sentence] of paragraphs.entries()) {
      const text = whole(paragraphs);
      const report = service.parse(text);
      const at = foundIn(text, fault);
      const finding = service.check(report, plain).find(({ start }) => start === at[accepted]);
      assert.ok(finding, `${fault} ${accepted}`);
      const configuration = ignoring(report, finding);
      const shown = (edited: readonly string[]): readonly number[] =>
        judge(service.parse(whole(edited)), configuration)
          .findings.all.filter(({ rule }) => rule === finding.rule)
          .map(({ start }) => foundIn(whole(edited), fault).indexOf(start));
      const others = (count: number, but: number): readonly number[] =>
        Array.from({ length: count }, (_, i) => i).filter((i) => i !== but);
      const change = (words: string): readonly string[] => paragraphs.map((one, i) => (i === accepted ? words : one));
      assert.deepEqual(shown(paragraphs), others(3, accepted));
      for (const words of [
        `經查${sentence}`,
        sentence.replace('。', '，並檢討成效。'),
        sentence.replace(fault, `已${fault}`),
        sentence.replace(fault, `${fault}來`),
      ])
        assert.deepEqual(shown(change(words)), others(3, accepted), words);
      const line = '另起一段。';
      for (let place = 0; place <= 3; place++) {
        const edited = [...paragraphs.slice(0, place), line, ...paragraphs.slice(place)];
        assert.deepEqual(shown(edited), others(3, accepted), `a line above paragraph ${place}`);
      }
      // Mended, it takes nothing else with it.
      const mended = change(sentence.replace(fault, fault.slice(0, fault.length / 2)));
      assert.deepEqual(shown(mended), [0, 1], `mended ${sentence}`);
    }
});
