import { sectionOfEntry } from '../report/queries/crossReferences';
import { lineAt } from '../report/model/lines';
import type { Report } from '../report/model/report';
import { textOf } from '../report/queries/read';
import { sparesMarkup } from '../report/queries/spared';
import type { Message } from '../text/message';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { hitAt, placesOf, subjectAt } from './subject';
import type { Subject } from './subject';

export interface RenamePlace {
  /** The words that are renamed, as an editor shows them in its box. */
  readonly words: Span;
  readonly placeholder: string;
}

/** Why a new name can't be taken. */
const renameRefusals = {
  empty: { 'zh-TW': '名稱不可為空白', en: 'The name must not be empty' },
  markup: {
    'zh-TW': '標題裡有連結、註腳等標記，改名會使其消失；請直接在文中修改',
    en: 'The heading holds a link, a footnote or other markup that a new name would lose; change it in the text',
  },
  lineEnd: { 'zh-TW': '名稱不可跨行', en: 'The name must not run over a line end' },
} satisfies Record<string, Message>;

/** The words of a heading without its end punctuation, which is no part of its name. */
function titleWords(report: Report, title: Span): Span {
  const words = textOf(report, title);
  return { start: title.start, end: title.end - (/[：:。]$/.test(words) ? 1 : 0) };
}

/** The words under the cursor that a rename changes: of an economy the spelling at hand, of a heading its title. */
function wordsOf(report: Report, subject: Subject): Span {
  return subject.kind === 'section' ? titleWords(report, subject.section.title) : subject.words;
}

/** What renaming at `offset` would rename; undefined where nothing has a name. */
export function prepareRenameAt(report: Report, offset: number): RenamePlace | undefined {
  const subject = subjectAt(report, offset);
  if (!subject) return undefined;
  // From an entry of 目次 or a day of the itinerary the heading is renamed; the box still opens at the cursor.
  const named = wordsOf(report, subject);
  const isHere = named.start <= offset && offset <= named.end;
  return { words: isHere ? named : subject.words, placeholder: textOf(report, named) };
}

/**
 * The edits that rename what stands at `offset`: an acronym everywhere, one spelling of an economy everywhere, a heading
 * with its entry of 目次. Quotations keep their own wording, and what is no prose stays.
 * @returns the refusal where `name` can't be taken, undefined where nothing has a name
 */
export function renameAt(report: Report, offset: number, name: string): readonly TextEdit[] | Message | undefined {
  const subject = subjectAt(report, offset);
  if (!subject) return undefined;
  const text = name.trim();
  if (text === '') return renameRefusals.empty;
  if (/[\r\n]/.test(text)) return renameRefusals.lineEnd;
  const edit = (span: Span): TextEdit => ({ start: span.start, end: span.end, expected: textOf(report, span), text });
  if (subject.kind === 'section') {
    const entries = (report.contents?.entries ?? []).filter(
      (entry) => sectionOfEntry(report, entry) === subject.section,
    );
    const edits = [...entries.map((entry) => edit(entry.title)), edit(wordsOf(report, subject))];
    if (!sparesMarkup(report, edits)) return renameRefusals.markup;
    return edits.sort((a, b) => a.start - b.start);
  }
  const spelling = textOf(report, subject.words);
  return placesOf(report, subject)
    .filter((place) => textOf(report, place) === spelling && !isQuoted(report, place))
    .map(edit)
    .filter((change) => sparesMarkup(report, [change]));
}

/** Whether a name stands inside a quoted title. An acronym is the same word there: only names of economies are spared. */
function isQuoted(report: Report, place: Span): boolean {
  const line = lineAt(report.lines, place.start);
  return hitAt(report.lines.facts[line]!.names, place.start - report.lines.starts[line]!)?.quoted ?? false;
}
