/** The command line, `mission-report`. */
import { version } from '../../../package.json';
import { createReportService, nearest } from '../service';
import type { Locale, Message } from '../service';
import { localeOf, readArguments, workerWord } from './arguments';
import type { Command } from './commands/command';
import { Failure, exitCode } from './failure';
import type { ExitCode } from './failure';
import { complain, processTerminal } from './terminal';

/** Loaded when they are called: `check` of one report is to start as fast as Node itself. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check')).check,
  new: async () => (await import('./commands/new')).newReport,
  outline: async () => (await import('./commands/outline')).outline,
  stats: async () => (await import('./commands/stats')).stats,
  export: async () => (await import('./commands/export')).exportReport,
  import: async () => (await import('./commands/import')).importReport,
  rules: async () => (await import('./commands/rules')).rules,
  explain: async () => (await import('./commands/explain')).explain,
  lsp: async () => (await import('./commands/lsp')).lsp,
};

const messages = {
  usage: {
    'zh-TW': `mission-report 命令 [選項]

  check [檔案|資料夾|樣式|-]…   檢查出國報告
  new                           產生新報告
  outline 檔案                  列出大綱
  stats 檔案                    統計字數、會員與縮寫
  export 檔案… --to 格式        匯出 Word、ODF、網頁、PDF、審核表或提要表
  import 檔案…                  匯入 Word 或 ODF 檔案
  rules                         列出所有規則
  explain 規則                  說明一條規則
  lsp --stdio                   啟動語言伺服器

  --locale zh-TW|en             訊息的語言
  --help                        說明；接在命令之後為該命令的說明
  --version                     版本
`,
    en: `mission-report COMMAND [OPTIONS]

  check [FILE|FOLDER|PATTERN|-]…   check mission reports
  new                              make a new report
  outline FILE                     print the outline
  stats FILE                       count characters, economies and acronyms
  export FILE… --to FORMAT         export Word, ODF, web page, PDF, review form or digest
  import FILE…                     import Word or ODF files
  rules                            list all rules
  explain RULE                     explain a rule
  lsp --stdio                      start the language server

  --locale zh-TW|en                language of messages
  --help                           this text; behind a command, that command's
  --version                        the version
`,
  },
  unknownCommand: {
    'zh-TW': '不認得的命令 {name}；用法見 mission-report --help',
    en: 'unknown command {name}; see mission-report --help',
  },
  unknownCommandNear: {
    'zh-TW': '不認得的命令 {name}；是否為 {near}？',
    en: 'unknown command {name}; did you mean {near}?',
  },
  crash: { 'zh-TW': '內部錯誤：{error}', en: 'internal error: {error}' },
} satisfies Record<string, Message>;

const terminal = processTerminal();

/** The language to complain in, as far as it can be told before the arguments are read. */
function earlyLocale(words: readonly string[]): Locale {
  const at = words.indexOf('--locale');
  const asked = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--locale='))?.slice('--locale='.length);
  return localeOf(asked, process.env);
}

async function run(words: readonly string[], locale: Locale): Promise<ExitCode | undefined> {
  const [name, ...rest] = words;
  if (name === undefined) {
    terminal.error(messages.usage[locale]);
    return exitCode.trouble;
  }
  if (name.startsWith('-')) {
    const { options, paths } = readArguments(words, {});
    if (options.has('version')) terminal.out(`${version}\n`);
    else if (options.has('help')) terminal.out(messages.usage[locale]);
    else {
      const [path] = paths;
      if (path !== undefined && Object.hasOwn(commands, path))
        return run([path, ...words.filter((word) => word !== path)], locale);
      terminal.error(messages.usage[locale]);
      return exitCode.trouble;
    }
    return exitCode.clean;
  }
  if (!Object.hasOwn(commands, name)) {
    const near = nearest(name, Object.keys(commands));
    throw near === undefined
      ? new Failure(messages.unknownCommand, { name })
      : new Failure(messages.unknownCommandNear, { name, near });
  }
  const command = await commands[name]!();
  const ruleFailures: (readonly [string, unknown])[] = [];
  const service = createReportService({ onRuleFailure: (rule, error) => ruleFailures.push([rule, error]) });
  const given = readArguments(rest, command.options(service));
  if (given.options.has('help')) {
    terminal.out(`mission-report ${command.help[locale]}`);
    return exitCode.clean;
  }
  if (given.options.has('version')) {
    terminal.out(`${version}\n`);
    return exitCode.clean;
  }
  return command.run({ service, terminal, locale, arguments: given, ruleFailures });
}

/** A fault of the program itself: said with its stack, for whoever mends it. */
function crash(error: unknown): void {
  process.exitCode = exitCode.trouble;
  complain(
    terminal,
    new Failure(messages.crash, { error: error instanceof Error ? error.message : String(error) }),
    locale,
  );
  if (error instanceof Error && error.stack !== undefined) terminal.error(`${error.stack}\n`);
}

const words = process.argv.slice(2);
const locale = earlyLocale(words);

// A reader that has seen enough, such as `head`, is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') crash(error);
  process.exit();
});

async function start(): Promise<ExitCode | undefined> {
  if (words[0] !== workerWord) return run(words, locale);
  (await import('./checkWorker')).work();
  return undefined;
}

start().then(
  (code) => {
    // Set, not exited with: what is written to a pipe has to get there first.
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof Failure)) {
      crash(error);
      return;
    }
    process.exitCode = exitCode.trouble;
    complain(terminal, error, locale);
  },
);
