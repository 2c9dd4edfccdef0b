import type { Connection } from 'vscode-languageserver';
import type { Client } from '../server/client';
import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import { statusNotification } from '../protocol';
import type { StatusParams } from '../protocol';
import type { Settings } from '../configuration/settings';
import type { ReportService } from '../../service';

/** How many suppressions and rules switched off `settings` have. */
function ignoredBy({ suppressions = [], severities }: Settings, { rules }: ReportService): number {
  return (
    suppressions.length + rules.filter(({ id, severity }) => severity !== 'off' && severities[id] === 'off').length
  );
}

/** What there is to say of a document that is served. */
function glanceAt(document: OpenDocument, { service }: Core, settings: Settings): Omit<StatusParams, 'uri' | 'served'> {
  const report = document.report(service);
  const status = service.status(report, document.findings(service, settings).counts, settings);
  return {
    profile: status.profile,
    because: settings.profileBy ?? status.because,
    ...(status.evidence !== '' && { evidence: status.evidence }),
    parts: status.parts.map(({ title, place }) =>
      place ? { title, range: rangeOf(service, report, place) } : { title },
    ),
    ...(status.abstract && { abstract: status.abstract }),
    ignored: ignoredBy(settings, service) - document.unusedSuppressions(service, settings).length,
    problems: status.findings,
  };
}

export interface Status {
  /** Tells the client of a document, if there is anything new to tell. */
  tell(document: OpenDocument, core: Core, settings: Settings, served: boolean): void;
  close(uri: string): void;
}

/** Tells a client that wants to know which documents are served, and how each stands. */
export function createStatus(connection: Pick<Connection, 'sendNotification'>, client: Client): Status {
  const told = new Map<string, string>();
  return {
    tell: (document, core, settings, served) => {
      if (!client.wantsStatus) return;
      const { uri } = document;
      const params: StatusParams = { uri, served, ...(served && glanceAt(document, core, settings)) };
      const words = JSON.stringify(params);
      if (told.get(uri) === words) return;
      told.set(uri, words);
      void connection.sendNotification(statusNotification, params);
    },
    close: (uri) => {
      told.delete(uri);
    },
  };
}
