import * as vscode from 'vscode';

interface Section extends vscode.QuickPickItem {
  readonly place: vscode.Range;
}

/** Spaces of a list entry for each level of the outline: Latin ones are too narrow, and are cut off in front. */
const indent = '\u3000';

function* sectionsOf(symbols: readonly vscode.DocumentSymbol[], depth = 0): Iterable<Section> {
  for (const { name, detail, selectionRange, children } of symbols) {
    const line = vscode.l10n.t('Line {0}', selectionRange.start.line + 1);
    yield {
      label: indent.repeat(depth) + name,
      description: detail === '' ? line : `${detail} · ${line}`,
      place: selectionRange,
    };
    yield* sectionsOf(children, depth + 1);
  }
}

/** The entry whose heading is the last one at or before `position`. */
function sectionAt(sections: readonly Section[], position: vscode.Position): Section | undefined {
  return sections.filter(({ place }) => place.start.isBeforeOrEqual(position)).at(-1) ?? sections[0];
}

/** Lists the sections of the report in front; the editor follows the list and goes back where nothing is chosen. */
export async function goToSection(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    editor.document.uri,
  );
  const sections = [...sectionsOf(symbols ?? [])];
  const [before] = editor.visibleRanges;
  const { selection } = editor;
  const list = vscode.window.createQuickPick<Section>();
  list.title = vscode.l10n.t('Go to Section');
  list.placeholder =
    sections.length > 0 ? vscode.l10n.t('Type a part of a heading') : vscode.l10n.t('This report has no section yet');
  list.items = sections;
  const here = sectionAt(sections, selection.active);
  if (here) list.activeItems = [here];
  const show = ({ place }: Section): void => {
    editor.selection = new vscode.Selection(place.start, place.start);
    editor.revealRange(place, vscode.TextEditorRevealType.AtTop);
  };
  let chosen = false;
  let first = true;
  list.onDidChangeActive(([section]) => {
    // The list tells of the entry it opens with, too.
    if (section && !first) show(section);
    first = false;
  });
  list.onDidAccept(() => {
    const [section] = list.activeItems;
    chosen = section !== undefined;
    if (section) show(section);
    list.hide();
  });
  list.onDidHide(() => {
    if (!chosen) {
      editor.selection = selection;
      if (before) editor.revealRange(before, vscode.TextEditorRevealType.AtTop);
    }
    list.dispose();
  });
  list.show();
}
