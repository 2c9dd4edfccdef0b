import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Message, ProfileId, Severity } from '../../service';
import { createFileCheck, formatOf, formats } from '../checkFile';
import type { CheckFileSettings, FileResult } from '../checkFile';
import { Failure, exitCode } from '../failure';
import { isDocumentName } from '../importFile';
import { filesOf } from '../inputs';
import type { InputFile, NoteInput } from '../inputs';
import type { Summary } from '../output/checkedFile';
import { readInput, readInputBytes, readText } from '../readText';
import { severities } from '../severities';
import { complain } from '../terminal';
import type { Command, CommandContext } from './command';

/** Threads pay for their start from about this many files on. */
const filesWorthThreads = 100;

const messages = {
  nothing: {
    'zh-TW': '沒有指定要檢查的檔案；用法見 mission-report check --help',
    en: 'no file to check; see mission-report check --help',
  },
  noReport: { 'zh-TW': '{path}：資料夾中沒有出國報告', en: '{path}: the folder holds no report' },
  nameWithoutInput: {
    'zh-TW': '--stdin-filename 須與 - 一併使用',
    en: '--stdin-filename goes with - only',
  },
  inputTwice: { 'zh-TW': '標準輸入只能使用一次', en: 'standard input can be used only once' },
  badShard: {
    'zh-TW': '選項 --shard 的值「{value}」不正確；應如 1/4：第幾份／共幾份',
    en: 'bad value "{value}" for --shard; it is I/N, such as 1/4',
  },
  badJobs: {
    'zh-TW': '選項 --jobs 的值「{value}」不正確；應為 1 至 256 的整數',
    en: 'bad value "{value}" for --jobs; it is a number from 1 to 256',
  },
  dryRunAlone: { 'zh-TW': '--dry-run 須與 --fix 一併使用', en: '--dry-run goes with --fix only' },
  diffOnly: {
    'zh-TW': '--fix --dry-run 只輸出差異，不可與 --format {format} 一併使用',
    en: '--fix --dry-run prints a diff and does not go with --format {format}',
  },
  fixInput: {
    'zh-TW': '標準輸入不能就地修正；請加上 --dry-run 查看差異',
    en: 'standard input cannot be fixed in place; see the diff with --dry-run',
  },
} satisfies Record<string, Message>;

/** A file to check, or standard input. */
type Input = InputFile & { readonly standardInput?: true };

/** The inputs of the command line in order, none twice; what can't be found or read is handed to `miss`. */
async function inputsOf({ arguments: { options, paths } }: CommandContext, miss: NoteInput): Promise<Input[]> {
  const words = [...paths];
  const list = options.get('files-from');
  if (list === '-' && words.includes('-')) throw new Failure(messages.inputTwice);
  if (options.has('stdin-filename') && !words.includes('-')) throw new Failure(messages.nameWithoutInput);
  const listed = list === undefined ? [] : (list === '-' ? await readInput('-') : readText(list)).split(/\r\n|\r|\n/);
  words.push(...listed.filter((line) => line.trim() !== ''));
  if (words.includes('-') && options.has('fix') && !options.has('dry-run')) throw new Failure(messages.fixInput);
  if (words.length === 0 && list === undefined) throw new Failure(messages.nothing);

  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    if (word === '-') {
      if (seen.has('-')) continue;
      seen.add('-');
      inputs.push({ path: options.get('stdin-filename') ?? '-', known: 'by name', standardInput: true });
      continue;
    }
    try {
      for (const file of filesOf(word, miss)) {
        const key = path.resolve(file.path);
        if (!seen.has(key)) inputs.push(file);
        seen.add(key);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      miss(error, true);
    }
  }
  return inputs;
}

/** The numbers of 「--shard I/N」. */
function shardOf(value: string | undefined): { readonly index: number; readonly count: number } {
  if (value === undefined) return { index: 0, count: 1 };
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(value);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (!(index >= 1 && index <= count)) throw new Failure(messages.badShard, { value });
  return { index: index - 1, count };
}

/** How many threads are asked for; undefined where the files decide. */
function jobsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const jobs = Number(value);
  if (!/^\d+$/.test(value) || jobs < 1 || jobs > 256) throw new Failure(messages.badJobs, { value });
  return jobs;
}

function settingsOf({ arguments: { options }, locale, terminal }: CommandContext): CheckFileSettings {
  const format = options.get('format') ?? 'pretty';
  if (options.has('dry-run') && !options.has('fix')) throw new Failure(messages.dryRunAlone);
  if (options.has('dry-run') && format !== 'pretty') throw new Failure(messages.diffOnly, { format });
  return {
    format,
    profile: options.get('profile') as ProfileId | 'auto' | undefined,
    failOn: (options.get('fail-on') ?? 'error') as Severity | 'never',
    locale,
    colour: terminal.colour,
    fix: options.has('dry-run') ? 'diff' : options.has('fix') ? 'write' : 'none',
    asReport: options.has('as-report'),
  };
}

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const { service, terminal, locale, ruleFailures } = context;
  const { options, paths } = context.arguments;
  const settings = settingsOf(context);
  const shard = shardOf(options.get('shard'));
  const jobs = jobsOf(options.get('jobs'));
  const summary: Summary = {
    files: 0,
    skipped: 0,
    fixed: 0,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
  };
  const state = { trouble: false, failed: false };
  const all = await inputsOf(context, (failure, isGrave) => {
    state.trouble ||= isGrave;
    complain(terminal, failure, locale);
  });
  const inputs: readonly Input[] = all.filter((_, index) => index % shard.count === shard.index);

  const format = formatOf(service, settings);
  const isDiff = settings.fix === 'diff';
  if (!isDiff) terminal.out(format.begin);
  /** Whether a file's part stands before: the next one is separated from it. */
  let isBehind = false;
  const said = new Set<string>();
  const take = (result: FileResult): void => {
    for (const line of result.errors) if (!said.has(line)) terminal.error(`${line}\n`);
    for (const line of result.errors) said.add(line);
    state.trouble ||= result.trouble;
    state.failed ||= result.grave;
    summary.files += result.state === 'checked' ? 1 : 0;
    summary.skipped += result.state === 'skipped' ? 1 : 0;
    summary.fixed += result.fixed;
    for (const severity of severities) summary.counts[severity] += result.counts[severity];
    let before = isBehind ? format.separator : '';
    for (const piece of result.output) {
      terminal.out(before + piece);
      before = '';
      isBehind = true;
    }
  };

  const threads = jobs ?? (inputs.length >= filesWorthThreads ? availableParallelism() : 1);
  const hasDocument = inputs.some((input) => isDocumentName(input.path));
  if (threads > 1 && inputs.length > 1 && !hasDocument && !inputs.some(({ standardInput }) => standardInput)) {
    await (await import('../checkFiles')).checkInThreads(inputs, threads, settings, take);
  } else {
    service.useSpeller((await import('../../lexicon')).speller);
    const importer = hasDocument ? await import('../../import/library') : undefined;
    const checkFile = createFileCheck(service, ruleFailures, settings, importer);
    for (const input of inputs) take(checkFile(input, input.standardInput && (await readInputBytes())));
  }
  const isNothing = summary.files === 0 && inputs.every(({ known }) => known === 'by content');
  if (isNothing && !state.trouble && shard.count === 1 && !options.has('files-from')) {
    state.trouble = true;
    complain(terminal, new Failure(messages.noReport, { path: paths.join(' ') }), locale);
  }
  if (!isDiff) terminal.out(format.end(summary));
  if (state.trouble) return exitCode.trouble;
  return state.failed ? exitCode.findings : exitCode.clean;
}

export const check: Command = {
  options: (service) => ({
    format: { values: Object.keys(formats) },
    profile: { values: ['auto', ...service.profiles.map(({ id }) => id)] },
    'fail-on': { values: [...severities, 'never'] },
    'stdin-filename': { values: 'any' },
    'files-from': { values: 'any' },
    fix: { values: 'none' },
    'dry-run': { values: 'none' },
    shard: { values: 'any' },
    jobs: { values: 'any' },
    'as-report': { values: 'none' },
  }),
  help: {
    'zh-TW': `check [檔案|資料夾|樣式|-]…

檢查出國報告。資料夾中檢查所有的報告；- 讀取標準輸入。指定的 .docx、.odt 檔案也可以直接檢查。

  --format pretty|json|ndjson|sarif|github|junit   輸出格式，預設 pretty
  --profile ID                                     依此格式檢查，不由報告或設定檔判斷
  --fail-on error|warning|information|hint|never   達到此嚴重程度即以代碼 1 結束，預設 error
  --fix                                            套用不改變事實的修正，寫回檔案
  --fix --dry-run                                  不寫回，只輸出差異
  --stdin-filename 名稱                            標準輸入的檔名
  --files-from 檔案|-                              從檔案讀取要檢查的路徑，一行一個
  --shard I/N                                      只檢查 N 等份中的第 I 份
  --jobs N                                         執行緒數；檔案多時預設為處理器核心數
  --as-report                                      指定的檔案看起來不是出國報告，也照樣檢查
  --locale zh-TW|en                                訊息的語言

結束代碼：0 沒有達到 --fail-on 的問題；1 有；2 用法錯誤、檔案無法讀取或內部錯誤。
位移以 UTF-16 碼元計；檔案開頭的位元組順序記號（BOM）不計。
`,
    en: `check [FILE|FOLDER|PATTERN|-]…

Checks mission reports. Of a folder all reports are checked; - reads standard input.

  --format pretty|json|ndjson|sarif|github|junit   output format, default pretty
  --profile ID                                     check by this profile, whatever report or configuration say
  --fail-on error|warning|information|hint|never   end with code 1 at this severity, default error
  --fix                                            write the fixes that change no fact to the files
  --fix --dry-run                                  write nothing, print a diff
  --stdin-filename NAME                            file name of standard input
  --files-from FILE|-                              read the paths to check from a file, one a line
  --shard I/N                                      check only the I-th of N equal parts
  --jobs N                                         threads; with many files as many as there are cores
  --as-report                                      check a named file that does not look like a report, too
  --locale zh-TW|en                                language of messages

Exit code: 0 nothing at or above --fail-on; 1 there is; 2 wrong usage, unreadable input or a crash.
Offsets count UTF-16 code units; a byte order mark at the start of a file is not counted.
`,
  },
  run,
};
