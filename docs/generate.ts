/** `npm run docs`: writes the list of the rules, the schema of the configuration, and the rules' ids in package.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type packageJson from '../package.json';
import { familiesOf } from '../server/src/configuration/families';
import { profiles } from '../server/src/knowledge/profiles';
import { rules } from '../server/src/rules/registry';
import { configurationSchema } from './configurationSchema';
import { ruleList } from './rulePages';

const write = (name: string, text: string): void => {
  writeFileSync(path.join(import.meta.dirname, name), text);
};
write('rules/README.md', ruleList(rules));
write('../schemas/mission-report.schema.json', configurationSchema(rules, profiles));

/** The settings editor completes the ids of rules out of the manifest. */
const manifest = path.join(import.meta.dirname, '../package.json');
const written = JSON.parse(readFileSync(manifest, 'utf8')) as typeof packageJson;
written.contributes.configuration.properties['missionReport.rules'].propertyNames.enum = [
  ...familiesOf(rules.map(({ id }) => id)),
  ...rules.map(({ id }) => id),
];
write('../package.json', `${JSON.stringify(written, null, 2)}\n`);
