import * as vscode from 'vscode';
import { RequestType, State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checklistRequest } from '../../server/src/lsp/protocol';
import type {
  ChecklistParams,
  ChecklistResult,
  ProtocolChecklistItem,
  ProtocolChecklistPlace,
} from '../../server/src/lsp/protocol';
import type { Reports } from './reports';

const checklistView = 'missionReport.checklist';
const checklistMessage = new RequestType<ChecklistParams, ChecklistResult, void>(checklistRequest);
/** Set once a report has been open: until then the Explorer has no view for reports. */
const openedKey = 'missionReport.reportOpened';
/** Set while the view has a report's list: its buttons need one. */
const shownKey = 'missionReport.checklistShown';
/** Kept for the workspace once the view has been opened in it. */
const openedBefore = 'checklist.opened';
/** The list is asked for when nothing has changed for so many milliseconds. */
const pause = 150;

type Item = ProtocolChecklistItem & { readonly kind: 'item' };
type Place = ProtocolChecklistPlace & { readonly kind: 'place'; readonly item: Item };
export type ChecklistNode = Item | Place;

const icon = (id: string, color?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));

const iconOfState: Readonly<Record<Item['state'], vscode.ThemeIcon>> = {
  passed: icon('pass', 'testing.iconPassed'),
  attention: icon('warning', 'problemsWarningIcon.foreground'),
  failed: icon('error', 'problemsErrorIcon.foreground'),
  unwritten: icon('edit', 'descriptionForeground'),
  manual: icon('person'),
};
const iconOfSeverity: Readonly<Record<Place['severity'], vscode.ThemeIcon>> = {
  error: icon('error', 'problemsErrorIcon.foreground'),
  warning: icon('warning', 'problemsWarningIcon.foreground'),
  information: icon('info', 'problemsInfoIcon.foreground'),
  hint: icon('lightbulb'),
};

/** The state in words, for those who can't see the icon or its colour. */
function wordsOf(state: Item['state']): string {
  switch (state) {
    case 'passed':
      return vscode.l10n.t('Passed');
    case 'attention':
      return vscode.l10n.t('Needs attention');
    case 'failed':
      return vscode.l10n.t('Not passed');
    case 'unwritten':
      return vscode.l10n.t('Not written yet');
    case 'manual':
      return vscode.l10n.t('To be judged by you');
  }
}

/** A severity in words. */
function wordsOfSeverity(severity: Place['severity']): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'information':
      return vscode.l10n.t('Information');
    case 'hint':
      return vscode.l10n.t('Hint');
  }
}

function itemNode(item: Item): vscode.TreeItem {
  const { id, title, state, detail, places } = item;
  const words = wordsOf(state);
  const node = new vscode.TreeItem(
    title,
    places.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  node.id = id;
  node.description = state === 'manual' ? words : `${words} · ${detail}`;
  node.tooltip = `${title}\n${words}: ${detail}`;
  node.iconPath = iconOfState[state];
  node.accessibilityInformation = { label: `${title}. ${words}. ${detail}` };
  return node;
}

/**
 * @param uri of the report that the place is in
 * @param selection its words
 */
function placeNode({ message, severity }: Place, uri: vscode.Uri, selection: vscode.Range): vscode.TreeItem {
  const node = new vscode.TreeItem(message);
  const line = vscode.l10n.t('Line {0}', selection.start.line + 1);
  node.description = line;
  node.tooltip = `${wordsOfSeverity(severity)}: ${message}`;
  node.iconPath = iconOfSeverity[severity];
  node.accessibilityInformation = { label: `${wordsOfSeverity(severity)}. ${line}. ${message}` };
  node.command = { title: line, command: 'vscode.open', arguments: [uri, { selection }] };
  return node;
}

/** 審核表 of the report in front, or of the one that was in front before something that is no text editor. */
export class Checklist implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
  private uri: vscode.Uri | undefined;
  private items: readonly Item[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<ChecklistNode>;
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly reports: Reports,
    private readonly memory: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView(checklistView, { treeDataProvider: this, showCollapseAll: true });
    const soon = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.update(), pause);
    };
    this.subscriptions = vscode.Disposable.from(
      this.view,
      reports.onDidChange(soon),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.uri?.toString())) soon();
      }),
    );
  }

  /** The report whose list is shown, for the tests. */
  get shown(): vscode.Uri | undefined {
    return this.uri;
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    return node.kind === 'item'
      ? itemNode(node)
      : placeNode(node, this.uri!, this.client.protocol2CodeConverter.asRange(node.range));
  }

  getChildren(node?: ChecklistNode): ChecklistNode[] {
    if (node === undefined) return [...this.items];
    return node.kind === 'item' ? node.places.map((place) => ({ ...place, kind: 'place', item: node })) : [];
  }

  getParent(node: ChecklistNode): ChecklistNode | undefined {
    return node.kind === 'place' ? node.item : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  /** The report to show the list of. */
  private chosen(): vscode.Uri | undefined {
    const document = vscode.window.activeTextEditor?.document;
    // A settings page, a log or the Problems panel does not take the list away; another text does.
    if (document && document.uri.scheme !== 'output')
      return this.reports.statusOf(document.uri) ? document.uri : undefined;
    return this.uri && this.reports.statusOf(this.uri) ? this.uri : undefined;
  }

  private async update(): Promise<void> {
    const uri = this.chosen();
    const asked = ++this.asked;
    const items = uri ? await this.ask(uri) : [];
    if (asked !== this.asked) return;
    if (uri) await vscode.commands.executeCommand('setContext', openedKey, true);
    await vscode.commands.executeCommand('setContext', shownKey, uri !== undefined);
    this.uri = uri;
    this.items = items.map((item) => ({ ...item, kind: 'item' }));
    this.view.description = uri?.path.split('/').at(-1) ?? '';
    this.changed.fire();
    if (uri) await this.open();
  }

  /** Opens the view with the first report of a workspace; whoever closes it then, has it closed. */
  private async open(): Promise<void> {
    const first = this.items.at(0);
    if (!first || this.memory.get<boolean>(openedBefore)) return;
    await this.memory.update(openedBefore, true);
    await this.view.reveal(first, { select: false, focus: false });
  }

  private async ask(uri: vscode.Uri): Promise<readonly ProtocolChecklistItem[]> {
    if (this.client.state !== State.Running) return [];
    const params: ChecklistParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    try {
      return (await this.client.sendRequest(checklistMessage, params)) ?? [];
    } catch (error) {
      // The server may be ending just now; the list comes back with it.
      return this.client.handleFailedRequest(checklistMessage, undefined, error, [], false);
    }
  }
}
