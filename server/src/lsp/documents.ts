/** The open documents, each with what has been read of its current version. */
import { TextDocuments } from './library';
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Findings, Judged, Report, ReportService, Suppression } from '../service';
import { Calm } from './calm';
import { languageId, otherLanguageIds } from './protocol';
import type { Settings } from './settings';

interface Read {
  readonly version: number;
  readonly report: Report;
}

interface Checked {
  readonly report: Report;
  readonly settings: Settings;
  readonly judged: Judged;
}

/** One open document. Its report is parsed once per version, with the version before as a start. */
export class OpenDocument {
  readonly uri: string;
  readonly #text: TextDocument;
  #recognised: boolean;
  #read: Read | undefined;
  #checked: Checked | undefined;
  readonly #calm = new Calm();

  constructor(uri: string, language: string, version: number, text: string) {
    this.uri = uri;
    this.#text = TextDocument.create(uri, language, version, text);
    this.#recognised = language === languageId;
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
        this.#calm.edit(
          { start: this.#text.offsetAt(range.start), end: this.#text.offsetAt(range.end), text: change.text },
          performance.now(),
        );
      else this.#calm.reset();
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
    this.#recognised ||= otherLanguageIds.includes(this.#text.languageId) && service.recognises(this.#text.getText());
    return this.#recognised;
  }

  report(service: ReportService): Report {
    if (this.#read?.version === this.version) return this.#read.report;
    const report = service.parse(this.#text.getText(), this.#read?.report);
    this.#read = { version: this.version, report };
    return report;
  }

  findings(service: ReportService, settings: Settings): Findings {
    return this.#judged(service, settings).findings;
  }

  /** The findings but for those in a word that is being typed. */
  calmFindings(service: ReportService, settings: Settings): Findings {
    return this.#calm.say(this.report(service).text, this.findings(service, settings), performance.now());
  }

  /** Whether the last of `calmFindings` lacked any. */
  get holdsBack(): boolean {
    return this.#calm.holdsBack;
  }

  /** The accepted findings of the configuration file that are not there any more. */
  unusedSuppressions(service: ReportService, settings: Settings): readonly Suppression[] {
    return this.#judged(service, settings).unused;
  }

  #judged(service: ReportService, settings: Settings): Judged {
    const report = this.report(service);
    if (this.#checked?.report === report && this.#checked.settings === settings) return this.#checked.judged;
    const judged = service.judge(report, settings, this.#checked?.judged);
    this.#checked = { report, settings, judged };
    return judged;
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
