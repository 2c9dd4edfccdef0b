import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, Position } from 'vscode-languageserver';
import { rich, start } from './client';
import { report, uri } from './report';

/** For all that is asked of one text. It takes a fraction of that; a busy machine may need more. */
const limit = 30_000;

const texts: Readonly<Record<string, string>> = {
  empty: '',
  'a byte order mark': '\ufeff',
  'one line of 5 MB': '本次會議，'.repeat(333_333),
  'one line of 5 MB without a break': '會'.repeat(1_666_667),
  '5 MB of brackets': '（'.repeat(500_000) + '「『《('.repeat(300_000),
  'closing brackets only': '）」』》)'.repeat(100_000),
  'unpaired surrogates': `${report}\n${'\ud842會\udfb7\n'.repeat(5_000)}\ud842`,
  'control characters': String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code)).repeat(10_000),
  '100,000 headings': Array.from({ length: 100_000 }, (_, index) => `${(index % 9) + 1}. 議題`).join('\n'),
  '100,000 Markdown headings': '# 壹、目的\n'.repeat(100_000),
  'deep nesting': Array.from({ length: 20_000 }, (_, index) => `${'#'.repeat((index % 6) + 1)} 一、標題\n（一）標題\n1. 標題\n(1) 標題`).join('\n'), // prettier-ignore
  '200,000 blank lines': '\r\n'.repeat(200_000),
  'a table of 50,000 rows': '5 月 8 日（四）\t出席會議\t首爾\n'.repeat(50_000),
  'digits and dots': '1.'.repeat(200_000),
  'line separators of every kind': '壹、目的\r貳、行程\u2028參、出席\u2029\u0085肆、心得\n\r\n\r'.repeat(2_000),
};

for (const [name, text] of Object.entries(texts))
  test(`${name}: everything is answered, in time and inside the text`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    await editor.settled();
    const started = performance.now();
    const document = await editor.open(uri, text);
    const end = document.positionAt(text.length);
    for (const { range } of await document.pulled()) {
      assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
      assert.deepEqual(document.positionAt(document.offsetAt(range.end)), range.end);
    }
    const symbols = await document.symbols<DocumentSymbol>();
    assert.ok(symbols.every((symbol) => symbol.name.length > 0 && symbol.name.length <= 102));
    await document.foldingRanges();
    await document.hover(end);
    await document.completions(end);
    await document.codeActions({ start: end, end });
    await document.change({ range: { start: end, end }, text: '會' });
    await document.pulled();
    await document.codeActions({ start: end, end }, ['source.fixAll']);
    const took = performance.now() - started;
    assert.ok(took < limit, `${took.toFixed(0)} ms`);
  });

test('a request that makes no sense costs that request only', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  for (const [method, params] of [
    ['textDocument/hover', { textDocument: { uri } }],
    ['textDocument/hover', {}],
    ['textDocument/completion', { textDocument: { uri }, position: null }],
    ['textDocument/codeAction', { textDocument: { uri }, range: {}, context: {} }],
    ['textDocument/noSuchThing', {}],
  ] as const)
    await assert.rejects(editor.connection.sendRequest(method, params), method);
  assert.ok((await document.pulled()).length > 0);
});

test('positions far outside are answered as the nearest place', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  await document.pulled();
  const end = document.positionAt(report.length);
  const firstLineEnd = { line: 0, character: report.indexOf('\n') };
  for (const [outside, nearest] of [
    [{ line: 100_000, character: 100_000 }, end],
    [{ line: 2_147_483_647, character: 0 }, end],
    [{ line: 0, character: 100_000 }, firstLineEnd],
  ] as const) {
    const answers = async (position: Position): Promise<readonly unknown[]> => [
      await document.hover(position),
      await document.completions(position),
      await document.codeActions({ start: position, end: position }),
    ];
    assert.deepEqual(await answers(outside), await answers(nearest));
  }
});
