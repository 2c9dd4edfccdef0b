import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rich, start } from './client';
import { connected, connectedMarkdown, uri } from './report';

for (const [form, text] of Object.entries({ 'plain text': connected, Markdown: connectedMarkdown })) {
  test(`${form}: a heading is renamed with its entry of 目次 at once, without a preview to tick`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const document = await editor.open(uri, text);
    const position = document.positionAt(text.lastIndexOf('心得及建議') + 1);
    const prepared = await document.ask<{ range: Range; placeholder: string }>('prepareRename', { position });
    assert.equal(prepared.placeholder, '心得及建議');
    assert.equal(document.at(prepared.range), '心得及建議');
    const edit = await document.ask<WorkspaceEdit>('rename', { position, newName: '心得與建議' });
    assert.equal(edit.changeAnnotations, undefined);
    await document.apply(edit);
    assert.equal(document.text, text.replaceAll('心得及建議', '心得與建議'));
  });

  test(`${form}: an acronym is renamed everywhere, by plain edits for a client that knows no others`, async (t) => {
    const editor = await start(t);
    const document = await editor.open(uri, text);
    const edit = await document.ask<WorkspaceEdit>('rename', {
      position: document.rangeOf('FTAAP').start,
      newName: 'RCEP',
    });
    assert.deepEqual(Object.keys(edit), ['changes']);
    await document.apply(edit);
    assert.equal(document.text, text.replaceAll('FTAAP', 'RCEP'));
  });
}

test('a name that can’t be taken is refused in the language of messages', async (t) => {
  for (const [locale, words] of [
    ['zh-tw', '名稱不可為空白'],
    ['en', 'The name must not be empty'],
  ] as const) {
    const editor = await start(t, { capabilities: rich, locale });
    const document = await editor.open(uri, connected);
    const { start: position } = document.rangeOf('FTAAP');
    await assert.rejects(document.ask('rename', { position, newName: '  ' }), { code: -32803, message: words });
    assert.equal(await document.ask('rename', { position: { line: 1, character: 0 }, newName: '甲' }), null);
  }
});

test('Enter continues a list, and a number typed all the same stands there once', async (t) => {
  for (const text of [connected, connectedMarkdown]) {
    const editor = await start(t, { capabilities: rich });
    const item = '一、持續參與 FTAAP 之討論。';
    const document = await editor.open(uri, text.replace(item, `${item}\n`));
    const { line } = document.rangeOf(item).start;
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await document.ask<TextEdit[]>('onTypeFormatting', {
      position: { line: line + 1, character: 0 },
      ch: '\n',
      options,
    });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['二、'],
    );
    await document.replace(`${item}\n`, `${item}\n二、二、`);
    const { start: first, end } = document.rangeOf('二、二、');
    const once = await document.ask<TextEdit[]>('onTypeFormatting', { position: end, ch: '、', options });
    const second = { line: first.line, character: first.character + 2 };
    assert.deepEqual(once, [{ range: { start: first, end: second }, newText: '' }]);
  }
});
