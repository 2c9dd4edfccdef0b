/** Reports and folders that are renamed or moved: what the configuration files say of them goes along. */
import type { FileRename, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from '../server/client';
import type { ConfigurationFiles, ConfigurationTarget } from '../configuration/configurationFiles';
import { configurationEditOf } from './codeActions/adjustments';
import { rangesIn } from '../server/conversion';
import type { ReportService } from '../../service';

/** The least edit that makes `after` of `before`. */
function editBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const [range] = rangesIn(before, [{ start, end: before.length - same }]);
  return { range: range!, newText: after.slice(start, after.length - same) };
}

/** A configuration file that is being changed. */
interface ChangedFile {
  readonly target: ConfigurationTarget;
  text: string;
}

/**
 * The edit of the configuration files that is made together with `renames`; null where they say nothing of what is
 * renamed. A configuration file inside of a folder goes along with it and needs no change.
 */
export async function fileRenamesOf(
  renames: readonly FileRename[],
  service: ReportService,
  files: Pick<ConfigurationFiles, 'targetOf'>,
  client: Client,
): Promise<WorkspaceEdit | null> {
  const changed = new Map<string, ChangedFile>();
  const fileAt = (target: ConfigurationTarget): ChangedFile => {
    let file = changed.get(target.uri);
    if (!file) changed.set(target.uri, (file = { target, text: target.text ?? '' }));
    return file;
  };
  for (const { oldUri, newUri } of renames) {
    const from = await files.targetOf(oldUri);
    const to = await files.targetOf(newUri);
    if (from?.text === undefined || !to) continue;
    const source = fileAt(from);
    if (from.uri === to.uri) source.text = service.renamedIn(source.text, from.path, to.path);
    else {
      const target = fileAt(to);
      const { text, target: filled } = service.handedOver(source.text, from.path, target.text, to.path);
      source.text = text;
      target.text = filled;
    }
  }
  const edits: WorkspaceEdit[] = [];
  for (const { target, text } of changed.values()) {
    const before = target.text ?? '';
    const edit = text !== before && configurationEditOf(target, [editBetween(before, text)], client);
    if (edit) edits.push(edit);
  }
  if (edits.length === 0) return null;
  if (edits.every(({ documentChanges }) => documentChanges))
    return { documentChanges: edits.flatMap(({ documentChanges }) => documentChanges as TextDocumentEdit[]) };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as Record<string, TextEdit[]> };
}
