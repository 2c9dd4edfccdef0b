import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rich, start } from './client';
import { report, uri } from './report';

const words = fc.constantFrom(
  '', '。', '。。', '\n', '\r\n', '\r', '\n\n', '𠮷', '\u3000', '（', '）', '「', '」', '壹、目的\n', '貳、行程\n', '摘要\n', '一、', '（一）', '1. ', '(1) ',
  '114 年 2 月 30 日', '5 月 8 日（三）', '服務機關：', '美國、日本及我國共 3 個會員出席', 'APEC', '紐西蘭', '|', '\t', '# ', 'ａ', '...',
); // prettier-ignore
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.record({ from: place, length: fc.nat(30), text: words });
/** Several changes in one notification, several notifications. */
const session = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

test('after any edits, findings, symbols and folding are those of a copy opened anew', async (t) => {
  const editor = await start(t, { capabilities: rich });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(session, fc.boolean(), async (notifications, reads) => {
      const document = await editor.open(`${uri}?${count++}`, report);
      for (const edits of notifications) {
        // Each change sees the ones before it, so that they are made one by one and sent together.
        let text = document.text;
        const changes = edits.map(({ from, length, text: inserted }) => {
          const start = Math.round(from * text.length);
          const end = Math.min(text.length, start + length);
          const range = { start: positionIn(text, start), end: positionIn(text, end) };
          text = text.slice(0, offsetIn(text, range.start)) + inserted + text.slice(offsetIn(text, range.end));
          return { range, text: inserted };
        });
        await document.change(...changes);
        assert.equal(document.text, text);
        if (reads) await document.pull();
      }
      const copy = await editor.open(`${uri}?${count++}`, document.text);
      const [edited, fresh] = await Promise.all(
        [document, copy].map(async (one) => ({
          findings: (await one.pulled()).map(({ relatedInformation, ...rest }) => ({
            ...rest,
            related: relatedInformation?.map(({ message, location }) => ({ message, range: location.range })),
          })),
          symbols: await one.symbols(),
          folding: await one.foldingRanges(),
        })),
      );
      assert.deepEqual(edited, fresh);
      await document.close();
      await copy.close();
    }),
    { numRuns: 60 },
  );
});

/** Line starts of `text`, as the protocol counts lines. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const starts = lineStarts(text);
  const line = starts.filter((start) => start <= offset).length - 1;
  const end = /\r\n|\r|\n|$/.exec(text.slice(starts[line]))!.index + starts[line]!;
  return { line, character: Math.min(offset, end) - starts[line]! };
}

function offsetIn(text: string, { line, character }: { line: number; character: number }): number {
  return lineStarts(text)[line]! + character;
}

test('positions outside of the text mean its nearest place', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const far = { line: 99_999, character: 99_999 };
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: far, end: far }, text: '一\n二\n' },
      { range: { start: far, end: { line: 100_001, character: 0 } }, text: '三\n四。。' },
      { range: { start: { line: 0, character: 5000 }, end: { line: 0, character: 6000 } }, text: '書。。' },
    ],
  });
  const expected = `${report}一\n二\n三\n四。。`.replace('出國報告\n', '出國報告書。。\n');
  const copyUri = 'file:///reports/copy.mission.txt';
  const copy = await editor.open(copyUri, expected);
  // Related places name their document.
  const ofCopy = JSON.stringify(await copy.pulled()).replaceAll(copyUri, uri);
  assert.deepEqual(await document.pulled(), JSON.parse(ofCopy));
});
