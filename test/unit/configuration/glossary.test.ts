import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

/** What `rule` finds in `text` with this glossary: words and message. */
function found(text: string, rule: string, glossary: unknown): readonly (readonly [string, string])[] {
  const { value, problems } = service.parseConfiguration(JSON.stringify({ glossary }));
  assert.deepEqual(problems, []);
  const { profile = 'auto', ...rest } = service.effectiveConfiguration([value!], undefined);
  const report = service.parse(text);
  return service
    .check(report, { profile, ...rest })
    .filter((finding) => finding.rule.id === rule)
    .map((finding) => [text.slice(finding.start, finding.end), service.messageOf(finding, 'en')] as const);
}
const wordsOf = (text: string, rule: string, glossary: unknown): readonly string[] =>
  found(text, rule, glossary).map(([words]) => words);

const report = (body: string, title = '出席數位貿易會議報告'): string =>
  `出國報告（出國類別：開會）\n${title}\n服務機關：經濟部\n壹、目的\n瞭解各方立場。\n參、出席會議情形\n一、第一次會議\n${body}\n`;

test('an acronym of the glossary needs no full name, with or without one of its own', () => {
  const text = report('（一）會員同意成立 RDEF 推動跨境資料傳輸，RDEF 將於明年運作。');
  assert.deepEqual(wordsOf(text, 'acronyms/undefined', {}), ['RDEF']);
  for (const name of ['', '區域資料交換論壇'])
    assert.deepEqual(wordsOf(text, 'acronyms/undefined', { acronyms: { RDEF: name } }), []);
});

test('the name of an acronym is compared with that of the glossary, which goes before the table', () => {
  const text = report('（一）會員支持區域資料交流論壇（RDEF）之工作，RDEF 將於明年運作。');
  const own = (chinese: string): unknown => ({
    acronyms: { RDEF: { chinese, english: 'Regional Data Exchange Forum' } },
  });
  assert.deepEqual(wordsOf(text, 'acronyms/glossary-mismatch', {}), []);
  assert.deepEqual(wordsOf(text, 'acronyms/glossary-mismatch', own('區域資料交換論壇')), ['區域資料交流論壇']);
  assert.deepEqual(wordsOf(text, 'acronyms/glossary-mismatch', own('區域資料交流論壇')), []);
  assert.deepEqual(wordsOf(text, 'acronyms/glossary-mismatch', { acronyms: { RDEF: '' } }), []);

  const som = report('（一）高官會（SOM）通過議程，SOM 並將續辦。');
  assert.deepEqual(wordsOf(som, 'acronyms/glossary-mismatch', {}), ['高官會']);
  assert.deepEqual(wordsOf(som, 'acronyms/glossary-mismatch', { acronyms: { SOM: '高官會' } }), []);
});

test('an acronym that is one slip from one of the glossary is taken for it', () => {
  const text = report('（一）RDXEF 將於明年運作，會員並支持 RDXFE 之提案及 RDXEF 之預算。');
  const glossary = { acronyms: { RDXEF: '區域資料交換論壇' } };
  assert.deepEqual(wordsOf(text, 'acronyms/misspelled', glossary), ['RDXFE']);
});

test('the spellings that the glossary replaces are found, but not in quotations or in the term itself', () => {
  const text = report('（一）協助微型企業運用工具。\n（二）參加「微型企業論壇」，小微型企業亦受惠。');
  const glossary = { terms: { 小微型企業: ['微型企業'] } };
  assert.deepEqual(wordsOf(text, 'wording/term-variant', {}), []);
  assert.deepEqual(wordsOf(text, 'wording/term-variant', glossary), ['微型企業']);
  assert.match(found(text, 'wording/term-variant', glossary)[0]![1], /小微型企業/);
});

test('a forum of the glossary has its own members', () => {
  const glossary = { forums: { 太平洋聯盟: ['智利', '秘魯', '墨西哥', '英國'] } };
  const title = '出席太平洋聯盟數位會議報告';
  const text = report('（一）智利、秘魯、英國及美國共 4 個會員出席會議。', title);
  assert.deepEqual(wordsOf(text, 'economies/not-a-member', {}), []);
  assert.deepEqual(wordsOf(text, 'economies/not-a-member', glossary), ['美國']);
  assert.match(found(text, 'economies/not-a-member', glossary)[0]![1], /太平洋聯盟/);

  const short = report('（一）智利、秘魯及墨西哥共 3 個會員出席會議（日本缺席）。', title);
  const four = { forums: { 太平洋聯盟: ['智利', '秘魯', '墨西哥', '日本'] } };
  assert.deepEqual(wordsOf(short, 'attendance/incomplete', four), []);
  const five = { forums: { 太平洋聯盟: ['智利', '秘魯', '墨西哥', '日本', '新加坡'] } };
  assert.match(found(short, 'attendance/incomplete', five)[0]![1], /not listed: 新加坡/);
});

test('two findings of one rule at one place say what each is about', () => {
  for (const [rule, text] of [
    ['structure/missing-section', report('（一）會議順利。')],
    ['cover/missing-field', report('（一）會議順利。')],
  ] as const) {
    const parsed = service.parse(text);
    const findings = service
      .check(parsed, { profile: 'conference', severities: {} })
      .filter((finding) => finding.rule.id === rule);
    assert.ok(findings.length >= 2, rule);
    const keys = findings.map(({ subject, start, end }) => `${String(subject)} ${start} ${end}`);
    assert.ok(findings.every(({ subject }) => subject !== undefined && subject !== ''));
    assert.equal(new Set(keys).size, keys.length);
  }
});
