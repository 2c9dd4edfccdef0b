import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AcronymEntry } from '../../../../server/src/report/model/mentions';
import { parseReport } from '../../../../server/src/report/parse/parse';

const parse = (body: string): ReturnType<typeof parseReport> =>
  parseReport(`服務機關：數位發展部\n壹、目的\n${body}\n`);

function entryOf(body: string, acronym: string): AcronymEntry {
  const entry = parse(body).acronyms.entries.get(acronym);
  assert.ok(entry, `${acronym} is not found`);
  return entry;
}

test('the ways to give a full name', () => {
  for (const words of [
    '區域資料交換論壇（RDEF）',
    '區域資料交換論壇 (RDEF)',
    '區域資料交換論壇（Regional Data Exchange Forum, RDEF）',
    '區域資料交換論壇（RDEF, Regional Data Exchange Forum）',
    '區域資料交換論壇（以下簡稱 RDEF）',
    '區域資料交換論壇（英文縮寫為 RDEF）',
    'Regional Data Exchange Forum (RDEF)',
    'RDEF（Regional Data Exchange Forum）',
  ]) {
    const { definitions, uses } = entryOf(`一、${words}將於明年成立。`, 'RDEF');
    assert.equal(definitions.length, 1, words);
    assert.equal(uses.body, 0, words);
  }
});

test('what stands in brackets behind an acronym need not be its name', () => {
  for (const words of ['RDEF（Seoul, Korea）', 'RDEF（8月21日）', 'RDEF (in English)'])
    assert.equal(entryOf(`一、${words}`, 'RDEF').definitions.length, 0, words);
});

test('the first use is in the report’s own words', () => {
  const body = [
    '一、「RDEF 的未來」為題。',
    '二、The Future of RDEF in Asia，見 https://www.RDEF.org/a 及 RDEF/WP/12 號文件。',
    '三、會員支持 RDEF 工作。',
  ].join('\n');
  const { firstUse, uses } = entryOf(body, 'RDEF');
  assert.equal(parse(body).text.slice(firstUse.body!.end), ' 工作。\n');
  // An address is no use.
  assert.equal(uses.body, 4);
});

test('headings define and are counted by themselves', () => {
  const { definitions, inHeadings, uses } = entryOf(
    '一、區域資料交換論壇（RDEF）\n二、RDEF 對話\n（一）RDEF 由韓國主辦。',
    'RDEF',
  );
  assert.deepEqual([definitions.map(({ inHeading }) => inHeading), inHeadings, uses.body], [[true], 1, 1]);
});
