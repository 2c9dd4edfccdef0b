import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';
import type { CompletionEntry } from '../../../server/src/service';
import { unmark } from './marked';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});
const today = { year: 2024, month: 9, day: 11 };

/** What is offered at the mark to an author who asks; or by itself. */
function offered(marked: string, asked = true): readonly CompletionEntry[] {
  const { text, cursor } = unmark(marked);
  const options = { profile: 'auto', severities: {}, locale: 'zh-TW', today } as const;
  return service.completion(service.parse(text), cursor, options, asked);
}

/** The text after the entry is taken, its tab stops filled with their own words. */
function taken(marked: string, choose: (entry: CompletionEntry) => boolean): string {
  const { text } = unmark(marked);
  const entry = offered(marked).find(choose);
  assert.ok(entry, `not offered: ${offered(marked).map(({ label }) => label).join(' ')}`); // prettier-ignore
  const words = entry.insertText.replace(/\$\{\d{1,2}:([^{}]{0,400})\}|\$0/g, '$1');
  return text.slice(0, entry.replace.start) + words + text.slice(entry.replace.end);
}

const cover = '出國報告\n出席 APEC 會議報告\n服務機關：數位發展部\n出國期間：113年8月16日至8月19日\n';

test('an empty itinerary is filled with every day of the trip', () => {
  const text = taken(`${cover}壹、目的\n瞭解。\n貳、行程\n‸\n`, ({ label }) => label.includes('4 天'));
  assert.ok(text.includes('8月16日（五）\t啟程\n8月17日（六）\t○○\n8月18日（日）\t○○\n8月19日（一）\t返國'));
  const begun = offered(`${cover}貳、行程\n8月16日\t啟程\n‸\n`);
  assert.ok(!begun.some(({ label }) => label.includes('天）')), 'days that are there already are not written twice');
});

test('an attendance sentence names all members with their number, those of the other lists first', () => {
  const marked = `${cover}參、出席會議情形\n一、甲小組會議\n（一）越南、泰國、汶萊及我國共 4 個會員出席會議。\n二、乙小組會議\n（一）出席‸\n`;
  const text = taken(marked, ({ label }) => label === '全體會員出席');
  const line = text.split('\n').at(-2)!;
  assert.match(line, /^（一）越南、泰國、汶萊、.+及我國共 21 個會員出席會議。$/);
  const report = service.parse(text);
  assert.equal(report.meetings[1]!.attendance[0]!.present.length, 21);
  assert.deepEqual(
    service
      .check(report, { profile: 'auto', severities: {} })
      .filter(({ rule }) => rule.id.startsWith('attendance/count')),
    [],
  );
});

test('behind 摘要 the first chapter is what is written next; 目次 is, once there are chapters to list', () => {
  const first = (marked: string): string | undefined => offered(marked).find(({ kind }) => kind === 'section')?.label;
  assert.equal(first(`${cover}摘要\n出席會議。\n‸\n`), '壹、目的');
  assert.equal(first(`${cover}摘要\n出席會議。\n‸\n壹、目的\n瞭解。\n`), '目次');
});

test('an attendance sentence is offered where the chapter is the one meeting, and a first meeting is numbered anew', () => {
  const chapter = `${cover}參、出席會議情形\n會議於8月18日舉行。\n`;
  assert.ok(offered(`${chapter}出席‸\n`).some(({ label }) => label === '全體會員出席'));
  assert.ok(offered(`${chapter}‸\n`).some(({ label }) => label === '一、○○會議'));
});

test('the next meeting is numbered and divided like the one before it', () => {
  const first =
    '一、甲小組會議\n（一）我國由外交部陳科長率團與會。\n（二）越南、泰國及我國共 3 個會員出席會議。\n（三）會中就議程交換意見。\n';
  const text = taken(`${cover}參、出席會議情形\n${first}‸\n`, ({ label }) => label === '二、○○會議');
  assert.ok(
    text.includes('二、○○會議\n\n（一）我國由○○率團與會。\n\n（二）○○、○○及我國共 ○ 個會員出席會議。\n\n（三）○○。'),
  );
  assert.equal(service.parse(text).meetings.length, 2);
  assert.ok(
    taken(`${cover}參、出席會議情形\n‸\n`, ({ label }) => label === '一、○○會議').includes('（四）我國發言：○○。'),
  );
});

test('報告日期 offers today', () => {
  assert.ok(taken(`出國報告\n報告日期：‸\n`, ({ detail }) => detail === '今天').includes('報告日期：113年9月11日'));
});

test('派赴國家/地區 offers economies outside APEC, by Chinese and Latin letters, and the text of the report none', () => {
  const onCover = (typed: string): readonly string[] =>
    offered(`出國報告\n服務機關：教育部\n派赴國家/地區：${typed}‸\n出國期間：113年8月16日至8月19日\n`).map(
      ({ label }) => label,
    );
  assert.ok(onCover('德').includes('德國'));
  assert.ok(onCover('swit').includes('瑞士'));
  assert.ok(onCover('').indexOf('德國') > onCover('').indexOf('日本'), 'members of APEC come first');
  assert.ok(!onCover('新加坡').includes('德國'));
  assert.ok(!offered(`${cover}壹、目的\n赴德‸\n`).some(({ label }) => label === '德國'));
});

/** A cover with the cursor in one of its fields. */
const onCover = (fields: string, period = '114年5月4日至5月9日'): string =>
  `出國報告\n赴荷蘭考察報告\n${fields}\n派赴國家/地區：荷蘭\n出國期間：${period}\n`;

test('服務機關 offers agencies, and its former name finds one', () => {
  const [first] = offered(onCover('服務機關：國家運輸‸'));
  assert.equal(first?.label, '國家運輸安全調查委員會');
  assert.equal(taken(onCover('服務機關：外交部、內政部移‸'), ({ label }) => label === '內政部移民署'), onCover('服務機關：外交部、內政部移民署')); // prettier-ignore
  const labels = offered(onCover('服務機關：經濟部國際貿易局‸')).map(({ label }) => label);
  assert.equal(labels[0], '經濟部國際貿易署');
  assert.equal(offered(onCover('服務機關：行政院國家科學‸'))[0]?.detail, '原行政院國家科學委員會');
});

test('a former agency stands last and says what it is now; on a trip of its own time it is as good as any', () => {
  const former = (marked: string): CompletionEntry | undefined =>
    offered(marked).find(({ label }) => label === '經濟部國際貿易局');
  assert.equal(former(onCover('服務機關：經濟部國際‸'))?.detail, '舊名：112年9月26日起為經濟部國際貿易署');
  assert.equal(former(onCover('服務機關：經濟部國際‸', '112年9月4日至9月9日'))?.detail, '');
  const order = offered(onCover('服務機關：經濟部國際‸')).map(({ label }) => label);
  assert.ok(order.indexOf('經濟部國際貿易署') < order.indexOf('經濟部國際貿易局'));
});

test('姓名職稱 offers titles behind a name; what nobody has begun no list has by itself', () => {
  assert.equal(taken(onCover('服務機關：外交部\n姓名職稱：陳小芳助理研‸'), ({ label }) => label === '助理研究員'), onCover('服務機關：外交部\n姓名職稱：陳小芳助理研究員')); // prettier-ignore
  assert.ok(
    offered(onCover('服務機關：外交部\n姓名職稱：陳小芳簡任‸'), false).some(({ label }) => label === '簡任技正'),
  );
  for (const cover of ['服務機關：‸\n姓名職稱：陳小芳科長', '服務機關：外交部\n姓名職稱：‸'])
    assert.deepEqual(offered(onCover(cover), false).filter(({ kind }) => kind === 'value'), []); // prettier-ignore
  assert.ok(!offered(`${cover}壹、目的\n由外交‸\n`).some(({ label }) => label === '外交部'));
});
