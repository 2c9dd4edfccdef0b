import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistOf } from '../../../server/src/features/checklist';
import { codeLensesOf } from '../../../server/src/features/codeLenses';
import { inlayHintsOf } from '../../../server/src/features/inlayHints';
import { semanticTokensOf } from '../../../server/src/features/semanticTokens';
import { statusOf } from '../../../server/src/features/status';
import { profileById } from '../../../server/src/knowledge/profiles';
import { parseReport } from '../../../server/src/report/parse/parse';
import { Finding } from '../../../server/src/rules/engine/finding';
import { createReportService } from '../../../server/src/service';

const conference = profileById('conference');
const everything = { dates: true, abstract: true, counts: true };
const text = `出國報告（出國類別：開會）
出席 APEC 會議報告
服務機關：數位發展部
出國期間：113年8月16日至8月24日

摘要

亞太經濟合作為重要論壇。

壹、目的

瞭解各方立場。

參、出席會議情形

一、數位經濟指導小組（DESG）會議

（一）會議於8月19日（一）召開，美國、日本、澳洲及我國出席會議（泰國缺席），討論 ZQX 及 8月20日之安排。

肆、心得及建議

一、建議持續參與。
`;
const report = parseReport(text);
const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});

test('inlay hints: AD year behind an ROC year, weekdays where none is written, counts where none is stated', () => {
  const whole = { start: 0, end: text.length };
  const hints = inlayHintsOf(report, whole, conference, everything, 'zh-TW');
  const seen = hints.map(({ offset, label }) => [
    text
      .slice(0, offset)
      .split(/[\n：，於、及]/)
      .at(-1)!
      .trim(),
    label,
  ]);
  assert.deepEqual(seen, [
    ['113年8月16日至8月24日', '2024 五–六'],
    ['摘要', '11／300 字'],
    ['我國', '4 個'],
    ['8月20日', '二'],
  ]);
  const none = { dates: false, abstract: false, counts: false };
  assert.deepEqual(inlayHintsOf(report, whole, conference, none, 'en'), []);
  const inside = inlayHintsOf(
    report,
    { start: text.indexOf('摘要'), end: text.indexOf('壹') },
    conference,
    everything,
    'en',
  );
  assert.deepEqual(inside.map(({ label }) => label), ['11/300 characters']); // prettier-ignore
});

test('semantic tokens lie in order, on one line each, and tell known acronyms from unknown ones', () => {
  const tokens = semanticTokensOf(report, { start: 0, end: text.length });
  const seen = tokens.map(({ start, end, type, modifiers }) => [text.slice(start, end), type, ...modifiers].join(' '));
  for (const expected of [
    '服務機關 coverLabel',
    '8月19日（一） date',
    '澳洲 economy',
    'APEC acronym',
    'DESG acronym definition',
    'ZQX acronym unknown',
  ])
    // prettier-ignore
    assert.ok(seen.includes(expected), `${expected} is not among ${seen.join(', ')}`);
  tokens.forEach(({ start, end }, index) => {
    assert.ok(start < end && !text.slice(start, end).includes('\n'));
    if (index > 0) assert.ok(tokens[index - 1]!.end <= start);
  });
});

test('code lenses count the members of a meeting and the suggestions', () => {
  const titles = codeLensesOf(report, 'zh-TW').map(({ title }) => title);
  assert.deepEqual(titles, ['出席 4・缺席 1・未列 16：汶萊、加拿大、智利、中國、香港、印尼等', '心得及建議共 1 項']);
});

test('the status names the profile, what speaks for it, and which parts are there', () => {
  const status = statusOf(report, conference, 'auto', { error: 1, warning: 2, information: 0, hint: 3 }, 'zh-TW');
  assert.equal(status.because, 'headings');
  assert.deepEqual(status.findings, { error: 1, warning: 2, information: 0, hint: 3 });
  assert.deepEqual(
    status.parts.map(({ title, place }) => `${title} ${place ? 'there' : 'missing'}`),
    ['摘要 there', '目的 there', '行程 missing', '出席會議情形 there', '心得及建議 there'],
  );
  assert.equal(status.abstract?.count, 11);
});

test('the checklist puts every finding under one item and leads to its place', () => {
  const findings = service.check(report, { profile: 'auto', severities: {} });
  const items = checklistOf(report, conference, findings, 'zh-TW');
  const ids = items.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const listed = items.reduce((sum, { places }) => sum + places.length, 0);
  assert.equal(listed, findings.length, 'a finding belongs to no item or to two');
  assert.equal(items.find(({ id }) => id === 'originality')?.state, 'manual');
  for (const { id, state, places } of items)
    assert.equal(state === 'failed', places.some(({ severity }) => severity === 'error'), id); // prettier-ignore
});

const statesOf = (words: string): Record<string, string> => {
  const written = service.parse(words);
  const findings = service.check(written, { profile: 'conference', severities: {} });
  return Object.fromEntries(checklistOf(written, conference, findings, 'zh-TW').map(({ id, state }) => [id, state]));
};
const skeleton = service.newReport({ profile: conference, title: '出席 APEC 會議報告' }).text;

for (const [what, words] of [
  ['an empty report', ''],
  ['a title alone', '出國報告\n\n出席 APEC 會議報告\n'],
  ['headings without words', '摘要\n\n目次\n\n壹、目的\n\n貳、行程\n\n參、出席會議情形\n\n肆、心得及建議\n'],
  ['a new report, as it was made', skeleton],
] as const)
  test(`what has yet to be written has not passed: ${what}`, () => {
    const states = statesOf(words);
    assert.deepEqual([...new Set(Object.values(states))].sort(), ['manual', 'unwritten'], JSON.stringify(states));
  });

test('a part that was begun is judged, and has not passed before the others are there', () => {
  const begun = statesOf('出國報告\n\n壹、目的\n\n一、瞭解各方立場。\n');
  assert.ok(!Object.values(begun).includes('passed'), JSON.stringify(begun));
  assert.equal(begun['format'], 'failed');
  assert.equal(begun['wording'], 'unwritten');
  const [cover] = checklistOf(report, conference, [], 'zh-TW').filter(({ id }) => id === 'cover');
  assert.equal(cover?.state, 'unwritten');
  assert.equal(cover.detail, '尚缺：姓名職稱、派赴國家/地區、報告日期');
});

test('every rule belongs to an item of the checklist', () => {
  const findings = service.rules.map((rule) => {
    const at = { unit: report, start: 0, end: 0 };
    const message = Object.keys(rule.messages)[0]!;
    const nothing = { params: undefined, subject: undefined, related: undefined, fixes: undefined };
    return new Finding({ rule, message, severity: 'warning', at, ...nothing }, report);
  });
  const items = checklistOf(report, conference, findings, 'en');
  assert.equal(
    items.reduce((sum, { places }) => sum + places.length, 0),
    service.rules.length,
  );
});
