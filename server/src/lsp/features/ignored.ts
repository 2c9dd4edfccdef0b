/** What keeps findings from being shown, and the way back. */
import type { Adjustment, Locale } from '../../service';
import type { ConfigurationFiles } from '../configuration/configurationFiles';
import { rangesIn } from '../server/conversion';
import type { Core } from '../server/core';
import { isConfigurationFile } from '../protocol';
import type {
  ConfigurationEditsResult,
  GiveReasonParams,
  IgnoredResult,
  ProtocolAdjustment,
  RevokeParams,
} from '../protocol';

type Files = Pick<ConfigurationFiles, 'targetOf' | 'textOf'>;

/** The entries of the configuration file of the document at `uri` that keep its findings from being shown. */
export async function ignoredOf(uri: string, { service }: Core, locale: Locale, files: Files): Promise<IgnoredResult> {
  const target = await files.targetOf(uri);
  if (target?.text === undefined) return null;
  const { value } = service.parseConfiguration(target.text);
  if (!value) return null;
  const entries = service.ignoredIn(value, target.path, locale).map(({ title, scope, detail, adjustment }) => {
    const { path, value: said, append } = adjustment;
    return { title, scope, detail, adjustment: { path, value: said, append } };
  });
  return { uri: target.uri, entries };
}

function adjustmentOf({ path, value, append }: ProtocolAdjustment): Adjustment {
  return { title: { 'zh-TW': '', en: '' }, params: {}, path: [...path], value, append };
}

async function editsOf(
  uri: string,
  files: Files,
  change: (text: string) => readonly { readonly start: number; readonly end: number; readonly text: string }[],
): Promise<ConfigurationEditsResult> {
  const text = isConfigurationFile(uri) ? await files.textOf(uri) : undefined;
  if (text === undefined) return [];
  const edits = change(text);
  const ranges = rangesIn(text, edits);
  return edits.map((edit, index) => ({ range: ranges[index]!, newText: edit.text }));
}

/** The edits that take an adjustment back. */
export function revocationOf(
  { uri, adjustment, before }: RevokeParams,
  { service }: Core,
  files: Files,
): Promise<ConfigurationEditsResult> {
  return editsOf(uri, files, (text) => service.revoke(text, adjustmentOf(adjustment), before));
}

/** The edits that say why an adjustment was made. */
export function reasonEditsOf(
  { uri, adjustment, reason }: GiveReasonParams,
  { service }: Core,
  files: Files,
): Promise<ConfigurationEditsResult> {
  return editsOf(uri, files, (text) => service.giveReason(text, adjustmentOf(adjustment), reason.trim()));
}
