import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, fileUri, revertAndClose, show, until } from './editor';
import type { Desk } from './editor';
import { watchScreen } from './screen';

const folder = 'exported';

async function bytesOf(name: string): Promise<Buffer> {
  return Buffer.from(await vscode.workspace.fs.readFile(fileUri(`${folder}/${name}`)));
}

describe('the finished document', () => {
  let desk: Desk;
  let screen: ReturnType<typeof watchScreen>;

  before(async () => {
    desk = (await activeExtension()).exports;
  });
  afterEach(async () => {
    await revertAndClose();
  });
  after(async () => {
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  const exported = async (format: string, name: string): Promise<void> => {
    await vscode.commands.executeCommand('missionReport.export', fileUri('samples/faults.mission.md'), {
      format,
      target: fileUri(`${folder}/${name}`),
    });
  };

  it('is written as Word, ODF and web page, with its forms, and the errors that are left are counted', async () => {
    screen = watchScreen();
    try {
      for (const [format, name, begins] of [
        ['docx', 'a.docx', 'PK'],
        ['odt', 'a.odt', 'PK'],
        ['html', 'a.html', '<!'],
        ['review-docx', 'a.審核表.docx', 'PK'],
        ['digest-odt', 'a.提要表.odt', 'PK'],
      ] as const) {
        await exported(format, name);
        const bytes = await bytesOf(name);
        assert.equal(bytes.subarray(0, 2).toString('latin1'), begins, name);
        assert(bytes.length > 4000, `${name} has ${bytes.length} bytes`);
        await until('a message', () => (screen.messages.some((words) => words.includes(name)) ? true : undefined));
      }
      assert.match(screen.messages.at(-1)!, /個錯誤|errors/);
    } finally {
      screen.restore();
    }
  });

  it('replaces a file only where the author says so', async () => {
    screen = watchScreen();
    try {
      await vscode.workspace.fs.writeFile(fileUri(`${folder}/b.docx`), new TextEncoder().encode('mine'));
      await exported('docx', 'b.docx');
      assert.equal((await bytesOf('b.docx')).toString(), 'mine');
      screen.press = /^(?:取代|Replace)$/;
      await exported('docx', 'b.docx');
      assert.equal((await bytesOf('b.docx')).subarray(0, 2).toString(), 'PK');
    } finally {
      screen.restore();
    }
  });

  it('comes back from Word and ODF as a report beside the file, which is never written over', async () => {
    screen = watchScreen();
    try {
      for (const kind of ['docx', 'odt']) {
        await exported(kind, `last year.${kind}`);
        const made: (vscode.Uri | undefined)[] = [];
        for (let time = 0; time < 2; time++)
          made.push(
            await vscode.commands.executeCommand<vscode.Uri | undefined>(
              'missionReport.import',
              fileUri(`${folder}/last year.${kind}`),
            ),
          );
        assert(made[0] && made[1] && made[0].path !== made[1].path, String(made));
        const editor = vscode.window.activeTextEditor;
        assert.equal(editor?.document.uri.toString(), made[1].toString());
        assert.equal(editor.document.languageId, 'mission-report');
        assert.match(editor.document.getText(), /^(?:# )?貳、行程/m);
      }
      await vscode.workspace.fs.writeFile(fileUri(`${folder}/bad.docx`), new TextEncoder().encode('bad'));
      const none = await vscode.commands.executeCommand('missionReport.import', fileUri(`${folder}/bad.docx`));
      assert.equal(none, undefined);
      assert(
        screen.messages.some((words) => /bad\.docx/.test(words)),
        screen.messages.join(' | '),
      );
    } finally {
      screen.restore();
    }
  });

  it('leaves nothing of an import that the author gives up', async () => {
    screen = watchScreen();
    const { window } = vscode as unknown as { window: { withProgress: unknown } };
    const own = window.withProgress;
    try {
      await exported('docx', 'given up.docx');
      // The author presses Cancel while the server reads.
      window.withProgress = (_: unknown, task: (progress: unknown, token: vscode.CancellationToken) => unknown) => {
        const source = new vscode.CancellationTokenSource();
        setTimeout(() => {
          source.cancel();
        }, 1);
        return task(undefined, source.token);
      };
      const none = await vscode.commands.executeCommand('missionReport.import', fileUri(`${folder}/given up.docx`));
      assert.equal(none, undefined);
      assert.deepEqual(
        (await vscode.workspace.fs.readDirectory(fileUri(folder)))
          .map(([name]) => name)
          .filter((name) => name.startsWith('given up')),
        ['given up.docx'],
      );
      assert(!screen.messages.some((words) => /given up/.test(words) && !/is written|已/.test(words)));
    } finally {
      window.withProgress = own;
      screen.restore();
    }
  });

  it('is pasted as text of a report, and typed over as such', async () => {
    const document = await show('samples/clean.mission.md');
    await until('the report is known', () => (desk.reports.statusOf(document.uri) ? true : undefined));
    const data = new vscode.DataTransfer();
    data.set('text/html', new vscode.DataTransferItem('<ol><li>甲案</li><li>乙案</li></ol>'));
    data.set('text/plain', new vscode.DataTransferItem('甲案\n乙案'));
    const edits = await desk.paste.provideDocumentPasteEdits(document, [], data, {} as vscode.DocumentPasteEditContext, new vscode.CancellationTokenSource().token); // prettier-ignore
    assert.deepEqual(
      edits?.map(({ insertText }) => insertText),
      ['1. 甲案\n\n2. 乙案'],
    );
  });

  it('shows its pages at the side, while one types and in the report that comes to the front', async () => {
    const document = await show('samples/clean.mission.md');
    await vscode.commands.executeCommand('missionReport.preview');
    await until('pieces on the page', () => (desk.preview.pieceCount > 20 ? true : undefined));
    assert.equal(desk.preview.shownUri?.toString(), document.uri.toString());
    const before = desk.preview.pieceCount;
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n補述一段。\n\n再補述一段。\n');
    assert(await vscode.workspace.applyEdit(edit));
    await until('two pieces more', () => (desk.preview.pieceCount === before + 2 ? true : undefined));
    const other = await vscode.workspace.openTextDocument(fileUri('conference.mission.md'));
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    await until('the other report', () =>
      desk.preview.shownUri?.toString() === other.uri.toString() && desk.preview.pieceCount !== before + 2
        ? true
        : undefined,
    );
  });
});
