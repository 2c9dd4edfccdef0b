/** Where code actions come from: a report's fixes and adjustments, a configuration file's own fixes. */
import type { CancellationToken, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { adjustmentActionsOf } from './adjustments';
import type { Client } from '../../server/client';
import { codeActionsOf } from './codeActions';
import { configurationActionsOf } from '../../configuration/configurationActions';
import type { ConfigurationFiles } from '../../configuration/configurationFiles';
import { isConfigurationFile } from '../../protocol';
import { requestHandler } from '../../server/requests';
import type { RequestParts } from '../../server/requests';

export interface CodeActionParts extends RequestParts {
  readonly client: Client;
  readonly files: ConfigurationFiles;
}

/** The handler of `textDocument/codeAction`. */
export function codeActionHandler(
  parts: CodeActionParts,
): (request: CodeActionParams, token: CancellationToken) => Promise<CodeAction[]> {
  const { client, core, documents, files, settings } = parts;
  const ofConfiguration = async (request: CodeActionParams): Promise<CodeAction[]> => {
    const { uri } = request.textDocument;
    const [library, { locale }] = await Promise.all([core.load(), settings.of(uri)]);
    const document = documents.get(uri);
    return document ? configurationActionsOf(document, library, locale, client, files, request) : [];
  };
  return async (request, token) => {
    const { uri } = request.textDocument;
    if (isConfigurationFile(uri)) return ofConfiguration(request);
    const target = await files.targetOf(uri);
    const answer = requestHandler<CodeActionParams, CodeAction[]>(
      parts,
      'codeAction',
      [],
      (document, library, options) => [
        ...codeActionsOf(document, library, options, client, request),
        ...adjustmentActionsOf(document, library, options, client, target, request),
      ],
    );
    return answer(request, token);
  };
}
