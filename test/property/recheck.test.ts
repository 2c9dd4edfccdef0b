import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createReportService } from '../../server/src/service';
import type { CheckOptions, Finding } from '../../server/src/service';
import { readCorpus } from '../corpus/corpus';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
});
/** Every rule is on, those too that are off by default. */
const options: CheckOptions = {
  profile: 'auto',
  severities: Object.fromEntries(
    service.rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'hint' as const]),
  ),
};

/** What a key press or a paste may bring that some rule looks at: marks, names, dates, numbers, headings. */
const piece = fc.constantFrom(
  '的', '的的', '並', '。', '，', '、', '：', '；', '(', ')', '（', '）', '「', '」', '《', '…', '...', '“', '”', '`', '```', ' ', '\u3000', '\n', '\n\n', '\t', '|',
  'APEC', 'FTAAP', 'FTAPP', 'apec', '亞太自由貿易區（FTAAP）', '（以下簡稱巴紐）', '-', '/', '＃', '# ', '一、', '（二）', '1. ', '參、',
  '韓國', '南韓', '北韓', '巴紐', '中國', '中國台北', '紐西籣', 'Korea', 'Japan and Korea', '會員國', '各國', '美國、日本及我國共 3 個會員出席', '缺席', '發言',
  '113年8月16日(五)', '8月20日（三）', '2024年5月4日', '113（2023）年', '25時', '下午13時', '三項', '等5項', '不到五成、超過七成', '百分之十', '10％', '新台幣', '星期3',
  '計劃', '台北', '臺北', '紀錄', '人工智慧基本法', '人工智慧標準法', '制定', '軟件', '软件', 'Ａ１', 'XX', '○○', '（待補）', '$', '微中小企業', '由于', '佔',
); // prettier-ignore

/** An edit; where it is made is a share of the text's length in billionths. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const whole = 1e9;

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.integer({ min: 0, max: whole }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) }),
  insert: fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.constant('') }),
});

function edited(text: string, { at, remove, insert }: Edit): string {
  const start = Math.floor((at / whole) * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

const shown = (findings: readonly Finding[]): unknown[] =>
  findings.map(({ rule, severity, start, end, message, params, related, subject, fixable }) => ({
    ...{ rule: rule.id, severity, start, end, message, params, subject, fixable },
    related: related?.map((place) => [place.message, place.params ?? {}, place.start, place.end]),
  }));

const reports = readCorpus().map(({ text }) => text);

test('what is found after edits, going on from what was found before, is what a fresh check finds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reports), fc.array(edit, { minLength: 1, maxLength: 8 }), (source, edits) => {
      let text = source;
      let report = service.parse(text);
      let judged = service.judge(report, options);
      for (const each of edits) {
        text = edited(text, each);
        report = service.parse(text, report);
        judged = service.judge(report, options, judged);
        const fresh = service.judge(service.parse(text), options);
        assert.deepEqual(shown(judged.findings.all), shown(fresh.findings.all));
      }
    }),
    { numRuns: 300 },
  );
});

test('the fixes of a finding that has moved are those of the text as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reports), edit, (source, each) => {
      const before = service.parse(source);
      const text = edited(source, each);
      const report = service.parse(text, before);
      const asked = { ...options, locale: 'en' as const };
      const { findings } = service.judge(report, options, service.judge(before, options));
      for (const finding of findings.all)
        for (const { edits } of service.fixesOf(report, finding, asked))
          for (const { start, end, expected } of edits) assert.equal(text.slice(start, end), expected, finding.rule.id);
    }),
    { numRuns: 100 },
  );
});
