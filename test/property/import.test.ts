import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { docxOf } from '../../server/src/export/docx';
import { odtOf } from '../../server/src/export/odt';
import { ImportError, importReport, pastedText } from '../../server/src/import/library';
import { documentIn, realReports } from '../unit/export/reports';
import { damageDraw, damaged } from './damage';
import type { DamageDraw } from './damage';

const today = { year: 2026, month: 3, day: 1 };
const files: Uint8Array[] = [];

before(async () => {
  const document = documentIn(realReports().find(({ name }) => name.startsWith('clean.'))!.text);
  files.push(await docxOf(document, new Map(), today), odtOf(document, new Map(), today));
});

/** Milliseconds that reading a small file may take, whatever was done to it. */
const longest = 3000;
/** Bytes that the text of a small file may have. */
const largest = 3_000_000;

/** Reads, or says in words why not: anything else is a crash. */
function readOrRefuse(bytes: Uint8Array): void {
  const started = performance.now();
  try {
    const { text, images } = importReport(bytes, '圖', 'zh-TW');
    assert.ok(text.length < largest, `${text.length} characters`);
    for (const name of images.keys()) assert.match(name, /^image\d+\.\w+$/);
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error instanceof Error ? error.stack : error));
  }
  const took = performance.now() - started;
  assert.ok(took < longest, `${took.toFixed(0)} ms`);
}

test('a file with any damage is read or refused in words, soon, and nothing of it leads anywhere', () => {
  fc.assert(
    fc.property(fc.nat(1), fc.array(damageDraw, { minLength: 1, maxLength: 2 }), (file, draws) => {
      let bytes = files[file]!;
      for (const draw of draws) {
        try {
          bytes = damaged(bytes, draw);
        } catch {
          // The first damage left no archive that the second could open.
        }
      }
      readOrRefuse(bytes);
    }),
    { numRuns: 150 },
  );
});

test('each damage of the archive is refused with its own word, or does no harm', () => {
  const wordOf = (bytes: Uint8Array): string => {
    try {
      importReport(bytes, '圖', 'zh-TW');
      return 'read';
    } catch (error) {
      assert.ok(error instanceof ImportError, String(error));
      return error.why;
    }
  };
  const words = (draw: DamageDraw): string[] => files.map((file) => wordOf(damaged(file, draw)));
  const parts = (added: Extract<DamageDraw, { kind: 'parts' }>['added']): string[] => words({ kind: 'parts', added });
  assert.deepEqual(parts('swollen'), ['too-large', 'too-large']);
  assert.deepEqual(parts('many'), ['too-large', 'too-large']);
  assert.deepEqual(parts('outside'), ['read', 'read']);
  assert.deepEqual(parts('entities'), ['broken', 'broken']);
  assert.deepEqual(parts('missing'), ['no-document', 'no-document']);
  assert.deepEqual(parts('empty'), ['broken', 'broken']);
  assert.deepEqual(words({ kind: 'bytes', places: [], kept: 0.5 }), ['broken', 'broken']);
  assert.deepEqual(words({ kind: 'bytes', places: [], kept: 0 }), ['no-archive', 'no-archive']);
  assert.deepEqual(words({ kind: 'statements', field: 8, entry: 0, value: 1 }), ['encrypted', 'encrypted']);
});

test('any HTML is pasted without a crash', () => {
  const piece = fc.constantFrom('<p>', '</p>', '<ol>', '<li>', '</ol>', '<table>', '<tr>', '<td>', '</table>', '<b>', '</b>', '<span style="mso-list:Ignore">', '</span>', '<br>', '<h1>', '一、', '甲', '&nbsp;', '&#0;', '<!--', '-->', '<![if !x]>', '<pre>', '\n'); // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      pastedText(`<ul>${pieces.join('')}`);
    }),
  );
  assert.equal(typeof pastedText('<table>'.repeat(5000)), 'undefined');
});
