import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReport } from '../../../../server/src/report/parse/parse';
import { nearMissesOf } from '../../../../server/src/rules/acronyms/nearMisses';
import { emptyGlossary } from '../../../../server/src/rules/engine/glossary';

const context = { glossary: emptyGlossary };
const missesOf = (body: string): Record<string, string> =>
  Object.fromEntries(nearMissesOf(parseReport(`壹、目的\n一、${body}\n`).units.acronyms, context));

test('one letter changed, put in, left out or swapped is a slip', () => {
  for (const slip of ['CPTBP', 'CPTTPP', 'CPTP', 'CPTPT', 'CTPPP'])
    assert.deepEqual(missesOf(`CPTPP 成員歡迎 ${slip} 檢討。`), { [slip]: 'CPTPP' }, slip);
});

test('two slips, a known acronym and a short one are none', () => {
  assert.deepEqual(missesOf('CPTPP 與 CXTPX、DEPA 與 CEPA、CTI 與 CTE、CTQ 之比較。'), {});
});

test('an acronym of the report itself is a right one too', () => {
  assert.deepEqual(missesOf('區域資料交換論壇（RDXEF）於 RDXFE 會議後成立，RDXEF 由韓國主辦。'), { RDXFE: 'RDXEF' });
});

test('one that the folder knows is right', () => {
  const glossary = { ...emptyGlossary, acronyms: new Map([['CPTP', { chinese: '某計畫', english: '' }]]) };
  const report = parseReport('壹、目的\n一、CPTPP 成員歡迎 CPTP 檢討。\n');
  assert.deepEqual([...nearMissesOf(report.units.acronyms, { glossary })], []);
});

test('many unknown acronyms are not compared with each other', () => {
  const name = (index: number): string =>
    [0, 1, 2, 3].map((place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26))).join('');
  const timeOf = (count: number): number => {
    const words = Array.from({ length: count }, (_, index) => `名稱倡議（${name(index)}Q）、${name(index)}Z`);
    const report = parseReport(`壹、目的\n${words.join('\n')}\n`);
    const started = performance.now();
    nearMissesOf(report.units.acronyms, context);
    return performance.now() - started;
  };
  timeOf(500);
  // Ten times as many take ten times as long, not a hundred; the rest is room for a busy machine.
  const small = Math.min(timeOf(500), timeOf(500), timeOf(500));
  assert.ok(timeOf(5000) < Math.max(1, small) * 60);
});
