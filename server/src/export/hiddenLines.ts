/** Lines of a report that are no prose: what nobody is to read, and what is shown as it stands. */
import { lineEnd, LineKind as BlockKind } from '../report/model/lines';
import type { Report } from '../report/model/report';

type LineKind = 'text' | 'hidden' | 'code' | 'edge';

export interface HiddenLines {
  /**
   * By line. `hidden`: front matter, comments, fences and the words of footnotes that some place names; `code`: lines inside a fence; `edge`:
   * the number of a page and the head of the next.
   */
  readonly kinds: readonly LineKind[];
  /** The words of the footnotes by label: 「[^1]: …」. */
  readonly footnotes: ReadonlyMap<string, string>;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
/** The words of a footnote: 「[^1]: …」. */
export const footnote = /^\[\^([^[\]\s]+)\]:/;
const footnoteMark = /\[\^([^[\]\s]+)\]/g;

export function hiddenLines({ lines, text }: Report): HiddenLines {
  const kinds: LineKind[] = [];
  const notes: Footnote[] = [];
  const wordsAt = (line: number): string => text.slice(lines.starts[line], lineEnd(lines, line));
  let closing: string | undefined;
  let comment = false;
  let note: Footnote | undefined;
  const matterEnd = frontMatterEnd(lines.count, wordsAt);
  for (let line = 0; line < lines.count; line++) {
    if (line < matterEnd) {
      kinds.push('hidden');
      continue;
    }
    const words = wordsAt(line);
    const mark = fence.exec(words)?.[1];
    if (closing !== undefined) {
      const closes = mark?.startsWith(closing) && words.trim() === mark;
      kinds.push(closes ? 'hidden' : 'code');
      if (closes) closing = undefined;
      continue;
    }
    if (comment) {
      comment = !words.includes('-->');
      kinds.push('hidden');
      continue;
    }
    if (mark) {
      closing = mark;
      note = undefined;
      kinds.push('hidden');
      continue;
    }
    const trimmed = words.trim();
    if (trimmed.startsWith('<!--')) {
      const end = trimmed.indexOf('-->');
      comment = end < 0;
      // Words behind a comment on its line are shown; the comment itself is left out with the markup.
      kinds.push(comment || end + 3 >= trimmed.length ? 'hidden' : 'text');
      continue;
    }
    const begins = footnote.exec(trimmed);
    if (begins) {
      note = { label: begins[1]!, words: trimmed.slice(begins[0].length).trim(), lines: [line] };
      notes.push(note);
      kinds.push('hidden');
      continue;
    }
    // A footnote goes on in lines that are set in.
    if (note !== undefined && /^(?: {2,}|\t)\S/.test(words)) {
      note.words += ` ${trimmed}`;
      note.lines.push(line);
      kinds.push('hidden');
      continue;
    }
    note = undefined;
    kinds.push(lines.facts[line]!.kind === BlockKind.PageEdge ? 'edge' : 'text');
  }
  const marked = new Set(
    kinds.flatMap((kind, line) =>
      kind === 'text' ? Array.from(wordsAt(line).matchAll(footnoteMark), ([, label]) => label!) : [],
    ),
  );
  const footnotes = new Map<string, string>();
  for (const { label, words, lines: own } of notes) {
    if (marked.has(label) && !footnotes.has(label)) footnotes.set(label, words);
    // Words that no place names are printed where they stand: nobody would find them otherwise.
    else for (const line of own) kinds[line] = 'text';
  }
  return { kinds, footnotes };
}

/** What explains a mark: 「[^1]: …」 and the lines that are set in below it. */
interface Footnote {
  readonly label: string;
  words: string;
  readonly lines: number[];
}

/** The line behind the front matter of Markdown, 0 where there is none. */
function frontMatterEnd(count: number, wordsAt: (line: number) => string): number {
  if (count === 0 || wordsAt(0).trimEnd() !== '---') return 0;
  for (let line = 1; line < Math.min(count, 60); line++) {
    const words = wordsAt(line).trimEnd();
    if (words === '---' || words === '...') return line + 1;
    if (words !== '' && !/^(?:[\w-]+\s*:|\s|#|- )/.test(words)) return 0;
  }
  return 0;
}
