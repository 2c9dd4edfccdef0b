import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderOf, missionReport } from './command';

test('a new report is printed with all that was asked for; only what is to be filled in is found', () => {
  const given = ['--title', '出席數位貿易會議報告', '--category', '開會', '--agency', '經濟部國際貿易署', '--person', '林若涵科長', '--person', '陳以安科員', '--destination', '韓國濟州', '--from', '2025-05-08', '--to', '2025-05-09', '--report-date', '2025-06-20']; // prettier-ignore
  const { code, out, error } = missionReport(['new', ...given]);
  assert.equal(error, '');
  assert.equal(code, 0);
  for (const words of [
    '出席數位貿易會議報告',
    '服務機關：經濟部國際貿易署',
    '姓名職稱：林若涵科長、陳以安科員',
    '派赴國家/地區：韓國濟州',
    '出國期間：114年5月8日至5月9日',
    '報告日期：114年6月20日',
    '5月9日（五）',
  ])
    assert.ok(out.includes(words), words);
  const checked = missionReport(['check', '-', '--format', 'json'], { input: out }).out;
  const [file] = (JSON.parse(checked) as { files: { findings: { rule: string; severity: string }[] }[] }).files;
  const errors = file!.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  assert.deepEqual([...new Set(errors)], ['structure/placeholder']);
});

test('an event gives name, place and dates; what is asked for goes before it', () => {
  const { out } = missionReport(['new', '--event', '2024-som3', '--markdown', '--destination', '利馬']);
  assert.match(out, /^# 出席2024 年亞太經濟合作（APEC）.*報告$/m);
  assert.match(out, /^## /m);
  assert.match(out, /派赴國家\/地區：利馬$/m);
  assert.match(out, /出國期間：113年8月/);
});

test('the skeleton fits the kind of the journey', () => {
  const given = ['--profile', 'central', '--category', '考察', '--host', '大阪國稅局', '--from', '2025-08-10', '--to', '2025-08-12']; // prettier-ignore
  const { out } = missionReport(['new', ...given]);
  assert.match(out, /^二、拜會大阪國稅局$/m);
  assert.match(out, /^8月10日（日）\t啟程$/m);
  assert.doesNotMatch(out, /會議/);
  assert.doesNotMatch(missionReport(['new', '--profile', 'university', '--category', '開會']).out, /率團|會員/);
});

test('a file is written once, and again only by --force', () => {
  const folder = folderOf({ 'there.mission': 'mine' });
  const first = missionReport(['new', '-o', 'a.mission', '--profile', 'central'], { folder });
  assert.deepEqual([first.code, first.out, first.error], [0, '', '']);
  assert.match(readFileSync(path.join(folder, 'a.mission'), 'utf8'), /^出國報告/);
  const again = missionReport(['new', '--output', 'there.mission'], { folder });
  assert.equal(again.code, 2);
  assert.match(again.error, /there\.mission: exists and was not written; --force overwrites it/);
  assert.equal(readFileSync(path.join(folder, 'there.mission'), 'utf8'), 'mine');
  assert.equal(missionReport(['new', '-o', 'there.mission', '--force'], { folder }).code, 0);
  assert.match(readFileSync(path.join(folder, 'there.mission'), 'utf8'), /^出國報告/);
});
