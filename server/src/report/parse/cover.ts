/** The cover: where it ends, its title and its fields. */
import type { CoverLabelSubject } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { LineTable } from '../model/lines';
import { isBlank, lineStart } from '../model/lines';
import type { Cover, CoverField } from '../model/parts';
import { Trait } from '../scan/traits';
import { isChapter, namesPart } from './outlineStyle';

/** Labels without any heading behind them are a cover only near the text's start. */
const coverWithoutHeading = 60;
/** A title that stands alone is no longer, in UTF-16 code units. */
const longestTitle = 60;

/** First line that is no longer the cover. */
export function coverEnd(lines: LineTable): number {
  let lastLabel = -1;
  for (let line = 0; line < lines.count; line++) {
    const { shape } = lines.facts[line]!;
    if (shape.labels.length > 0) {
      if (line < coverWithoutHeading && shape.labels.some(({ of }) => of !== 'unsaid')) lastLabel = line;
      continue;
    }
    if (namesPart(lines.facts[line]!) || isChapter(lines.facts[line]!) || shape.number?.system === 'han') return line;
  }
  return lastLabel < 0 ? titleEnd(lines) : lastLabel + 1;
}

/** A title that stands alone runs over no more lines. */
const mostTitleLines = 2;

/** Line behind the title of a text that has neither cover nor headings: words that are no sentence, parted from the first paragraph. */
function titleEnd(lines: LineTable): number {
  let line = 0;
  while (line < lines.count && isBlank(lines.facts[line]!)) line++;
  const first = line;
  for (; line < lines.count && line - first < mostTitleLines; line++) {
    const facts = lines.facts[line]!;
    if (isBlank(facts)) break;
    const { shape, traits, content } = facts;
    const isTitle = shape.number === undefined && !shape.bullet && shape.cells.length === 0 && !shape.endsSentence;
    if (!isTitle || (traits & Trait.FullStop) !== 0 || content.end - content.start > longestTitle) return 0;
  }
  return line > first && line + 1 < lines.count && isBlank(lines.facts[line]!) ? line : 0;
}

/** The cover of the lines before `end`. */
export function readCover(text: string, lines: LineTable, end: number): Cover {
  const ofMission: CoverField[] = [];
  /** What is said of the meeting, or does not say of what: it is the mission's where nothing else says that. */
  const others: (CoverField & { readonly of: CoverLabelSubject })[] = [];
  let kindLine: Span | undefined;
  let title: Span | undefined;
  /** A heading of Markdown is a whole title; in plain text one may go on on the next line. */
  let isWhole = false;
  for (let line = 0; line < end; line++) {
    const facts = lines.facts[line]!;
    const { content, shape } = facts;
    if (content.end === content.start) continue;
    const offset = lines.starts[line]!;
    const at = (span: Span): Span => ({ start: offset + span.start, end: offset + span.end });
    const words = at(content);
    if (shape.labels.length > 0) {
      for (const found of shape.labels) {
        const label = at(found.label);
        let value = at(found.value);
        // The value may stand on the lines below, up to the next label; not that of a bracket: 「（出國類別：）」.
        if (
          value.start === value.end &&
          !/^[ \t\u3000]{0,12}[）)]/.test(text.slice(value.end, value.end + longestBlank))
        ) {
          const below = found === shape.labels.at(-1) && valueBelow(lines, line, end);
          if (below) value = below;
        } else if (ofPersons.has(found.field) && found === shape.labels.at(-1)) {
          value = { start: value.start, end: personsEnd(text, lines, line, end, value.end) };
        }
        const field = { id: found.field, label, value, start: label.start, end: Math.max(label.end, value.end) };
        if (found.of === 'mission') ofMission.push(field);
        else others.push({ ...field, of: found.of });
        if (
          found.field === 'category' &&
          kindLine === undefined &&
          text.slice(words.start, label.start).includes('報告')
        ) {
          const behind = titleBehind.exec(text.slice(value.end, words.end));
          kindLine = behind ? { start: words.start, end: value.end + behind.index + behind[1]!.length } : words;
          if (behind) title ??= { start: words.end - behind[2]!.length, end: words.end };
        }
      }
    } else if (
      [...ofMission, ...others].some(
        (field) => field.id !== 'category' && field.value.start <= words.start && words.end <= field.value.end,
      )
    ) {
      continue;
    } else if (
      kindLine === undefined &&
      title === undefined &&
      /出國.{0,12}報告/.test(text.slice(words.start, Math.min(words.end, words.start + 40)))
    ) {
      kindLine = words;
    } else if (
      text[words.start] !== '|' &&
      shape.cells.length === 0 &&
      !isWhole &&
      !(title !== undefined && otherLabel.test(facts.text.slice(content.start, content.end))) &&
      [...ofMission, ...others].every((field) => field.id === 'category')
    ) {
      const start = offset + shape.title.start;
      isWhole = shape.marks > 0;
      title = { start: title && !isWhole ? title.start : start, end: offset + shape.title.end };
    }
  }
  const fields: CoverField[] = [...ofMission];
  for (const subject of ['occasion', 'unsaid'] as const) {
    // Labels that say of nothing what they are about make no cover by themselves: minutes of a meeting have 時間 and 地點 too.
    if (subject === 'unsaid' && fields.every(({ id }) => id === 'category')) break;
    const said = new Set(fields.map(({ id }) => id));
    for (const { of, ...field } of others) if (of === subject && !said.has(field.id)) fields.push(field);
  }
  fields.sort((a, b) => a.start - b.start);
  return { start: 0, end: lineStart(lines, end), kindLine, title, fields };
}

/** Behind the category in its bracket the title may stand: 出國報告（出國類別：考察） 赴紐西蘭考察報告. */
const titleBehind = /^([ \t\u3000]{0,12}[）)]\**)[ \t\u3000]+(\S.{3,120}?)\*{0,2}$/s;
/** So wide is an empty bracket: （出國類別：　　）. */
const longestBlank = 13;
/** Fields that may name several persons, each on a line of its own. */
const ofPersons: ReadonlySet<CoverField['id']> = new Set(['name-and-title', 'name']);
/** A line that goes on with a list of persons is indented by so many characters, and no longer than that. */
const leastIndent = 2;
const longestPerson = 50;
/** How many they are, and nothing else, before the first of them: 計4人. */
const onlySum = /[：:\s](?:共計|合計|共|計) ?[\d一二三四五六七八九十]{1,2} ?[人名位員][：:]?$/;
/** A label that the cover need not have: 會議方式：, 聯絡電話：. */
const otherLabel = /^[\u3400-\u9fff]{2,8}[：:]/;

/**
 * Where a list of persons ends that begins on `line`: lines below it that are indented go on with it, and so does one
 * below a line that breaks off behind 、 or only says how many they are.
 */
function personsEnd(text: string, lines: LineTable, line: number, end: number, valueEnd: number): number {
  let last = valueEnd;
  const isSummed = onlySum.test(text.slice(Math.max(0, valueEnd - longestBlank), valueEnd));
  for (let next = line + 1; next < end; next++) {
    const { content, shape } = lines.facts[next]!;
    const isPerson =
      content.end > content.start &&
      (content.start >= leastIndent || isSummed || text[last - 1] === '、') &&
      content.end - content.start <= longestPerson &&
      shape.labels.length === 0 &&
      shape.cells.length === 0 &&
      shape.number === undefined &&
      !otherLabel.test(lines.facts[next]!.text.slice(content.start, content.end));
    if (!isPerson) break;
    last = lines.starts[next]! + content.end;
  }
  return last;
}

/** The words between the label on `line` and the next label or blank line behind them. */
function valueBelow(lines: LineTable, line: number, end: number): Span | undefined {
  let start = -1;
  let stop = -1;
  for (let next = line + 1; next < end; next++) {
    const { content, shape } = lines.facts[next]!;
    if (shape.labels.length > 0) break;
    if (content.end === content.start) {
      if (start >= 0) break;
      continue;
    }
    if (start < 0) start = lines.starts[next]! + content.start;
    stop = lines.starts[next]! + content.end;
  }
  return start < 0 ? undefined : { start, end: stop };
}
