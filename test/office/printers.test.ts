/** Which program makes a PDF, and what becomes of one that fails: with programs made for the test. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { printPdf } from '../../server/src/pdf/printPdf';
import { findPrinters } from '../../server/src/pdf/printers';

const folder = mkdtempSync(path.join(tmpdir(), 'mission-report-printers-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, script: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const printable = { odt: Buffer.from('odt'), html: Buffer.from('html'), hanFont: '標楷體', hanSubstitutes: ['TW-Kai'] };
const ownFolders = (): string[] => readdirSync(tmpdir()).filter((name) => /^mission-report-[A-Za-z\d]{6}$/.test(name));

describe(
  'the program that makes a PDF',
  { skip: process.platform === 'win32' && 'the programs are scripts of a shell' },
  () => {
    test('is found in the folders of PATH that are whole, LibreOffice before a browser', () => {
      const chrome = program('a/google-chrome', 'exit 0');
      const soffice = program('b/soffice', 'exit 0');
      writeFileSync(path.join(folder, 'a/soffice'), 'not executable');
      const found = findPrinters({ PATH: `${folder}/a:${folder}/b:relative` }, 'linux');
      assert.deepEqual(found, [
        { kind: 'libreoffice', program: soffice },
        { kind: 'browser', program: chrome },
      ]);
      assert.deepEqual(findPrinters({ PATH: '.:relative' }, 'linux'), []);
    });

    test('gets a file of its own and fixed words, and the next one is tried where it fails', async () => {
      const bad = program('bad', 'exit 3');
      // The browser's --print-to-pdf=FILE is where the PDF goes.
      const good = program('good', 'for word in "$@"; do case "$word" in --print-to-pdf=*) printf "%%PDF-$#" > "${word#*=}";; esac; done'); // prettier-ignore
      const before = ownFolders();
      const pdf = await printPdf(printable, undefined, [
        { kind: 'libreoffice', program: bad },
        { kind: 'browser', program: good },
      ]);
      assert.match(Buffer.from(pdf).toString(), /^%PDF-\d+$/);
      assert.deepEqual(ownFolders(), before, 'nothing is left behind');
      await assert.rejects(printPdf(printable, undefined, [{ kind: 'libreoffice', program: bad }]), { why: 'failed' });
      await assert.rejects(printPdf(printable, undefined, []), { why: 'no-printer' });
    });
  },
);
