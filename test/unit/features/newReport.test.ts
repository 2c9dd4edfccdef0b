import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportService } from '../../../server/src/service';

const service = createReportService({
  onRuleFailure: (_rule, error) => {
    throw error;
  },
});
const trip = {
  title: '出席 2024 年亞太經濟合作（APEC）第三次資深官員會議報告',
  from: { year: 2024, month: 8, day: 16 },
  to: { year: 2024, month: 8, day: 24 },
};

for (const profile of service.profiles)
  for (const markdown of [false, true])
    test(`a new report of ${profile.id}${markdown ? ' in Markdown' : ''} checks clean but for the places to fill in`, () => {
      const { text } = service.newReport({ profile, markdown, ...trip });
      const findings = service.check(service.parse(text), { profile: profile.id, severities: {} });
      const others = findings.filter(({ rule }) => rule.id !== 'structure/placeholder');
      assert.deepEqual(others.map(({ rule, start, end }) => [rule.id, text.slice(start, end)]), []); // prettier-ignore
      assert.ok(service.recognises(text) || profile.id === 'taipei-b');
    });

test('what is known is written in, every day with its weekday', () => {
  const [profile] = service.profiles;
  const { text } = service.newReport({
    profile: profile!,
    ...trip,
    category: '開會',
    agency: '經濟部國際貿易署',
    persons: ['林若涵科長', '陳柏宇專員'],
    destination: '秘魯利馬',
    reportDate: { year: 2024, month: 9, day: 11 },
  });
  for (const line of [
    '（出國類別：開會）',
    '姓名職稱：林若涵科長、陳柏宇專員',
    '出國期間：113年8月16日至8月24日',
    '報告日期：113年9月11日',
    '8月16日（五）\t啟程',
    '8月18日（日）\t○○',
    '8月24日（六）\t返國',
  ])
    // prettier-ignore
    assert.ok(text.includes(line), line);
});

test('the snippet has the places of the text as tab stops, numbered from 1', () => {
  const [profile] = service.profiles;
  const { text, snippet } = service.newReport({ profile: profile!, ...trip, title: 'A $5 {報告}', from: undefined });
  const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
  assert.deepEqual(stops, stops.map((_, index) => index + 1)); // prettier-ignore
  const filled = snippet
    .replace(/\$\{\d{1,2}\|([\u4e00-\u9fff]{2}),[^|]*\|\}/g, '$1')
    .replace(/\$\{\d{1,2}:([^{}]{0,40})\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
  assert.equal(filled, text);
});

test('known events name a place; their days, where known, are in order', () => {
  const events = service.knownEvents();
  assert.ok(events.length > 30);
  for (const { id, name, destination, from, to } of events) {
    assert.match(name, /^\d{4} 年亞太經濟合作（APEC）.{0,9}(?:會議|年會)/, id);
    assert.ok(destination.length >= 2, id);
    if (from && to) assert.ok(Date.UTC(from.year, from.month, from.day) <= Date.UTC(to.year, to.month, to.day), id);
  }
  assert.equal(events.find(({ id }) => id === '2024 SOM3')?.destination, '秘魯利馬');
});
