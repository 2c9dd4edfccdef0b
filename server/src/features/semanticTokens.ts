import { isHeadingLine } from '../report/parse/acronyms';
import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import type { Span } from '../text/span';

/** What the grammar cannot know because it takes the tables: token types, in the order of their number on the wire. */
export const semanticTokenTypes = ['economy', 'acronym', 'date', 'coverLabel'] as const;
/** `definition`: where an acronym is written out; `unknown`: an acronym that neither glossary nor report explains. */
export const semanticTokenModifiers = ['definition', 'unknown'] as const;

export interface SemanticToken extends Span {
  readonly type: (typeof semanticTokenTypes)[number];
  readonly modifiers: readonly (typeof semanticTokenModifiers)[number][];
}

const none: SemanticToken['modifiers'] = [];
const definition: SemanticToken['modifiers'] = ['definition'];
const unknown: SemanticToken['modifiers'] = ['unknown'];

/** The tokens of the lines that `span` touches, in the order of the text, never overlapping; none runs over a line end. */
export function semanticTokensOf(report: Report, span: Span): readonly SemanticToken[] {
  const { lines, acronyms, cover } = report;
  const tokens: SemanticToken[] = [];
  for (let line = lineAt(lines, span.start); line < lines.count && lines.starts[line]! <= span.end; line++) {
    const facts = lines.facts[line]!;
    const offset = lines.starts[line]!;
    const onLine: SemanticToken[] = [];
    const add = (place: Span, type: SemanticToken['type'], modifiers: SemanticToken['modifiers']): void => {
      if (place.end > place.start)
        onLine.push({ start: offset + place.start, end: offset + place.end, type, modifiers });
    };
    if (offset < cover.end) for (const { label } of facts.shape.labels) add(label, 'coverLabel', none);
    for (const date of facts.dates) add(date, 'date', none);
    for (const { row, start, end } of facts.names)
      if (row.economy !== undefined && row.kind === 'name') add({ start, end }, 'economy', none);
    const heading = isHeadingLine(facts);
    for (const { text, start, end, glossary, defines } of facts.acronyms) {
      const explained = glossary.length > 0 || (acronyms.entries.get(text)?.definitionCount ?? 0) > 0;
      add({ start, end }, 'acronym', defines ? definition : explained || heading ? none : unknown);
    }
    onLine.sort((a, b) => a.start - b.start || b.end - a.end);
    let covered = 0;
    for (const token of onLine) {
      if (token.start < covered) continue;
      covered = token.end;
      tokens.push(token);
    }
  }
  return tokens;
}
