import { SymbolKind } from './library';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { OutlineNode, Report } from '../service';
import type { Client } from './client';
import { rangeOf } from './conversion';
import type { Core } from './core';
import type { OpenDocument } from './documents';

/** Kinds are read aloud: a heading is no module. All text is what Markdown's outline calls it too. */
const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  cover: SymbolKind.File,
  abstract: SymbolKind.String,
  toc: SymbolKind.String,
  section: SymbolKind.String,
  subsection: SymbolKind.String,
  item: SymbolKind.String,
};

/** More of a title no outline shows. In UTF-16 code units. */
const longestName = 100;

/** 「壹、目的」, 「（一）背景」, 「1. 包容性」: number and title as they are read, whatever markup stands between them. */
function nameOf({ number, title }: OutlineNode): string {
  const joint = number === '' || /[)）]$/.test(number) ? '' : /^[\d０１２３４５６７８９]+$/.test(number) ? '. ' : '、';
  const name = title === '' ? number : `${number}${joint}${title.replace(/[：:]$/, '')}`;
  if (name.trim() === '') return '…'; // a symbol must have a name
  if (name.length <= longestName) return name;
  const end = (name.charCodeAt(longestName - 1) & 0xfc00) === 0xd800 ? longestName - 1 : longestName;
  return `${name.slice(0, end)}…`;
}

function symbolOf(node: OutlineNode, core: Core, report: Report): DocumentSymbol {
  return {
    name: nameOf(node),
    kind: kinds[node.kind],
    range: rangeOf(core.service, report, node),
    selectionRange: rangeOf(core.service, report, node.selection),
    children: node.children.map((child) => symbolOf(child, core, report)),
  };
}

/** The symbols as a list, for clients that know no tree: each names the one it is in. */
function flatten(
  symbols: readonly DocumentSymbol[],
  uri: string,
  container: string | undefined,
  into: SymbolInformation[],
): SymbolInformation[] {
  for (const { name, kind, range, children } of symbols) {
    into.push({
      name,
      kind,
      location: { uri, range },
      ...(container === undefined ? {} : { containerName: container }),
    });
    flatten(children ?? [], uri, name, into);
  }
  return into;
}

/** The report's outline. */
export function documentSymbolsOf(
  document: OpenDocument,
  core: Core,
  client: Client,
): DocumentSymbol[] | SymbolInformation[] {
  const report = document.report(core.service);
  const symbols = core.service.outline(report).map((node) => symbolOf(node, core, report));
  return client.hierarchicalSymbols ? symbols : flatten(symbols, document.uri, undefined, []);
}
