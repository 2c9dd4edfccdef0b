import type { Locale, ReportStatistics } from '../../service';
import { exitCode } from '../failure';
import { widthOf } from '../output/width';
import { harmless } from '../terminal';
import type { Command } from './command';
import { readSingleReport } from './singleFile';

/** Two columns, the numbers aligned. */
function table(rows: readonly (readonly [string, number])[]): string {
  const width = Math.max(...rows.map(([name]) => widthOf(name)));
  const digits = Math.max(...rows.map(([, count]) => String(count).length));
  return rows
    .map(([name, count]) => `  ${name}${' '.repeat(width - widthOf(name))}  ${String(count).padStart(digits)}\n`)
    .join('');
}

function pretty({ han, abstractHan, sections, economies, acronyms }: ReportStatistics, locale: Locale): string {
  const titles = {
    'zh-TW': { han: '漢字', all: '全文', abstract: '摘要', economies: '會員', acronyms: '縮寫' },
    en: {
      han: 'Han characters',
      all: 'whole report',
      abstract: 'abstract',
      economies: 'Economies',
      acronyms: 'Acronyms',
    },
  }[locale];
  const rows: (readonly [string, number])[] = [[titles.all, han]];
  if (abstractHan !== undefined) rows.push([titles.abstract, abstractHan]);
  rows.push(...sections.map((section) => [harmless(section.title), section.han] as const));
  const blocks = [`${titles.han}\n${table(rows)}`];
  if (economies.length > 0)
    blocks.push(`${titles.economies}\n${table(economies.map(({ name, count }) => [name, count] as const))}`);
  if (acronyms.length > 0)
    blocks.push(`${titles.acronyms}\n${table(acronyms.map(({ acronym, count }) => [acronym, count] as const))}`);
  return blocks.join('\n');
}

export const stats: Command = {
  options: () => ({ format: { values: ['pretty', 'json'] } }),
  help: {
    'zh-TW': `stats 檔案|-

統計全文、摘要與各章節的漢字數，以及會員與縮寫出現的次數。

  --format pretty|json   輸出格式，預設 pretty
  --locale zh-TW|en      訊息的語言
`,
    en: `stats FILE|-

Counts the Han characters of the report, of its abstract and of each section, and how often it names economies and
acronyms.

  --format pretty|json   output format, default pretty
  --locale zh-TW|en      language of messages
`,
  },
  run: async (context) => {
    const { service, terminal, locale } = context;
    const statistics = service.statistics(await readSingleReport(context));
    terminal.out(
      context.arguments.options.get('format') === 'json'
        ? `${JSON.stringify({ ...statistics, abstractHan: statistics.abstractHan ?? null })}\n`
        : pretty(statistics, locale),
    );
    return exitCode.clean;
  },
};
