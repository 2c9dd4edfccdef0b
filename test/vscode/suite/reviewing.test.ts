import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsFor, activeExtension, choose, fileUri, rangeOf, revertAndClose, show, until, untilFindings } from './editor'; // prettier-ignore

const wrongName = 'economies/nonstandard-name';
const configuration = '.mission-report.json';

type Answer = (...given: readonly unknown[]) => unknown;

/** Messages that were shown, and what their button is answered with. */
interface Screen {
  readonly messages: string[];
  /** The button to press on the next message that has one which matches; none by default. */
  press: RegExp | undefined;
  /** What is ticked in the next list. */
  tick: (items: readonly vscode.QuickPickItem[]) => readonly vscode.QuickPickItem[];
}

/** Stands in for the person who reads messages and ticks entries of lists, until `restore` is called. */
function watchScreen(): Screen & { restore(): void } {
  const { window } = vscode as unknown as { window: Record<string, Answer> };
  const names = ['showInformationMessage', 'showWarningMessage', 'showQuickPick'] as const;
  const own = names.map((name) => window[name]);
  const screen = {
    messages: [] as string[],
    press: undefined as RegExp | undefined,
    tick: (items: readonly vscode.QuickPickItem[]) => items,
    restore: () => {
      names.forEach((name, index) => (window[name] = own[index]!));
    },
  };
  const say: Answer = (message, ...buttons) => {
    screen.messages.push(String(message));
    const { press } = screen;
    const button = press && buttons.find((one) => press.test(String(one)));
    if (button !== undefined) screen.press = undefined;
    return Promise.resolve(button);
  };
  window['showInformationMessage'] = say;
  window['showWarningMessage'] = say;
  window['showQuickPick'] = async (items) => screen.tick((await items) as readonly vscode.QuickPickItem[]);
  return screen;
}

async function fileText(name: string): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
  } catch {
    return '';
  }
}

describe('reviewing a report', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;
  let screen: ReturnType<typeof watchScreen>;

  before(activeExtension);
  beforeEach(async () => {
    document = await show('conference.mission.md');
    editor = vscode.window.activeTextEditor!;
    await until('the text as it is on the disk', () =>
      document.getText().includes('二、數位貿易研討會') && !document.isDirty ? true : undefined,
    );
    await untilFindings(document, wrongName, 1);
    screen = watchScreen();
  });
  afterEach(async () => {
    screen.restore();
    await revertAndClose();
    if ((await fileText(configuration)) !== '') await vscode.workspace.fs.delete(fileUri(configuration));
  });

  const ignoring = async (): Promise<vscode.CodeAction> => {
    // VS Code adds offers of its own, which are neither edits nor commands of ours.
    const actions = (await actionsFor(document, rangeOf(document, '新西蘭'), vscode.CodeActionKind.QuickFix)).filter(
      ({ edit, command }) => edit !== undefined || command?.command.startsWith('missionReport.'),
    );
    const titles = actions.map(({ title }) => title);
    const first = titles.findIndex((title) => /^忽略|^Ignore/.test(title));
    assert(first > 0, titles.join(' | '));
    assert(actions[0]!.edit, 'the fix goes first');
    assert(
      actions.slice(first).every(({ title }) => /^(?:忽略|Ignore|關閉規則|Rule off|加入詞彙表|Add to)/.test(title)),
      `something stands behind ignoring: ${titles.join(' | ')}`,
    );
    return actions[first]!;
  };

  it('ignoring comes last, is told, and Ctrl+Z in the report goes on undoing the text', async () => {
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '補充說明' });
    await choose(await ignoring());
    await untilFindings(document, wrongName, 0);
    await until('a message', () => (screen.messages.some((words) => words.includes('新西蘭')) ? true : undefined));
    assert.match(await fileText(configuration), /"words": "新西蘭"/);
    assert.doesNotMatch(await fileText(configuration), /reason/);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert(!document.getText().includes('補充說明'), 'the words that were typed last are undone');
    assert.match(await fileText(configuration), /新西蘭/, 'and nothing else');
    await untilFindings(document, wrongName, 0);
  });

  it('ignoring is taken back by the message, and later by the list of all that is ignored', async () => {
    screen.press = /^(?:復原|Undo)$/;
    await choose(await ignoring());
    await until('Undo', async () =>
      screen.press === undefined && !(await fileText(configuration)).includes('新西蘭') ? true : undefined,
    );
    await untilFindings(document, wrongName, 1);

    await choose(await ignoring());
    await untilFindings(document, wrongName, 0);
    let listed: readonly string[] = [];
    screen.tick = (items) => {
      listed = items.map(({ label }) => label);
      return items;
    };
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('missionReport.showIgnored');
    assert.deepEqual(listed, ['新西蘭']);
    await untilFindings(document, wrongName, 1);
  });

  it('Fix All says what it changed and what it left', async () => {
    await vscode.commands.executeCommand('missionReport.fixAll');
    await untilFindings(document, wrongName, 0);
    const [message] = screen.messages;
    assert.match(message!, /已套用 \d+ 處修正：|Safe fixes made: \d+ \(/);
    assert.match(message!, /還有 \d+ 個問題|Left to you: \d+|沒有其他問題|No finding is left/);
    await vscode.commands.executeCommand('undo');
    await untilFindings(document, wrongName, 1);
  });

  it('F2 on a heading renames its entry of 目次 with it, at once', async () => {
    const place = rangeOf(document, '心得及建議', 1).start.translate(0, 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      '心得與建議',
    );
    assert(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().split('心得與建議').length - 1, 2);
    assert(!document.getText().includes('心得及建議'));
  });

  it('the cursor goes along with a section that is moved, up and down', async () => {
    const column = '二、數位'.length;
    const { line } = rangeOf(document, '二、數位貿易研討會').start;
    editor.selection = new vscode.Selection(line, column, line, column);
    const move = async (title: RegExp): Promise<void> => {
      const actions = await actionsFor(document, editor.selection, vscode.CodeActionKind.RefactorMove);
      await choose(actions.find((one) => title.test(one.title)) ?? assert.fail(String(title)));
    };
    const here = (): string => document.lineAt(editor.selection.active.line).text;
    await move(/上移|\bup\b/);
    assert.equal(here(), '一、數位貿易研討會');
    assert.equal(editor.selection.active.character, column);
    assert(editor.selection.isEmpty, 'nothing is selected');
    const start = editor.selection.active.with({ character: 0 });
    editor.selection = new vscode.Selection(start, start);
    await move(/下移|\bdown\b/);
    assert.equal(here(), '二、數位貿易研討會');
    assert(editor.selection.isEmpty, 'nothing is selected');
  });

  it('two refactorings of one place do not read alike', async () => {
    const place = rangeOf(document, '二、數位貿易研討會');
    const broken = new vscode.WorkspaceEdit();
    broken.replace(document.uri, new vscode.Range(place.start, place.start.translate(0, 1)), '三');
    assert(await vscode.workspace.applyEdit(broken));
    await untilFindings(document, 'structure/heading-numbering', 1);
    const titles = (await actionsFor(document, rangeOf(document, '三、數位貿易研討會'))).map(({ title }) => title);
    assert.equal(titles.filter((title) => /重新編號|[Rr]enumber/.test(title)).length, 1, titles.join(' | '));
    assert.equal(new Set(titles).size, titles.length, titles.join(' | '));
  });

  it('ticked members become the sentence that says who attended', async () => {
    const place = rangeOf(document, '（二）會議討論要點如次：').start;
    editor.selection = new vscode.Selection(place, place);
    screen.tick = (items) => items.filter(({ label }) => ['日本', '我國', '美國'].includes(label));
    await vscode.commands.executeCommand('missionReport.writeAttendance');
    await until('the sentence', () =>
      document.lineAt(place.line).text.startsWith('日本、美國及我國共 3 個會員出席會議。') ? true : undefined,
    );
    const lenses = await until('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      return found.some(({ command }) => command?.command === 'missionReport.writeAttendance') ? found : undefined;
    });
    const lens = lenses.find(({ command }) => command?.command === 'missionReport.writeAttendance')!;
    assert.match(lens.command!.title, /(?:未列|not listed) 18(?:：|: )澳洲、/);
    screen.tick = (items) => items.filter(({ label, picked }) => picked || label === '澳洲');
    await vscode.commands.executeCommand(lens.command!.command, ...((lens.command!.arguments ?? []) as unknown[]));
    await until('the corrected list', () =>
      document.getText().includes('日本、美國、澳洲及我國共 4 個會員出席會議。') ? true : undefined,
    );
  });

  it('the itinerary becomes a table and a list again', async () => {
    const text = document.getText();
    const rows = text.slice(text.indexOf('5 月 4 日（日）'), text.indexOf('返國'));
    const turn = async (title: RegExp): Promise<void> => {
      const actions = await actionsFor(document, rangeOf(document, '5 月 4 日（日）'), vscode.CodeActionKind.Refactor);
      await choose(actions.find((one) => title.test(one.title)) ?? assert.fail(actions.map((one) => one.title).join()));
    };
    await turn(/改為條列|into a list/);
    assert(document.getText().includes('5 月 4 日（日）：啟程，抵達濟州'));
    await turn(/改為表格|into a table/);
    assert(document.getText().includes(rows));
  });
});
