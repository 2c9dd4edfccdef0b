/** The TextMate grammar, run as VS Code runs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const root = path.resolve(import.meta.dirname, '../..');
const scope = 'text.mission-report';

/** A stretch of one line, and its scopes without the grammar's own and without the suffix that all of them share. */
export interface Token {
  readonly text: string;
  readonly scopes: string;
}

/** Loads the grammar that package.json contributes. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const file = path.join(root, 'syntaxes/mission-report.tmLanguage.json');
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file)),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`${file} does not load`);
  return grammar;
}

/** The tokens of `line`, as the first of a document. */
export function tokensOf(grammar: IGrammar, line: string): Token[] {
  return grammar.tokenizeLine(line, INITIAL).tokens.map(({ startIndex, endIndex, scopes }) => ({
    text: line.slice(startIndex, endIndex),
    scopes: scopes.filter((name) => name !== scope).map((name) => name.replace(/\.mission-report$/, '')).join(' '), // prettier-ignore
  }));
}
