/** What holds for one report, when every configuration it depends on has been read. */
import type { ProfileId } from '../knowledge/types';
import type { Glossary } from '../rules/engine/glossary';
import { severitiesByRule } from './families';
import { globMatcher } from './glob';
import type { Configuration, Override, Severities, Suppression } from './model';
import { reportPath } from './paths';

export interface EffectiveConfiguration {
  /** Undefined where no file says one. */
  readonly profile: ProfileId | 'auto' | undefined;
  readonly severities: Severities;
  readonly glossary: Glossary;
  /** The suppressions of this report; of a file that is built on, none: they speak of other reports. */
  readonly suppressions: readonly Suppression[];
}

function holdsFor({ files }: Override, path: string): boolean {
  return files.some((glob) => globMatcher(glob, { dot: true })(path));
}

function merged<K, V>(maps: readonly ReadonlyMap<K, V>[]): ReadonlyMap<K, V> {
  return new Map(maps.flatMap((map) => [...map]));
}

/**
 * Merges a chain of configurations for one report.
 * @param chain what the file builds on, then the file itself: later ones win
 * @param path the report's path relative to the configuration's folder, with `/`; undefined for one that has none
 * @param ruleIds of all rules, for what is said of a family
 */
export function effectiveConfiguration(
  chain: readonly Configuration[],
  path: string | undefined,
  ruleIds: readonly string[],
): EffectiveConfiguration {
  let profile: ProfileId | 'auto' | undefined;
  const severities: Record<string, Severities[string]> = {};
  const own = path === undefined ? undefined : reportPath(path);
  for (const configuration of chain) {
    profile = configuration.profile ?? profile;
    Object.assign(severities, severitiesByRule(configuration.severities, ruleIds));
    if (path === undefined) continue;
    for (const override of configuration.overrides) {
      if (!holdsFor(override, path)) continue;
      profile = override.profile ?? profile;
      Object.assign(severities, severitiesByRule(override.severities, ruleIds));
    }
  }
  const glossaries = chain.map(({ glossary }) => glossary);
  return {
    profile,
    severities,
    glossary: {
      acronyms: merged(glossaries.map(({ acronyms }) => acronyms)),
      variants: merged(glossaries.map(({ variants }) => variants)),
      forums: merged(glossaries.map(({ forums }) => forums)),
      names: [...new Set(glossaries.flatMap(({ names }) => names))],
    },
    suppressions: chain[chain.length - 1]?.suppressions.filter(({ file }) => file === own) ?? [],
  };
}
