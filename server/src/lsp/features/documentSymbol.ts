import { SymbolKind } from '../server/library';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { OutlineNode, Report, Span } from '../../service';
import type { Client } from '../server/client';
import { rangeOf } from '../server/conversion';
import type { Core } from '../server/core';
import type { OpenDocument } from '../server/documents';
import { headingKind, itemKind } from './symbolKinds';

const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  cover: SymbolKind.File,
  abstract: headingKind,
  toc: headingKind,
  section: headingKind,
  subsection: headingKind,
  item: itemKind,
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

/** The place of a node without its last line break: an editor takes a position where two nodes meet for the first of them. */
function placeOf({ start, end, selection }: OutlineNode, { text }: Report): Span {
  if (end === text.length) return { start, end };
  const lineBreak = text[end - 1] === '\n' && text[end - 2] === '\r' ? 2 : /[\r\n]/.test(text[end - 1] ?? '') ? 1 : 0;
  return { start, end: Math.max(end - lineBreak, selection.end) };
}

/** How often each name stands in the outline. */
function countNames(nodes: readonly OutlineNode[], counts = new Map<string, number>()): ReadonlyMap<string, number> {
  for (const node of nodes) {
    const name = nameOf(node);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    countNames(node.children, counts);
  }
  return counts;
}

/** What the symbols of one outline have in common. */
interface Outline {
  readonly core: Core;
  readonly report: Report;
  readonly counts: ReadonlyMap<string, number>;
}

/** @param parent name of what the node is in, which tells nodes of one name apart: 我國發言 of one meeting and of another */
function symbolOf(node: OutlineNode, parent: string | undefined, outline: Outline): DocumentSymbol {
  const { core, report, counts } = outline;
  const name = nameOf(node);
  return {
    name,
    ...(parent !== undefined && counts.get(name)! > 1 && { detail: parent }),
    kind: kinds[node.kind],
    range: rangeOf(core.service, report, placeOf(node, report)),
    selectionRange: rangeOf(core.service, report, node.selection),
    children: node.children.map((child) => symbolOf(child, name, outline)),
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
  const nodes = core.service.outline(report);
  const outline = { core, report, counts: countNames(nodes) };
  const symbols = nodes.map((node) => symbolOf(node, undefined, outline));
  return client.hierarchicalSymbols ? symbols : flatten(symbols, document.uri, undefined, []);
}
