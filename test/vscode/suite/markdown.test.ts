import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, lastLine, revertAndClose, show, symbolsOf, until, writeOn } from './editor';

describe('a Markdown report', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it("keeps Markdown's preview, its button and keys, in the language of reports", async () => {
    const document = await show('conference.mission.md');
    assert.equal(document.languageId, 'mission-report');
    for (const command of ['markdown.showPreviewToSide', 'markdown.showPreview']) {
      await vscode.commands.executeCommand(command);
      const preview = await until(`a preview by ${command}`, () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ input }) =>
            input instanceof vscode.TabInputWebview
              ? input.viewType.includes('markdown.preview')
              : input instanceof vscode.TabInputCustom && input.viewType.includes('markdown.preview'),
          ),
      );
      assert.match(preview.label, /conference\.mission\.md/);
      await vscode.window.tabGroups.close(preview);
      await vscode.window.showTextDocument(document);
    }
    const { contributes } = (await activeExtension()).packageJSON as {
      contributes: {
        keybindings: { command: string; key: string; when: string }[];
        menus: Record<string, { command: string; when: string }[]>;
      };
    };
    const here = /editorLangId == mission-report && resourceExtname == \.md/;
    for (const [command, key] of [
      ['markdown.showPreview', 'ctrl+shift+v'],
      ['markdown.showPreviewToSide', 'ctrl+k v'],
    ] as const)
      // prettier-ignore
      assert(contributes.keybindings.some((one) => one.command === command && one.key === key && here.test(one.when)));
    assert(contributes.menus['editor/title']!.some(({ command, when }) => command === 'markdown.showPreviewToSide' && here.test(when))); // prettier-ignore
  });

  for (const language of ['mission-report', 'markdown', 'plaintext']) {
    it(`goes on with numbers at Enter and changes levels at Tab, in ${language}`, async () => {
      const editor = await writeOn('一、及早準備提案：應先完成意見。', language);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await until('二、', () => (lastLine(editor) === '二、' ? true : undefined));
      await vscode.commands.executeCommand('missionReport.indentItem');
      await until('（一）', () => (lastLine(editor) === '（一）' ? true : undefined));
      await vscode.commands.executeCommand('missionReport.outdentItem');
      await until('二、 again', () => (lastLine(editor) === '二、' ? true : undefined));
      await vscode.commands.executeCommand('type', { text: '擴大參與。' });
      assert.equal(lastLine(editor), '二、擴大參與。');
    });

    it(`takes a Tab right behind Enter for the number that is on its way, in ${language}`, async () => {
      const editor = await writeOn('一、及早準備提案：應先完成意見。', language);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await vscode.commands.executeCommand('missionReport.indentItem');
      await until('（一）', () => (lastLine(editor) === '（一）' ? true : undefined)).catch((error: unknown) => {
        throw new Error(`the line is ${JSON.stringify(lastLine(editor))}`, { cause: error });
      });
    });

    it(`has an outline and its snippets, in ${language}`, async () => {
      const editor = await writeOn('', language);
      const { document } = editor;
      assert((await symbolsOf(document)).some(({ name }) => name.includes('心得及建議')));
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        editor.selection.active,
      );
      assert(items.some(({ kind }) => kind === vscode.CompletionItemKind.Snippet));
    });
  }
});

describe('what version control shows of a report', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('has no findings and is unknown to the server', async () => {
    const report = await show('conference.mission.md');
    const desk = (await activeExtension()).exports;
    await until('findings', () => (vscode.languages.getDiagnostics(report.uri).length > 0 ? true : undefined));
    for (const scheme of ['git', 'some-snapshot']) {
      const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => report.getText(),
      });
      const snapshot = await vscode.workspace.openTextDocument(report.uri.with({ scheme, query: 'HEAD' }));
      assert.equal(snapshot.languageId, 'mission-report');
      await vscode.commands.executeCommand('vscode.diff', snapshot.uri, report.uri, 'HEAD');
      // What is asked of the report afterwards is answered: of the snapshot there would have been something, too.
      await symbolsOf(report);
      assert.deepEqual(await symbolsOf(snapshot), []);
      assert.deepEqual(vscode.languages.getDiagnostics(snapshot.uri), []);
      assert.equal(desk.reports.statusOf(snapshot.uri), undefined);
      provider.dispose();
    }
  });
});

describe('a report that is renamed', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('takes what is accepted of it along, and so does a folder that is moved', async () => {
    const [folder] = vscode.workspace.workspaceFolders!;
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder!.uri, name);
    const { fs } = vscode.workspace;
    const configuration = at('.mission-report.json');
    const before = await fs.readFile(configuration).then(undefined, () => undefined);
    const entry = { rule: 'economies/nonstandard-name', file: 'renamed/a.mission.md' };
    await fs.writeFile(configuration, new TextEncoder().encode(JSON.stringify({ suppressions: [entry] })));
    await fs.writeFile(at('renamed/a.mission.md'), await fs.readFile(at('conference.mission.md')));
    try {
      /** Nothing while VS Code writes the file: it empties one before it fills it. */
      const accepted = async (): Promise<string[] | undefined> => {
        const text = new TextDecoder().decode(await fs.readFile(configuration));
        if (text === '') return undefined;
        return (JSON.parse(text) as { suppressions: { file: string }[] }).suppressions.map(({ file }) => file);
      };
      for (const [from, to, file] of [
        ['renamed/a.mission.md', 'renamed/甲.mission.md', 'renamed/甲.mission.md'],
        ['renamed', '定稿', '定稿/甲.mission.md'],
      ] as const) {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(at(from), at(to));
        assert(await vscode.workspace.applyEdit(edit));
        await until(`${file} in the saved configuration`, async () =>
          (await accepted())?.join() === file ? true : undefined,
        );
      }
    } finally {
      for (const name of ['renamed', '定稿']) await fs.delete(at(name), { recursive: true }).then(undefined, () => undefined); // prettier-ignore
      if (before) await fs.writeFile(configuration, before);
      else await fs.delete(configuration);
    }
  });
});
