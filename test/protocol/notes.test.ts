import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens, InlayHint, Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { EditorSettings } from '../../server/src/lsp/protocol';
import { rich, start } from './client';
import type { EditorDocument } from './client';
import { connected, connectedMarkdown, report, uri } from './report';

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
const forms = { 'plain text': connected, Markdown: connectedMarkdown };

/** The tokens' words with type, from five numbers each. */
function wordsOf(document: EditorDocument, data: readonly number[], types: readonly string[]): string[] {
  const words: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    line += data[i]!;
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    const range = { start: { line, character }, end: { line, character: character + data[i + 2]! } };
    words.push(`${types[data[i + 3]!]!} ${document.at(range)}${data[i + 4] ? `+${data[i + 4]}` : ''}`);
  }
  return words;
}

for (const [form, text] of Object.entries(forms)) {
  test(`${form}: dates get their weekday and AD year, each kind of note has its switch`, async (t) => {
    let inlayHints: unknown = {};
    const editor = await start(t, { capabilities: rich, configuration: () => ({ inlayHints, codeLens: true }) });
    const document = await editor.open(uri, text);
    const hints = await document.ask<InlayHint[]>('inlayHint', { range: everywhere });
    const { end } = document.rangeOf('113 年 9 月 20 日');
    const hint = hints.find(({ position }) => position.line === end.line)!;
    assert.deepEqual(hint.position, end);
    assert.equal(hint.label, '2024 五');
    assert.deepEqual(
      await document.ask('inlayHint', { range: document.rangeOf('113 年 9 月 20 日') }),
      [hint],
      'only those of the range that is asked for',
    );
    inlayHints = { dates: false };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const without = await document.ask<InlayHint[]>('inlayHint', { range: everywhere });
    assert.ok(without.every(({ position }) => position.line !== end.line));
  });

  test(`${form}: tokens name economies, acronyms, dates and labels; a range gives its part of them`, async (t) => {
    const editor = await start(t, { capabilities: rich });
    const types = editor.initializeResult.capabilities.semanticTokensProvider!.legend.tokenTypes;
    const document = await editor.open(uri, text);
    const { data } = await document.ask<SemanticTokens>('semanticTokens/full');
    const words = wordsOf(document, data, types);
    for (const word of ['coverLabel 服務機關', 'economy 加拿大', 'acronym FTAAP', 'date 113 年 9 月 20 日'])
      assert.ok(words.includes(word), `${word} of ${words.join(', ')}`);
    assert.ok(words.includes('acronym FTAAP+1'), 'the definition is marked');
    const { data: part } = await document.ask<SemanticTokens>('semanticTokens/range', {
      range: document.rangeOf('加拿大'),
    });
    const line = document.rangeOf('加拿大').start.line;
    assert.ok(part[0] === line && part.length > 0 && part.length < data.length);
  });
}

test('a delta makes the new tokens of the old ones', async (t) => {
  const editor = await start(t, { capabilities: rich });
  const document = await editor.open(uri, connected);
  let { data, resultId } = await document.ask<SemanticTokens>('semanticTokens/full');
  for (const change of [
    () => document.replace('日本、', '日本、美國、'),
    () => document.replace('日本、美國、', ''),
    () => document.replace('目次', '目次\n'),
    () => document.replace('持續參與 FTAAP 之討論', '持續參與'),
    () => document.replace('。', '。'),
  ]) {
    await change();
    const delta = await document.ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: resultId });
    for (const { start: at, deleteCount, data: inserted = [] } of delta.edits)
      data = [...data.slice(0, at), ...inserted, ...data.slice(at + deleteCount)];
    resultId = delta.resultId;
    const copy = await editor.open('file:///reports/copy.mission', document.text);
    assert.deepEqual(data, (await copy.ask<SemanticTokens>('semanticTokens/full')).data);
    await copy.close();
  }
  const unknown = await document.ask<SemanticTokens>('semanticTokens/full/delta', { previousResultId: 'of yesterday' });
  assert.deepEqual(unknown.data, data);
});

test('code lenses stand above headings, and can be switched off', async (t) => {
  const settings: EditorSettings[] = [{}];
  const editor = await start(t, { capabilities: rich, configuration: () => settings.at(-1) });
  const document = await editor.open(uri, report);
  const lenses = await document.ask<CodeLens[]>('codeLens');
  const suggestions = lenses.find(({ range }) => document.at(range).endsWith('心得及建議'))!;
  assert.match(suggestions.command!.title, /^心得及建議共 \d 項$/);
  // 摘要 is counted by an inlay hint, and not a second time here.
  assert.ok(!lenses.some(({ range }) => document.at(range) === '摘要'));
  settings.push({ codeLens: false });
  const asked = (): number => editor.others.filter(({ method }) => method === 'workspace/codeLens/refresh').length;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.until('to be asked again', () => (asked() > 0 ? true : undefined));
  for (const method of ['workspace/inlayHint/refresh', 'workspace/semanticTokens/refresh'])
    assert.ok(editor.others.some((other) => other.method === method));
  assert.deepEqual(await document.ask('codeLens'), []);
});

test('where reports are not checked, nothing is shown', async (t) => {
  const editor = await start(t, { capabilities: rich, configuration: () => ({ enable: false }) });
  const document = await editor.open(uri, connected);
  assert.deepEqual(await document.ask('codeLens'), []);
  assert.deepEqual(await document.ask('inlayHint', { range: everywhere }), []);
  assert.deepEqual(await document.ask('semanticTokens/full'), { data: [] });
});
