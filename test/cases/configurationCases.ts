/** Cases of the folder's configuration: values of the wrong type, and accepted findings that hide themselves and no other. */
import assert from 'node:assert/strict';
import type { Configuration, Finding, Report, ReportService } from '../../server/src/service';

export interface ConfigurationCase {
  readonly name: string;
  /** Throws where the case is not as it ought to be. */
  readonly judge: (service: ReportService) => void;
}

const file = '草稿/出國報告.mission.txt';
const plain = { profile: 'auto', severities: {} } as const;

/** A report with the paragraphs in the chapter of that title. */
const reportWith = (title: string, ...paragraphs: readonly string[]): string =>
  `出國報告（出國類別：考察）\n\n赴荷蘭考察報告\n\n服務機關：交通部航港局\n\n壹、目的\n\n瞭解港區之管理。\n\n貳、${title}\n\n${paragraphs.join('\n\n')}\n`;

/** What the doubled word of such a report is found as, in order. */
function repeatedIn(service: ReportService, report: Report): readonly Finding[] {
  return service.check(report, plain).filter(({ rule }) => rule.id === 'wording/repeated-word');
}

/** The words that are still found where `configuration` holds. */
function leftIn(service: ReportService, report: Report, configuration: Configuration): readonly string[] {
  const { profile = 'auto', ...rest } = service.effectiveConfiguration([configuration], file);
  return service
    .judge(report, { profile, ...rest })
    .findings.all.filter(({ rule }) => rule.id === 'wording/repeated-word')
    .map(({ start, end }) => report.text.slice(start - 2, end + 2));
}

/** The configuration that accepts one finding, and its text. */
function accepting(service: ReportService, report: Report, finding: Finding): readonly [Configuration, string] {
  const adjustment = service.adjustmentsOf(report, finding, file, 'zh-TW')[0]!;
  let text = '';
  for (const edit of [...service.adjust('', adjustment)].reverse())
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const { value, problems } = service.parseConfiguration(text);
  assert.deepEqual(problems, []);
  return [value!, text];
}

const wrongTypes = ['{"rules":"off"}', '{"glossary":["XQZR"]}', '{"suppressions":{}}', '"草稿"', '[{}]', 'null'];

const ofWrongType = [...wrongTypes, '{"rules":{}}'].map((text): ConfigurationCase => ({
  name: `configuration-wrong-type ${text}`,
  judge: (service) => {
    const { problems } = service.parseConfiguration(text);
    assert.equal(problems.length > 0, wrongTypes.includes(text));
    for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
    const report = service.parse(reportWith('過程', '本局將持續持續辦理訓練。'));
    const [finding] = repeatedIn(service, report);
    assert.ok(service.fixesOf(report, finding!, { locale: 'zh-TW' }).length > 0);
    for (const adjustment of service.adjustmentsOf(report, finding!, file, 'zh-TW')) service.adjust(text, adjustment);
  },
}));

const ofSection = ['考察行程', '參訪過程', '實習心得'].map((title): ConfigurationCase => ({
  name: `configuration-section ${title}`,
  judge: (service) => {
    const report = service.parse(reportWith(title, '本局將持續持續辦理訓練。'));
    const [, text] = accepting(service, report, repeatedIn(service, report)[0]!);
    const { suppressions } = JSON.parse(text) as { readonly suppressions: readonly { readonly section: string }[] };
    assert.deepEqual(suppressions.map(({ section }) => section), [title]); // prettier-ignore
  },
}));

/** Written by hand: the section is the title that a reader sees, the surroundings are those of another draft. */
const ofSectionByHand = ['行程', '過程'].map((title): ConfigurationCase => ({
  name: `configuration-section-by-hand ${title}`,
  judge: (service) => {
    const report = service.parse(reportWith(title, '各單位將持續持續追蹤。'));
    const suppressions = [{ rule: 'wording/repeated-word', file, words: '持續持續', around: '', section: title }];
    const { value } = service.parseConfiguration(JSON.stringify({ suppressions }));
    assert.deepEqual(leftIn(service, report, value!), []);
  },
}));

const twins = [
  ['本局將持續持續辦理訓練。', '另由各校持續持續追蹤。', '本局及所屬將持續持續辦理各項訓練。'],
  ['雙方並進行進行換約。', '港務單位進行進行抽驗。', '雙方代表並進行進行換約儀式。'],
  ['本府逐步逐步汰換車輛。', '業者逐步逐步導入系統。', '本府於今年逐步逐步汰換老舊車輛。'],
].map(([accepted, other, edited]): ConfigurationCase => ({
  name: `configuration-spread ${accepted!}`,
  judge: (service) => {
    const before = service.parse(reportWith('過程', accepted!, other!));
    const found = repeatedIn(service, before);
    assert.equal(found.length, 2);
    const [configuration] = accepting(service, before, found[0]!);
    const kept = found[1]!;
    const left = [before.text.slice(kept.start - 2, kept.end + 2)];
    assert.deepEqual(leftIn(service, before, configuration), left);
    const after = service.parse(reportWith('過程', edited!, other!));
    assert.deepEqual(leftIn(service, after, configuration), left, 'after an edit nearby');
  },
}));

export const configurationCases: readonly ConfigurationCase[] = [
  ...ofWrongType,
  ...ofSection,
  ...ofSectionByHand,
  ...twins,
];
