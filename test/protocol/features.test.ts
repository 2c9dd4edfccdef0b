import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { rich, start } from './client';
import { report, uri } from './report';

/** Names only, as a tree. */
type Names = readonly [string, ...Names[]];
const namesOf = ({ name, children = [] }: DocumentSymbol): Names => [name, ...children.map(namesOf)];

test('the outline goes from 壹 down to (1)', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report);
  const symbols = await document.symbols<DocumentSymbol>();
  const proceedings = symbols.find(({ name }) => name === '參、出席會議情形')!;
  assert.deepEqual(namesOf(proceedings), [
    '參、出席會議情形',
    [
      '一、數位貿易研討會',
      ['（一）研討會由韓國及智利共同主辦'],
      [
        '（二）討論要點如次',
        ['1. 能力建構', ['(1)加拿大建議先盤點現有倡議'], ['(2)新加坡願意分享經驗']],
        ['2. 供應鏈韌性'],
      ],
    ],
  ]);
  assert.deepEqual(
    symbols.map(({ name }) => name.slice(0, 4)),
    ['出席亞太', '摘要', '壹、目的', '貳、行程', '參、出席', '肆、心得'],
  );
  const walk = (symbol: DocumentSymbol): void => {
    const [start, end] = [symbol.range.start, symbol.range.end].map((at) => document.offsetAt(at)) as [number, number];
    assert.ok(document.offsetAt(symbol.selectionRange.start) >= start);
    assert.ok(document.offsetAt(symbol.selectionRange.end) <= end);
    assert.notEqual(symbol.name.trim(), '');
    symbol.children?.forEach(walk);
  };
  symbols.forEach(walk);
});

test('a client that knows no tree gets the outline as a list', async (t) => {
  const editor = await start(t);
  const document = await editor.open(uri, report);
  const symbols = await document.symbols<SymbolInformation>();
  const item = symbols.find(({ name }) => name.startsWith('(1)'))!;
  assert.equal(item.containerName, '1. 能力建構');
  assert.equal(item.location.uri, uri);
  assert.match(document.at(item.location.range), /^\(1\) 加拿大建議/);
  assert.ok(symbols.every((symbol) => !('children' in symbol)));
});

test('sections fold, and no more ranges come than the client wants', async (t) => {
  const everything = await start(t);
  const document = await everything.open(uri, report);
  const ranges = await document.foldingRanges();
  const lines = report.split('\n');
  const first = lines.indexOf('參、出席會議情形');
  const last = lines.findIndex((line) => line.startsWith('2. 供應鏈韌性'));
  assert.ok(ranges.some(({ startLine, endLine }) => startLine === first && endLine === last));

  const few = await start(t, { capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } });
  const limited = await (await few.open(uri, report)).foldingRanges();
  assert.equal(limited.length, 2);
  assert.ok(
    limited.some(({ startLine }) => startLine === first),
    'the longest are kept',
  );
});

test('completion replaces what is typed, with tab stops only for who knows them', async (t) => {
  const text = `${report}\n\n`;
  for (const capabilities of [rich, {}]) {
    const editor = await start(t, { capabilities });
    const document = await editor.open(uri, text);
    const items = await document.completions(document.positionAt(text.length));
    assert.ok(items.length > 0);
    const knows = capabilities === rich;
    assert.ok(items.every(({ textEdit }) => textEdit && 'range' in textEdit));
    const snippets = items.filter(({ kind }) => kind === 15);
    assert.ok(snippets.length > 0);
    for (const { insertTextFormat, textEdit } of snippets) {
      assert.equal(insertTextFormat, knows ? 2 : 1);
      assert.equal(/\$\{?\d/.test(textEdit!.newText), knows && /\$\{?\d/.test(textEdit!.newText));
    }
    if (knows) assert.ok(snippets.some(({ textEdit }) => /\$\{?\d/.test(textEdit!.newText)));
  }
});

test('completion finds a member by what is typed of it', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, report.replace('日本說明', '紐'));
  const { start: before, end } = document.rangeOf('能力建構：紐');
  const items = await document.completions(end);
  const item = items.find(({ label }) => label === '紐西蘭')!;
  assert.ok(item.textEdit && 'range' in item.textEdit);
  assert.equal(document.at(item.textEdit.range), '紐');
  assert.ok(document.offsetAt(item.textEdit.range.start) > document.offsetAt(before));
  assert.equal(item.textEdit.newText, '紐西蘭');
});

test('completion tells what a member is, as Markdown or plain text', async (t) => {
  for (const [capabilities, kind] of [
    [rich, 'markdown'],
    [{}, 'plaintext'],
  ] as const) {
    const editor = await start(t, { capabilities });
    const document = await editor.open(uri, report.replace('加拿大', '加'));
    const items = await document.completions(document.rangeOf('加').end);
    const documentation = items.find(({ label }) => label === '加拿大')?.documentation;
    assert.ok(typeof documentation === 'object');
    assert.equal(documentation.kind, kind);
    assert.match(documentation.value, /Canada/);
    assert.equal(/\*\*/.test(documentation.value), kind === 'markdown');
  }
});

test('hover tells what an economy is, as Markdown or plain text', async (t) => {
  for (const [capabilities, kind] of [
    [rich, 'markdown'],
    [{}, 'plaintext'],
  ] as const) {
    const editor = await start(t, { capabilities });
    const document = await editor.open(uri, report);
    const hover = await document.hover(document.rangeOf('加拿大').start);
    assert.ok(hover?.range);
    assert.equal(document.at(hover.range), '加拿大');
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, kind);
    assert.match(hover.contents.value, /Canada/);
    if (kind === 'plaintext') assert.doesNotMatch(hover.contents.value, /\*\*|`|\\/);
    assert.equal(await document.hover(document.rangeOf('盤點現有倡議').start), null);
  }
});

test('a client that wants to know is told which documents are served, by which profile', async (t) => {
  const editor = await start(t, { initializationOptions: { status: true } });
  const document = await editor.open(uri, report);
  await document.published();
  const notes = await editor.open('file:///reports/notes.md', '備忘\n', 'markdown');
  const told = await editor.until('the status of both', () => {
    const all = editor.others.filter(({ method }) => method === 'missionReport/status').map(({ params }) => params);
    return all.length >= 2 ? all : undefined;
  });
  const [status, other] = told as [StatusParams, StatusParams];
  assert.deepEqual(other, { uri: notes.uri, served: false });
  assert.ok(status.served && status.uri === uri);
  assert.equal(status.profile?.id, 'conference');
  assert.equal(status.because, 'headings');
  assert.deepEqual(status.abstract && [status.abstract.min, status.abstract.max], [200, 300]);
  assert.deepEqual(
    status.parts?.map(({ title, range }) => [title, range && document.at(range).includes(title.slice(0, 2))]),
    [
      ['摘要', true],
      ['目的', true],
      ['行程', true],
      ['出席會議情形', true],
      ['心得及建議', true],
    ],
  );
  assert.ok(status.problems!.error > 0);
  await document.replace('貳、行程', '貳、其他');
  const later = await editor.until('the news', () => {
    const last = editor.others.at(-1)!.params as StatusParams;
    return last.parts?.some(({ range }) => range === undefined) ? last : undefined;
  });
  assert.deepEqual(
    later.parts?.filter(({ range }) => range === undefined).map(({ title }) => title),
    ['行程'],
  );
});
