import { coverFieldOf } from '../../knowledge/coverLabels';
import { normaliseTitle, partOf } from '../../knowledge/parts';
import type { PartId } from '../../knowledge/types';
import { CharClass, classAt, skipBlanks, trimBlanksEnd } from '../../text/characters';
import { isFormalNumeral, isHanNumeral, parseHanNumber, stemValue } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { LineLabel, LineNumber, LineShape } from '../lines';

/** A title that names a part is short; longer lines are prose. */
const longestPartTitle = 30;
/** A lead-in ends within so many code units. */
const longestLead = 60;
/** The label of a cover field stands within so many code units of the line's start. */
const longestLabel = 20;

const noCells: readonly Span[] = [];

/** An outline number at `index`: 壹、 一、 （一） 1. (1) 甲、 （甲）. */
function numberAt(text: string, index: number, end: number): LineNumber | undefined {
  const first = text[index];
  if (first === undefined || index >= end) return undefined;
  const bracketed = first === '(' || first === '（';
  const from = bracketed ? skipBlanks(text, index + 1, end) : index;
  let to = from;
  let system: 'formal' | 'han' | 'digit' | 'stem';
  if (classAt(text, from) === CharClass.Digit) {
    system = 'digit';
    while (to < end && to - from < 3 && classAt(text, to) === CharClass.Digit) to++;
    if (to - from > 2) return undefined;
  } else if (from < end && isFormalNumeral(text.charCodeAt(from))) {
    system = 'formal';
    while (to < end && to - from < 4 && isFormalNumeral(text.charCodeAt(to))) to++;
  } else if (from < end && isHanNumeral(text.charCodeAt(from))) {
    system = 'han';
    while (to < end && to - from < 4 && isHanNumeral(text.charCodeAt(to))) to++;
  } else if (from < end && stemValue(text.charCodeAt(from)) > 0) {
    system = 'stem';
    to = from + 1;
  } else return undefined;

  const numeral = text.slice(from, to);
  const value =
    system === 'digit'
      ? Number(numeral)
      : system === 'stem'
        ? stemValue(text.charCodeAt(from))
        : parseHanNumber(numeral);
  if (value === undefined || value < 1 || value > 99) return undefined;
  const span = { start: from, end: to };
  if (bracketed) {
    const close = skipBlanks(text, to, end);
    if (close >= end || (text[close] !== ')' && text[close] !== '）') || system === 'formal') return undefined;
    const kind = system === 'han' ? 'han-bracketed' : system === 'digit' ? 'digit-bracketed' : 'stem-bracketed';
    return { system: kind, value, numeral: span, start: index, end: close + 1 };
  }
  const mark = text[to];
  if (to >= end) return undefined;
  if (mark === '、' || mark === '．') return { system, value, numeral: span, start: index, end: to + 1 };
  if (mark === '.') {
    // 3.5, 113.8.16 and 1.2.3 are no outline numbers
    return classAt(text, to + 1) === CharClass.Digit
      ? undefined
      : { system, value, numeral: span, start: index, end: to + 1 };
  }
  // 壹　目的, without punctuation: only formal numerals are rare enough in prose
  return system === 'formal' && classAt(text, to) === CharClass.Blank
    ? { system, value, numeral: span, start: index, end: to }
    : undefined;
}

/** Where the lead-in of `title` ends: bold words, the words before the first ：, or all of it. */
function leadOf(text: string, title: Span, bold: boolean): Span {
  const limit = Math.min(title.end, title.start + longestLead);
  if (bold) {
    const close = text.indexOf('**', title.start);
    if (close >= 0 && close <= limit) {
      let end = trimBlanksEnd(text, title.start, close);
      if (end > title.start && (text[end - 1] === '：' || text[end - 1] === ':')) end--;
      return { start: title.start, end };
    }
  }
  let quotes = 0;
  for (let i = title.start; i < limit; i++) {
    const character = text[i];
    // A colon inside a quoted title belongs to it: 「對話：重新審視自由貿易區」
    if (character === '「' || character === '『' || character === '《') quotes++;
    else if (character === '」' || character === '』' || character === '》') quotes--;
    if (quotes > 0) continue;
    if (character === '：' || (character === ':' && classAt(text, i + 1) !== CharClass.Digit))
      return { start: title.start, end: trimBlanksEnd(text, title.start, i) };
    if (character === '。') break;
  }
  return title;
}

function cellsOf(text: string, content: Span): readonly Span[] {
  const piped = text[content.start] === '|';
  const separator = piped ? '|' : '\t';
  let from = piped ? content.start + 1 : content.start;
  if (!piped) {
    let tab = content.start;
    while (tab < content.end && text[tab] !== '\t') tab++;
    if (tab === content.end) return noCells;
  }
  const cells: Span[] = [];
  let words = false;
  for (let i = from; i <= content.end; i++) {
    if (i < content.end && text[i] !== separator) {
      if (text[i] !== '-' && text[i] !== ':' && classAt(text, i) !== CharClass.Blank) words = true;
      continue;
    }
    if (i === content.end && piped && from >= i) break;
    const start = skipBlanks(text, from, i);
    cells.push({ start, end: trimBlanksEnd(text, start, i) });
    from = i + 1;
  }
  return words ? cells : noCells; // |---|---| is no row
}

/** A page number at the end of `content`, behind a tab, dots or blanks. */
function pageOf(text: string, content: Span): Span | undefined {
  let start = content.end;
  while (start > content.start && content.end - start < 4 && classAt(text, start - 1) === CharClass.Digit) start--;
  if (start === content.end || content.end - start > 3 || start === content.start) return undefined;
  const before = text[start - 1]!;
  return classAt(text, start - 1) === CharClass.Blank || '.…．‧·⋯'.includes(before)
    ? { start, end: content.end }
    : undefined;
}

const categoryWord = '出國類別';

/** The category inside brackets, alone or behind the line that names the kind of report: 「出國報告（出國類別：考察）」. */
function categoryOf(text: string, content: Span): LineLabel | undefined {
  if (content.end - content.start > 3 * longestLabel) return undefined;
  let close = content.end - 1;
  while (close > content.start && text[close] === '*') close--;
  if (text[close] !== ')' && text[close] !== '）') return undefined;
  const at = text.slice(content.start, content.end).indexOf(categoryWord);
  if (at < 0) return undefined;
  const label = { start: content.start + at, end: content.start + at + categoryWord.length };
  const open = text[trimBlanksEnd(text, content.start, label.start) - 1];
  const colon = skipBlanks(text, label.end, content.end);
  if ((open !== '(' && open !== '（') || (text[colon] !== '：' && text[colon] !== ':')) return undefined;
  return { field: 'category', label, value: { start: colon + 1, end: close } };
}

/** A label of the cover with its value: 「服務機關：…」, 「| 服務機關 | … |」, 「（出國類別：考察）」. */
function labelOf(text: string, content: Span, cells: readonly Span[], titleStart: number): LineLabel | undefined {
  /** Without blanks and bold marks; of an empty value its start stays. */
  const bare = (span: Span): Span => {
    let { start, end } = span;
    for (;;) {
      const from = skipBlanks(text, start, end);
      if (from === end) return { start: span.start, end: span.start };
      start = from;
      end = trimBlanksEnd(text, start, end);
      if (end - start >= 2 && text.startsWith('**', start)) start += 2;
      else if (end - start >= 2 && text.startsWith('**', end - 2)) end -= 2;
      else return { start, end };
    }
  };
  const [first, second] = cells;
  if (first && second && first.end - first.start <= longestLabel) {
    const label = bare({
      start: first.start,
      end: text[first.end - 1] === '：' || text[first.end - 1] === ':' ? first.end - 1 : first.end,
    });
    const field = coverFieldOf(normaliseTitle(text.slice(label.start, label.end)));
    if (field) return { field, label, value: bare(second) };
  }
  const limit = Math.min(content.end, titleStart + longestLabel);
  for (let i = titleStart; i < limit; i++) {
    const character = text[i];
    if (character !== '：' && character !== ':') continue;
    const label = bare({ start: titleStart, end: i });
    const field =
      label.end > label.start ? coverFieldOf(normaliseTitle(text.slice(label.start, label.end))) : undefined;
    if (!field) break;
    return { field, label, value: bare({ start: i + 1, end: content.end }) };
  }
  const category = categoryOf(text, content);
  if (category) return { ...category, value: bare(category.value) };
  // A label alone on its line: its value stands below, or nowhere.
  if (content.end - titleStart <= longestLabel) {
    const label = bare({ start: titleStart, end: content.end });
    const field = coverFieldOf(normaliseTitle(text.slice(label.start, label.end)));
    if (field && label.end - label.start >= 4) return { field, label, value: { start: content.end, end: content.end } };
  }
  return undefined;
}

/** 「附件一」, 「附錄2：會議議程」, 「附件、簡報資料」: an annex with its number or its title. */
function isAnnex(text: string, { start, end }: Span): boolean {
  if (text[start] !== '附' || (text[start + 1] !== '件' && text[start + 1] !== '錄')) return false;
  // 「附件一、附件二及附件三所示」, 「附件一，」: the rest of a sentence that a line end has cut
  const words = text.slice(start, end);
  if (words.includes('，') || words.includes('附', 1)) return false;
  return /^(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:$|[、：:．.\s（(])|[、：:])/.test(
    text.slice(start + 2, Math.min(end, start + 8)),
  );
}

/** A line whose title is no longer than this, in UTF-16 code units, is a heading where it ends no sentence. */
const longestHeading = 80;

/** The first clause of `title`. */
function clauseOf(text: string, title: Span): Span {
  const limit = Math.min(title.end, title.start + longestHeading);
  for (let i = title.start; i < limit; i++) {
    const code = text.charCodeAt(i);
    // ， 。 ； ！ ？
    if (code === 0xff0c || code === 0x3002 || code === 0xff1b || code === 0xff01 || code === 0xff1f)
      return { start: title.start, end: i };
  }
  // Never between the halves of a surrogate pair.
  return {
    start: title.start,
    end: limit < title.end && (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800 ? limit - 1 : limit,
  };
}

function endsSentence(text: string, content: Span): boolean {
  let i = content.end - 1;
  while (i >= content.start && '」』》）)]】”"’*_ '.includes(text[i]!)) i--;
  return i >= content.start && '。！？!?；;…'.includes(text[i]!);
}

/**
 * How a line begins.
 * @param content the line without surrounding blanks
 */
export function shapeOf(line: string, content: Span): LineShape {
  const text = line;
  let i = content.start;
  let { end } = content;
  let marks = 0;
  while (marks < 6 && text[i + marks] === '#' && i + marks < end) marks++;
  if (marks > 0 && classAt(text, i + marks) === CharClass.Blank) {
    i = skipBlanks(text, i + marks, end);
    // a closing run of marks: ## 目的 ##
    let close = end;
    while (close > i && text[close - 1] === '#') close--;
    if (close < end && classAt(text, close - 1) === CharClass.Blank) end = trimBlanksEnd(text, i, close);
  } else marks = 0;

  let bullet = false;
  if ('-*+•‧●'.includes(text[i] ?? ' ') && i < end && classAt(text, i + 1) === CharClass.Blank && i + 1 < end) {
    bullet = true;
    i = skipBlanks(text, i + 1, end);
  }
  let bold = text.startsWith('**', i) && i + 2 < end;
  if (bold) i += 2;
  const number = numberAt(text, i, end);
  if (number) {
    i = skipBlanks(text, number.end, end);
    if (!bold && text.startsWith('**', i) && i + 2 < end) {
      bold = true;
      i += 2;
    }
  }
  let titleEnd = end;
  if (bold && text.startsWith('**', end - 2) && text.indexOf('**', i) === end - 2) titleEnd = end - 2;
  const title = { start: i, end: Math.max(i, trimBlanksEnd(text, i, titleEnd)) };
  const lead = leadOf(text, title, bold);
  const cells = cellsOf(text, content);

  let part: PartId | undefined;
  if (title.end - title.start <= longestPartTitle) part = partOf(normaliseTitle(text.slice(title.start, title.end)));
  if (part === undefined && lead.end < title.end && lead.end - lead.start <= 8)
    part = partOf(normaliseTitle(text.slice(lead.start, lead.end)));

  const ends = endsSentence(text, content);
  if (part === undefined && !ends && isAnnex(text, title)) part = 'attachments';
  const runsOn = title.end - lead.end > 3;
  const heading =
    !ends && !runsOn && title.end - title.start <= longestHeading && !text.slice(title.start, title.end).includes('。');
  const caption = heading ? title : lead.end < title.end ? lead : clauseOf(text, title);
  return {
    marks,
    bullet,
    number,
    title,
    lead,
    runsOn,
    heading,
    caption,
    part,
    label: labelOf(text, content, cells, title.start),
    cells,
    page: pageOf(text, content),
    endsSentence: ends,
  };
}
