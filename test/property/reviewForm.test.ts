import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digestOf } from '../../server/src/export/digest';
import { wordsOf } from '../../server/src/export/document';
import type { Table } from '../../server/src/export/document';
import { docxOf } from '../../server/src/export/docx';
import { odtOf } from '../../server/src/export/odt';
import { reviewForm } from '../../server/src/export/reviewForm';
import type { Verdict } from '../../server/src/export/reviewForm';
import { parseReport } from '../../server/src/report/parse/parse';
import { odfFaults } from '../unit/export/odfSchema';
import { orderFaults, xmlParts } from '../unit/export/packages';
import { documentIn } from '../unit/export/reports';

/** The items of the form that the checklist speaks to, by the beginning of their words. */
const spokenTo: Readonly<Record<string, readonly string[]>> = {
  '1. 依限繳交': ['deadline'],
  '2. 格式完整': ['cover', 'format'],
  '4. 內容充實': ['content'],
  '5. 建議具參考價值': ['suggestions'],
};
const verdict: fc.Arbitrary<Verdict> = fc.record({
  id: fc.constantFrom('deadline', 'cover', 'format', 'content', 'suggestions', 'notes', 'anything else'),
  state: fc.constantFrom('passed', 'attention', 'failed', 'unwritten', 'manual'),
  detail: fc.oneof(fc.constantFrom('缺「目的」', '逾 3 個月', ''), fc.string({ unit: 'binary', maxLength: 12 })),
});
const verdicts = fc.uniqueArray(verdict, { selector: ({ id }) => id, maxLength: 7 });
const cover = fc.array(fc.constantFrom('出國報告（出國類別：考察）\n', '訪日報告\n', '服務機關：交通部\n', '姓名職稱：周一平處長\n　　　　　吳美專員\n', '出國期間：115 年 3 月 2 日至 5 日\n', '報告日期：115 年 4 月 1 日\n', '\n', '壹、目的\n', '為瞭解。\n', '\u0001', '|', '**'), { maxLength: 9 }).map((lines) => lines.join('')); // prettier-ignore
const today = { year: 2026, month: 1, day: 1 };

test('a box is ticked where all that speaks to it was found right, and nowhere else', () => {
  fc.assert(
    fc.property(cover, verdicts, (text, told) => {
      const document = documentIn(text);
      const fields = digestOf(parseReport(text), document);
      const [abstract] = reviewForm(fields, told, document).front;
      assert.ok(abstract?.kind === 'abstract');
      const [header, items, signatures] = abstract.blocks as readonly Table[];
      // The head of the form is the record of the portal.
      const ofRecord = ['title', 'persons', 'agency', 'category', 'period', 'reportDate'];
      assert.deepEqual(
        header!.rows.map(([, value]) => wordsOf(value!.content)),
        ofRecord.map((id) => fields.find((field) => field.id === id)!.value.replace(/\n/g, ' ')),
      );
      assert.equal(items!.rows.length, 11);
      for (const [item, own, ofAgency] of items!.rows.slice(1)) {
        const words = wordsOf(item!.content);
        const ids = Object.entries(spokenTo).find(([begins]) => words.startsWith(begins))?.[1] ?? [];
        const asked = told.filter(({ id }) => ids.includes(id));
        const isRight = asked.length > 0 && asked.every(({ state }) => state === 'passed');
        assert.equal(wordsOf(own!.content).startsWith('■'), isRight, `${words} ${JSON.stringify(asked)}`);
        // What the agency and the persons decide stays open.
        assert.equal(wordsOf(ofAgency!.content), '□');
        assert.ok(!words.includes('■'));
      }
      for (const cell of signatures!.rows[1]!) assert.equal(wordsOf(cell.content).trim(), '');
    }),
  );
});

test('the form of any report and verdicts is a file in the order of its standard', async () => {
  await fc.assert(
    fc.asyncProperty(cover, verdicts, async (text, told) => {
      const document = documentIn(text);
      const form = reviewForm(digestOf(parseReport(text), document), told, document);
      assert.deepEqual(await odfFaults(odtOf(form, new Map(), today)), []);
      for (const root of xmlParts(await docxOf(form, new Map(), today)).values())
        assert.deepEqual(orderFaults(root), []);
    }),
    { numRuns: 40 },
  );
});
