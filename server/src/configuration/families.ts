/** Whole families of rules in a configuration: `wording/*` names all rules of `wording/`. */
import type { Severities } from './model';

/** The patterns that name a family of `ruleIds`, in their order. */
export function familiesOf(ruleIds: readonly string[]): readonly string[] {
  return [...new Set(ruleIds.map((id) => `${id.slice(0, id.indexOf('/'))}/*`))];
}

/** The rules that `key` of a configuration names: the one with this id, or those of a family; none where there are none. */
export function rulesNamed(key: string, ruleIds: readonly string[]): readonly string[] {
  return key.endsWith('/*')
    ? ruleIds.filter((id) => id.startsWith(key.slice(0, -1)))
    : ruleIds.filter((id) => id === key);
}

/** `severities` by rule. What is said of a rule goes before what is said of its family. */
export function severitiesByRule(severities: Severities, ruleIds: readonly string[]): Severities {
  const said = Object.entries(severities);
  const ofFamilies = said.filter(([key]) => key.endsWith('/*'));
  const ofRules = said.filter(([key]) => !key.endsWith('/*'));
  return Object.fromEntries([
    ...ofFamilies.flatMap(([key, severity]) => rulesNamed(key, ruleIds).map((id) => [id, severity] as const)),
    ...ofRules,
  ]);
}
