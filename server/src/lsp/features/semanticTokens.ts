/** Semantic tokens: of the whole text, of a range, and as the difference to what the client has. */
import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { semanticTokenModifiers, SemanticToken, semanticTokenTypes } from '../../service';
import { spanOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';

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

/** Five numbers a token, places relative to the token before. */
function dataOf(document: OpenDocument, { service }: Core, range?: Range): number[] {
  const report = document.report(service);
  const span = range ? spanOf(service, report, range) : { start: 0, end: report.text.length };
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of service.semanticTokens(report, span)) {
    const at = service.positionAt(report, token.start);
    const sameLine = at.line === line;
    data.push(at.line - line, sameLine ? at.character - character : at.character, token.end - token.start);
    data.push(types.indexOf(token.type), bitsOf(token));
    ({ line, character } = at);
  }
  return data;
}

/** The one edit that makes `after` of `before`: all between the numbers that both begin with and end with. */
function differenceOf(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** @param run what tells this run of the server from others, so that no client takes an old result id for one of its */
export function createSemanticTokens(run: string): SemanticTokensStore {
  const results = new Map<string, { readonly id: string; readonly data: number[] }>();
  let count = 0;
  const keep = (uri: string, data: number[]): string => {
    const id = `${run}-${++count}`;
    results.set(uri, { id, data });
    return id;
  };
  const full = (document: OpenDocument, core: Core): SemanticTokens => {
    const data = dataOf(document, core);
    return { resultId: keep(document.uri, data), data };
  };
  return {
    full,
    delta: (document, core, previousResultId) => {
      const before = results.get(document.uri);
      if (before?.id !== previousResultId) return full(document, core);
      const data = dataOf(document, core);
      return { resultId: keep(document.uri, data), edits: differenceOf(before.data, data) };
    },
    range: (document, core, range) => ({ data: dataOf(document, core, range) }),
    close: (uri) => {
      results.delete(uri);
    },
  };
}
