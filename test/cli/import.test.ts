import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { faulty, folderOf, missionReport } from './command';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYGD4z8AAAAMBAQC4pDVhAAAAAElFTkSuQmCC', 'base64'); // prettier-ignore

/** A folder with a report, its image and the files that `export` makes of it. */
function exported(text = faulty): string {
  const folder = folderOf({ 'a.mission.md': `${text}\n![會場](a.png)\n`, 'a.png': png });
  for (const kind of ['docx', 'odt'])
    assert.equal(missionReport(['export', 'a.mission.md', '--to', kind], { folder }).code, 0);
  return folder;
}

describe('mission-report import', () => {
  for (const kind of ['docx', 'odt'])
    test(`makes a report of ${kind} beside it, with its images, and never writes over one`, () => {
      const folder = exported();
      const run = (...words: string[]): ReturnType<typeof missionReport> =>
        missionReport(['import', `a.${kind}`, ...words], { folder });
      const refused = run();
      assert.equal(refused.code, 2);
      assert.match(refused.error, /a\.mission\.md: exists/);
      const done = run('-o', 'b.mission.md');
      assert.deepEqual([done.code, done.out, done.error], [0, '', '']);
      const text = readFileSync(path.join(folder, 'b.mission.md'), 'utf8');
      assert.ok(text.includes('服務機關：數位發展部') && text.includes('壹、目的'));
      assert.match(text, /!\[會場\]\(b\.圖片\/image1\.png\)/);
      assert.ok(readFileSync(path.join(folder, 'b.圖片/image1.png')).equals(png));
      assert.equal(run('-o', 'b.mission.md').code, 2);
      assert.equal(run('-o', 'b.mission.md', '--force').code, 0);
      assert.ok(run('-o', '-').out.startsWith('出國報告'));
    });

  test('checks Word and ODF files as they are, and says chapter, paragraph and words', () => {
    const folder = exported();
    const text = missionReport(['check', 'a.mission.md'], { folder });
    const found = (out: string): string[] => [...out.matchAll(/ ([a-z]+\/[a-z-]+)$/gm)].map(([, id]) => id!).sort();
    assert.equal(text.code, 1);
    for (const kind of ['docx', 'odt']) {
      const { code, out } = missionReport(['check', `a.${kind}`], { folder });
      assert.equal(code, 1);
      assert.match(out, new RegExp(`^a\\.${kind} .+, paragraph \\d+, “.+” error .+ dates/weekday$`, 'm'));
      assert.ok(
        found(out).every((id) => found(text.out).includes(id) || id === 'structure/toc-mismatch'),
        out,
      );
      const refused = missionReport(['check', `a.${kind}`, '--fix'], { folder });
      assert.equal(refused.code, 2);
      assert.match(refused.error, /not fixed in place/);
    }
  });

  test('says of each file that can’t be read why, and leaves nothing behind', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30_000_000), '[Content_Types].xml': strToU8('<a/>') });
    const folder = folderOf({
      'text.docx': 'no archive',
      'old.docx': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'secret.docx': Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'cut.docx': Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })).subarray(0, 40),
      'bomb.docx': Buffer.from(bomb),
      'other.odt': Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
    });
    for (const [name, why] of [
      ['text.docx', /neither a Word/],
      ['old.docx', /old format/],
      ['secret.docx', /password/],
      ['cut.docx', /broken/],
      ['bomb.docx', /too large/],
      ['other.odt', /no text document/],
      ['none.docx', /no such file/],
    ] as const) {
      const { code, error, out } = missionReport(['import', name], { folder });
      assert.equal(code, 2, name);
      assert.match(error, why);
      assert.equal(out, '');
    }
    assert.ok(readdirSync(folder).every((name) => !name.endsWith('.md')));
  });

  test('of a folder Word and ODF files are imported; nothing is written where an image is in the way', () => {
    const folder = exported();
    assert.equal(missionReport(['import', '.', '-o', 'in'], { folder }).code, 2); // a.docx and a.odt, both to one place
    renameSync(path.join(folder, 'a.odt'), path.join(folder, 'b.odt'));
    assert.equal(missionReport(['import', '.', '-o', 'in'], { folder }).code, 0);
    assert.deepEqual(readdirSync(path.join(folder, 'in')).sort(), ['a.mission.md', 'a.圖片', 'b.mission.md', 'b.圖片']);
    rmSync(path.join(folder, 'in/a.mission.md'));
    const { code, error } = missionReport(['import', 'a.docx', '-o', 'in'], { folder });
    assert.equal(code, 2);
    assert.match(error, /in\/a\.圖片\/image1\.png: exists and was not written/);
    assert.ok(!existsSync(path.join(folder, 'in/a.mission.md')));
    mkdirSync(path.join(folder, 'empty'));
    assert.match(missionReport(['import', 'empty'], { folder }).error, /no Word \(\.docx\) or ODF \(\.odt\) file/);
  });

  test('imports several files into a folder, and goes on behind one that can’t be read', () => {
    const folder = exported();
    writeFileSync(path.join(folder, 'bad.docx'), 'bad');
    const { code, error } = missionReport(['import', 'bad.docx', 'a.docx', '-o', 'in/'], { folder });
    assert.equal(code, 2);
    assert.match(error, /bad\.docx/);
    assert.ok(existsSync(path.join(folder, 'in/a.mission.md')));
    assert.equal(missionReport(['import', 'a.docx', 'a.odt', '-o', '-'], { folder }).code, 2);
  });
});
