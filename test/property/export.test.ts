import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { docxOf } from '../../server/src/export/docx';
import { htmlOf } from '../../server/src/export/html';
import { odtOf } from '../../server/src/export/odt';
import { assertHtmlTags, mainOf, orderFaults, xmlParts } from '../unit/export/packages';
import { odfFaults } from '../unit/export/odfSchema';
import { documentIn, readingOf } from '../unit/export/reports';

const piece = fc.constantFrom(
  '出國報告（出國類別：考察）\n', '服務機關：', '經濟部\n', '姓名職稱：\n', '摘要\n', '# 摘要\n', '目次\n', '壹、目的\t2\n', '壹、目的\n', '## 貳、行程\n',
  '參、會議：\n', '一、會議\n', '（一）', '(1) ', '1. ', '1、', '甲、', '- ', '  - ', '**', '*', '|', '|---|\n', '\t', '`', '```\n', '> ', '[^1]', '[^1]: 註\n', '[a](https://a.tw)',
  '![圖](a.png)', '表 1　題\n', '圖 2：題\n', '<br>', '<!--', '-->', '<script>', '&amp;', '&#0;', '&#xd800;', '\\', '---\n', '\f', '\u0000', '\u001b', '\ufffe', '𠮷', '\ud842', '\udfb7',
  '\u3000', '   ', '\r\n', '\r', '\n', '\n\n', '。', '，', '：', 'a', '1', '字',
); // prettier-ignore
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const today = { year: 2026, month: 1, day: 1 };

test('any text is exported: nothing throws, XML is well formed and in the order of its standard, HTML closes its tags', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      const document = documentIn(source);
      for (const root of xmlParts(await docxOf(document, new Map(), today)).values())
        assert.deepEqual(orderFaults(root), []);
      assert.deepEqual(await odfFaults(odtOf(document, new Map(), today)), []);
      assertHtmlTags(mainOf(htmlOf(document, new Map())));
    }),
    { numRuns: 150 },
  );
});

test('what a document says holds no half of a surrogate pair and no control character', () => {
  fc.assert(
    fc.property(text, (source) => {
      const reading = readingOf(documentIn(source));
      assert.doesNotThrow(() => encodeURIComponent(reading)); // throws for half a pair
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      assert.ok(!/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/.test(reading));
    }),
  );
});
