import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { faulty, folderOf, missionReport } from './command';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC', 'base64'); // prettier-ignore

const partsOf = (file: string): string[] => Object.keys(unzipSync(readFileSync(file)));

describe('export', () => {
  test('writes beside the report, once, and over it only when told to', () => {
    const folder = folderOf({ 'a.mission.md': faulty });
    assert.deepEqual(missionReport(['export', 'a.mission.md', '--to', 'docx'], { folder }), {
      code: 0,
      out: '',
      error: '',
    });
    assert.deepEqual(readdirSync(folder).sort(), ['a.docx', 'a.mission.md']);
    assert.ok(partsOf(path.join(folder, 'a.docx')).includes('word/document.xml'));
    const again = missionReport(['export', 'a.mission.md', '--to', 'docx'], { folder });
    assert.deepEqual(
      [again.code, again.error],
      [2, 'mission-report: a.docx: exists and was not written; --force overwrites it\n'],
    );
    assert.equal(missionReport(['export', 'a.mission.md', '--to', 'docx', '--force'], { folder }).code, 0);
  });

  test('several files go into a folder that is made; one that can’t be read costs only itself', () => {
    const folder = folderOf({
      'a.mission.md': faulty,
      'b.mission.txt': faulty,
      'c.mission.md': Buffer.from([0x41, 0xff]),
    });
    const { code, error } = missionReport(
      ['export', 'a.mission.md', 'b.mission.txt', 'c.mission.md', '--to', 'odt', '-o', 'out'],
      { folder },
    );
    assert.equal(code, 2);
    assert.match(error, /^mission-report: c\.mission\.md: not UTF-8/);
    assert.deepEqual(readdirSync(path.join(folder, 'out')).sort(), ['a.odt', 'b.odt']);
    assert.equal(
      missionReport(['export', 'a.mission.md', 'b.mission.txt', '--to', 'odt', '-o', 'a.mission.md'], { folder }).code,
      2,
    );
  });

  test('of a folder the reports are exported, and nothing else; two are never written to one place', () => {
    const folder = folderOf({ 'in/a.mission.md': faulty, 'in/notes.md': '# 備忘\n\n買機票\n', 'in/c.txt': faulty, 'b/a.txt': faulty, 'none/x.md': '無' }); // prettier-ignore
    const run = (...args: string[]): ReturnType<typeof missionReport> => missionReport(['export', ...args], { folder });
    assert.equal(run('in', '--to', 'html', '-o', 'out').code, 0);
    assert.deepEqual(readdirSync(path.join(folder, 'out')).sort(), ['a.html', 'c.html']);
    const same = run('in', 'b/a.txt', '--to', 'html', '-o', 'both', '--force');
    assert.equal(same.code, 2);
    assert.match(same.error, /in\/a\.mission\.md and b\/a\.txt would both be written to both\/a\.html/);
    assert.ok(!existsSync(path.join(folder, 'both')));
    const none = run('none', '--to', 'html');
    assert.deepEqual([none.code, none.error], [2, 'mission-report: none: no mission report in this folder\n']);
  });

  test('makes the folders of its output; where it can’t, or may not write, it says so', () => {
    const folder = folderOf({ 'a.mission.md': faulty, file: 'x' });
    const run = (out: string): ReturnType<typeof missionReport> =>
      missionReport(['export', 'a.mission.md', '--to', 'odt', '-o', out], { folder });
    assert.equal(run('new/deep/a.odt').code, 0);
    assert.ok(existsSync(path.join(folder, 'new/deep/a.odt')));
    const { code, error } = run('file/a.odt');
    assert.deepEqual([code, error], [2, 'mission-report: file: this folder can’t be made\n']);
  });

  test('reads standard input and writes standard output', () => {
    const { code, out } = missionReport(['export', '-', '--to', 'html', '-o', '-'], { input: faulty });
    assert.equal(code, 0);
    assert.match(out, /^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    assert.equal(missionReport(['export', '-', '--to', 'html'], { input: faulty }).code, 2);
  });

  test('images come from the report’s folder; what is elsewhere is said and not read', () => {
    const text = `${faulty}\n![內](圖/a.png)\n\n![外](../b.png)\n\n![無](c.png)\n`;
    const folder = folderOf({ 'r/a.mission.md': text, 'r/圖/a.png': png, 'b.png': png });
    const { code, error } = missionReport(['export', 'r/a.mission.md', '--to', 'odt'], { folder });
    assert.equal(code, 0);
    assert.match(error, /the image \.\.\/b\.png is not in the report’s folder/);
    assert.match(error, /the image c\.png is not there/);
    assert.deepEqual(
      partsOf(path.join(folder, 'r/a.odt')).filter((name) => name.startsWith('Pictures/')),
      ['Pictures/1.png'],
    );
  });

  test('the digest record is JSON on standard output, with dates as the portal writes them', () => {
    const folder = folderOf({ 'a.mission.md': faulty });
    const record = JSON.parse(
      missionReport(['export', 'a.mission.md', '--to', 'digest', '-o', '-'], { folder }).out,
    ) as Record<string, string>;
    assert.deepEqual(
      { ...record, abstract: undefined },
      {
        title: '出席數位經濟會議報告', persons: '王小明科長', agency: '數位發展部', category: '開會', period: '113/08/16 至 113/08/24',
        places: '秘魯利馬', reportDate: '113/09/11', keywords: '', abstract: undefined,
      },
    ); // prettier-ignore
    assert.match(record['abstract']!, /^本次會議/);
  });

  test('the review form ticks what was checked and found right, and nothing that a person judges', () => {
    const folder = folderOf({ 'a.mission.md': faulty });
    assert.equal(missionReport(['export', 'a.mission.md', '--to', 'review', '-o', 'a.html'], { folder }).code, 0);
    const html = readFileSync(path.join(folder, 'a.html'), 'utf8');
    const row = (words: string): string => html.slice(html.indexOf(words)).split('</tr>')[0]!;
    assert.ok(row('1. 依限繳交').includes('■'));
    assert.ok(!row('3. 無抄襲').includes('■'));
    assert.ok(!row('6. 送本機關').includes('■'));
  });

  test('a wrong use is said', () => {
    const folder = folderOf({ 'a.mission.md': faulty });
    for (const [args, words] of [
      [['export', '--to', 'docx'], /name the reports to export/],
      [['export', 'a.mission.md'], /name the format/],
      [['export', 'a.mission.md', '--to', 'doc'], /known values: docx, odt, html, pdf, review, digest/],
      [['export', 'a.mission.md', '--to', 'docx', '-o', 'a.odt'], /may end in \.docx/],
      [['export', 'b.mission.md', '--to', 'docx'], /b\.mission\.md: no such file/],
    ] as const) {
      const { code, error } = missionReport([...args], { folder });
      assert.equal(code, 2);
      assert.match(error, words);
    }
    assert.ok(!existsSync(path.join(folder, 'a.odt')));
  });

  test('without a program that prints, it says what to install', () => {
    const folder = folderOf({ 'a.mission.md': faulty });
    const { code, error } = missionReport(['export', 'a.mission.md', '--to', 'pdf'], {
      folder,
      env: { PATH: '/nowhere' },
    });
    assert.equal(code, 2);
    assert.match(error, /install LibreOffice, Microsoft Edge or Google Chrome/);
  });
});
