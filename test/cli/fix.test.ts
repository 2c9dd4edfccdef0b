import assert from 'node:assert/strict';
import { chmodSync, chownSync, linkSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/service';
import { changesOf, edited, wholeText } from '../../server/src/features/fixAll/pieces';
import { unifiedDiff } from '../../server/src/cli/fix/unifiedDiff';
import { replaceFile } from '../../server/src/cli/replaceFile';
import { clean, folderOf, missionReport } from './command';

/** `clean` with one fault that has a safe fix. */
const faulty = clean.replace('了解數位貿易議題之進展。', '了解數位貿易議題之進展。。');

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('check --fix', () => {
  test('applies the safe fixes, says how many and leaves nothing behind', () => {
    const folder = folderOf({ 'a.mission': faulty, 'b.mission': clean });
    const { code, out } = missionReport(['check', '.', '--fix'], { folder });
    assert.equal(code, 0, out);
    assert.match(out, /^places fixed: 1$/m);
    assert.equal(read(folder, 'a.mission'), clean);
    assert.deepEqual(readdirSync(folder).sort(), ['a.mission', 'b.mission']);
  });

  test('gives the bytes that applying the edits of json again and again gives', () => {
    const text = faulty.replace('交換意見', '交換意見 (APEC)，，共有１２項').replace('了解', '暸解（一）(二)');
    const folder = folderOf({ 'a.mission': text });
    let expected = text;
    for (let round = 0; round < 10; round++) {
      const { out } = missionReport(['check', '-', '--format', 'json'], { input: expected });
      interface Edit { start: { offset: number }; end: { offset: number }; text: string } // prettier-ignore
      const { files } = JSON.parse(out) as { files: [{ findings: { fixes: { safety: string; edits: Edit[] }[] }[] }] };
      const fix = files[0].findings.flatMap(({ fixes }) => fixes).find(({ safety }) => safety === 'safe');
      if (!fix) break;
      const edits = fix.edits.map(({ start, end, text: words }) => ({
        start: start.offset,
        end: end.offset,
        text: words,
        expected: expected.slice(start.offset, end.offset),
      }));
      expected = applyEdits(expected, edits);
    }
    missionReport(['check', '.', '--fix'], { folder });
    assert.equal(read(folder, 'a.mission'), expected);
    assert.notEqual(expected, text);
  });

  test('keeps byte order marks, line ends, encodings and mode', () => {
    const windows = faulty.replaceAll('\n', '\r\n');
    const folder = folderOf({
      'mark.mission': `\ufeff${windows}`,
      'wide.mission': Buffer.from(`\ufeff${faulty}`, 'utf16le').swap16(),
    });
    chmodSync(path.join(folder, 'mark.mission'), 0o640);
    assert.equal(missionReport(['check', '.', '--fix'], { folder }).code, 0);
    assert.equal(read(folder, 'mark.mission'), `\ufeff${clean.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(path.join(folder, 'mark.mission')).mode & 0o777, 0o640);
    assert.deepEqual(
      readFileSync(path.join(folder, 'wide.mission')),
      Buffer.from(`\ufeff${clean}`, 'utf16le').swap16(),
    );
  });

  test('leaves a file that needs nothing as it is, down to its time', () => {
    const folder = folderOf({ 'a.mission': clean });
    const before = statSync(path.join(folder, 'a.mission'));
    missionReport(['check', '.', '--fix'], { folder });
    const after = statSync(path.join(folder, 'a.mission'));
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  test('writes what a link points to, and the link stays', () => {
    const folder = folderOf({ 'real/a.mission': faulty });
    symlinkSync('real/a.mission', path.join(folder, 'link.mission'));
    missionReport(['check', 'link.mission', '--fix'], { folder });
    assert.ok(lstatSync(path.join(folder, 'link.mission')).isSymbolicLink());
    assert.equal(read(folder, 'real/a.mission'), clean);
  });

  test('keeps the owner and the other names of a file', { skip: process.platform === 'win32' }, () => {
    const folder = folderOf({ 'a.mission': faulty, 'b.mission': faulty });
    const [a, b] = ['a.mission', 'b.mission'].map((name) => path.join(folder, name)) as [string, string];
    linkSync(a, path.join(folder, 'other name'));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(b, 12345, 12346);
    chmodSync(b, 0o664);
    assert.equal(missionReport(['check', '.', '--fix'], { folder }).code, 0);
    assert.equal(read(folder, 'other name'), clean);
    assert.equal(statSync(a).nlink, 2);
    const { uid, gid, mode } = statSync(b);
    assert.equal(read(folder, 'b.mission'), clean);
    if (isRoot) assert.deepEqual([uid, gid], [12345, 12346]);
    assert.equal(mode & 0o7777, 0o664);
    assert.deepEqual(readdirSync(folder).sort(), ['a.mission', 'b.mission', 'other name']);
  });

  test('says what it could not write, tells what is found there, and mends the others', () => {
    const folder = folderOf({ 'a.mission': faulty, 'b.mission': faulty });
    chmodSync(path.join(folder, 'a.mission'), 0o444);
    const { code, out, error } = missionReport(['check', '.', '--fix', '--format', 'json'], { folder });
    assert.equal(code, 2);
    assert.match(error, /a\.mission: is read-only, and was not written/);
    const { files } = JSON.parse(out) as { files: { path: string; fixed: number; findings: { rule: string }[] }[] };
    assert.deepEqual(files.map(({ fixed }) => fixed), [0, 1]); // prettier-ignore
    assert.ok(files[0]!.findings.some(({ rule }) => rule === 'typography/repeated-punctuation'));
    assert.equal(read(folder, 'a.mission'), faulty);
    assert.equal(read(folder, 'b.mission'), clean);
  });

  test('reports what is left, in json with the number of edits', () => {
    const folder = folderOf({ 'a.mission': faulty });
    const { out } = missionReport(['check', '.', '--fix', '--format', 'json'], { folder });
    const { files } = JSON.parse(out) as { files: [{ fixed: number; findings: { rule: string }[] }] };
    assert.equal(files[0].fixed, 1);
    assert.ok(!files[0].findings.some(({ rule }) => rule === 'typography/repeated-punctuation'));
  });
});

describe('replaceFile', () => {
  test('refuses a file that changed after it was read, and leaves no other', () => {
    const folder = folderOf({ 'a.mission': 'what the author wrote meanwhile' });
    const file = path.join(folder, 'a.mission');
    assert.throws(() => {
      replaceFile(file, Buffer.from('what was read'), Buffer.from('fixed'));
    }, /changed while it was checked/);
    assert.equal(readFileSync(file, 'utf8'), 'what the author wrote meanwhile');
    assert.deepEqual(readdirSync(folder), ['a.mission']);
  });

  test('refuses a file that its author made read-only, whoever asks', () => {
    const folder = folderOf({ 'a.mission': 'x' });
    const file = path.join(folder, 'a.mission');
    chmodSync(file, 0o444);
    assert.throws(() => {
      replaceFile(file, Buffer.from('x'), Buffer.from('y'));
    }, /read-only/);
    assert.equal(readFileSync(file, 'utf8'), 'x');
  });

  test('refuses one with other names that changed meanwhile, and writes a shorter text over a longer one', () => {
    const folder = folderOf({ 'a.mission': 'what was read' });
    const file = path.join(folder, 'a.mission');
    linkSync(file, path.join(folder, 'b.mission'));
    assert.throws(() => {
      replaceFile(file, Buffer.from('other'), Buffer.from('y'));
    }, /changed while/);
    replaceFile(file, Buffer.from('what was read'), Buffer.from('short'));
    assert.equal(readFileSync(path.join(folder, 'b.mission'), 'utf8'), 'short');
  });

  test('refuses a file that is gone', () => {
    const folder = folderOf({});
    assert.throws(() => {
      replaceFile(path.join(folder, 'a.mission'), Buffer.from('x'), Buffer.from('y'));
    }, /no such file/);
    assert.deepEqual(readdirSync(folder), []);
  });
});

/** What another program makes of `text` by the diff; false where it does not fit. */
const patched = (text: string, diff: string): string | false =>
  applyPatch(text, diff, { autoConvertLineEndings: false });

describe('check --fix --dry-run', () => {
  test('prints a diff, writes nothing and ends with what would be left', () => {
    const folder = folderOf({ 'deep/a.mission': `\ufeff${faulty}`, 'b.mission': clean });
    const { code, out, error } = missionReport(['check', '.', '--fix', '--dry-run'], { folder });
    assert.equal(error, '');
    assert.equal(code, 0);
    assert.equal(read(folder, 'deep/a.mission'), `\ufeff${faulty}`);
    assert.match(out, /^--- a\/deep\/a\.mission\n\+\+\+ b\/deep\/a\.mission\n@@ -\d+,7 \+\d+,7 @@\n/);
    assert.match(out, /^-了解數位貿易議題之進展。。\n\+了解數位貿易議題之進展。$/m);
    assert.equal(patched(`\ufeff${faulty}`, out), `\ufeff${clean}`);
  });

  test('takes standard input', () => {
    const { out } = missionReport(['check', '-', '--fix', '--dry-run', '--stdin-filename', 'x.mission'], {
      input: faulty,
    });
    assert.ok(out.startsWith('--- a/x.mission\n'));
  });

  test('any edits of any text, in several rounds: the diff makes of the old text the new one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '字'), maxLength: 60 });
    const round = fc.array(fc.tuple(fc.nat(), fc.nat(5), text), { maxLength: 4 });
    fc.assert(
      fc.property(text, fc.array(round, { maxLength: 3 }), (original, rounds) => {
        let now = original;
        let pieces = wholeText(original);
        for (const spans of rounds) {
          let at = -1;
          const edits = spans
            .map(([start, length, words]) => ({ start: start % (now.length + 1), length, text: words }))
            .sort((a, b) => a.start - b.start)
            .flatMap(({ start, length, text: words }) => {
              if (start <= at) return [];
              const end = Math.min(now.length, start + length);
              at = end;
              return [{ start, end, text: words, expected: now.slice(start, end) }];
            });
          pieces = edited(pieces, edits);
          now = applyEdits(now, edits);
        }
        const changes = changesOf(pieces, original.length);
        assert.equal(applyEdits(original, changes.map((change) => ({ ...change, expected: original.slice(change.start, change.end) }))), now); // prettier-ignore
        const diff = unifiedDiff('a', original, changes);
        assert.equal(diff === '' ? original : patched(original, diff), now);
      }),
      { numRuns: 2000 },
    );
  });
});
