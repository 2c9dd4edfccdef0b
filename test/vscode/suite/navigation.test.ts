import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, rangeOf, revertAndClose, show, until, untilFindings } from './editor';

type Target = vscode.Location | vscode.LocationLink;

/** Runs one of VS Code's provider commands at a position. */
const at = <T>(
  command: string,
  document: vscode.TextDocument,
  position: vscode.Position,
  ...more: unknown[]
): Thenable<T> =>
  // prettier-ignore
  vscode.commands.executeCommand<T>(command, document.uri, position, ...more);

const linesOf = (found: readonly Target[]): number[] =>
  found.map((one) => ('targetRange' in one ? (one.targetSelectionRange ?? one.targetRange) : one.range).start.line);

describe('finding and going in a report', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    await activeExtension();
    document = await show('conference.mission.md');
    await untilFindings(document, 'economies/nonstandard-name', 1);
  });
  afterEach(revertAndClose);

  it('the definition of an acronym is where the chapters write it out first', async () => {
    const use = rangeOf(document, 'CTI', 2).start;
    const found = await at<Target[]>('vscode.executeDefinitionProvider', document, use);
    assert.deepEqual(linesOf(found), [rangeOf(document, 'CTI', 1).start.line]);
  });

  it('the definition of an entry of 目次 is its heading', async () => {
    const found = await at<Target[]>(
      'vscode.executeDefinitionProvider',
      document,
      rangeOf(document, '出席會議情形').start,
    );
    assert.deepEqual(linesOf(found), [rangeOf(document, '出席會議情形', 1).start.line]);
  });

  it('the references to an acronym are all its uses', async () => {
    const found = await at<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document,
      rangeOf(document, 'CTI').start,
    );
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['CTI', 'CTI', 'CTI'],
    );
  });

  it('the highlights of an economy are its names', async () => {
    const place = rangeOf(document, '日本').start;
    const found = await at<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document, place);
    const lines = found.map(({ range }) => [document.getText(range), range.start.line]);
    assert.deepEqual(lines, [
      ['日本', rangeOf(document, '日本').start.line],
      ['日本', rangeOf(document, '日本', 1).start.line],
    ]);
  });

  it('the rename of an acronym changes it everywhere, and nothing else', async () => {
    const place = rangeOf(document, 'CTI').start;
    const edit = await at<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document, place, 'CTX');
    const edits = edit.get(document.uri);
    assert.deepEqual(
      edits.map(({ range, newText }) => [document.getText(range), newText]),
      [
        ['CTI', 'CTX'],
        ['CTI', 'CTX'],
        ['CTI', 'CTX'],
      ],
    );
  });

  it('selections grow from the words to the section', async () => {
    const place = rangeOf(document, '港埠資訊交換').start;
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [place],
    );
    const sizes: string[] = [];
    for (let one: vscode.SelectionRange | undefined = range; one; one = one.parent) sizes.push(document.getText(one.range)); // prettier-ignore
    assert(sizes.length >= 4, `${sizes.length} steps`);
    assert(
      sizes.some((text) => text.startsWith('2. 供應鏈韌性') && text.endsWith('試辦。')),
      'the item is no step',
    );
    assert(
      sizes.some((text) => text.startsWith('一、貿易暨投資委員會')),
      'the section is no step',
    );
    for (const [index, text] of sizes.entries()) assert(index === 0 || text.length > sizes[index - 1]!.length);
  });

  it('the symbols of the folder tell which reports speak of FTAAP', async () => {
    const found = await until('symbols of the folder', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'FTAAP',
      );
      return symbols.some(({ name }) => name.includes('FTAAP')) ? symbols : undefined;
    });
    assert(found.some(({ location }) => location.uri.path.endsWith('conference.mission.md')));
  });

  it('a reference to a chapter is a link, and so is an address', async () => {
    const report = await vscode.workspace.openTextDocument({
      language: 'mission-report',
      content:
        '出國報告\n\n摘要\n\n詳見貳、一。資料在 https://example.org/x 。\n\n壹、目的\n\n出席會議。\n\n貳、行程\n\n一、去程\n\n出發。\n',
    });
    await vscode.window.showTextDocument(report);
    const links = await until('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        report.uri,
      );
      return found.length >= 2 ? found : undefined;
    });
    const words = links.map(({ range }) => report.getText(range));
    assert(words.includes('https://example.org/x'), words.join(' '));
    assert(
      words.some((one) => one.includes('貳、一')),
      words.join(' '),
    );
  });
});
