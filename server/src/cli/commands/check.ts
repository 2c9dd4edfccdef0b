import path from 'node:path';
import type { Finding, Locale, Message, Profile, ProfileId, ReportService, Severity } from '../../service';
import { render } from '../../service';
import { createConfigurations } from '../configuration';
import { Failure, exitCode } from '../failure';
import { filesOf } from '../inputs';
import type { InputFile } from '../inputs';
import { jsonOutput } from '../output/json';
import { ndjsonOutput } from '../output/ndjson';
import type { CheckOutput, Summary } from '../output/checkedFile';
import { prettyOutput } from '../output/pretty';
import { readInput, readText } from '../readText';
import { isAtLeast, severities } from '../severities';
import { complain, harmless } from '../terminal';
import type { Terminal } from '../terminal';
import type { Command, CommandContext } from './command';

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
  ruleFailed: { 'zh-TW': '{path}：規則 {rule} 執行失敗：{error}', en: '{path}: the rule {rule} failed: {error}' },
} satisfies Record<string, Message>;

const outputs: Readonly<Record<string, (service: ReportService, terminal: Terminal, locale: Locale) => CheckOutput>> = {
  pretty: prettyOutput,
  json: jsonOutput,
  ndjson: ndjsonOutput,
};

/** A file to check, or standard input. */
type Input = InputFile | { readonly path: string; readonly named: true; readonly standardInput: true };

/** The inputs of the command line in order, none twice; what can't be found is handed to `miss`. */
async function inputsOf(
  { arguments: { options, paths } }: CommandContext,
  miss: (failure: Failure) => void,
): Promise<Input[]> {
  const words = [...paths];
  const list = options.get('files-from');
  if (list === '-' && words.includes('-')) throw new Failure(messages.inputTwice);
  if (options.has('stdin-filename') && !words.includes('-')) throw new Failure(messages.nameWithoutInput);
  const listed = list === undefined ? [] : (list === '-' ? await readInput('-') : readText(list)).split(/\r\n|\r|\n/);
  words.push(...listed.filter((line) => line.trim() !== ''));
  if (words.length === 0 && list === undefined) throw new Failure(messages.nothing);

  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    if (word === '-') {
      if (seen.has('-')) continue;
      seen.add('-');
      inputs.push({ path: options.get('stdin-filename') ?? '-', named: true, standardInput: true });
      continue;
    }
    try {
      for (const file of await filesOf(word)) {
        const key = path.resolve(file.path);
        if (!seen.has(key)) inputs.push(file);
        seen.add(key);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      miss(error);
    }
  }
  return inputs;
}

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const { service, terminal, locale, ruleFailures } = context;
  const { options, paths } = context.arguments;
  const asked = options.get('profile') as ProfileId | 'auto' | undefined;
  const failOn = (options.get('fail-on') ?? 'error') as Severity | 'never';
  const output = outputs[options.get('format') ?? 'pretty']!(service, terminal, locale);
  const configurations = createConfigurations(service, terminal, locale);
  const summary: Summary = { files: 0, counts: { error: 0, warning: 0, information: 0, hint: 0 } };
  let trouble = false;
  let failed = false;
  const miss = (failure: Failure): void => {
    trouble = true;
    complain(terminal, failure, locale);
  };

  const isGrave = ({ severity }: Finding): boolean => failOn !== 'never' && isAtLeast(severity, failOn);
  for (const input of await inputsOf(context, miss)) {
    let text: string;
    try {
      text = 'standardInput' in input ? await readInput(input.path) : readText(input.path);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      miss(error);
      continue;
    }
    if (!input.named && !service.recognises(text)) continue;
    const configuration = configurations.of(path.dirname(input.path));
    const check = { profile: asked ?? configuration.profile ?? 'auto', severities: configuration.severities };
    const report = service.parse(text);
    const profile: Profile = service.profileOf(report, check);
    const findings = service.check(report, check);
    for (const [rule, error] of ruleFailures.splice(0)) {
      trouble = true;
      const words = { path: input.path, rule, error: error instanceof Error ? error.message : String(error) };
      terminal.error(`mission-report: ${harmless(render(messages.ruleFailed, words, locale))}\n`);
    }
    summary.files++;
    for (const finding of findings) summary.counts[finding.severity]++;
    failed ||= findings.some(isGrave);
    output.file({ path: input.path, profile, report, findings });
  }
  if (summary.files === 0 && !trouble && !options.has('files-from'))
    miss(new Failure(messages.noReport, { path: paths.join(' ') }));
  output.end(summary);
  if (trouble || configurations.broken) return exitCode.trouble;
  return failed ? exitCode.findings : exitCode.clean;
}

export const check: Command = {
  options: (service) => ({
    format: { values: Object.keys(outputs) },
    profile: { values: ['auto', ...service.profiles.map(({ id }) => id)] },
    'fail-on': { values: [...severities, 'never'] },
    'stdin-filename': { values: 'any' },
    'files-from': { values: 'any' },
  }),
  help: {
    'zh-TW': `check [檔案|資料夾|樣式|-]…

檢查出國報告。資料夾中檢查所有的報告；- 讀取標準輸入。

  --format pretty|json|ndjson                      輸出格式，預設 pretty
  --profile ID                                     依此格式檢查，不由報告或設定檔判斷
  --fail-on error|warning|information|hint|never   達到此嚴重程度即以代碼 1 結束，預設 error
  --stdin-filename 名稱                            標準輸入的檔名
  --files-from 檔案|-                              從檔案讀取要檢查的路徑，一行一個
  --locale zh-TW|en                                訊息的語言

結束代碼：0 沒有達到 --fail-on 的問題；1 有；2 用法錯誤、檔案無法讀取或內部錯誤。
位移以 UTF-16 碼元計；檔案開頭的位元組順序記號（BOM）不計。
`,
    en: `check [FILE|FOLDER|PATTERN|-]…

Checks mission reports. Of a folder all reports are checked; - reads standard input.

  --format pretty|json|ndjson                      output format, default pretty
  --profile ID                                     check by this profile, whatever report or configuration say
  --fail-on error|warning|information|hint|never   end with code 1 at this severity, default error
  --stdin-filename NAME                            file name of standard input
  --files-from FILE|-                              read the paths to check from a file, one a line
  --locale zh-TW|en                                language of messages

Exit code: 0 nothing at or above --fail-on; 1 there is; 2 wrong usage, unreadable input or a crash.
Offsets count UTF-16 code units; a byte order mark at the start of a file is not counted.
`,
  },
  run,
};
