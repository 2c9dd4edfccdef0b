import path from 'node:path';
import type { Message } from '../../service';
import { nearest } from '../../service';
import { Failure, exitCode } from '../failure';
import { readText } from '../readText';
import { allowPaths } from './allowPaths';
import type { Command } from './command';

const messages = {
  noRule: {
    'zh-TW': '請指定一條規則，例如 mission-report explain structure/missing-section',
    en: 'name a rule, as in mission-report explain structure/missing-section',
  },
  unknown: {
    'zh-TW': '不認得的規則 {id}；mission-report rules 列出所有規則',
    en: 'unknown rule {id}; mission-report rules lists them all',
  },
  unknownNear: { 'zh-TW': '不認得的規則 {id}；是否為 {near}？', en: 'unknown rule {id}; did you mean {near}?' },
} satisfies Record<string, Message>;

export const explain: Command = {
  options: () => ({}),
  help: {
    'zh-TW': `explain 規則

說明一條規則：找什麼、為什麼、依據、正確與錯誤的例子。
`,
    en: `explain RULE

Explains a rule: what it finds and why, its source, right and wrong examples.
`,
  },
  run: ({ service, terminal, arguments: given }) => {
    const [id] = given.paths;
    if (id === undefined) throw new Failure(messages.noRule);
    allowPaths(given, 1);
    const ids = service.rules.map((rule) => rule.id);
    if (!ids.some((known) => known === id)) {
      const near = nearest(id, ids);
      throw near === undefined
        ? new Failure(messages.unknown, { id })
        : new Failure(messages.unknownNear, { id, near });
    }
    const pages = JSON.parse(readText(path.join(__dirname, 'rulePages.json'))) as Record<string, string>;
    const page = pages[service.pageFile(id)]!;
    terminal.out(page.endsWith('\n') ? page : `${page}\n`);
    return Promise.resolve(exitCode.clean);
  },
};
