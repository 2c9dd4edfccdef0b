import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../../server/src/lsp/protocol';
import type { Reports } from './reports';

function partsOf({ parts = [] }: StatusParams): string {
  const present = parts.filter(({ range }) => range !== undefined).length;
  return vscode.l10n.t('Parts {0}/{1}', present, parts.length);
}

function missingPartsOf({ parts = [] }: StatusParams): string | undefined {
  const missing = parts.filter(({ range }) => range === undefined).map(({ title }) => title);
  return missing.length > 0 ? vscode.l10n.t('Missing: {0}', missing.join('、')) : undefined;
}

/** As the Problems panel counts: hints are not in it. */
function problemsOf({ problems }: StatusParams): string {
  const count = problems ? problems.error + problems.warning + problems.information : 0;
  return count === 0 ? vscode.l10n.t('No problem found') : vscode.l10n.t('Problems: {0}', count);
}

/** What the language status says of a report: parts and abstract in short, then what is missing or wrong. */
function summaryOf(status: StatusParams): { readonly text: string; readonly detail: string } {
  const { abstract } = status;
  const length = abstract && vscode.l10n.t('Abstract {0}/{1}', abstract.count, abstract.max);
  return {
    text: [partsOf(status), length].filter((one) => one !== undefined).join(' · '),
    detail: [missingPartsOf(status), problemsOf(status)].filter((one) => one !== undefined).join(' · '),
  };
}

function reasonOf({ because = 'default', evidence = '' }: StatusParams): string {
  switch (because) {
    case 'agency':
      return vscode.l10n.t('Format, by the agency on the cover: {0}', evidence);
    case 'category':
      return vscode.l10n.t('Format, by the category on the cover: {0}', evidence);
    case 'title':
      return vscode.l10n.t('Format, by the title on the cover: {0}', evidence);
    case 'headings':
      return vscode.l10n.t('Format, by the heading: {0}', evidence);
    case 'unknown':
      return vscode.l10n.t('Format, as no known form has the chapter: {0}', evidence);
    case 'setting':
      return vscode.l10n.t('Format, by the setting of VS Code');
    case 'configuration':
      return vscode.l10n.t('Format, by .mission-report.json');
    case 'default':
      return vscode.l10n.t('Format, as nothing on the cover or in the headings speaks for another');
  }
}

/** The language status items of the report in front: the report, its profile, and the server where it does not run. */
export function showStatus(client: BaseLanguageClient, reports: Reports): vscode.Disposable {
  const report = vscode.languages.createLanguageStatusItem('missionReport.report', []);
  report.name = vscode.l10n.t('Mission Report: Parts and Problems');
  report.command = { title: vscode.l10n.t('Go to Section…'), command: 'missionReport.goToSection' };
  const profile = vscode.languages.createLanguageStatusItem('missionReport.profile', []);
  profile.name = vscode.l10n.t('Mission Report: Profile');
  profile.command = {
    title: vscode.l10n.t('Choose Another'),
    command: 'missionReport.chooseProfile',
  };
  const ignored = vscode.languages.createLanguageStatusItem('missionReport.ignored', []);
  ignored.name = vscode.l10n.t('Mission Report: Ignored');
  ignored.command = { title: vscode.l10n.t('Show All Ignored'), command: 'missionReport.showIgnored' };
  const server = vscode.languages.createLanguageStatusItem('missionReport.server', []);
  server.name = vscode.l10n.t('Mission Report: Language Server');

  const showReport = ({ languageId }: vscode.TextDocument, status: StatusParams): void => {
    const { text, detail } = summaryOf(status);
    report.selector = profile.selector = { language: languageId };
    report.text = text;
    report.detail = detail;
    report.accessibilityInformation = { label: `${text}. ${detail}` };
    ignored.selector = status.ignored ? { language: languageId } : [];
    ignored.text = vscode.l10n.t('Ignored: {0}', status.ignored ?? 0);
    profile.text = status.profile?.name ?? '';
    profile.detail = reasonOf(status);
    profile.accessibilityInformation = { label: `${profile.text}. ${profile.detail}` };
  };
  const showServer = ({ languageId }: vscode.TextDocument): void => {
    const stopped = client.state === State.Stopped;
    server.selector = { language: languageId };
    server.severity = stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    server.busy = !stopped;
    server.text = stopped
      ? vscode.l10n.t('The language server has stopped')
      : vscode.l10n.t('The language server is starting');
    server.command = stopped
      ? { title: vscode.l10n.t('Start It Again'), command: 'missionReport.restartServer' }
      : { title: vscode.l10n.t('Show the Log'), command: 'missionReport.showLog' };
  };
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && reports.statusOf(document.uri);
    if (document && status) showReport(document, status);
    else report.selector = profile.selector = ignored.selector = [];
    if (document && status && client.state !== State.Running) showServer(document);
    else server.selector = [];
  };

  show();
  return vscode.Disposable.from(
    report,
    profile,
    ignored,
    server,
    reports.onDidChange(show),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}
