import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentLink,
  Location,
  LocationLink,
  Position,
  SelectionRange,
} from 'vscode-languageserver';
import { rich, start } from './client';
import type { EditorDocument } from './client';
import { connected, connectedMarkdown, uri } from './report';

const forms = { 'plain text': connected, Markdown: connectedMarkdown };

/** Inside the last `words` of the document. */
function insideLast(document: EditorDocument, words: string): Position {
  return document.positionAt(document.text.lastIndexOf(words) + 1);
}

for (const [form, text] of Object.entries(forms)) {
  test(`${form}: an acronym leads to its definition, with the words it was asked from`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const document = await editor.open(uri, text);
    const links = await document.ask<LocationLink[]>('definition', { position: insideLast(document, 'FTAAP') });
    assert.equal(links.length, 1);
    const [{ originSelectionRange, targetUri, targetSelectionRange }] = links as [LocationLink];
    assert.equal(document.at(originSelectionRange!), 'FTAAP');
    assert.equal(targetUri, uri);
    assert.match(document.at(targetSelectionRange), /FTAAP/);
    assert.equal(targetSelectionRange.start.line, document.rangeOf('（FTAAP）').start.line);

    const simple = await start(t);
    const same = await simple.open(uri, text);
    const place = await same.ask<Location>('definition', { position: insideLast(same, 'FTAAP') });
    assert.deepEqual(place, { uri, range: targetSelectionRange });
  });

  test(`${form}: references and highlights are all places of the same`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const document = await editor.open(uri, text);
    const position = insideLast(document, 'FTAAP');
    const ask = (includeDeclaration: boolean): Promise<Location[]> =>
      document.ask('references', { position, context: { includeDeclaration } });
    const count = text.split('FTAAP').length - 1;
    const all = await ask(true);
    assert.equal(all.length, count);
    assert.ok(all.every(({ range }) => document.at(range).includes('FTAAP')));
    assert.equal((await ask(false)).length, count - 1);
    const highlights = await document.ask<DocumentHighlight[]>('documentHighlight', { position });
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [3, ...Array<number>(count - 1).fill(2)],
    );
  });

  test(`${form}: 目次 and references are links to their headings`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const document = await editor.open(uri, text);
    const links = await document.ask<DocumentLink[]>('documentLink');
    const targets = links.map(({ range, target }) => {
      const [, line, character] = /#(\d+),(\d+)$/.exec(target!)!;
      assert.equal(target!.replace(/#.*/, ''), uri);
      const at = document.offsetAt({ line: Number(line) - 1, character: Number(character) - 1 });
      return [document.at(range), /^.*/.exec(document.text.slice(at))![0].replace(/^#+ /, '')];
    });
    for (const title of ['目的', '行程', '出席會議情形', '心得及建議'])
      assert.ok(
        targets.some(([words, heading]) => words!.includes(title) && heading!.endsWith(title)),
        title,
      );
    assert.ok(targets.some(([words, heading]) => words!.includes('參') && heading!.includes('貿易及投資委員會')));
  });

  test(`${form}: the selection grows from the word to the whole report`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const document = await editor.open(uri, text);
    const ranges = await document.ask<SelectionRange[]>('selectionRange', {
      positions: [insideLast(document, 'FTAAP'), { line: 1, character: 0 }, { line: 99_999, character: 99_999 }],
    });
    assert.equal(ranges.length, 3);
    const widths: number[] = [];
    let last: SelectionRange = ranges[0]!;
    for (let range: SelectionRange | undefined = ranges[0]; range; range = range.parent) {
      widths.push(document.at(range.range).length);
      last = range;
    }
    assert.equal(document.at(ranges[0]!.range), 'FTAAP');
    assert.ok(widths.length > 4);
    assert.deepEqual(
      [...new Set(widths)].sort((a, b) => a - b),
      widths,
    );
    assert.equal(document.at(last.range), text);
  });
}

test('nothing is found where nothing is named, outside of the text, or in what is no report', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, connected);
  const notes = await editor.open('file:///reports/notes.md', '# FTAAP\n\n備忘：FTAAP。\n', 'markdown');
  const blank = { line: 1, character: 0 };
  const far = { line: 99_999, character: 99_999 };
  for (const [one, position] of [
    [document, blank],
    [document, far],
    [notes, { line: 0, character: 3 }],
  ] as const) {
    assert.equal(await one.ask('definition', { position }), null);
    assert.deepEqual(await one.ask('references', { position, context: { includeDeclaration: true } }), []);
    assert.deepEqual(await one.ask('documentHighlight', { position }), []);
    assert.equal(await one.ask('prepareRename', { position }), null);
  }
  assert.deepEqual(await notes.ask('documentLink'), []);
  assert.deepEqual(await notes.ask('selectionRange', { positions: [blank] }), []);
  assert.deepEqual(await notes.ask('codeLens'), []);
  assert.deepEqual(await notes.ask('inlayHint', { range: { start: blank, end: far } }), []);
  assert.deepEqual(await notes.ask('semanticTokens/full'), { data: [] });
});
