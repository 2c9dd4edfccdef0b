import snippets from '../../../../snippets/mission-report.json';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { rank } from './entry';
import { lineEndOf } from '../../report/queries/headingStyle';
import { isOnTheWay } from './typed';

/** A snippet as VS Code's snippet files have it. */
interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description?: string;
}

const list = (words: string | readonly string[]): readonly string[] => (typeof words === 'string' ? [words] : words);

/** The whole snippets, at the start of a line; either of a snippet's prefixes finds it. */
export function completeSnippets({ report, lead }: CompletionContext): CompletionEntry[] {
  if (!lead || lead.markup !== '' || lead.number !== '') return [];
  const lineEnd = lineEndOf(report);
  const entries: CompletionEntry[] = [];
  Object.entries<Snippet>(snippets).forEach(([name, { prefix, body, description }], index) => {
    const prefixes = list(prefix);
    if (!prefixes.some((word) => isOnTheWay(lead.words, word, word))) return;
    entries.push({
      label: name,
      kind: 'snippet',
      detail: prefixes.join(' '),
      documentation: description ?? '',
      filterText: `${prefixes.join(' ')} ${name}`,
      sortText: rank(6, index),
      insertText: list(body).join(lineEnd),
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    });
  });
  return entries;
}
