/** How a request about a document is answered: one that fails costs that request, one that is stale is refused. */
import { ErrorCodes, LSPErrorCodes, ResponseError } from './library';
import type { CancellationToken, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Core, CoreLoader } from './core';
import type { OpenDocument, OpenDocuments } from './documents';
import type { Log } from './log';
import type { Settings, SettingsStore } from '../configuration/settings';

export interface RequestParts {
  readonly documents: Pick<OpenDocuments, 'get'>;
  readonly core: CoreLoader;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** Whether `document` is a report that is to be checked. */
export function isServed(document: OpenDocument, { service }: Core, { enable }: Settings): boolean {
  return enable && document.isReport(service);
}

/**
 * A handler of requests about a document that calls `make` for one that is served, and gives `none` for any other.
 * What `make` refuses by a ResponseError is refused so.
 * @param name of the request, for the log
 */
export function requestHandler<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
  { documents, core, settings, log }: RequestParts,
  name: string,
  none: Result,
  make: (document: OpenDocument, core: Core, settings: Settings, params: Params) => Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return none;
    const { version } = document;
    const [library, options] = await Promise.all([core.load(), settings.of(document.uri)]);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (documents.get(document.uri) !== document || document.version !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
    try {
      return isServed(document, library, options) ? make(document, library, options, params) : none;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.failure(`${name} failed`, error);
      throw new ResponseError(ErrorCodes.InternalError, `${name} failed`);
    }
  };
}
