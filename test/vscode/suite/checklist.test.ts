import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activeExtension, rangeOf, replace, revertAndClose, show, until, untilFindings } from './editor';
import type { Desk } from './editor';

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
      assert.match(String(description), /Passed|Needs attention|Not passed|To be judged by you/);
      assert(accessibilityInformation?.label.startsWith(label as string));
    }
  });

  it('leads to the place of a finding', async () => {
    const { children } = item(/Names/);
    const place = children.find(({ label }) => (label as string).includes('紐西蘭'));
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

describe('status, sample and walkthrough', () => {
  afterEach(revertAndClose);

  it('knows of a report in front its profile and why, its parts and its abstract', async () => {
    const { exports: extension } = await activeExtension();
    const document = await show('conference.mission.md');
    const status = await until('a status', () => extension.reports.statusOf(document.uri));
    assert.equal(status.profile?.id, 'conference');
    assert.equal(status.because, 'headings');
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
