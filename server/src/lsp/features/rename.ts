import { LSPErrorCodes, ResponseError } from '../server/library';
import type { Position, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import type { Message, TextEdit } from '../../service';
import type { Client } from '../server/client';
import { offsetOf, rangeOf, textEditsOf, workspaceEditOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import type { Settings } from '../configuration/settings';

const messages = {
  label: { 'zh-TW': '更名為「{name}」', en: 'Rename to “{name}”' },
  description: { 'zh-TW': '{count} 處', en: '{count} places' },
} satisfies Record<string, Message>;

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
 * The edits that rename what stands at `position`; null where nothing has a name. Those on several lines ask for the
 * author's consent first, where the client can show them.
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
  const edits = textEditsOf(service, report, answer);
  const several = new Set(edits.map(({ range }) => range.start.line)).size > 1;
  const annotation = {
    label: render(messages.label, { name: newName.trim() }, locale),
    description: render(messages.description, { count: edits.length }, locale),
    needsConfirmation: several,
  };
  return workspaceEditOf(document, edits, client, edits.length > 1 ? annotation : undefined);
}
