import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  activeExtension,
  fileUri,
  pause,
  rangeOf,
  replace,
  revertAndClose,
  show,
  symbolsOf,
  until,
  untilFindings,
} from './editor';
import type { Desk } from './editor';
import type { FolderCheckResult } from '../../../client/src/folderCheck';

const wrongName = 'economies/nonstandard-name';

describe('the checklist', () => {
  let checklist: Desk['checklist'];
  let document: vscode.TextDocument;
  const labels = (): string[] => checklist.getChildren().map((node) => checklist.getTreeItem(node).label as string);
  /** The node of `label`, with its children as tree items. */
  const item = (label: RegExp): { item: vscode.TreeItem; children: vscode.TreeItem[] } => {
    const node = checklist.getChildren().find((one) => label.test(checklist.getTreeItem(one).label as string));
    assert(node, labels().join(' | '));
    const children = checklist.getChildren(node).map((child) => checklist.getTreeItem(child));
    return { item: checklist.getTreeItem(node), children };
  };

  before(async () => ({ checklist } = (await activeExtension()).exports));
  beforeEach(async () => {
    document = await show('conference.mission.md');
    await untilFindings(document, wrongName, 1);
    await until('its items', () => (checklist.getChildren().length > 0 ? true : undefined));
  });
  afterEach(revertAndClose);

  it('has the items of the form, each with its state in words for the eye and the ear', () => {
    assert(labels().length >= 8, labels().join(' | '));
    for (const node of checklist.getChildren()) {
      const { label, description, accessibilityInformation, iconPath } = checklist.getTreeItem(node);
      assert(iconPath, `${label as string} has no icon`);
      assert.match(String(description), /Passed|Needs attention|Not passed|Not written yet|To be judged by you/);
      assert(accessibilityInformation?.label.startsWith(label as string));
    }
  });

  it('leads to the place of a finding', async () => {
    const { children } = item(/Names/);
    const place = children.find(({ label }) => (label as string).includes('紐西蘭'));
    assert.match(place?.accessibilityInformation?.label ?? '', /^(?:Error|Warning)\. Line \d+\. .*紐西蘭/);
    assert(place?.command, children.map(({ label }) => label as string).join(' | '));
    await vscode.commands.executeCommand(place.command.command, ...(place.command.arguments as unknown[]));
    const { selection, document: shown } = vscode.window.activeTextEditor!;
    assert.equal(shown.getText(selection), '新西蘭');
  });

  it('is live', async () => {
    const before = item(/Names/).children.length;
    await replace(document, rangeOf(document, '新西蘭'), '紐西蘭');
    await until('one place less', () => (item(/Names/).children.length === before - 1 ? true : undefined));
  });

  it('is empty, for the welcome, while no report is in front', async () => {
    await show('shopping.md');
    await until('no item', () => (checklist.getChildren().length === 0 ? true : undefined));
    assert.equal(checklist.shown, undefined);
  });

  it('stays while a log or a settings page is in front', async () => {
    await vscode.commands.executeCommand('missionReport.showLog');
    await vscode.commands.executeCommand('workbench.action.openSettings');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    assert.equal(checklist.shown?.toString(), document.uri.toString());
  });
});

/** Opens an untitled report with `content`. */
async function write(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'mission-report', content });
  await vscode.window.showTextDocument(document);
  return document;
}

describe('what has yet to be written', () => {
  afterEach(revertAndClose);

  it('has not passed, in an empty report and in one that is hardly begun', async () => {
    const { checklist } = (await activeExtension()).exports;
    for (const content of ['\n', '出國報告\n\n摘要\n\n壹、目的\n']) {
      const document = await write(content);
      await until('its list', () => (checklist.shown?.toString() === document.uri.toString() ? true : undefined));
      const states = checklist.getChildren().map((node) => String(checklist.getTreeItem(node).description));
      assert(states.length >= 8);
      for (const state of states) assert.match(state, /^(?:Not written yet|To be judged by you)/);
    }
  });
});

describe('the pages of the rules', () => {
  afterEach(revertAndClose);

  const preview = (): string | undefined => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? `${input.viewType} ${input.uri.path}` : undefined;
  };

  it('open rendered, by the link of a finding and by the command alike, and are no reports', async () => {
    const { reports } = (await activeExtension()).exports;
    const document = await show('conference.mission.md');
    const [finding] = await untilFindings(document, wrongName, 1);
    const { target } = finding!.code as { target: vscode.Uri };
    assert.equal(target.toString(), 'mission-report-rule:/economies/nonstandardName.md');
    const expected = 'vscode.markdown.preview.editor /economies/nonstandardName.md';
    await vscode.commands.executeCommand('vscode.open', target);
    await until('the page', () => (preview() === expected ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand('missionReport.openRulePage', wrongName);
    await until('the page again', () => (preview() === expected ? true : undefined));
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /^# .*\n/);
    assert.match(page.getText(), /服務機關|會提出的例子/);
    await pause(500);
    assert.equal(reports.statusOf(target), undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(target), []);
  });
});

describe('a folder of reports', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('missionReport.clearFolderCheck');
    await revertAndClose();
  });

  it('is checked at once into Problems; a report that is opened speaks for itself', async () => {
    await activeExtension();
    const result = await vscode.commands.executeCommand<FolderCheckResult>('missionReport.checkFolder');
    assert(result.reports >= 3 && result.withFindings >= 2 && result.complete, JSON.stringify(result));
    const uri = fileUri('samples/faults.mission.md');
    const closed = vscode.languages.getDiagnostics(uri).length;
    assert(closed > 5, `${closed} findings of a file that is not open`);
    assert.deepEqual(vscode.languages.getDiagnostics(fileUri('shopping.md')), []);
    const document = await show('samples/faults.mission.md');
    await until('no finding twice', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      const keys = new Set(found.map(({ range, code }) => JSON.stringify([range, code])));
      return found.length === closed && keys.size === new Set(found).size ? true : undefined;
    });
    await vscode.commands.executeCommand('missionReport.clearFolderCheck');
    assert.deepEqual(vscode.languages.getDiagnostics(fileUri('samples/clean.mission.md')), []);
  });

  it('is searched by content: titles, what we said, and reports not named as such', async () => {
    await activeExtension();
    const find = (query: string): Thenable<vscode.SymbolInformation[]> =>
      vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', query);
    const filesOf = (symbols: readonly vscode.SymbolInformation[]): string[] =>
      symbols.map(({ location }) => location.uri.path.split('/').at(-1)!);
    assert(filesOf(await find('目的')).includes('trip.txt'), 'a report that only its content tells');
    assert((await find('我國發言')).length > 0);
  });
});

describe('the list of sections', () => {
  afterEach(revertAndClose);

  it('tells two of one name apart, and where one ends the next has yet to begin', async () => {
    await activeExtension();
    const meeting = (title: string): string =>
      `${title}\n\n（一）我國由林科長與會。\n\n（二）我國發言\n\n1. 我方支持。\n\n`;
    const document = await write(
      `出國報告\n\n參、出席會議情形\n\n${meeting('一、數位經濟指導小組會議')}${meeting('二、資料隱私次級小組會議')}肆、心得及建議\n\n一、建議參與。\n`,
    );
    const symbols = await until('an outline', async () => {
      const all = await symbolsOf(document);
      return all.length > 0 ? all : undefined;
    });
    const every = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((symbol) => [symbol, ...every(symbol.children)]);
    const spoken = every(symbols).filter(({ name }) => name.includes('我國發言'));
    assert.deepEqual(
      spoken.map(({ detail }) => detail),
      ['一、數位經濟指導小組會議', '二、資料隱私次級小組會議'],
    );
    for (const list of [symbols, ...every(symbols).map(({ children }) => children)])
      for (const [index, { range }] of list.entries()) {
        const next = list[index + 1];
        // A caret at the start of a heading is in that section, for breadcrumbs too.
        if (next) assert(!range.contains(next.selectionRange.start), `${list[index]!.name} holds ${next.name}`);
      }
  });
});

describe('the first minute', () => {
  afterEach(revertAndClose);

  it('has the walkthrough in the palette', async () => {
    await activeExtension();
    await vscode.commands.executeCommand('missionReport.openWalkthrough');
    await until('the walkthrough', () =>
      vscode.window.tabGroups.activeTabGroup.tabs.some(({ label }) => /Mission Report|Walkthrough|Welcome/.test(label))
        ? true
        : undefined,
    );
  });
});

describe('the format of a report', () => {
  const configuration = fileUri('.mission-report.json');
  afterEach(async () => {
    await revertAndClose();
    await vscode.workspace.fs.delete(configuration).then(undefined, () => undefined);
  });

  it('is chosen out of a list, for this report, and the status says by what', async () => {
    const { reports } = (await activeExtension()).exports;
    const document = await show('conference.mission.md');
    const status = await until('a status', () => reports.statusOf(document.uri));
    assert.equal(status.because, 'headings');
    assert.match(status.evidence ?? '', /出席會議情形/);
    const chosen = vscode.commands.executeCommand('missionReport.chooseProfile');
    // The second list comes when the first has been answered.
    for (const steps of [3, 0]) {
      await pause(1500);
      for (let step = 0; step < steps; step += 1)
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await chosen;
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration));
    assert.deepEqual(JSON.parse(written), { overrides: [{ files: ['conference.mission.md'], profile: 'council' }] });
    await until('the profile in force', () => {
      const now = reports.statusOf(document.uri);
      return now?.because === 'configuration' && now.profile?.id === 'council' ? true : undefined;
    });
  });
});

describe('status, sample and walkthrough', () => {
  afterEach(revertAndClose);

  it('knows of a report in front its profile and why, its parts and its abstract', async () => {
    const { exports: extension } = await activeExtension();
    const document = await show('conference.mission.md');
    // The configuration of the test before is taken back when the server hears that its file is gone.
    const status = await until('a status by the headings', () => {
      const now = extension.reports.statusOf(document.uri);
      return now?.because === 'headings' ? now : undefined;
    });
    assert.equal(status.profile?.id, 'conference');
    assert.equal(status.parts?.length, status.parts?.filter(({ range }) => range).length);
    assert(status.abstract && status.abstract.count > 200 && status.abstract.max === 300);
  });

  it('copies versions, settings, times and counts, but no word of a report', async () => {
    await activeExtension();
    const document = await show('conference.mission.md');
    await untilFindings(document, wrongName, 1);
    await vscode.commands.executeCommand('missionReport.copyStatus');
    const copied = await vscode.env.clipboard.readText();
    const dump = JSON.parse(copied) as { vscode: string; server: { state: string }; reports: { lines: number }[] };
    assert.equal(dump.vscode, vscode.version);
    assert.equal(dump.server.state, 'running');
    assert.equal(dump.reports[0]?.lines, document.lineCount);
    assert.doesNotMatch(copied, /\p{Script=Han}/u);
    assert(!copied.includes('conference.mission.md'));
  });

  it('opens a copy of the sample, which is served', async () => {
    await vscode.commands.executeCommand('missionReport.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert(document.isUntitled);
    await until('findings', () => (vscode.languages.getDiagnostics(document.uri).length > 5 ? true : undefined));
  });

  it('has a walkthrough whose steps act, by commands that there are, with pictures that there are', async () => {
    const extension = await activeExtension();
    const { contributes } = extension.packageJSON as {
      contributes: {
        walkthroughs: { steps: { description: string; media: { svg: string; altText: string }; completionEvents: string[] }[] }[];
      };
    }; // prettier-ignore
    const commands = new Set(await vscode.commands.getCommands(true));
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { description, media, completionEvents } of steps) {
      const linked = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id!);
      assert(linked.length > 0, description);
      for (const id of linked) assert(commands.has(id), `no command ${id}`);
      for (const event of completionEvents) assert(linked.includes(event.replace('onCommand:', '')), event);
      assert(media.altText.length > 5);
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, media.svg));
    }
  });

  it('has fewer than twenty settings, each of a folder or a file but the trace', async () => {
    const extension = await activeExtension();
    const { contributes } = extension.packageJSON as {
      contributes: { configuration: { properties: Record<string, { scope: string; order: number; enum?: string[]; enumDescriptions?: string[] }> } };
    }; // prettier-ignore
    const settings = Object.entries(contributes.configuration.properties);
    assert(settings.length < 20);
    for (const [name, { scope, enum: values, enumDescriptions }] of settings) {
      assert.equal(scope, name.endsWith('.trace.server') ? 'window' : 'resource', name);
      assert.equal(enumDescriptions?.length, values?.length, name);
    }
    assert.equal(new Set(settings.map(([, { order }]) => order)).size, settings.length);
  });
});
