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

const form = (id: string): (typeof service.profiles)[number] => service.profiles.find((profile) => profile.id === id)!;

for (const profile of service.profiles)
  for (const category of profile.categories)
    test(`a new report of ${profile.id} about ${category} checks clean too, and is taken for what it is`, () => {
      const { text } = service.newReport({ profile, category, from: trip.from, to: trip.to });
      const report = service.parse(text);
      const findings = service.check(report, { profile: profile.id, severities: {} });
      const others = findings.filter(({ rule }) => rule.id !== 'structure/placeholder');
      assert.deepEqual(others.map(({ rule, start, end }) => [rule.id, text.slice(start, end)]), []); // prettier-ignore
      if (profile.agencies.length > 0 && profile.id !== 'local')
        assert.equal(service.profileOf(report, { profile: 'auto', severities: {} }).id, profile.id);
    });

const titlesOf = (text: string): string[] => text.match(/^(?:[壹貳參肆]、|[一二]、(?!○)).*$/gm) ?? [];

test('a visit tells its days and its host, and of no conference', () => {
  const { text } = service.newReport({
    profile: form('central'),
    category: '考察',
    title: '赴日本大阪考察地方稅務服務報告',
    host: '大阪國稅局',
    from: trip.from,
    to: trip.to,
  });
  assert.deepEqual(titlesOf(text), ['壹、目的', '貳、過程', '一、行程', '二、拜會大阪國稅局', '參、心得及建議']);
  assert.match(text, /8月16日（五）\t啟程/);
  assert.match(text, /8月24日（六）\t返國/);
  assert.doesNotMatch(text, /會議|會員|率團|發言/);
});

test('a professor has no delegation and no members', () => {
  const { text } = service.newReport({ profile: form('university'), category: '開會', title: '出席國際會議報告' });
  assert.deepEqual(titlesOf(text), ['壹、目的', '貳、過程', '一、行程', '二、參加會議經過', '參、心得及建議']);
  assert.match(text, /發表論文/);
  assert.doesNotMatch(text, /率團|會員|我國/);
});

test('a digest is a page of fields with its abstract, and no report', () => {
  const { text } = service.newReport({ profile: form('digest'), category: '開會', ...trip });
  assert.deepEqual(text.match(/^.+?(?=：|$)/gm), [
    '公務出國報告提要', '報告名稱', '主辦機關', '出國人員', '出國類別', '出國地區', '出國期間', '報告日期', '關鍵詞', '內容摘要', '○○',
  ]); // prettier-ignore
  const report = service.parse(text);
  assert.equal(service.profileOf(report, { profile: 'auto', severities: {} }).id, 'digest');
  assert.ok(report.abstract);
  // What it says of the trip is checked as a cover’s is.
  const late = service.parse(text.replace('113年8月16日至', '113年8月26日至'));
  assert.ok(
    service.check(late, { profile: 'auto', severities: {} }).some(({ rule }) => rule.id === 'dates/period-order'),
  );
});

test('members are counted only where the roll is called', () => {
  const of = (title: string): string => service.newReport({ profile: form('conference'), title }).text;
  assert.match(of('出席 APEC 數位經濟指導小組會議報告'), /共 ○ 個會員出席會議/);
  assert.doesNotMatch(of('出席世界關務組織技術委員會會議報告'), /會員/);
});

test('somebody who learned tells of the course', () => {
  const { text } = service.newReport({ profile: form('central'), category: '進修', host: '里茲大學' });
  assert.ok(text.includes('二、里茲大學研習情形'));
  assert.ok(text.includes('赴○○進修報告'));
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
  const destinationOf = (wanted: string): string | undefined => events.find(({ id }) => id === wanted)?.destination;
  assert.equal(destinationOf('2024 SOM3'), '秘魯利馬');
  assert.equal(destinationOf('2027 AELM'), '越南富國');
  // What the host holds in another economy is not put behind the host's name.
  assert.equal(destinationOf('2026 FMM'), '香港');
  assert.equal(destinationOf('2026 TMM'), '澳門');
});
