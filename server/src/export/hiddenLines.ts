/** Lines of a report that are no prose: what nobody is to read, and what is shown as it stands. */
import { lineEnd, LineKind as BlockKind } from '../report/model/lines';
import type { Report } from '../report/model/report';

type LineKind = 'text' | 'hidden' | 'code' | 'edge';

export interface HiddenLines {
  /**
   * By line. `hidden`: front matter, comments, fences and the words of footnotes; `code`: lines inside a fence; `edge`:
   * the number of a page and the head of the next.
   */
  readonly kinds: readonly LineKind[];
  /** The words of the footnotes by label: 「[^1]: …」. */
  readonly footnotes: ReadonlyMap<string, string>;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const footnote = /^\[\^([^[\]\s]+)\]:/;

export function hiddenLines({ lines, text }: Report): HiddenLines {
  const kinds: LineKind[] = [];
  const footnotes = new Map<string, string>();
  const wordsAt = (line: number): string => text.slice(lines.starts[line], lineEnd(lines, line));
  let closing: string | undefined;
  let comment = false;
  let note: string | undefined;
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
      note = begins[1]!;
      if (!footnotes.has(note)) footnotes.set(note, trimmed.slice(begins[0].length).trim());
      kinds.push('hidden');
      continue;
    }
    // A footnote goes on in lines that are set in.
    if (note !== undefined && /^(?: {2,}|\t)\S/.test(words)) {
      footnotes.set(note, `${footnotes.get(note)!} ${trimmed}`);
      kinds.push('hidden');
      continue;
    }
    note = undefined;
    kinds.push(lines.facts[line]!.kind === BlockKind.PageEdge ? 'edge' : 'text');
  }
  return { kinds, footnotes };
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
