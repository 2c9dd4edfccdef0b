import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, rangeOf, replace, revertAndClose, show, symbolsOf, until, untilFindings } from './editor';

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** What VS Code lists at `position`. */
async function completionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

/** The text of every hover card at `position`. */
async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<{ contents: vscode.MarkdownString[] }[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
}

/** Follows `titles` down the outline. */
function descend(symbols: readonly vscode.DocumentSymbol[], ...titles: string[]): vscode.DocumentSymbol {
  const [title, ...rest] = titles;
  const found = symbols.find(({ name }) => name.includes(title!));
  assert(found, `no ${title!} in the outline: ${symbols.map(({ name }) => name).join(' | ')}`);
  return rest.length ? descend(found.children, ...rest) : found;
}

describe('a report in the editor', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('has an outline from 壹 down to (1)', async () => {
    const document = await show('conference.mission.md');
    const symbols = await until('an outline', async () => {
      const all = await symbolsOf(document);
      return all.length ? all : undefined;
    });
    const item = descend(symbols, '出席會議情形', '貿易暨投資委員會', '討論要點', '亞太自由貿易區', '新西蘭');
    assert.equal(document.lineAt(item.selectionRange.start.line).text.slice(0, 8), '(1) 日本及新');
    const section = descend(symbols, '出席會議情形');
    assert.match(document.getText(section.selectionRange), /^參、出席會議情形$/);
    assert(section.range.contains(item.range));
    descend(symbols, '心得及建議', '擴大產業參與');
  });

  it('folds at its sections', async () => {
    const document = await show('conference.mission.md');
    const start = rangeOf(document, '參、出席會議情形', 1).start.line;
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert(
      ranges.some((range) => range.start === start && range.end > start + 10),
      JSON.stringify(ranges),
    );
  });

  it('completes the names of members', async () => {
    const document = await show('conference.mission.md');
    const place = rangeOf(document, '加拿大');
    await replace(document, place, '紐');
    const items = await completionsAt(document, place.start.translate(0, 1));
    assert(items.map(labelOf).includes('紐西蘭'), items.map(labelOf).join(' '));
  });

  it('completes the sections it still lacks, with their number', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'mission-report',
      content: '出國報告\n\n摘要\n\n壹、目的\n\n出席會議。\n\n',
    });
    await vscode.window.showTextDocument(document);
    const items = await completionsAt(document, new vscode.Position(8, 0));
    const itinerary = items.find((item) => labelOf(item).includes('行程'));
    assert(itinerary, items.map(labelOf).join(' '));
  });

  it('tells on hover what an economy and an acronym are', async () => {
    const document = await show('conference.mission.md');
    assert.match(await hoverAt(document, rangeOf(document, '加拿大').start), /Canada/);
    const card = await hoverAt(document, rangeOf(document, 'FTAAP').start);
    assert.match(card, /Free Trade Area of the Asia-Pacific/);
    assert.match(card, /亞太自由貿易區/);
  });
});

describe('snippets', () => {
  afterEach(revertAndClose);

  it('each write what they promise', async () => {
    const extension = await activeExtension();
    const { contributes } = extension.packageJSON as {
      contributes: { snippets: { language: string; path: string }[] };
    };
    let count = 0;
    for (const { language, path } of contributes.snippets) {
      if (language !== 'mission-report') continue;
      const file = vscode.Uri.joinPath(extension.extensionUri, path);
      const snippets = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Record<
        string,
        { body: string | string[] }
      >;
      for (const [name, { body }] of Object.entries(snippets)) {
        const document = await vscode.workspace.openTextDocument({ language: 'mission-report', content: '' });
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'mission-report', name });
        const text = await until(`the text of ${name}`, () => document.getText() || undefined);
        const start = [body].flat().join('\n').split('$')[0]!.split('\n')[0]!;
        assert(text.startsWith(start), `${name}: ${text}`);
        assert(!/\$\{|\$\d/.test(text), `${name} leaves a tab stop behind: ${text}`);
        await revertAndClose();
        count += 1;
      }
    }
    assert(count >= 10, `only ${count} snippets`);
  });
});

describe('a text file', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('that is a report by its content is served as one', async () => {
    const document = await show('trip.txt');
    const [finding] = await untilFindings(document, 'economies/nonstandard-name', 1);
    assert.equal(document.getText(finding!.range), '新西蘭');
    descend(await symbolsOf(document), '過程', '拜會大阪市財政局');
  });

  for (const name of ['notes.txt', 'shopping.md'])
    it(`that is none stays untouched: ${name}`, async () => {
      const notes = await show(name);
      const { languageId } = notes;
      // What the server has to say of a report opened later is there: of the notes there would be something, too.
      const report = await show('trip.txt');
      await untilFindings(report, 'economies/nonstandard-name', 1);
      await revertAndClose();
      assert.deepEqual(vscode.languages.getDiagnostics(notes.uri), []);
      assert.equal(notes.languageId, languageId);
      assert.notEqual(languageId, 'mission-report');
      const hover = await hoverAt(notes, rangeOf(notes, '新西蘭').start);
      assert.equal(hover, '');
      if (name.endsWith('.txt')) assert.deepEqual(await symbolsOf(notes), []);
    });

  it('that becomes a report while it is written is served from then on', async () => {
    const document = await show('notes.txt');
    const report = (await vscode.workspace.openTextDocument(document.uri.with({ path: document.uri.path.replace('notes', 'trip') }))).getText(); // prettier-ignore
    await replace(document, new vscode.Range(0, 0, document.lineCount, 0), report);
    const uri = document.uri.toString();
    await until('findings', () => {
      const now = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      return now && vscode.languages.getDiagnostics(now.uri).length > 0 ? true : undefined;
    });
  });
});
