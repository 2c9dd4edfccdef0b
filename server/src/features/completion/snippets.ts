import snippets from '../../../../snippets/mission-report.json';
import type { CompletionContext } from './context';
import type { CompletionEntry } from './entry';
import { literal, rank } from './entry';
import { lineEndOf } from '../../report/queries/headingStyle';
import { nextNumbers } from './numerals';
import { isWanted } from './typed';

/**
 * A snippet as VS Code's snippet files have it, with the words that find it here. It has no prefix: VS Code would offer
 * it in the middle of a sentence, as it knows nothing of reports. There it is chosen from the list of snippets.
 */
interface Snippet {
  readonly body: readonly string[];
  readonly description: string;
  /** What it begins with or is about, in Chinese and in English; without them a better completion stands for it. */
  readonly words?: readonly string[];
  /** Whether it is a whole report or its cover, for an empty text. */
  readonly whole?: boolean;
}

/** An item's number that is to be filled in, with its mark. */
const numberToFill = /^\$\{\d+:一\}、/;

/** Whether whole reports and covers have a place here: nothing of one is written. */
function isBlank({ report: { cover, sections, abstract } }: CompletionContext): boolean {
  return cover.fields.length === 0 && sections.length === 0 && !abstract;
}

/** `body` as it fits the cursor: the number it begins with is the next one, or none where one is typed. */
function bodyAt({ report, lead, lineStart }: CompletionContext, body: string): string {
  if (!numberToFill.test(body)) return body;
  const [next] = lead?.number === '' ? nextNumbers(report, lineStart) : [];
  const number = lead?.number === '' ? (next ? next.number + next.behind : '一、') : '';
  return body.replace(numberToFill, () => literal(number.replaceAll('*', '')));
}

/** Texts to fill in, at the start of a line; those of several lines only where the line is empty. */
export function completeSnippets(context: CompletionContext): CompletionEntry[] {
  const { report, lead, asked, beforeBody } = context;
  if (!lead || lead.markup !== '') return [];
  const lineEnd = lineEndOf(report);
  const entries: CompletionEntry[] = [];
  Object.entries<Snippet>(snippets).forEach(([name, { words = [], whole = false, body, description }], index) => {
    if (!words.some((word) => isWanted(asked, lead.words, word, word))) return;
    if (whole ? !isBlank(context) : beforeBody) return;
    if (body.length > 1 && lead.number !== '') return;
    entries.push({
      label: name,
      kind: 'snippet',
      detail: description,
      documentation: body.length > 1 ? '' : description,
      filterText: lead.number + [...words, name].join(' '),
      sortText: rank('text', index),
      insertText: lead.number + bodyAt(context, body.join(lineEnd)),
      snippet: true,
      replace: { start: lead.start, end: lead.end },
    });
  });
  return entries;
}
