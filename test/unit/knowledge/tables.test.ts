import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acronymRows, glossaryOf } from '../../../server/src/knowledge/acronyms';
import { apecMeetings } from '../../../server/src/knowledge/apecMeetings';
import { coverLabelOf, coverLabels } from '../../../server/src/knowledge/coverLabels';
import { economies } from '../../../server/src/knowledge/economies';
import { forumById, forums } from '../../../server/src/knowledge/forums';
import { normaliseTitle, partOf, partTitleOf, partTitles } from '../../../server/src/knowledge/parts';
import { profileById, profiles, requiredPartsOf } from '../../../server/src/knowledge/profiles';
import type { PartId, Provenance } from '../../../server/src/knowledge/types';
import { dayNumber, exists } from '../../../server/src/text/calendar';

const trusts = ['official', 'secondary', 'general'];

/** A source in words, not a key or a letter. */
function assertSourced(row: Provenance, what: string): void {
  assert.ok(row.source.length >= 4, `${what}: source ${JSON.stringify(row.source)}`);
  assert.ok(trusts.includes(row.trust), `${what}: trust ${row.trust}`);
}

test('every row says where it comes from', () => {
  for (const row of acronymRows) assertSourced(row, row.acronym);
  for (const row of partTitles) assertSourced(row, row.text);
  for (const row of coverLabels()) assertSourced(row, row.text);
  for (const row of apecMeetings()) assertSourced(row, `${row.year} ${row.event}`);
  for (const row of forums()) assertSourced(row, row.id);
  for (const profile of profiles) {
    assertSourced(profile, profile.id);
    for (const part of profile.parts) assert.ok(part.source.length >= 4, `${profile.id} ${part.part}`);
  }
});

test('acronyms: no row twice, and a name is either right or rejected', () => {
  // The table of the domain had 283 rows; none is lost.
  assert.ok(acronymRows.length >= 283, String(acronymRows.length));
  const seen = new Set<string>();
  for (const row of acronymRows) {
    const key = `${row.acronym} ${row.chinese}`;
    assert.ok(!seen.has(key), `${key} is there twice`);
    seen.add(key);
    const right = [row.chinese, ...row.variants];
    assert.equal(new Set(right).size, right.length, `${key}: a name twice`);
    for (const name of row.rejected) assert.ok(!right.includes(name), `${key}: ${name} is right and rejected`);
    for (const name of [...right, ...row.rejected]) {
      assert.match(name, /\p{Script=Han}/u, `${key}: ${name} is no Chinese name`);
      assert.doesNotMatch(name, /[（()）;|]|^\s|\s$/, `${key}: ${name} holds a note`);
    }
    assert.match(row.english, /^[A-Z]/, key);
    assert.doesNotMatch(row.english, /[()|]/, `${key}: English with a note`);
    assert.ok(!row.spellings.includes(row.acronym), key);
  }
});

test('acronyms: the look-up gives the rows of that spelling', () => {
  for (const row of acronymRows)
    for (const spelling of [row.acronym, ...row.spellings]) assert.ok(glossaryOf(spelling).includes(row), spelling);
  assert.deepEqual(
    glossaryOf('EC').map(({ chinese }) => chinese),
    ['經濟委員會', '歐盟執行委員會'],
  );
  for (const acronym of ['TMM', 'WEF', 'EPA', 'NDC', 'FTC', 'AD', 'PPP'])
    assert.equal(glossaryOf(acronym).length, 2, acronym);
  assert.equal(glossaryOf('FTAs')[0], glossaryOf('FTA')[0]);
  assert.deepEqual(glossaryOf('FTAPP'), []);
  assert.deepEqual(glossaryOf('constructor'), []);
});

test('part titles: each once, as normaliseTitle gives it, and found', () => {
  const texts = partTitles.map(({ text }) => text);
  assert.equal(new Set(texts).size, texts.length);
  for (const row of partTitles) {
    assert.equal(normaliseTitle(row.text), row.text);
    assert.equal(partTitleOf(row.text), row);
    assert.equal(partOf(row.text), row.part);
  }
  // Every part has exactly one canonical title.
  const canonical = partTitles.filter(({ standing }) => standing === 'canonical').map(({ part }) => part);
  assert.deepEqual(new Set(canonical).size, canonical.length);
});

test('part titles: what reports call the parts', () => {
  const cases: [string, PartId, string][] = [
    ['摘　要', 'abstract', 'canonical'],
    ['目 次', 'contents', 'canonical'],
    ['**目的**：', 'purpose', 'canonical'],
    ['前言', 'purpose', 'accepted'],
    ['會議紀要', 'proceedings', 'accepted'],
    ['考察紀要', 'process', 'accepted'],
    ['心得與建議', 'reflections-and-recommendations', 'wrong'],
    ['心得及建議', 'reflections-and-recommendations', 'canonical'],
    ['建議事項', 'recommendations', 'accepted'],
  ];
  for (const [title, part, standing] of cases) {
    const row = partTitleOf(normaliseTitle(title));
    assert.deepEqual([row?.part, row?.standing], [part, standing], title);
  }
  for (const title of ['會員出席情形', '我國發言', '國際情勢', '心', '']) assert.equal(partOf(title), undefined, title);
});

test('cover labels: each once, all generations found', () => {
  const texts = [...coverLabels()].map(({ text }) => text);
  assert.equal(new Set(texts).size, texts.length);
  for (const row of coverLabels()) {
    assert.equal(normaliseTitle(row.text), row.text);
    assert.equal(coverLabelOf(row.text)?.field, row.field);
  }
  for (const label of ['服務機關', '服務單位']) assert.equal(coverLabelOf(label)?.field, 'agency');
  for (const label of ['派赴國家/地區', '派赴國家／地區', '派赴國家', '出國地區', '前往國家'])
    assert.equal(coverLabelOf(label)?.field, 'destination');
  assert.equal(coverLabelOf(normaliseTitle('姓　　名'))?.field, 'name');
  assert.equal(coverLabelOf('出國人員')?.field, 'name-and-title');
  assert.equal(coverLabelOf('出國')?.field, undefined);
});

test('profiles: known parts, each once; what stands for a part is a part', () => {
  assert.deepEqual(
    profiles.map(({ id }) => id),
    'conference central council taoyuan taipei-a taipei-b taichung kinmen local university school state-firm nstc-conference digest'.split(
      ' ',
    ),
  );
  const known = new Set(partTitles.map(({ part }) => part));
  for (const profile of profiles) {
    assert.equal(profileById(profile.id), profile);
    const parts = profile.parts.map(({ part }) => part);
    assert.equal(new Set(parts).size, parts.length, profile.id);
    for (const { part, title, insteadOf, holds } of profile.parts) {
      assert.equal(partTitleOf(title)?.part, part, `${profile.id}: ${title}`);
      assert.equal(partTitleOf(title)?.standing, 'canonical', `${profile.id}: ${title}`);
      for (const other of insteadOf.flat()) assert.ok(known.has(other) && other !== part);
      assert.ok(holds['zh-TW'].length > 5 && holds.en.length > 5);
    }
    for (const { field, label } of profile.cover) assert.equal(coverLabelOf(label)?.field, field);
    for (const category of profile.digestOnlyFor) assert.ok(profile.categories.includes(category), category);
  }
});

test('profiles: what a category asks for', () => {
  const asked = (id: Parameters<typeof profileById>[0], category?: string): string =>
    requiredPartsOf(profileById(id), category)
      .map(({ title }) => title)
      .join(' ');
  assert.equal(asked('conference', '開會'), '摘要 目的 行程 出席會議情形 心得及建議');
  assert.equal(asked('central', '考察'), '摘要 目的 過程 心得及建議');
  assert.equal(asked('taoyuan', '考察'), '目的 過程 心得 建議');
  assert.equal(asked('taipei-b', '開會'), '摘要');
  assert.equal(asked('taichung', '其他（國際會議）'), '摘要');
  assert.equal(asked('taichung', '考察、其他'), '目的 過程 心得及建議');
  assert.equal(asked('taichung'), '目的 過程 心得及建議');
  assert.equal(asked('university', '開會'), '目的 過程 心得及建議');
  assert.equal(asked('council', '考察'), '');
});

test('APEC meetings: valid days in order, in the host year or just before', () => {
  const keys = new Set<string>();
  let month = 0;
  for (const { year, host, event, from, to, mode } of apecMeetings()) {
    const key = `${year} ${event}`;
    assert.ok(!keys.has(key), `${key} is there twice`);
    keys.add(key);
    assert.ok(forumById('apec').members.has(host), key);
    const [first, last] = [from, to].map((date) => {
      if (date === undefined || date.length < 10) return undefined;
      const [y, m, d] = date.split('-').map(Number);
      const day = { year: y!, month: m!, day: d! };
      assert.ok(exists(day), `${key}: ${date}`);
      return dayNumber(day);
    });
    if (last !== undefined) assert.ok(first !== undefined && first <= last, key);
    if (first !== undefined && last !== undefined) assert.ok(last - first <= 30, `${key} lasts too long`);
    if (from !== undefined) {
      assert.match(from, /^\d{4}-\d{2}(?:-\d{2})?$/);
      // Every event of a host year follows the one before it, ISOM first.
      const now = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7));
      assert.ok(now >= month, `${key} comes before the event above it`);
      month = now;
      assert.equal(Number(from.slice(0, 4)), event === 'ISOM' ? year - 1 : year, key);
    }
    if (mode === 'cancelled') assert.equal(from, undefined);
  }
  assert.equal(keys.size, 80);
});

test('forums: the members each has', () => {
  const sizes = forums().map(({ id, members }) => [id, members.size]);
  assert.deepEqual(sizes, [
    ['apec', 21],
    ['wto', 166],
    ['oecd', 38],
    ['none', 0],
  ]);
  const apec = forumById('apec').members;
  assert.deepEqual(
    [...apec],
    economies.map(({ code, joined }) => [code, joined]),
  );
  assert.equal(forumById('wto').members.get('TW'), 2002);
  assert.equal(forumById('oecd').members.get('KR'), 1996);
  for (const code of ['SG', 'TW', 'CN'] as const) assert.ok(!forumById('oecd').members.has(code));
});
