import type { Locale, ReportService } from '../../service';
import { exitCode } from '../failure';
import { widthOf } from '../output/width';
import { severityWord } from '../severities';
import { allowPaths } from './allowPaths';
import type { Command } from './command';

const off = { 'zh-TW': '關閉', en: 'off' };

/** A line for each rule: id, default severity, what a person calls it. */
function pretty(service: ReportService, locale: Locale): string {
  const width = Math.max(...service.rules.map(({ id }) => id.length));
  const wordOf = (severity: (typeof service.rules)[number]['severity']): string =>
    severity === 'off' ? off[locale] : severityWord(severity, locale);
  const words = Math.max(...service.rules.map(({ severity }) => widthOf(wordOf(severity))));
  return service.rules
    .map(({ id, severity, title }) => {
      const word = wordOf(severity);
      return `${id.padEnd(width)}  ${word}${' '.repeat(words - widthOf(word))}  ${title[locale]}\n`;
    })
    .join('');
}

export const rules: Command = {
  options: () => ({ format: { values: ['pretty', 'json'] } }),
  help: {
    'zh-TW': `rules

列出所有規則與預設的嚴重程度。

  --format pretty|json   輸出格式，預設 pretty
  --locale zh-TW|en      訊息的語言
`,
    en: `rules

Lists every rule with its default severity.

  --format pretty|json   output format, default pretty
  --locale zh-TW|en      language of messages
`,
  },
  run: ({ service, terminal, locale, arguments: given }) => {
    allowPaths(given, 0);
    terminal.out(
      given.options.get('format') === 'json'
        ? `${JSON.stringify(
            service.rules.map(({ id, title, severity, source, checked, fix }) => ({
              id,
              title: title[locale],
              severity,
              source,
              checked,
              fix: fix ?? null,
            })),
          )}\n`
        : pretty(service, locale),
    );
    return Promise.resolve(exitCode.clean);
  },
};
