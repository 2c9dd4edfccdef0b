/** The rules as they lie in the folders, for the tests that hold the registry, the pages and the examples to them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Rule } from '../../../server/src/rules/rule';
import { parsePage } from './pages';
import type { RulePage } from './pages';

const load = createRequire(import.meta.url);

/** `server/src/rules`. */
export const rulesFolder = path.resolve(import.meta.dirname, '../../../server/src/rules');

/** A rule and the page beside it. */
export interface RuleModule extends RulePage {
  readonly rule: Rule;
}

/** The files of the families' folders whose name ends with `ending`, by their path in `server/src/rules`. */
export function ruleFiles(ending: string): readonly string[] {
  return readdirSync(rulesFolder, { withFileTypes: true })
    .filter((family) => family.isDirectory())
    .flatMap((family) => readdirSync(path.join(rulesFolder, family.name)).map((name) => `${family.name}/${name}`))
    .filter((name) => name.endsWith(ending))
    .sort();
}

function pageAt(file: string): RulePage {
  if (!existsSync(file)) throw new Error(`${file}: a rule needs a page`);
  try {
    return parsePage(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Every file of a family's folder that exports a rule, with its page, in the order of the rules' ids. */
export function ruleModules(): readonly RuleModule[] {
  const modules = ruleFiles('.ts').flatMap((name): readonly RuleModule[] => {
    const file = path.join(rulesFolder, name);
    const { rule } = load(file) as { readonly rule?: Rule };
    return rule ? [{ rule, ...pageAt(file.replace(/ts$/, 'md')) }] : [];
  });
  return modules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}
