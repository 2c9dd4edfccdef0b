/** `npm run docs`: writes docs/rules, removes what no rule stands behind any more; the configuration's schema, and the rules' ids in package.json. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type packageJson from '../package.json';
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

/** The settings editor completes the ids of rules out of the manifest. */
const manifest = path.join(import.meta.dirname, '../package.json');
const written = JSON.parse(readFileSync(manifest, 'utf8')) as typeof packageJson;
written.contributes.configuration.properties['missionReport.rules'].propertyNames.enum = rules.map(({ id }) => id);
writeFileSync(manifest, `${JSON.stringify(written, null, 2)}\n`);

writeFileSync(
  path.join(import.meta.dirname, '../schemas/mission-report.schema.json'),
  configurationSchema(rules, profiles),
);
