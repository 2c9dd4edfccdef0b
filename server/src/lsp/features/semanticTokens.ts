/** Semantic tokens: of the whole text, of a range, and as the difference to what the client has. */
import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { semanticTokenModifiers, SemanticToken, semanticTokenTypes } from '../../service';
import { spanOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import { SemanticTokensBuilder } from '../server/library';

/** The core's legends, named before the core is loaded; the compiler keeps them the same. */
const types: typeof semanticTokenTypes = ['economy', 'acronym', 'date', 'coverLabel'];
const modifiers: typeof semanticTokenModifiers = ['definition', 'unknown'];
export const semanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

export interface SemanticTokensStore {
  /** All tokens. */
  full(document: OpenDocument, core: Core): SemanticTokens;
  /** What has changed of the tokens since the answer `previousResultId`, or all of them where that is not the last one. */
  delta(document: OpenDocument, core: Core, previousResultId: string): SemanticTokens | SemanticTokensDelta;
  /** The tokens of the lines that `range` touches. */
  range(document: OpenDocument, core: Core, range: Range): SemanticTokens;
  /** Forgets a document that is closed. */
  close(uri: string): void;
}

function bitsOf(token: SemanticToken): number {
  return token.modifiers.reduce((bits, modifier) => bits | (1 << modifiers.indexOf(modifier)), 0);
}

/** Gives `builder` the tokens of `range`, or of the whole text. */
function pushTokens(builder: SemanticTokensBuilder, document: OpenDocument, { service }: Core, range?: Range): void {
  const report = document.report(service);
  const span = range ? spanOf(service, report, range) : { start: 0, end: report.text.length };
  for (const token of service.semanticTokens(report, span)) {
    const { line, character } = service.positionAt(report, token.start);
    builder.push(line, character, token.end - token.start, types.indexOf(token.type), bitsOf(token));
  }
}

export function createSemanticTokens(): SemanticTokensStore {
  /** By document: holds what the client was told last. */
  const builders = new Map<string, SemanticTokensBuilder>();
  const full = (document: OpenDocument, core: Core): SemanticTokens => {
    const builder = new SemanticTokensBuilder();
    builders.set(document.uri, builder);
    pushTokens(builder, document, core);
    return builder.build();
  };
  return {
    full,
    delta: (document, core, previousResultId) => {
      const builder = builders.get(document.uri);
      // Told of another result, the builder would compare with the one before the last.
      if (builder?.id !== previousResultId) return full(document, core);
      builder.previousResult(previousResultId);
      pushTokens(builder, document, core);
      return builder.buildEdits();
    },
    range: (document, core, range) => {
      const builder = new SemanticTokensBuilder();
      pushTokens(builder, document, core, range);
      return builder.build();
    },
    close: (uri) => {
      builders.delete(uri);
    },
  };
}
