/** The one place where the core's offsets become the protocol's positions, and back. */
import { DiagnosticSeverity } from './library';
import type { ChangeAnnotation, Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  TextEdit as CoreEdit,
  Finding,
  Locale,
  Position,
  Report,
  ReportService,
  Severity,
  Span,
} from '../../service';
import type { Client } from './client';

/** The name that stands beside every finding. */
export const source = 'mission-report';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function rangeOf(service: ReportService, report: Report, { start, end }: Span): Range {
  return { start: service.positionAt(report, start), end: service.positionAt(report, end) };
}

export function spanOf(service: ReportService, report: Report, { start, end }: Range): Span {
  return { start: service.offsetAt(report, start), end: service.offsetAt(report, end) };
}

export function offsetOf(service: ReportService, report: Report, position: Position): number {
  return service.offsetAt(report, position);
}

/** The ranges of `spans` in a text that is no report. */
export function rangesIn(text: string, spans: readonly Span[]): Range[] {
  const document = TextDocument.create('', '', 0, text);
  return spans.map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) }));
}

/** What it takes to say a finding to a client. */
export interface DiagnosticContext {
  readonly service: ReportService;
  readonly report: Report;
  readonly uri: string;
  readonly locale: Locale;
  readonly client: Client;
}

export function diagnosticOf(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { service, report, uri, locale, client } = context;
  const diagnostic: Diagnostic = {
    range: rangeOf(service, report, finding),
    severity: severities[finding.severity],
    code: finding.rule.id,
    source,
    message: service.messageOf(finding, locale),
  };
  if (client.codeDescriptions && client.rulePages !== undefined)
    diagnostic.codeDescription = { href: `${client.rulePages}${service.pageFile(finding.rule.id)}` };
  if (client.relatedInformation && finding.related)
    diagnostic.relatedInformation = finding.related.map((place, index) => ({
      location: { uri, range: rangeOf(service, report, place) },
      message: service.relatedMessageOf(finding, index, locale),
    }));
  return diagnostic;
}

export function textEditsOf(
  service: ReportService,
  report: Report,
  edits: readonly Pick<CoreEdit, 'start' | 'end' | 'text'>[],
): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(service, report, edit), newText: edit.text }));
}

/**
 * An edit of one document, bound to its version where the client can check that.
 * @param annotation what it is for, for a client that shows that
 */
export function workspaceEditOf(
  { uri, version }: { readonly uri: string; readonly version: number },
  edits: TextEdit[],
  client: Client,
  annotation?: ChangeAnnotation,
): WorkspaceEdit {
  if (annotation && client.changeAnnotations) {
    const annotated = edits.map(({ range, newText }) => ({ range, newText, annotationId: 'change' }));
    return {
      documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
      changeAnnotations: { change: annotation },
    };
  }
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
