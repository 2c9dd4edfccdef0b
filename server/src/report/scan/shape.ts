/** How a line begins, and what that may make it. */
import { composedPartsOf } from '../../knowledge/composedTitles';
import { normaliseTitle, partAt } from '../../knowledge/parts';
import type { PartId } from '../../knowledge/types';
import { CharClass, classAt, isColon, skipBlanks, trimBlanksEnd } from '../../text/characters';
import type { Span } from '../../text/span';
import type { LineNumber, LineShape, NumberSystem } from '../model/lines';
import { cellsOf, endsWithFigures } from './cells';
import { labelsOf } from './labels';
import { decimalOf, lineNumberAt } from './lineNumber';
import { Trait } from './traits';

/** A title that names a part is short; longer lines are prose. */
const longestPartTitle = 30;
/** A lead-in ends within so many code units. */
const longestLead = 60;

/** What only says which of several it is, so that the title goes on behind its colon: 「議題三：抗藥性」, 「3.1 第一日：開訓」. */
const placeInSeries =
  /^(?:\d[\d.]{2,7}\s{1,3})?(?:(?:子?議題|主題|專題|案例|場次|單元)[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}(?:場次?|場會議|議題|主題|專題|單元|分組|[天日站週課]|階段))$/;
/** It is no longer than this with its number, in UTF-16 code units. */
const longestPlaceInSeries = 16;
/** So much stands behind such a colon at most, in UTF-16 code units. */
const longestBehindPlace = 40;

function endsAtPlaceInSeries(text: string, { start, end }: Span, colon: number): boolean {
  return (
    colon - start <= longestPlaceInSeries &&
    end - colon - 1 <= longestBehindPlace &&
    placeInSeries.test(text.slice(start, colon)) &&
    !/[，。；！？]/.test(text.slice(colon, end))
  );
}

/** Where the lead-in of `title` ends: bold words, the words before the first ：, or all of it. */
function leadOf(text: string, title: Span, bold: boolean, traits: number): Span {
  const limit = Math.min(title.end, title.start + longestLead);
  if (bold) {
    const close = text.indexOf('**', title.start);
    if (close >= 0 && close <= limit) {
      let end = trimBlanksEnd(text, title.start, close);
      if (end > title.start && isColon(text.charCodeAt(end - 1))) end--;
      return { start: title.start, end };
    }
  }
  if ((traits & Trait.Colon) === 0) return title;
  let quotes = 0;
  for (let i = title.start; i < limit; i++) {
    const code = text.charCodeAt(i);
    // A colon inside a quoted title belongs to it: 「對話：重新審視自由貿易區」
    if (code === 0x300c || code === 0x300e || code === 0x300a) quotes++;
    else if (code === 0x300d || code === 0x300f || code === 0x300b) quotes--;
    if (quotes > 0) continue;
    if (code === 0xff1a || (code === 0x3a && classAt(text, i + 1) !== CharClass.Digit))
      return endsAtPlaceInSeries(text, title, i)
        ? title
        : { start: title.start, end: trimBlanksEnd(text, title.start, i) };
    if (code === 0x3002) break; // 。
  }
  return title;
}

/** A page number at the end of `content`, behind a tab, dots or blanks. */
function pageOf(text: string, content: Span): Span | undefined {
  let start = content.end;
  while (start > content.start && content.end - start < 4 && classAt(text, start - 1) === CharClass.Digit) start--;
  if (start === content.end || content.end - start > 3 || start === content.start) return undefined;
  return classAt(text, start - 1) === CharClass.Blank || '.…．‧·⋯'.includes(text[start - 1]!)
    ? { start, end: content.end }
    : undefined;
}

/** What an annex is, behind a blank: 「附件　縮寫對照表」. */
const annexTitle = /^[ \u3000]\S{1,14}[表單料片程報圖錄文檔冊]$/;

/** 「附件一」, 「附錄2：會議議程」, 「附件、簡報資料」: an annex with its number or its title. */
function isAnnex(text: string, { start, end }: Span): boolean {
  if (text.charCodeAt(start) !== 0x9644 || (text[start + 1] !== '件' && text[start + 1] !== '錄')) return false;
  // 「附件一、附件二及附件三所示」, 「附件一，」: the rest of a sentence that a line end has cut
  const words = text.slice(start, end);
  if (words.includes('，') || words.includes('附', 1)) return false;
  return (
    annexTitle.test(text.slice(start + 2, end)) ||
    /^(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:$|[、：:．.\s（(])|[、：:])/.test(text.slice(start + 2, Math.min(end, start + 8))) // prettier-ignore
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

const closingMarks = new Set(Array.from('」』》）)]】”"’*_ ', (mark) => mark.charCodeAt(0)));
const sentenceEnds = new Set(Array.from('。！？!?；;…', (mark) => mark.charCodeAt(0)));

function endsSentence(text: string, content: Span): boolean {
  let i = content.end - 1;
  while (i >= content.start && closingMarks.has(text.charCodeAt(i))) i--;
  return i >= content.start && sentenceEnds.has(text.charCodeAt(i));
}

/** What stands before a line's title, and the title: all that can be told before its words are looked at. */
export interface LineHead {
  readonly marks: number;
  readonly bullet: boolean;
  readonly number: LineNumber | undefined;
  /** The title begins in bold. */
  readonly bold: boolean;
  readonly title: Span;
}

/**
 * The beginning of a line.
 * @param content the line without surrounding blanks
 * @param isChapter whether it is known to be the heading of a chapter or of a section of one
 */
export function headOf(text: string, content: Span, isChapter = false): LineHead {
  let i = content.start;
  let { end } = content;
  let marks = 0;
  while (marks < 6 && i + marks < end && text.charCodeAt(i + marks) === 0x23) marks++;
  if (marks > 0 && classAt(text, i + marks) === CharClass.Blank) {
    i = skipBlanks(text, i + marks, end);
    // a closing run of marks: ## 目的 ##
    let close = end;
    while (close > i && text.charCodeAt(close - 1) === 0x23) close--;
    if (close < end && classAt(text, close - 1) === CharClass.Blank) end = trimBlanksEnd(text, i, close);
  } else marks = 0;

  const bullet = i + 1 < end && isBullet(text.charCodeAt(i)) && classAt(text, i + 1) === CharClass.Blank;
  if (bullet) i = skipBlanks(text, i + 1, end);
  let bold = isBold(text, i, end);
  if (bold) i += 2;
  const first = lineNumberAt(text, i, end, isChapter || marks > 0);
  const number = first && marks === 0 && endsWithFigures(text, { start: first.end, end }) ? undefined : first;
  if (number) {
    i = skipBlanks(text, number.end, end);
    if (!bold && isBold(text, i, end)) {
      bold = true;
      i += 2;
    }
  }
  if (bold && text.startsWith('**', end - 2) && text.indexOf('**', i) === end - 2) end -= 2;
  end = Math.max(i, trimBlanksEnd(text, i, end));
  if (isBracketed(text, i, end)) {
    i = skipBlanks(text, i + 1, end - 1);
    end = trimBlanksEnd(text, i, end - 1);
  }
  const title = i === content.start && end === content.end ? content : { start: i, end };
  return { marks, bullet, number, bold, title };
}

/** 【摘要】, 【出國類別：考察】: the brackets only show that it is a title. */
function isBracketed(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== 0x3010 || end - start < 3 || end - start > longestPartTitle) return false;
  return text.indexOf('】', start) === end - 1;
}

/** - * + • ‧ ● */
function isBullet(code: number): boolean {
  return code === 0x2d || code === 0x2a || code === 0x2b || code === 0x2022 || code === 0x2027 || code === 0x25cf;
}

function isBold(text: string, index: number, end: number): boolean {
  return index + 2 < end && text.charCodeAt(index) === 0x2a && text.charCodeAt(index + 1) === 0x2a;
}

/** The systems that chapters are numbered in. */
const chapterSystems: ReadonlySet<NumberSystem> = new Set(['formal', 'chapter', 'roman', 'han']);

/** The part that a title put together of names stands for, where the line's number or marks may make it a chapter. */
function composedPartIn(text: string, { number, marks, title }: LineHead): PartId | undefined {
  if (marks === 0 && (number === undefined || !chapterSystems.has(number.system))) return undefined;
  if (title.end - title.start > longestPartTitle) return undefined;
  return composedPartsOf(normaliseTitle(text.slice(title.start, title.end)))[0];
}

/**
 * How a line begins, and what that may make it.
 * @param content the line without surrounding blanks
 * @param traits what its words show
 */
export function shapeOf(text: string, content: Span, head: LineHead, traits: number): LineShape {
  const { title } = head;
  const lead = leadOf(text, title, head.bold, traits);
  const cells = cellsOf(text, content, head.number, traits);

  const ends = endsSentence(text, content);
  const runsOn = title.end - lead.end > 3;
  const heading = !ends && !runsOn && (traits & Trait.FullStop) === 0 && title.end - title.start <= longestHeading;
  // A heading of Markdown is one with a full stop behind it too.
  const isTitle = heading || (head.marks > 0 && !runsOn && text.indexOf('。', title.start) === title.end - 1);
  const decimal = !head.number && cells.length === 0 ? decimalOf(text, title) : undefined;

  let part: PartId | undefined;
  if (title.end - title.start <= longestPartTitle) part = partAt(text, decimal?.end ?? title.start, title.end);
  if (part === undefined && lead.end < title.end && lead.end - lead.start <= 8)
    part = partAt(text, lead.start, lead.end);

  if (part === undefined && !ends && isAnnex(text, title)) part = 'attachments';
  const caption = heading ? title : lead.end < title.end ? lead : clauseOf(text, title);
  return {
    marks: head.marks,
    bullet: head.bullet,
    number: head.number,
    decimal: decimal && { values: decimal.values, isTitle: decimal.isTitle && isTitle },
    ordinal: head.number ?? decimal?.ordinal,
    title,
    lead,
    runsOn,
    heading,
    caption,
    part,
    chapterPart: part === undefined && heading ? composedPartIn(text, head) : undefined,
    // What stands behind the title is a bracket or a mark of markup, and belongs to no value.
    labels: labelsOf(text, { start: content.start, end: title.end }, cells, title.start, traits),
    cells,
    page: pageOf(text, content),
    endsSentence: ends,
  };
}
