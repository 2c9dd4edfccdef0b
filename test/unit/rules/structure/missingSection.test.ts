import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Report } from '../../../../server/src/report/model/report';
import { applyEdits, createReportService } from '../../../../server/src/service';
import type { CheckOptions, Finding } from '../../../../server/src/service';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(rule, { cause: error });
  },
});
const options: CheckOptions = { profile: 'auto', severities: {} };

const cover = [
  '行政院所屬各機關因公出國人員出國報告書',
  '（出國類別：開會）',
  '出席2025年亞太經濟合作第二次資深官員會議相關會議報告',
  '服務機關：經濟部國際貿易署',
  '姓名職稱：林若涵科長',
  '派赴國家/地區：韓國濟州',
  '出國期間：114年5月4日至5月9日',
  '報告日期：114年6月20日',
].join('\n\n');

const sections = {
  摘要: '本次赴韓國濟州出席工作小組會議，就數位貿易、供應鏈韌性及包容性成長等議題與各會員交換意見，會議決議將於下次會議續行討論。',
  目的: '了解各會員對數位貿易及供應鏈韌性之最新作法，說明我國推動情形，並就後續合作計畫與主要貿易夥伴交換意見，以利我國規劃相關政策。',
  行程: '5月4日（日）\t出發、抵達\n5月5日（一）\t工作小組會議\n5月6日（二）\t工作小組會議\n5月7日（三）\t工作小組會議\n5月8日（四）\t返國\n5月9日（五）\t抵臺',
  出席會議情形:
    '一、工作小組會議\n\n（一）我國由經濟部國際貿易署林科長若涵出席會議。\n\n（二）討論要點：會員就數位貿易及供應鏈韌性報告最新進展，主席請會員於會後提供書面意見，並規劃於下半年辦理能力建構活動。',
  心得及建議:
    '一、各會員重視數位貿易之能力建構，我國可分享微中小企業數位轉型之經驗。\n\n二、建議持續派員參與工作小組會議，並及早規劃提案，以提升我國於相關議題之能見度。',
} as const;
type Title = keyof typeof sections;
const titles = Object.keys(sections) as readonly Title[];

interface Style {
  readonly name: string;
  readonly heading: (title: Title, number: number) => string;
  readonly contents: boolean;
}
const formal = ['', '壹、', '貳、', '參、', '肆、', '伍、'];
const styles: readonly Style[] = [
  { name: 'plain', heading: (title, number) => formal[number]! + title, contents: false },
  { name: 'plain with 目次', heading: (title, number) => formal[number]! + title, contents: true },
  { name: 'Markdown', heading: (title, number) => `## ${formal[number]!}${title}`, contents: false },
  { name: 'Markdown without numbers', heading: (title) => `## ${title}`, contents: false },
];

/** The report without `left`; its chapters keep the numbers they had. */
function reportWithout(left: Title | undefined, { heading, contents }: Style): string {
  const numbered = titles.map((title) => ({ title, line: heading(title, titles.indexOf(title)) }));
  const entries = numbered.slice(1).map(({ line }, index) => `${line}\t${index + 1}`);
  const blocks = numbered
    .filter(({ title }) => title !== left)
    .map(({ title, line }) => `${line}\n\n${sections[title]}`);
  const at = left === '摘要' ? 0 : 1;
  if (contents) blocks.splice(at, 0, `目次\n\n${entries.join('\n')}`);
  return `${[cover, ...blocks].join('\n\n')}\n`;
}

function check(text: string): { readonly report: Report; readonly findings: readonly Finding[] } {
  const report = service.parse(text);
  return { report, findings: service.check(report, options) };
}
const errorsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule.id);

describe('structure/missing-section', () => {
  for (const style of styles) {
    const whole = errorsOf(check(reportWithout(undefined, style)).findings);
    test(`${style.name}: the whole report has no error`, () => {
      assert.deepEqual(whole, []);
    });
    for (const title of titles) {
      test(`${style.name}: without ${title} one finding more, which its fix mends`, () => {
        const text = reportWithout(title, style);
        const { report, findings } = check(text);
        assert.deepEqual(errorsOf(findings), ['structure/missing-section']);
        const [missing] = findings.filter(({ rule }) => rule.id === 'structure/missing-section');
        assert.match(service.messageOf(missing!, 'zh-TW'), new RegExp(title, 'u'));
        const [fix] = service.fixesOf(report, missing!, { ...options, locale: 'zh-TW' });
        const mended = applyEdits(text, fix!.edits);
        assert.deepEqual(errorsOf(check(mended).findings), ['structure/placeholder'], 'only what is to be written');
        const inOrder = mended.split('\n').filter((line) => titles.some((name) => line.endsWith(name)));
        assert.deepEqual(
          inOrder,
          titles.map((name) => style.heading(name, titles.indexOf(name))),
        );
        const quiet = check(mended).findings.filter(
          ({ rule, severity }) => rule.id.startsWith('structure/') && severity !== 'error' && severity !== 'hint',
        );
        assert.deepEqual(
          quiet.map(({ rule }) => rule.id),
          [],
        );
      });
    }
  }

  test('a chapter is inserted between two numbers and in 目次', () => {
    const text = `${cover}\n\n目次\n壹、目的\t1\n貳、心得及建議\t3\n\n壹、目的\n\n${sections.目的}\n\n貳、心得及建議\n\n${sections.心得及建議}\n`;
    const { report, findings } = check(text);
    const itinerary = findings.find(({ subject }) => subject === 'itinerary');
    const mended = applyEdits(text, service.fixesOf(report, itinerary!, { ...options, locale: 'zh-TW' })[0]!.edits);
    assert.match(mended, /目次\n壹、目的\t1\n貳、行程\n參、心得及建議\t3\n\n壹、目的\n\n/u);
    assert.match(mended, /\n\n貳、行程\n\n（待補：[^\n]+）\n\n參、心得及建議\n\n/u);
  });

  test('line ends stay those of the report', () => {
    const text = reportWithout('行程', styles[0]!).replaceAll('\n', '\r\n');
    const { report, findings } = check(text);
    const missing = findings.find(({ rule }) => rule.id === 'structure/missing-section');
    const mended = applyEdits(text, service.fixesOf(report, missing!, { ...options, locale: 'en' })[0]!.edits);
    assert.doesNotMatch(mended, /(?<!\r)\n/u);
  });

  test('a text of blanks has no finding', () => {
    for (const text of ['', '\n\n', '　\n'])
      assert.deepEqual(
        check(text).findings.filter(({ rule }) => rule.id.startsWith('structure/')),
        [],
      );
  });
});
