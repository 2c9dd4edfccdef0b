/** The open documents, each with what has been read of its current version. */
import { TextDocuments } from './library';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult, Findings, Report, ReportService, Suppression } from '../../service';
import { TypingFilter } from './typingFilter';
import { isSnapshot, languageId, otherLanguageIds, rulePageScheme } from '../protocol';
import type { Settings } from '../configuration/settings';
import { fileNameOf } from './uris';

/**
 * Whether VS Code gives a file the language of reports for its name (`filenamePatterns` of package.json), which forms about
 * reports have too. In others the author chose it.
 */
function hasLanguageByName(name: string): boolean {
  return name.includes('出國報告') && /\.(?:md|txt)$/i.test(name);
}

interface LatestReport {
  readonly version: number;
  readonly report: Report;
}

interface LatestCheck {
  readonly report: Report;
  readonly settings: Settings;
  readonly result: CheckResult;
}

/** One open document. Its report is parsed once per version, with the version before as a start. */
export class OpenDocument {
  readonly uri: string;
  readonly #text: TextDocument;
  #recognised = false;
  #latestReport: LatestReport | undefined;
  #latestCheck: LatestCheck | undefined;
  readonly #typingFilter = new TypingFilter();

  constructor(uri: string, language: string, version: number, text: string) {
    this.uri = uri;
    this.#text = TextDocument.create(uri, language, version, text);
  }

  /** The id of the language that the editor has it in. */
  get language(): string {
    return this.#text.languageId;
  }

  get text(): string {
    return this.#text.getText();
  }

  get version(): number {
    return this.#text.version;
  }

  /** Applies the changes of a didChange notification, one after the other. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const range = 'range' in change ? this.#inside(change.range) : undefined;
      // Several edits at once are those of several cursors or of a command.
      if (range && changes.length === 1)
        this.#typingFilter.edit(
          { start: this.#text.offsetAt(range.start), end: this.#text.offsetAt(range.end), text: change.text },
          performance.now(),
        );
      else this.#typingFilter.reset();
      TextDocument.update(this.#text, [range ? { range, text: change.text } : { text: change.text }], version);
    }
  }

  /** `range` without what lies outside of the text: the library's line table trusts the lines it is given. */
  #inside({ start, end }: Range): Range {
    const text = this.#text;
    return { start: text.positionAt(text.offsetAt(start)), end: text.positionAt(text.offsetAt(end)) };
  }

  /** Whether the document is a report. Once it is one, it stays one while it is open. */
  isReport(service: ReportService): boolean {
    if (this.uri.startsWith(`${rulePageScheme}:`) || isSnapshot(this.uri)) return false;
    this.#recognised ||= this.#isRecognised(service);
    return this.#recognised;
  }

  #isRecognised(service: ReportService): boolean {
    const name = fileNameOf(this.uri);
    if (this.language === languageId) {
      if (!hasLanguageByName(name)) return true;
    } else if (!otherLanguageIds.includes(this.language)) return false;
    return service.recognises(this.text, name);
  }

  report(service: ReportService): Report {
    if (this.#latestReport?.version === this.version) return this.#latestReport.report;
    const markup = this.language === 'markdown' ? 'markdown' : service.markupOf(this.uri);
    const report = service.parse(this.#text.getText(), this.#latestReport?.report, markup);
    this.#latestReport = { version: this.version, report };
    return report;
  }

  findings(service: ReportService, settings: Settings): Findings {
    return this.#check(service, settings).findings;
  }

  /** The findings but for those in a word that is being typed. */
  findingsWhileTyping(service: ReportService, settings: Settings): Findings {
    return this.#typingFilter.filter(this.report(service).text, this.findings(service, settings), performance.now());
  }

  /** Whether the last call of `findingsWhileTyping` left any out. */
  get hasWithheld(): boolean {
    return this.#typingFilter.hasWithheld;
  }

  /** The accepted findings of the configuration file that are not there any more. */
  unusedSuppressions(service: ReportService, settings: Settings): readonly Suppression[] {
    return this.#check(service, settings).unused;
  }

  #check(service: ReportService, settings: Settings): CheckResult {
    const report = this.report(service);
    if (this.#latestCheck?.report === report && this.#latestCheck.settings === settings)
      return this.#latestCheck.result;
    const result = service.judge(report, settings, this.#latestCheck?.result);
    this.#latestCheck = { report, settings, result };
    return result;
  }
}

export type OpenDocuments = TextDocuments<OpenDocument>;

export function createDocuments(): OpenDocuments {
  return new TextDocuments({
    create: (uri, language, version, text) => new OpenDocument(uri, language, version, text),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
}
