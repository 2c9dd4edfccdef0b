import { LSPErrorCodes, ResponseError } from '../server/library';
import type { Position, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import type { Message, TextEdit } from '../../service';
import type { Client } from '../server/client';
import { offsetOf, rangeOf, textEditsOf, workspaceEditOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';

/** What a rename at `position` would rename; null where nothing has a name. */
export function prepareRenameOf(
  document: OpenDocument,
  { service }: Core,
  position: Position,
): PrepareRenameResult | null {
  const report = document.report(service);
  const place = service.prepareRename(report, offsetOf(service, report, position));
  return place ? { range: rangeOf(service, report, place.words), placeholder: place.placeholder } : null;
}

function isRefusal(answer: readonly TextEdit[] | Message): answer is Message {
  return 'en' in answer;
}

/**
 * The edits that rename what stands at `position`; null where nothing has a name. They are made at once: an editor that
 * has a preview shows it to those who ask for it.
 * @throws ResponseError with the reason, in the language of messages, where `name` can't be taken
 */
export function renameOf(
  document: OpenDocument,
  { service, render }: Core,
  { locale }: Settings,
  client: Client,
  { position, newName }: { readonly position: Position; readonly newName: string },
): WorkspaceEdit | null {
  const report = document.report(service);
  const answer = service.rename(report, offsetOf(service, report, position), newName);
  if (!answer) return null;
  if (isRefusal(answer)) throw new ResponseError(LSPErrorCodes.RequestFailed, render(answer, {}, locale));
  return workspaceEditOf(document, textEditsOf(service, report, answer), client);
}
