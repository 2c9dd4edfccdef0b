import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsFor, activeExtension, choose, lastLine, rangeOf, revertAndClose, show, until, untilFindings, writeOn } from './editor'; // prettier-ignore

describe('writing a report', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('Enter behind an item begins the next one', async () => {
    const editor = await writeOn('一、及早準備下半年提案：成果文件將於 8 月定稿，應先完成意見。');
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('二、', () => (lastLine(editor).startsWith('二、') ? true : undefined));
  });

  it('Tab and Shift+Tab at its number move an item in and out', async () => {
    const editor = await writeOn('一、及早準備提案。\n\n二、擴大產業參與。');
    const line = editor.document.lineCount - 1;
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('missionReport.indentItem');
    assert.match(lastLine(editor), /^（一）擴大產業參與。$/);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('missionReport.outdentItem');
    assert.match(lastLine(editor), /^二、擴大產業參與。$/);
  });

  it('Tab in words that are no item is a tab', async () => {
    const editor = await writeOn('及早準備提案。');
    const before = lastLine(editor);
    await vscode.commands.executeCommand('missionReport.indentItem');
    assert.equal(lastLine(editor).trimEnd(), before);
    assert(lastLine(editor).length > before.length);
  });

  it('a section can be moved up, and its number follows', async () => {
    const document = await show('conference.mission.md');
    await untilFindings(document, 'economies/nonstandard-name', 1);
    const place = rangeOf(document, '二、數位貿易研討會');
    const actions = await actionsFor(document, place, vscode.CodeActionKind.RefactorMove);
    const up = actions.find(({ title }) => /上移|\bup\b/.test(title));
    assert(up, actions.map(({ title }) => title).join(' | '));
    await choose(up);
    rangeOf(document, '一、數位貿易研討會');
    rangeOf(document, '二、貿易暨投資委員會（CTI）會議');
  });

  it('a list can be renumbered', async () => {
    const editor = await writeOn('一、及早準備提案。\n\n三、擴大產業參與。');
    const { document } = editor;
    const actions = await actionsFor(document, rangeOf(document, '三、'), vscode.CodeActionKind.Refactor);
    const renumber = actions.find(({ title }) => /依序編號|^Number /.test(title));
    assert(renumber, actions.map(({ title }) => title).join(' | '));
    await choose(renumber);
    await until('二、', () => (lastLine(editor) === '二、擴大產業參與。' ? true : undefined));
  });
});

describe('a new report', () => {
  before(activeExtension);
  afterEach(revertAndClose);

  it('opens untitled, with tab stops, and checks clean but for what is to be filled in', async () => {
    await vscode.commands.executeCommand('missionReport.newReport', {
      profile: 'conference',
      title: '出席 2024 年第三次資深官員會議報告',
      agency: '經濟部國際貿易署',
      persons: ['林若涵科長', '陳柏宇專員'],
      destination: '秘魯利馬',
      from: { year: 2024, month: 8, day: 9 },
      to: { year: 2024, month: 8, day: 20 },
    });
    const { document, selection } = vscode.window.activeTextEditor!;
    assert(document.isUntitled);
    assert.equal(document.languageId, 'mission-report');
    const text = document.getText();
    for (const words of ['林若涵科長、陳柏宇專員', '秘魯利馬', '113年8月9日至8月20日', '8月20日（二）', '心得及建議'])
      assert(text.includes(words), `${words} is missing in:\n${text}`);
    assert(!/\$\{|\$\d/.test(text), 'a tab stop is left behind');
    assert(!selection.isEmpty, 'no place is selected');
    assert.equal(document.uri.path.split('/').at(-1), '出席 2024 年第三次資深官員會議報告.txt');
    const rules = await until('findings', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length ? found.map(({ code, severity }) => [String(typeof code === 'object' ? code.value : code), severity] as const) : undefined; // prettier-ignore
    });
    const others = rules.filter(([rule, severity]) => severity <= vscode.DiagnosticSeverity.Warning && rule !== 'structure/placeholder'); // prettier-ignore
    assert.deepEqual(others, []);
  });

  it('is named by its title, never twice the same, and of a visit tells the host and the days', async () => {
    const visit = {
      profile: 'central',
      title: '赴日本大阪考察報告',
      category: '考察',
      host: '大阪國稅局',
      from: { year: 2025, month: 8, day: 10 },
      to: { year: 2025, month: 8, day: 13 },
      markdown: true,
    };
    const names: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      await vscode.commands.executeCommand('missionReport.newReport', visit);
      const { document } = vscode.window.activeTextEditor!;
      names.push(document.uri.path.split('/').at(-1)!);
      const text = document.getText();
      for (const words of ['二、拜會大阪國稅局', '8月11日（一）', '## 貳、過程']) assert(text.includes(words), words);
      assert(!/會議|會員|率團/.test(text), text);
    }
    assert.deepEqual(names, ['赴日本大阪考察報告.md', '赴日本大阪考察報告（2）.md']);
  });
});
