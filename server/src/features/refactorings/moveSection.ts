import type { Report } from '../../report/model/report';
import type { Section } from '../../report/model/parts';
import { nameOf, textOf } from '../../report/queries/read';
import { sectionOfEntry } from '../../report/queries/crossReferences';
import { numberLike, lineEndOf } from '../../report/queries/headingStyle';
import { render } from '../../text/message';
import type { Locale, Message } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import { touches } from '../../text/span';
import type { Span } from '../../text/span';
import type { Refactoring } from './refactoring';

const titles = {
  up: { 'zh-TW': '將「{title}」上移', en: 'Move “{title}” up' },
  down: { 'zh-TW': '將「{title}」下移', en: 'Move “{title}” down' },
} satisfies Record<string, Message>;

/** A title longer than this, in UTF-16 code units, is cut in a menu. */
const longestTitle = 16;

/** The text of `section` with the number `like` has; both keep a line end behind them. */
function renumbered(report: Report, section: Section, like: Section): string {
  const words = textOf(report, section);
  const { number } = section;
  const value = like.number?.value;
  const text = number && value !== undefined ? numberLike(report, number, value) : undefined;
  if (!number || text === undefined) return words;
  return words.slice(0, number.start - section.start) + text + words.slice(number.end - section.start);
}

/** The edits of 目次 that go with the exchange: the two entries change places, page numbers stay where they are. */
function contentsEdits(report: Report, first: Section, second: Section): readonly TextEdit[] {
  const entries = report.contents?.entries ?? [];
  const a = entries.find((entry) => sectionOfEntry(report, entry) === first);
  const b = entries.find((entry) => sectionOfEntry(report, entry) === second);
  if (!a || !b) return [];
  const edit = (entry: typeof a, other: typeof a): TextEdit => ({
    start: entry.title.start,
    end: entry.title.end,
    expected: textOf(report, entry.title),
    text: textOf(report, other.title),
  });
  return [edit(a, b), edit(b, a)];
}

/** The edit that gives `section` the number that `like` has, where it is another. */
function numberEdits(report: Report, { number }: Section, like: Section): readonly TextEdit[] {
  const value = like.number?.value;
  const text = number && value !== undefined ? numberLike(report, number, value) : undefined;
  const expected = number && textOf(report, number);
  return number && expected !== undefined && text !== undefined && text !== expected
    ? [{ start: number.start, end: number.end, expected, text }]
    : [];
}

/**
 * Exchanges two sections that follow each other: each takes the other's number, and 目次 follows. The words of `moved`,
 * one of the two, stay where they are and those of its neighbour go round it, so that a cursor in it goes along.
 */
function exchange(report: Report, first: Section, second: Section, moved: Section): readonly TextEdit[] {
  const { text } = report;
  const lineEnd = lineEndOf(report);
  // The report may end without a line end: the section that was last must not run into the other.
  const missing = /[\r\n]$/.test(textOf(report, second)) ? '' : lineEnd;
  const cut = (start: number, end: number): TextEdit => ({ start, end, expected: text.slice(start, end), text: '' });
  const insert = (at: number, words: string): TextEdit => ({ start: at, end: at, expected: '', text: words });
  const edits = [...contentsEdits(report, first, second)];
  if (moved === second) {
    const words = renumbered(report, first, second);
    edits.push(
      cut(first.start, first.end),
      ...numberEdits(report, second, first),
      insert(second.end, missing === '' ? words : missing + words.slice(0, -lineEnd.length)),
    );
  } else {
    const words = renumbered(report, second, first) + missing;
    // Put in before the line end in front of the heading: a cursor at the heading's start stays with it.
    const edge = text.startsWith(lineEnd, first.start - lineEnd.length) && words.endsWith(lineEnd);
    edits.push(
      edge
        ? insert(first.start - lineEnd.length, lineEnd + words.slice(0, -lineEnd.length))
        : insert(first.start, words),
      ...numberEdits(report, first, second),
      cut(first.end - missing.length, second.end),
    );
  }
  return edits.sort((x, y) => x.start - y.start);
}

/** Moving the section whose heading the cursor is on past its neighbour of the same level. */
export function sectionMoves(report: Report, span: Span, locale: Locale): readonly Refactoring[] {
  const lists: (readonly Section[])[] = [report.sections, ...report.allSections.map(({ children }) => children)];
  for (const list of lists) {
    const index = list.findIndex(({ heading }) => touches(heading, span.start));
    const section = list[index];
    if (!section) continue;
    const title = nameOf(report, section.title).slice(0, longestTitle);
    const move = (message: Message, first: Section, second: Section): Refactoring => ({
      title: render(message, { title }, locale),
      kind: 'refactor.move',
      edits: exchange(report, first, second, section),
    });
    const previous = list[index - 1];
    const next = list[index + 1];
    return [
      ...(previous?.end === section.start ? [move(titles.up, previous, section)] : []),
      ...(next && next.start === section.end ? [move(titles.down, section, next)] : []),
    ];
  }
  return [];
}
