import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Report } from '../../server/src/report/model/report';
import { applyEdits, createReportService } from '../../server/src/service';
import type { CheckOptions, Finding, QuickFix } from '../../server/src/service';
import { toFormal, toHan } from '../../server/src/text/numerals';

const service = createReportService({
  onRuleFailure: (rule, error) => {
    throw new Error(rule, { cause: error });
  },
});

const options: CheckOptions = { profile: 'auto', severities: {} };

const check = (text: string): { readonly report: Report; readonly findings: readonly Finding[] } => {
  const report = service.parse(text);
  return { report, findings: service.check(report, options) };
};

const fixesOf = (report: Report, finding: Finding): readonly QuickFix[] =>
  service.fixesOf(report, finding, { ...options, locale: 'en' });

const cover =
  '出國報告（出國類別：開會）\n出席國際會議報告\n服務機關：經濟部國際貿易署\n姓名職稱：林若涵科長\n派赴國家/地區：韓國濟州\n' +
  '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n';

const titles = [
  '目的',
  '前言',
  '行程',
  '過程',
  '出席會議情形',
  '會議紀要',
  '市場概況',
  '心得',
  '建議',
  '心得及建議',
  '心得與建議',
  '附件',
];
const paragraph = fc.constantFrom(
  '了解各會員對數位貿易之最新作法。',
  '一、建議持續派員參與。\n二、允宜及早規劃提案。',
  '一、工作小組會議\n（一）我國由林科長出席會議。\n（二）討論要點：會員交換意見。',
  '5月4日\t出發\n5月9日\t返國',
  '會員就下列各點交換意見：\n1. 數位貿易。\n2. 供應鏈。',
  '無',
  '',
);

const layout = fc.record({
  number: fc.constantFrom<(value: number) => string>(
    (value) => `${toFormal(value)}、`,
    (value) => `${toHan(value)}、`,
    () => '',
  ),
  marks: fc.constantFrom('', '# ', '## '),
  blank: fc.boolean(),
  ending: fc.constantFrom('', '：'),
  contents: fc.boolean(),
  abstract: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

/** A report whose chapters have the given titles, numbers and content, in one of the layouts reports have. */
function reportOf(chapters: readonly (readonly [title: string, value: number, body: string])[], style: Layout): string {
  const { number, marks, blank, contents, abstract, lineBreak, last } = style;
  const gap = blank ? '\n\n' : '\n';
  const plain = marks === '' && number(1) === '';
  const ending = plain ? '' : style.ending;
  // Chapters numbered 一、 have （一） inside.
  const inside = (body: string): string =>
    number(1) === '一、'
      ? body.replaceAll(/^（([一二三四五六])）/gmu, '($1) ').replaceAll(/^([一二])、/gmu, '（$1）')
      : body;
  const blocks = chapters.map(
    ([title, value, body]) => `${marks}${number(value)}${title}${ending}${gap}${inside(body)}`,
  );
  const entries = chapters.map(([title, value], index) => `${number(value)}${title}\t${index + 1}`);
  const front = [
    cover,
    ...(abstract ? [`${marks}摘要${gap}本次會議順利完成，與各會員交換意見。`] : []),
    ...(contents ? [`${marks}目次${gap}${entries.join('\n')}\n`] : []),
  ];
  return ([...front, ...blocks].join(gap) + (last ? '\n' : '')).replaceAll('\n', lineBreak);
}

const inOrder = fc
  .tuple(fc.subarray(titles), fc.array(paragraph, { minLength: titles.length, maxLength: titles.length }), layout)
  .map(([chosen, bodies, style]) =>
    reportOf(
      chosen.map((title, index) => [title, index + 1, bodies[index]!] as const),
      style,
    ),
  );

const misnumbered = fc
  .tuple(
    fc.subarray(titles, { minLength: 2 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), paragraph), {
      minLength: titles.length,
      maxLength: titles.length,
    }),
    fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
    layout,
  )
  .map(([chosen, rest, items, style]) => {
    const list = items.map((value) => `（${toHan(value)}）會員支持本案。`).join('\n');
    return reportOf(
      chosen.map((title, index) => [title, rest[index]![0], `${rest[index]![1]}\n${index === 1 ? list : ''}`] as const),
      style,
    );
  });

/** How many errors of each rule. */
function errors(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings)
    if (severity === 'error') counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

test('the fix of a missing section brings that section, and no error but what is to be written in it', () => {
  fc.assert(
    fc.property(inOrder, (text) => {
      const { report, findings } = check(text);
      const before = errors(findings);
      for (const finding of findings) {
        if (finding.rule.id !== 'structure/missing-section') continue;
        const mended = applyEdits(text, fixesOf(report, finding)[0]!.edits);
        const after = check(mended).findings;
        const same = after.find(({ rule, subject }) => rule === finding.rule && subject === finding.subject);
        assert.equal(same, undefined, `${finding.subject} is still missing:\n${mended}`);
        for (const [rule, count] of errors(after)) {
          const allowed = (before.get(rule) ?? 0) + (rule === 'structure/placeholder' ? 1 : 0);
          assert.ok(count <= allowed, `${finding.subject}: ${rule} has ${count} errors, not ${allowed}:\n${mended}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('numbering the chapters anew comes to an end', () => {
  fc.assert(
    fc.property(misnumbered, (source) => {
      let text = source;
      for (let round = 0; round < 12; round++) {
        const { report, findings } = check(text);
        const fix = findings
          .filter(({ rule }) => rule.id === 'structure/heading-numbering')
          .flatMap((finding) => fixesOf(report, finding))
          .at(0);
        if (!fix) return;
        assert.ok(fix.edits.length > 0, `a fix without edits:\n${text}`);
        text = applyEdits(text, fix.edits);
      }
      assert.fail(`still not in order:\n${text}`);
    }),
    { numRuns: 150 },
  );
});

test('every other fix of the family applies and mends its finding', () => {
  const mending = [
    'structure/section-order',
    'structure/toc-mismatch',
    'structure/heading-name',
    'structure/broken-paragraph',
  ];
  fc.assert(
    fc.property(fc.oneof(inOrder, misnumbered), (text) => {
      const { report, findings } = check(text);
      const counts = (all: readonly Finding[], id: string): number => all.filter(({ rule }) => rule.id === id).length;
      for (const finding of findings) {
        const { rule } = finding;
        if (!rule.id.startsWith('structure/')) continue;
        for (const { edits } of fixesOf(report, finding)) {
          const mended = applyEdits(text, edits);
          if (!mending.includes(rule.id)) continue;
          const after = counts(check(mended).findings, rule.id);
          assert.ok(after < counts(findings, rule.id), `${rule.id} is not mended:\n${text}\n=====\n${mended}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});
