/** The files of the rules as they lie in the folders, for the tests that hold the registry, the pages and the examples to them. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { RuleModule } from '../../../server/src/rules/engine/rule';

const load = createRequire(import.meta.url);
const folder = path.resolve(import.meta.dirname, '../../../server/src/rules');

/** Every file of a family's folder that exports a rule, in the order of the rules' ids. */
export function ruleModules(): readonly RuleModule[] {
  const modules: RuleModule[] = [];
  for (const family of readdirSync(folder, { withFileTypes: true })) {
    if (!family.isDirectory()) continue;
    for (const name of readdirSync(path.join(folder, family.name))) {
      const loaded = load(path.join(folder, family.name, name)) as Partial<RuleModule>;
      if (loaded.rule) modules.push(loaded as RuleModule);
    }
  }
  return modules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}
