/** `npm run docs`: writes docs/rules, and removes what no rule stands behind any more; and the configuration's schema. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleModules } from '../test/unit/rules/modules';
import { profiles } from '../server/src/knowledge/profiles';
import { rules } from '../server/src/rules/registry';
import { configurationSchema } from './configurationSchema';
import { rulePages } from './rulePages';

const folder = path.join(import.meta.dirname, 'rules');
const pages = rulePages(ruleModules());
for (const [name, text] of pages) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const strangers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !pages.has(name.replaceAll(path.sep, '/')),
);
for (const name of strangers) rmSync(path.join(folder, name));
console.log(`docs/rules: ${pages.size} pages${strangers.length > 0 ? `, ${strangers.length} removed` : ''}`);

writeFileSync(
  path.join(import.meta.dirname, '../schemas/mission-report.schema.json'),
  configurationSchema(rules, profiles),
);
