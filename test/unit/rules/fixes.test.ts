import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickFixesOf } from '../../../server/src/features/quickFixes';
import { chooseProfile } from '../../../server/src/report/queries/chooseProfile';
import { parseReport } from '../../../server/src/report/parse/parse';
import { checkReport } from '../../../server/src/rules/engine/check';
import { applyEdits } from '../../../server/src/text/edit';
import { emptyGlossary } from '../../../server/src/rules/engine/glossary';
import type { Finding } from '../../../server/src/rules/engine/finding';
import { rules } from '../../../server/src/rules/registry';

/** Rules whose findings only the author can mend, by writing or by knowing what is true. */
const withoutFix: Readonly<Record<string, string>> = {
  'abstract/length': 'to be written',
  'attendance/not-on-itinerary': 'the day is known to the author alone',
  'attendance/not-reported': 'to be written',
  'cover/destination-mismatch': 'cover or itinerary may be wrong',
  'cover/empty-field': 'to be written',
  'cover/person-count': 'which of the two holds is known to the author alone',
  'dates/day-number': 'the number or the date may be wrong',
  'dates/invalid': 'the day that was meant is known to the author alone',
  'dates/itinerary-outside-period': 'itinerary or period may be wrong: the way to the period is offered',
  'dates/meeting-outside-period': 'heading or period may be wrong: the way to the period is offered',
  'dates/report-late': 'the date is what it is',
  'dates/stay-length': 'the length or the dates may be wrong',
  'economies/not-a-member': 'guest or slip: known to the author alone',
  'numbers/announced-count': 'the number or what is told may be wrong',
  'numbers/contradiction': 'which of the two holds is known to the author alone',
  'numbers/currency-without-ntd': 'the rate of the day is known to the author alone',
  'numbers/difference': 'which of the figures is wrong is known to the author alone',
  'numbers/parts-total': 'which of the figures is wrong is known to the author alone',
  'numbers/product': 'which of the figures is wrong is known to the author alone',
  'numbers/remainder': 'which of the figures is wrong is known to the author alone',
  'numbers/session-number': 'which of the two holds is known to the author alone',
  'numbers/share': 'which of the figures is wrong is known to the author alone',
  'numbers/table-total': 'a figure of the table or the total: known to the author alone',
  'structure/duplicate-section': 'two texts are to be made one',
  'structure/empty-section': 'to be written',
  'structure/heading-repeats-parent': 'what the heading should say is known to the author alone',
  'structure/no-recommendation': 'to be written',
  'structure/placeholder': 'to be written',
  'structure/repeated-paragraph': 'which of the two is to go is known to the author alone',
  'structure/thin-section': 'to be written',
  'typography/lost-character': 'the character that was lost is known to the author alone',
};

test('every rule has a fix, or a reason why it has none', () => {
  assert.deepEqual(
    rules.filter(({ fix }) => fix === undefined).map(({ id }) => id),
    Object.keys(withoutFix),
  );
});

function found(rule: string, text: string) {
  const report = parseReport(text);
  const settings = { profile: chooseProfile(report), glossary: emptyGlossary, severities: {} };
  const fail = (_id: string, error: unknown): never => {
    throw error;
  };
  const only = rules.filter(({ id }) => id === rule);
  return { report, findings: checkReport(report, settings, only, fail).findings };
}

test('a finding that stands for many places is mended everywhere or at any one of them', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `（${index + 1}）第${index + 1}場會議的的結論。`);
  const text = `壹、目的\n貳、過程\n${lines.join('\n')}\n`;
  const { report, findings } = found('wording/repeated-word', text);
  assert.equal(findings.length, 1);
  const [finding] = findings.all as [Finding];
  const own = quickFixesOf(report, finding, 'zh-TW');
  assert.deepEqual(
    own.map(({ title }) => title),
    ['刪去重複的字詞（全文各處）', '刪去重複的字詞（只改這一處）'],
  );
  assert.equal(applyEdits(text, own[0]!.edits), text.replaceAll('的的', '的'));
  assert.equal(applyEdits(text, own[1]!.edits), text.replace('的的', '的'));

  // The last place is none of the related ones that are shown; its line offers the fix all the same.
  const last = text.lastIndexOf('的的');
  const place = { start: last + 1, end: last + 1 };
  assert.deepEqual(findings.standingFor(place), [finding]);
  const [here, everywhere] = quickFixesOf(report, finding, 'en', place);
  assert.match(here!.title, /\(only here\)$/);
  assert.equal(applyEdits(text, here!.edits), `${text.slice(0, last)}的${text.slice(last + 2)}`);
  assert.equal(everywhere!.edits.length, 30);

  const elsewhere = text.indexOf('目的');
  assert.deepEqual(quickFixesOf(report, finding, 'en', { start: elsewhere, end: elsewhere + 2 }), []);
});

test('weekday or date: both are offered, none without an eye', () => {
  const text = '服務機關：數位發展部\n出國期間：113年8月16日至8月24日\n壹、目的\n貳、行程\n8月19日（二）：大會\n';
  const { report, findings } = found('dates/weekday', text);
  const fixes = quickFixesOf(report, findings.all[0]!, 'zh-TW');
  assert.deepEqual(
    fixes.map(({ safety, edits }) => [safety, applyEdits(text, edits).split('\n')[4]]),
    [
      ['review', '8月19日（一）：大會'],
      ['review', '8月20日（二）：大會'],
    ],
  );
});

test('a member of both lists leaves the one or the other', () => {
  const list = '（一）美國、日本、智利及我國共 4 個會員出席本次會議（泰國、智利缺席）。';
  const text = `服務機關：數位發展部\n壹、目的\n參、出席會議情形\n一、數位小組會議\n${list}\n`;
  const { report, findings } = found('attendance/listed-twice', text);
  const fixed = quickFixesOf(report, findings.all[0]!, 'zh-TW').map(({ edits }) =>
    applyEdits(
      list,
      edits.map((edit) => ({ ...edit, start: edit.start - text.indexOf(list), end: edit.end - text.indexOf(list) })),
    ),
  );
  assert.deepEqual(fixed, [
    '（一）美國、日本、智利及我國共 4 個會員出席本次會議（泰國缺席）。',
    '（一）美國、日本及我國共 3 個會員出席本次會議（泰國、智利缺席）。',
  ]);
});
