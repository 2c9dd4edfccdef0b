import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docxOf } from '../../server/src/export/docx';
import { odtOf } from '../../server/src/export/odt';
import { ImportError, importReport, pastedText } from '../../server/src/import/library';
import { documentIn, realReports } from '../unit/export/reports';

const today = { year: 2026, month: 3, day: 1 };
const files: Uint8Array[] = [];

before(async () => {
  const document = documentIn(realReports().find(({ name }) => name.startsWith('clean.'))!.text);
  files.push(await docxOf(document, new Map(), today), odtOf(document, new Map(), today));
});

/** Reads, or says in words why not: anything else is a crash. */
function readOrRefuse(bytes: Uint8Array): void {
  try {
    importReport(bytes, '圖', 'zh-TW');
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error instanceof Error ? error.stack : error));
  }
}

test('an archive with other bytes is read or refused', () => {
  const damage = fc.tuple(fc.nat(1), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true })); // prettier-ignore
  fc.assert(
    fc.property(damage, ([file, places, kept]) => {
      const bytes = Uint8Array.from(files[file]!);
      for (const [at, byte] of places) bytes[Math.floor(at * (bytes.length - 1))] = byte;
      readOrRefuse(kept < 0.3 ? bytes.subarray(0, Math.floor(kept * 3 * bytes.length)) : bytes);
    }),
    { numRuns: 150 },
  );
});

test('XML with other tags, attributes and words is read or refused', () => {
  const cut = fc.tuple(fc.nat(1), fc.nat(3), fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(200), fc.constantFrom('', '<w:p>', '</w:p>', '"', '&', '<w:r/>', '-1', '99999999999', '<text:list>', ']]>', '\u0000')), { minLength: 1, maxLength: 6 })); // prettier-ignore
  fc.assert(
    fc.property(cut, ([file, part, edits]) => {
      const parts = unzipSync(files[file]!);
      const names = Object.keys(parts).filter((name) => name.endsWith('.xml'));
      const name = [names.find((one) => /document\.xml$|content\.xml$/.test(one))!, ...names][part] ?? names[0]!;
      let xml = strFromU8(parts[name]!);
      for (const [at, length, text] of edits) {
        const from = at % (xml.length + 1);
        // Whole tags come out more often than halves: what stays well formed reaches the reader.
        const start = text === '' ? xml.indexOf('<', from) : from;
        const end = text === '' ? xml.indexOf('>', start) + 1 : from + length;
        if (start >= 0 && end > start) xml = xml.slice(0, start) + text + xml.slice(end);
      }
      parts[name] = strToU8(xml);
      readOrRefuse(zipSync(parts));
    }),
    { numRuns: 100 },
  );
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
