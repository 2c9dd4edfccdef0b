import type { Position, TextEdit } from 'vscode-languageserver';
import type { onTypeTriggers } from '../../service';
import { offsetOf, textEditsOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

/** The core's triggers, named before the core is loaded; the compiler keeps the two the same. */
const triggers: typeof onTypeTriggers = ['\n', '、', '）', ')', ' '];
const [firstTriggerCharacter, ...moreTriggerCharacter] = triggers;
export const onTypeFormattingOptions = { firstTriggerCharacter, moreTriggerCharacter };

/** What to change after `ch` was typed; `position` is that of the cursor behind it. */
export function onTypeEditsOf(
  document: OpenDocument,
  { service }: Core,
  { position, ch }: { readonly position: Position; readonly ch: string },
): TextEdit[] {
  const report = document.report(service);
  return textEditsOf(service, report, service.onTypeEdits(report, offsetOf(service, report, position), ch));
}
