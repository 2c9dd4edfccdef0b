import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { placeholdersRequest } from '../../../server/src/lsp/protocol';
import type { PlaceholdersParams, PlaceholdersResult } from '../../../server/src/lsp/protocol';
import { placeholderAt } from '../placeholders';
import type { Reports } from '../reports';

/** Set while the cursor stands at a placeholder, or at what was just written in its place. */
const placeholderKey = 'missionReport.atPlaceholder';
/** Set while a report is in front, whatever its language. */
const reportKey = 'missionReport.inReport';

/** A place that was still to be written when the cursor came there, in offsets of the document. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly start: number;
  readonly end: number;
  /** Whether something has been written there since. */
  readonly filled: boolean;
}

/**
 * The way from one placeholder to the next. Nothing but the cursor is needed for it, no snippet that is being filled in:
 * it is there after saving, after Escape and when a report is opened again.
 */
export class Placeholders implements vscode.Disposable {
  private place: Place | undefined;
  private readonly said = new Map<string, boolean>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly reports: Reports,
  ) {
    const look = (): void => {
      this.look(vscode.window.activeTextEditor);
    };
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(look),
      vscode.window.onDidChangeActiveTextEditor(look),
      reports.onDidChange(look),
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.follow(change);
      }),
    );
    look();
  }

  /**
   * Selects the next placeholder behind the cursor (`by` 1) or the one before it (-1), round the end of the report. Where
   * Tab was pressed at what is none after all, Tab does what it does elsewhere.
   */
  async select(by: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { place } = this;
    const { document, selection } = editor;
    const places = await this.placesIn(document);
    if (!places) return;
    const isHere =
      place?.filled ||
      places.some(({ start, end }) => start.isBeforeOrEqual(selection.end) && end.isAfterOrEqual(selection.start));
    if (place && (!isHere || places.length === 0)) {
      await vscode.commands.executeCommand(by === 1 ? 'tab' : 'outdent');
      return;
    }
    // From where the cursor stands in a placeholder, or has filled one, the next is another one.
    const from = place ? document.positionAt(place.start) : selection.start;
    const to = place ? document.positionAt(place.end) : selection.end;
    const next =
      by === 1
        ? (places.find(({ start }) => start.isAfterOrEqual(to)) ?? places[0])
        : (places.filter(({ end }) => end.isBeforeOrEqual(from)).at(-1) ?? places.at(-1));
    if (!next) {
      await vscode.window.showInformationMessage(vscode.l10n.t('Nothing is left to be filled in.'));
      return;
    }
    editor.selection = new vscode.Selection(next.start, next.end);
    editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Goes to the next finding, as VS Code does, and selects the placeholder that it speaks of: typing replaces it. */
  async goToFinding(by: 1 | -1): Promise<void> {
    await vscode.commands.executeCommand(`editor.action.marker.${by === 1 ? 'next' : 'prev'}InFiles`);
    const editor = vscode.window.activeTextEditor;
    if (!editor?.selection.isEmpty) return;
    const { active } = editor.selection;
    const here = (await this.placesIn(editor.document))?.find(({ start }) => start.isEqual(active));
    // Gone on meanwhile, the author is left alone.
    if (here && editor.selection.isEqual(new vscode.Selection(active, active)))
      editor.selection = new vscode.Selection(here.start, here.end);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** The places of the document; undefined where somebody has typed on meanwhile, and wants to go nowhere. */
  private async placesIn(document: vscode.TextDocument): Promise<readonly vscode.Range[] | undefined> {
    if (this.client.state !== State.Running) return [];
    const params: PlaceholdersParams = { uri: this.client.code2ProtocolConverter.asUri(document.uri) };
    const { version } = document;
    const places = await this.client.sendRequest<PlaceholdersResult>(placeholdersRequest, params);
    if (document.version !== version) return undefined;
    return places.map(({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character));
  }

  private look(editor: vscode.TextEditor | undefined): void {
    const isReport = editor !== undefined && this.reports.statusOf(editor.document.uri) !== undefined;
    this.place = editor && isReport ? this.placeOf(editor) : undefined;
    this.say(reportKey, isReport);
    this.say(placeholderKey, this.place !== undefined);
  }

  /** The placeholder at the cursor, or the place that it was and that the cursor has not left. */
  private placeOf({ document, selections }: vscode.TextEditor): Place | undefined {
    const [selection, ...others] = selections;
    if (!selection?.isSingleLine || others.length > 0) return undefined;
    const line = document.lineAt(selection.start.line);
    const span = placeholderAt(line.text, selection.start.character, selection.end.character);
    const lineStart = document.offsetAt(line.range.start);
    if (span) return { document, start: lineStart + span.start, end: lineStart + span.end, filled: false };
    const { place } = this;
    if (place?.document !== document || !place.filled) return undefined;
    const start = document.offsetAt(selection.start);
    return place.start <= start && document.offsetAt(selection.end) <= place.end ? place : undefined;
  }

  /** Keeps the place while something is written in it, and forgets it where the text changes around it or a line begins. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { place } = this;
    if (place?.document !== document || contentChanges.length === 0) return;
    const [{ rangeOffset, rangeLength, text }, ...others] = contentChanges as typeof contentChanges & [vscode.TextDocumentContentChangeEvent]; // prettier-ignore
    const isInside = place.start <= rangeOffset && rangeOffset + rangeLength <= place.end;
    const isWriting = others.length === 0 && isInside && !/[\r\n]/.test(text);
    this.place = isWriting ? { ...place, end: place.end + text.length - rangeLength, filled: true } : undefined;
    this.say(placeholderKey, this.place !== undefined);
  }

  private say(key: string, value: boolean): void {
    if (this.said.get(key) === value) return;
    this.said.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
