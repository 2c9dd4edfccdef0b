import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, rangeOf, revertAndClose, show, until, untilFindings } from './editor';

const labelOf = ({ label }: vscode.InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** Sets `missionReport.<name>` for the window, until it is given undefined. */
const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('missionReport').update(name, value, vscode.ConfigurationTarget.Global);

describe('what stands between and above the words', () => {
  let document: vscode.TextDocument;
  const hints = (): Thenable<vscode.InlayHint[]> =>
    vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
  const lenses = (): Thenable<vscode.CodeLens[]> =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);

  before(activeExtension);
  beforeEach(async () => {
    document = await show('conference.mission.md');
    await untilFindings(document, 'economies/nonstandard-name', 1);
  });
  afterEach(async () => {
    await set('inlayHints.dates', undefined);
    await set('codeLens', undefined);
    await revertAndClose();
  });

  it('inlay hints give weekday and year of a date, and the length of the abstract', async () => {
    const found = await hints();
    const line = rangeOf(document, '報告日期').start.line;
    const date = found.find(({ position }) => position.line === line);
    assert(date, found.map(labelOf).join(' | '));
    assert.match(labelOf(date), /2025/);
    const heading = rangeOf(document, '摘要').start.line;
    const length = found.find(({ position }) => position.line === heading);
    assert.match(labelOf(length!), /\d{3}/);
  });

  it('inlay hints of dates have a switch', async () => {
    const line = rangeOf(document, '報告日期').start.line;
    await set('inlayHints.dates', false);
    await until('no hint', async () =>
      (await hints()).some(({ position }) => position.line === line) ? undefined : true,
    );
    assert((await hints()).length > 0, 'those of the abstract are gone, too');
  });

  it('code lenses count the suggestions, and have a switch', async () => {
    const { line } = rangeOf(document, '肆、心得及建議', 1).start;
    const lens = (await lenses()).find(({ range }) => range.start.line === line);
    assert.match(lens?.command?.title ?? '', /心得及建議共 \d 項|^\d reflections and suggestions/);
    await set('codeLens', false);
    await until('no lens', async () => ((await lenses()).length === 0 ? true : undefined));
  });

  it('semantic tokens know economies, acronyms, dates and labels', async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const found = new Map<string, string[]>();
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines, characters, length, type] = data.subarray(at, at + 4);
      character = lines === 0 ? character + characters! : characters!;
      line += lines!;
      const name = legend.tokenTypes[type!]!;
      const words = document.getText(new vscode.Range(line, character, line, character + length!));
      found.set(name, [...(found.get(name) ?? []), words]);
    }
    assert(found.get('economy')?.includes('日本'), JSON.stringify([...found]));
    assert(found.get('acronym')?.includes('FTAAP'));
    assert(found.get('coverLabel')?.includes('服務機關'));
    assert(found.get('date')?.some((date) => date.includes('6 月 20 日')));
    const extension = await activeExtension();
    const { contributes } = extension.packageJSON as { contributes: { semanticTokenTypes: { id: string }[] } };
    assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id).sort(), [...legend.tokenTypes].sort());
  });
});
