/** The open documents, each with what has been read of its current version. */
import { TextDocuments } from 'vscode-languageserver';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Report, ReportService } from '../service';
import { languageId, otherLanguageIds } from './protocol';
import type { Settings } from './settings';

interface Read {
  readonly version: number;
  readonly report: Report;
}

interface Checked {
  readonly report: Report;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/** One open document. Its report is parsed once per version, with the version before as a start. */
export class OpenDocument {
  readonly uri: string;
  readonly #text: TextDocument;
  #recognised: boolean;
  #read: Read | undefined;
  #checked: Checked | undefined;

  constructor(uri: string, language: string, version: number, text: string) {
    this.uri = uri;
    this.#text = TextDocument.create(uri, language, version, text);
    this.#recognised = language === languageId;
  }

  get version(): number {
    return this.#text.version;
  }

  /** Applies the changes of a didChange notification, one after the other. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes)
      TextDocument.update(
        this.#text,
        ['range' in change ? { range: this.#inside(change.range), text: change.text } : { text: change.text }],
        version,
      );
  }

  /** `range` without what lies outside of the text: the library's line table trusts the lines it is given. */
  #inside({ start, end }: Range): Range {
    const text = this.#text;
    return { start: text.positionAt(text.offsetAt(start)), end: text.positionAt(text.offsetAt(end)) };
  }

  /** Whether the document is a report. Once it is one, it stays one while it is open. */
  isReport(service: ReportService): boolean {
    this.#recognised ||= otherLanguageIds.includes(this.#text.languageId) && service.recognises(this.#text.getText());
    return this.#recognised;
  }

  report(service: ReportService): Report {
    if (this.#read?.version === this.version) return this.#read.report;
    const report = service.parse(this.#text.getText(), this.#read?.report);
    this.#read = { version: this.version, report };
    return report;
  }

  findings(service: ReportService, settings: Settings): readonly Finding[] {
    const report = this.report(service);
    if (this.#checked?.report === report && this.#checked.settings === settings) return this.#checked.findings;
    const findings = service.check(report, settings);
    this.#checked = { report, settings, findings };
    return findings;
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
