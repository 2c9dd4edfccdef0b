/** `npm run docs`: writes the list of the rules and the schema of the configuration. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { profiles } from '../server/src/knowledge/profiles';
import { rules } from '../server/src/rules/registry';
import { configurationSchema } from './configurationSchema';
import { ruleList } from './rulePages';

const write = (name: string, text: string): void => {
  writeFileSync(path.join(import.meta.dirname, name), text);
};
write('rules/README.md', ruleList(rules));
write('../schemas/mission-report.schema.json', configurationSchema(rules, profiles));
