/** Holding a report, or all reports of its folder, to a profile. */
import { configurationEditOf } from './codeActions/adjustments';
import type { Client } from '../server/client';
import type { ConfigurationTarget } from '../configuration/configurationFiles';
import { rangesIn } from '../server/conversion';
import type { Core } from '../server/core';
import type { ProfileChangeParams, ProfileChangeResult } from '../protocol';

/** @param target the configuration file that the change belongs into; undefined where there is no place for one */
export function profileChangeOf(
  { service }: Core,
  client: Client,
  target: ConfigurationTarget | undefined,
  { profile: id, scope }: ProfileChangeParams,
): ProfileChangeResult {
  const profile = (['auto', ...service.profiles.map((one) => one.id)] as const).find((known) => known === id);
  if (!target || !profile) return null;
  const { text = '', path } = target;
  const changes = service.adjust(text, service.profileAdjustment(text, profile, scope === 'report' ? path : undefined));
  const ranges = rangesIn(text, changes);
  const edits = changes.map((change, index) => ({ range: ranges[index]!, newText: change.text }));
  const edit = configurationEditOf(target, edits, client);
  return edit ? { file: target.uri, edit } : null;
}
