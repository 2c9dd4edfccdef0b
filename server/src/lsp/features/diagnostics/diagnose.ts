import type { Diagnostic } from 'vscode-languageserver';
import type { Client } from '../../server/client';
import type { ConfigurationFiles } from '../../configuration/configurationFiles';
import type { CoreLoader } from '../../server/core';
import { diagnosticsOf } from './diagnostics';
import type { OpenDocument } from '../../server/documents';
import type { Log } from '../../server/log';
import { isServed } from '../../server/requests';
import type { SettingsStore } from '../../configuration/settings';
import type { Status } from '../status';

export interface DiagnoseParts {
  readonly client: Client;
  readonly core: CoreLoader;
  readonly settings: SettingsStore;
  readonly status: Status;
  readonly log: Log;
  readonly files: Pick<ConfigurationFiles, 'reportUnused'>;
  /** Told of a document of which findings were held back. */
  readonly release: (uri: string) => void;
  /** Told after every check of a document that is served. */
  readonly checked: () => void;
}

/**
 * Checks documents for push and pull alike: the diagnostics of a document's newest version, or undefined where it is
 * not served.
 */
export function createDiagnose({ client, core, settings, status, log, files, release, checked }: DiagnoseParts) {
  return async (document: OpenDocument): Promise<Diagnostic[] | undefined> => {
    const [library, options] = await Promise.all([core.load(), settings.of(document.uri)]);
    const started = performance.now();
    const served = isServed(document, library, options);
    const diagnostics = served ? diagnosticsOf(document, library, options, client) : undefined;
    if (diagnostics) checked();
    if (diagnostics && document.hasWithheld) release(document.uri);
    files.reportUnused(document.uri, served ? document.unusedSuppressions(library.service, options) : []);
    status.tell(document, library, options, served);
    if (options.trace && diagnostics) {
      const milliseconds = (performance.now() - started).toFixed(1);
      log.info(`version ${document.version}: ${diagnostics.length} findings in ${milliseconds} ms`);
    }
    return diagnostics;
  };
}
