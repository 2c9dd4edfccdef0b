/** Documents that nobody here wrote: the test files that the package mammoth carries, made by Word and others. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { importReport } from '../../../server/src/import/library';

const folder = path.resolve(import.meta.dirname, '../../../node_modules/mammoth/test/test-data');

/** The words of each file as a reader sees them. */
const expected: Readonly<Record<string, string>> = {
  'comments.docx': 'Ouch.',
  'embedded-style-map.docx': 'Walking on imported air',
  'empty.docx': '',
  'endnotes.docx': 'Ouch[^1].[^2]\n\n[^1]: A tachyon walks into a bar.\n[^2]: Fin.',
  'external-picture.docx': '',
  'footnote-hyperlink.docx': '[^1]\n\n[^1]: [Example](http://www.example.com)',
  'footnotes.docx': 'Ouch[^1].[^2]\n\n[^1]: A tachyon walks into a bar.\n[^2]: Fin.',
  'simple-list.docx': '- Apple\n- Banana',
  'single-paragraph.docx': 'Walking on imported air',
  'strict-format.docx': 'Test',
  'strikethrough.docx': "Today's Special: Salmon Sold out",
  'tables.docx': 'Above\n\n| Top left | Top right |\n| Bottom left | Bottom right |\n\nBelow',
  'text-box.docx': 'Datum plane',
  'tiny-picture-target-base-relative.docx': '![](圖/image1.png)',
  'tiny-picture.docx': '![](圖/image1.png)',
  'underline.docx': '**The Sunset Tree**',
  'utf8-bom.docx': 'This XML has a byte order mark.',
};

describe('files of others are read whole', () => {
  for (const [name, words] of Object.entries(expected))
    test(name, () => {
      const { text, images } = importReport(readFileSync(path.join(folder, name)), '圖', 'en');
      assert.equal(text.trim(), words);
      assert.equal(images.size, words.includes('image1') ? 1 : 0);
    });

  test('none of the package’s files is left out', () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.docx'));
    assert.deepEqual(there.sort(), Object.keys(expected).sort());
  });
});
