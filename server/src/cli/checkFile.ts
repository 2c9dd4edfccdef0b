/** The check of one file, from its bytes to its part of the output: what the main thread and workers both do. */
import { basename } from 'node:path';
import type { Finding, Locale, Message, ProfileId, ReportService, Severity } from '../service';
import { render } from '../service';
import { createConfigurations } from './folderConfiguration';
import { documentPlace } from './documentPlace';
import { Failure } from './failure';
import { unifiedDiff } from './fix/unifiedDiff';
import { importFile, isDocumentName } from './importFile';
import type { Importer } from './importFile';
import type { InputFile } from './inputs';
import type { CheckFormat, FormatContext } from './output/checkedFile';
import { githubFormat } from './output/github';
import { jsonFormat } from './output/json';
import { junitFormat } from './output/junit';
import { ndjsonFormat } from './output/ndjson';
import { prettyFormat } from './output/pretty';
import { sarifFormat } from './output/sarif';
import { decodeText, encodeText, encodingOf, readBytes } from './readText';
import { replaceFile } from './replaceFile';
import { isAtLeast } from './severities';
import { harmless } from './terminal';

const messages = {
  ruleFailed: { 'zh-TW': '{path}：規則 {rule} 執行失敗：{error}', en: '{path}: the rule {rule} failed: {error}' },
  documentFix: {
    'zh-TW': '{path}：Word、ODF 檔案不能就地修正；請先以 mission-report import 匯入',
    en: '{path}: a Word or ODF file is not fixed in place; make a report of it with mission-report import',
  },
} satisfies Record<string, Message>;

export const formats: Readonly<Record<string, (context: FormatContext) => CheckFormat>> = {
  pretty: prettyFormat,
  json: jsonFormat,
  ndjson: ndjsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
};

/** What the options of `check` say; plain data, so that a worker thread can be told. */
export interface CheckFileSettings {
  readonly format: string;
  readonly profile: ProfileId | 'auto' | undefined;
  readonly failOn: Severity | 'never';
  readonly locale: Locale;
  readonly colour: boolean;
  /** What is done about safe fixes: nothing, written to the file, or shown as a diff. */
  readonly fix: 'none' | 'write' | 'diff';
  /** Whether a file is checked that holds no report. */
  readonly asReport: boolean;
}

/** What came of one file; plain data but for `output`. */
export interface FileResult {
  /** The file's part of the output; without pieces where it was not checked and nobody named it. */
  readonly output: Iterable<string>;
  /** What went wrong, a line each. */
  readonly errors: readonly string[];
  /** Whether that is a reason to end with exit code 2. */
  readonly trouble: boolean;
  /** Whether it was checked, or left out as no report, or could not be read. */
  readonly state: 'checked' | 'skipped' | 'failed';
  /** Whether a finding is at or above `--fail-on`. */
  readonly grave: boolean;
  /** How many safe edits were made or shown. */
  readonly fixed: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

const none = { error: 0, warning: 0, information: 0, hint: 0 };

export function formatOf(service: ReportService, { format, locale, colour, failOn }: CheckFileSettings): CheckFormat {
  const isGrave = ({ severity }: Finding): boolean => failOn !== 'never' && isAtLeast(severity, failOn);
  return formats[format]!({ service, locale, colour, isGrave });
}

/** Why the file at `path`, which held `before`, could not be made to hold `after`; undefined where it does now. */
function writeFailure(path: string, before: Buffer, after: Buffer): Failure | undefined {
  try {
    replaceFile(path, before, after);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * Checks files by `settings`. The function it gives never throws for what a file holds.
 * @param ruleFailures where the service puts rules that threw
 * @param importer reads Word and ODF files; needed where one is among the inputs
 */
export function createFileCheck(
  service: ReportService,
  ruleFailures: (readonly [string, unknown])[],
  settings: CheckFileSettings,
  importer?: Importer,
): (input: InputFile, bytes?: Buffer) => FileResult {
  const { locale, failOn, fix, asReport } = settings;
  const format = formatOf(service, settings);
  const configurations = createConfigurations(service, locale);
  const isGrave = ({ severity }: Finding): boolean => failOn !== 'never' && isAtLeast(severity, failOn);

  const checked = ({ path, known }: InputFile, given: Buffer | undefined): FileResult => {
    const bytes = given ?? readBytes(path);
    const isDocument = importer !== undefined && isDocumentName(path);
    if (isDocument && fix !== 'none') throw new Failure(messages.documentFix, { path });
    const text = isDocument ? importFile(importer, path, '', locale, bytes).text : decodeText(bytes, path);
    const isTaken = known === 'by name' || (known === 'by user' && asReport);
    if (!isTaken && !service.recognises(text, basename(path))) {
      const output = known === 'by user' && fix !== 'diff' ? format.skipped(path) : [];
      return { output, errors: [], trouble: false, state: 'skipped', grave: false, fixed: 0, counts: none };
    }
    const { effective, problems, broken, unused } = configurations.of(path);
    const errors = [...problems];
    const options = {
      profile: settings.profile ?? effective.profile ?? 'auto',
      severities: effective.severities,
      glossary: effective.glossary,
      suppressions: effective.suppressions,
    };
    let report = service.parse(text, undefined, service.markupOf(path));
    const judged = service.judge(report, options);
    let findings = judged.findings.all;
    errors.push(...unused(judged.unused));
    let diff = '';
    let fixed = 0;
    let trouble = broken;
    if (fix !== 'none') {
      const result = service.fixedReport(report, findings, options);
      const unwritten =
        fix === 'write' && result.changes.length > 0
          ? writeFailure(path, bytes, encodeText(result.report.text, encodingOf(bytes)))
          : undefined;
      if (unwritten) {
        // What could not be written is found still.
        errors.push(`mission-report: ${harmless(unwritten.in(locale))}`);
        trouble = true;
      } else {
        ({ report, findings } = result);
        fixed = result.changes.length;
      }
      if (fix === 'diff') {
        // A mark at the start is no part of the text, but of the file's first line.
        const mark = encodingOf(bytes) === 'utf-8' ? '' : '\ufeff';
        const changes = result.changes.map((change) => ({
          ...change,
          start: change.start + mark.length,
          end: change.end + mark.length,
        }));
        diff = unifiedDiff(path, mark + text, changes);
      }
    }
    for (const [rule, error] of ruleFailures.splice(0)) {
      trouble = true;
      const words = { path, rule, error: error instanceof Error ? error.message : String(error) };
      errors.push(`mission-report: ${harmless(render(messages.ruleFailed, words, locale))}`);
    }
    const counts = { ...none };
    for (const finding of findings) counts[finding.severity]++;
    const profile = service.profileOf(report, options);
    return {
      output:
        fix === 'diff'
          ? [diff]
          : format.file({
              path,
              profile,
              report,
              options,
              findings,
              fixed: fix === 'none' ? undefined : fixed,
              ...(isDocument && { placeOf: (finding: Finding) => documentPlace(report, finding, locale) }),
            }),
      errors,
      trouble,
      state: 'checked',
      grave: findings.some(isGrave),
      fixed,
      counts,
    };
  };

  return (input, bytes) => {
    try {
      return checked(input, bytes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const errors = [`mission-report: ${harmless(error.in(locale))}`];
      return { output: [], errors, trouble: true, state: 'failed', grave: false, fixed: 0, counts: none };
    }
  };
}
