import { coverLabelAt } from '../../knowledge/coverLabels';
import { composedPartsOf } from '../../knowledge/composedTitles';
import { normaliseTitle, partAt } from '../../knowledge/parts';
import type { PartId } from '../../knowledge/types';
import { CharClass, classAt, classOf, skipBlanks, trimBlanksEnd } from '../../text/characters';
import { isFormalNumeral, isHanNumeral, isRomanCharacter, parseHanNumber, romanNumeralAt, stemValue } from '../../text/numerals'; // prettier-ignore
import type { Span } from '../../text/span';
import type { DecimalNumber, LineLabel, LineNumber, LineShape, NumberSystem } from '../model/lines';
import { Trait } from './traits';

/** A title that names a part is short; longer lines are prose. */
const longestPartTitle = 30;
/** A lead-in ends within so many code units. */
const longestLead = 60;
/** The label of a cover field stands within so many code units of the line's start. */
const longestLabel = 20;

const noCells: readonly Span[] = [];

/** The value of a digit of half or full width, as older documents have it (１、); -1 for any other unit. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Whether no item begins with `mark`: a sentence goes on with it behind a bracket. */
function goesOnBehindBracket(mark: string): boolean {
  return '，。、；：）)」之的及與和或等為者'.includes(mark);
}

/** An outline number at `index`: 壹、 一、 （一） 1. (1) 甲、 （甲）. */
export function numberAt(text: string, index: number, end: number): LineNumber | undefined {
  if (index >= end) return undefined;
  const first = text.charCodeAt(index);
  const bracketed = first === 0x28 || first === 0xff08;
  const from = bracketed ? skipBlanks(text, index + 1, end) : index;
  if (from >= end) return undefined;
  const code = text.charCodeAt(from);
  let to = from;
  let value: number | undefined;
  let system: 'formal' | 'han' | 'digit' | 'stem';
  if (digitOf(code) >= 0) {
    system = 'digit';
    value = 0;
    for (; to < end && to - from < 3; to++) {
      const digit = digitOf(text.charCodeAt(to));
      if (digit < 0) break;
      value = value * 10 + digit;
    }
    if (to - from > 2) return undefined;
  } else if (isFormalNumeral(code)) {
    system = 'formal';
    while (to < end && to - from < 4 && isFormalNumeral(text.charCodeAt(to))) to++;
    value = parseHanNumber(text, from, to);
  } else if (isHanNumeral(code)) {
    system = 'han';
    while (to < end && to - from < 4 && isHanNumeral(text.charCodeAt(to))) to++;
    value = parseHanNumber(text, from, to);
  } else {
    system = 'stem';
    value = stemValue(code);
    to = from + 1;
  }
  if (value === undefined || value < 1 || value > 99) return undefined;
  const numeral = { start: from, end: to };
  if (bracketed) {
    const close = skipBlanks(text, to, end);
    if (close >= end) return undefined;
    const mark = text.charCodeAt(close);
    if (mark !== 0x29 && mark !== 0xff09) return undefined;
    const kind = system === 'digit' ? 'digit-bracketed' : system === 'stem' ? 'stem-bracketed' : 'han-bracketed';
    // 「…新加坡⏎（2）、我國（3）、泰國（2）」: counts behind names, not an item
    if (system === 'digit' && /^、[^（()）]{1,12}[（(]\d/.test(text.slice(close + 1, Math.min(end, close + 20))))
      return undefined;
    // 「（二）、」: the mark is one too many, but it is no part of the title.
    const behind = text.charCodeAt(close + 1) === 0x3001 ? close + 2 : close + 1;
    return { system: kind, value, numeral, start: index, end: Math.min(behind, end) };
  }
  if (to >= end) return undefined;
  const mark = text.charCodeAt(to);
  // 1) or 1）, which may also be the end of a bracket that the line end cut: 「第4條及第\n5）之規定」
  if (mark === 0x29 || mark === 0xff09) {
    const isList = system === 'digit' && to + 1 < end && !goesOnBehindBracket(text[to + 1]!);
    return isList ? { system: 'digit-bracketed', value, numeral, start: index, end: to + 1 } : undefined;
  }
  // 「…分別為12、9、⏎15、7、11公釐」: a figure among figures
  if (
    mark === 0x3001 &&
    system === 'digit' &&
    /^\d{1,3}(?:\.\d{1,3})?[、及與和]/.test(text.slice(to + 1, Math.min(end, to + 9)))
  )
    return undefined;
  // 、 ．
  if (mark === 0x3001 || mark === 0xff0e) return { system, value, numeral, start: index, end: to + 1 };
  if (mark === 0x2e) {
    // 「1.0 目的」, as engineers number chapters; not 「2.0 版」
    if (system === 'digit' && /^0[.、]?[ \t\u3000]+(?!版)\S/.test(text.slice(to + 1, Math.min(end, to + 8))))
      return { system, value, numeral, start: index, end: to + 2 };
    // 3.5, 113.8.16 and 1.2.3 are no outline numbers
    return classAt(text, to + 1) === CharClass.Digit
      ? undefined
      : { system, value, numeral, start: index, end: to + 1 };
  }
  // 壹　目的, without punctuation: only formal numerals are rare enough in prose
  return system === 'formal' && classOf(mark) === CharClass.Blank
    ? { system, value, numeral, start: index, end: to }
    : undefined;
}

/** A Roman number with a mark, or as one character, before Chinese words: 「I. 目的」, 「Ⅱ　過程」. */
function romanNumberAt(text: string, index: number, end: number): LineNumber | undefined {
  const numeral = romanNumeralAt(text, index);
  if (!numeral || numeral.end >= end) return undefined;
  const { value, end: to } = numeral;
  const mark = text[to]!;
  const isMarked = '、．.'.includes(mark);
  if (!isMarked && !(isRomanCharacter(text.charCodeAt(index)) && classAt(text, to) === CharClass.Blank))
    return undefined;
  const behind = isMarked ? to + 1 : to;
  const title = skipBlanks(text, behind, end);
  if (title >= end || classAt(text, title) !== CharClass.Han) return undefined;
  return { system: 'roman', value, numeral: { start: index, end: to }, start: index, end: behind };
}

/** A letter with a mark before Chinese words or a date: 「A. 心得」, 「B、4月8日座談」; not the 「A、」 of 「A、B兩案」 and of 「A、C及E」. */
const letterNumber =
  /[A-Z][.．、](?=\*{0,2}[ \t\u3000]{0,4}\*{0,2}(?:\p{Script=Han}|\d{1,4}[年月]))(?![^，。：]{1,8}[、及與和]\p{Script=Han}{0,6}[A-Z])/uy;

function letterNumberAt(text: string, index: number): LineNumber | undefined {
  letterNumber.lastIndex = index;
  const match = letterNumber.exec(text);
  if (!match) return undefined;
  const end = index + match[0].length;
  return {
    system: 'letter',
    value: text.charCodeAt(index) - 0x40,
    numeral: { start: index, end: index + 1 },
    start: index,
    end,
  };
}

/** What is counted, so that the number before it is an amount: 「3 天行程」, 「12 月」. */
const counted = /^[年月日天週時分秒位個名項件次場家國人點種類間所座元億萬%％]|^(?:公[里尺噸頃斤分]|小時|[美歐]元)/;

/** A number that only a blank parts from the title behind it: 「1　目的」, 「一　目的」. Only what stands around the line tells that it is one. */
export function blankNumberAt(text: string, index: number, end: number): LineNumber | undefined {
  let to = index;
  let system: 'digit' | 'han' = 'digit';
  let value: number | undefined = 0;
  while (to < end && to - index < 3 && digitOf(text.charCodeAt(to)) >= 0)
    value = value * 10 + digitOf(text.charCodeAt(to++));
  if (to === index) {
    system = 'han';
    while (to < end && to - index < 4 && isHanNumeral(text.charCodeAt(to))) to++;
    value = to === index ? undefined : parseHanNumber(text, index, to);
  }
  if (value === undefined || value < 1 || value > 99 || to >= end || classAt(text, to) !== CharClass.Blank)
    return undefined;
  const title = skipBlanks(text, to, end);
  if (title >= end || classAt(text, title) !== CharClass.Han || counted.test(text.slice(title, title + 2)))
    return undefined;
  return { system, value, numeral: { start: index, end: to }, start: index, end: to };
}

const chapterNumber =
  /第 ?([一二三四五六七八九十壹貳參肆伍陸柒捌玖拾叁叄参弍貮贰弌壱陆]{1,3}|\d{1,2}) ?([章節])[：:、]?/y;

/**
 * The number of a chapter or of a section of one at `index`: 「第一章　緒論」, 「第二節：行程」.
 * @param isTitle whether the words behind it are known to be a title, so that nothing need part it from them: 「第一章緒論」
 */
export function chapterNumberAt(text: string, index: number, isTitle: boolean): LineNumber | undefined {
  chapterNumber.lastIndex = index;
  const match = chapterNumber.exec(text);
  if (!match) return undefined;
  const start = index + match[0].indexOf(match[1]!);
  const end = start + match[1]!.length;
  const value = /\d/.test(match[1]!) ? Number(match[1]) : parseHanNumber(text, start, end);
  if (!value) return undefined;
  const system = match[2] === '章' ? 'chapter' : 'section';
  const number: LineNumber = { system, value, numeral: { start, end }, start: index, end: index + match[0].length };
  return isTitle || isParted(text, number) ? number : undefined;
}

/** Whether a mark or a blank parts the number of a chapter from a title of its own. */
export function isParted(text: string, { end }: Span): boolean {
  return '：:、'.includes(text[end - 1]!) || (end < text.length && ' \t\u3000'.includes(text[end]!));
}

/** What only says which of several it is, so that the title goes on behind its colon: 「議題三：抗藥性」, 「3.1 第一日：開訓」. */
const ordinal =
  /^(?:\d[\d.]{2,7}\s{1,3})?(?:(?:子?議題|主題|專題|案例|場次|單元)[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}(?:場次?|場會議|議題|主題|專題|單元|分組|[天日站週課]|階段))$/;
/** It is no longer than this with its number, in UTF-16 code units. */
const longestOrdinal = 16;
/** So much stands behind such a colon at most, in UTF-16 code units. */
const longestBehindOrdinal = 40;

function isOrdinal(text: string, { start, end }: Span, colon: number): boolean {
  return (
    colon - start <= longestOrdinal &&
    end - colon - 1 <= longestBehindOrdinal &&
    ordinal.test(text.slice(start, colon)) &&
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
      return isOrdinal(text, title, i) ? title : { start: title.start, end: trimBlanksEnd(text, title.start, i) };
    if (code === 0x3002) break; // 。
  }
  return title;
}

function isColon(code: number): boolean {
  return code === 0xff1a || code === 0x3a;
}

/** A title may have one ｜ in it. */
const fewestWideCells = 3;

/** What parts the cells of a row: | or ｜ or a tab; 0 where the line is none. */
function separatorOf(text: string, content: Span, number: LineNumber | undefined, traits: number): number {
  if (text.charCodeAt(content.start) === 0x7c) return 0x7c;
  // The traits are those of the words behind the number.
  const words = (traits & Trait.CellEnd) !== 0 ? text.slice(content.start, content.end) : '';
  if (words.includes('\t') || (number && text.slice(content.start, number.end).includes('\t'))) return 9;
  return words.split('｜').length < fewestWideCells ? 0 : 0xff5c;
}

function cellsOf(text: string, content: Span, number: LineNumber | undefined, traits: number): readonly Span[] {
  const separator = separatorOf(text, content, number, traits);
  if (separator === 0) return noCells;
  // A row may begin and end with a bar, which then part no cells; a tab is no bar.
  const piped = separator !== 9 && text.charCodeAt(content.start) === separator;
  let from = piped ? content.start + 1 : content.start;
  const cells: Span[] = [];
  let words = false;
  for (let i = from; i <= content.end; i++) {
    const code = i < content.end ? text.charCodeAt(i) : separator;
    if (code !== separator) {
      if (code !== 0x2d && code !== 0x3a && classOf(code) !== CharClass.Blank) words = true;
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
  return classAt(text, start - 1) === CharClass.Blank || '.…．‧·⋯'.includes(text[start - 1]!)
    ? { start, end: content.end }
    : undefined;
}

/** A label and its colon behind a bracket. */
const bracketedLabel = /[（(]\s*([^（()）：:\s]{2,10})\s*[：:]/g;

/** Behind the bracket of the category: the end of the line, or the title of the report. */
const behindCategory = /^[）)]\**(?:$|[ \t\u3000]+(?=\S))/;

/** Where the bracket is closed that is open where `words` begin: 其他（查核））; -1 where it is not. */
function closingIn(words: string): number {
  let open = 1;
  for (let at = 0; at < words.length; at++) {
    if ('（('.includes(words[at]!)) open++;
    else if ('）)'.includes(words[at]!) && --open === 0) return at;
  }
  return words.search(/[）)]\**$/);
}

/**
 * The category inside brackets, alone or behind the line that names the kind of report: 「出國報告（出國類別：考察）」, which the
 * title of the report may follow.
 */
function categoryOf(text: string, content: Span): LineLabel | undefined {
  if (content.end - content.start > 3 * longestLabel) return undefined;
  const words = text.slice(content.start, content.end);
  for (const match of words.matchAll(bracketedLabel)) {
    const from = match.index + match[0].length;
    const behind = words.slice(from);
    const isBehindKind = /報告[ \t\u3000]*$/.test(words.slice(0, match.index));
    const close = isBehindKind ? closingIn(behind) : behind.search(/[）)]\**$/);
    if (close < 0 || !behindCategory.test(behind.slice(close))) continue;
    const start = content.start + match.index + match[0].indexOf(match[1]!);
    const label = labelAt(text, start, start + match[1]!.length, content.start + from, content.start + from + close);
    if (label?.field === 'category') return label;
  }
  return undefined;
}

/** `[start, end)` without blanks and bold marks around it; of an empty value its start stays. */
function bare(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  for (;;) {
    from = skipBlanks(text, from, to);
    if (from === to) return { start, end: start };
    to = trimBlanksEnd(text, from, to);
    if (to - from >= 2 && text.startsWith('**', from)) from += 2;
    else if (to - from >= 2 && text.startsWith('**', to - 2)) to -= 2;
    else return { start: from, end: to };
  }
}

/** The field whose label `[start, end)` is, with `value` as its value. */
function labelAt(
  text: string,
  start: number,
  end: number,
  valueStart: number,
  valueEnd: number,
): LineLabel | undefined {
  const label = bare(text, start, end);
  const row = coverLabelAt(text, label.start, label.end);
  if (!row) return undefined;
  return { field: row.field, of: row.of, label, value: bare(text, valueStart, valueEnd) };
}

/** What parts a field from the next one on its line, and that one's label. */
const nextLabel = /[\s；;，,、／/|]([^\s：:；;，,、|]{2,12})[ \u3000]?[：:]/g;

/** The fields that stand in the value of `first`, each with its own: 「服務機關：某署　姓名職稱：陳小芳技正」. */
function labelsIn(text: string, first: LineLabel): readonly LineLabel[] {
  const { start, end } = first.value;
  const labels = [first];
  for (const match of text.slice(start, end).matchAll(nextLabel)) {
    const at = start + match.index + 1;
    const next = labelAt(text, at, at + match[1]!.length, start + match.index + match[0].length, end);
    if (!next) continue;
    const last = labels.pop()!;
    labels.push({ ...last, value: bare(text, last.value.start, start + match.index) }, next);
  }
  return labels;
}

/** A line of such a record is no longer. */
const longestRecord = 80;
/** A label of the cover that only a blank parts from its value, as records of the portal have it. */
const labelBeforeBlank = /^([^\s：:，。；]{4,12})[ \u3000]+(?=\S)/;
/** A label that a bar, a dash or its own brackets set off, with what stands before it: 服務機關｜, 【服務機關】, │ 服務機關 │. */
const labelBeforeBar =
  /^(?:[【〔〖[｜│┃][ \u3000]?)?([^\s：:，。；｜│┃|【】〔〕〖〗\]＝=→—–─]{4,12})[ \u3000]{0,8}(?:[｜│┃|＝=→—–─]{1,2}|[】〕〗\]][：:]?)[ \u3000]*/;
const bars = '｜│┃| \u3000';

/** A label of the cover that is set off otherwise than by a colon or a blank, with its value. */
function barredLabel(text: string, start: number, end: number): LineLabel | undefined {
  const match = labelBeforeBar.exec(text.slice(start, Math.min(end, start + longestLabel)));
  if (!match) return undefined;
  const from = start + match[0].indexOf(match[1]!);
  const at = start + match[0].length;
  let stop = end;
  while (stop > at && bars.includes(text[stop - 1]!)) stop--;
  const label = labelAt(text, from, from + match[1]!.length, at, stop);
  return label && label.of !== 'unsaid' && !coverLabelAt(text, label.value.start, label.value.end) ? label : undefined;
}

const noLabels: readonly LineLabel[] = [];

/** The labels of the cover with their values: 「服務機關：…」, 「| 服務機關 | … |」, 「（出國類別：考察）」. */
function labelsOf(
  text: string,
  content: Span,
  cells: readonly Span[],
  titleStart: number,
  traits: number,
): readonly LineLabel[] {
  const [first] = cells;
  if (first && first.end - first.start <= longestLabel) {
    const labels: LineLabel[] = [];
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const [cell, value] = [cells[i]!, cells[i + 1]!];
      const end = isColon(text.charCodeAt(cell.end - 1)) ? cell.end - 1 : cell.end;
      const label = labelAt(text, cell.start, end, value.start, value.end);
      // A row whose values are labels is the head of a table, and so is 日期 by itself.
      if (!label || label.of === 'unsaid' || coverLabelAt(text, value.start, value.end)) break;
      labels.push(label);
    }
    if (labels.length > 0) return labels;
  }
  const barred = barredLabel(text, titleStart, content.end);
  if (barred) return [barred];
  if ((traits & Trait.Colon) !== 0) {
    const limit = Math.min(content.end, titleStart + longestLabel);
    let colon = titleStart;
    while (colon < limit && !isColon(text.charCodeAt(colon))) colon++;
    const label = colon < limit ? labelAt(text, titleStart, colon, colon + 1, content.end) : undefined;
    if (label) return labelsIn(text, label);
    const category = categoryOf(text, content);
    return category ? [category] : noLabels;
  }
  // A label alone on its line: its value stands below, or nowhere.
  if (content.end - titleStart <= longestLabel) {
    const alone = labelAt(text, titleStart, content.end, content.end, content.end);
    if (alone && alone.label.end - alone.label.start >= 4) return [alone];
  }
  if (content.end - titleStart > longestRecord) return noLabels;
  const match = labelBeforeBlank.exec(text.slice(titleStart, Math.min(content.end, titleStart + longestLabel)));
  if (!match) return noLabels;
  const label = labelAt(text, titleStart, titleStart + match[1]!.length, titleStart + match[0].length, content.end);
  return label && !coverLabelAt(text, label.value.start, label.value.end) ? [label] : noLabels;
}

/** 「附件一」, 「附錄2：會議議程」, 「附件、簡報資料」: an annex with its number or its title. */
function isAnnex(text: string, { start, end }: Span): boolean {
  if (text.charCodeAt(start) !== 0x9644 || (text[start + 1] !== '件' && text[start + 1] !== '錄')) return false;
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

const closingMarks = new Set(Array.from('」』》）)]】”"’*_ ', (mark) => mark.charCodeAt(0)));
const sentenceEnds = new Set(Array.from('。！？!?；;…', (mark) => mark.charCodeAt(0)));

function endsSentence(text: string, content: Span): boolean {
  let i = content.end - 1;
  while (i >= content.start && closingMarks.has(text.charCodeAt(i))) i--;
  return i >= content.start && sentenceEnds.has(text.charCodeAt(i));
}

/** 3.1, 3.1.2 before a title or a paragraph, and no amount: 3.5 公里. */
const decimalNumber =
  /(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?[.．、]?[ \t\u3000]+(?!公[里尺噸頃斤分]|[億萬兆倍度分秒人件元%％]|小時|[美歐]元|[a-z]{1,2}\b|[kMG][a-zA-Z]{1,2}\b)/y;
/** Longer titles have no such number, in UTF-16 code units. */
const longestDecimalTitle = 50;

/** A number of several levels with the last of them, and where the words behind it begin. */
interface DecimalHead extends DecimalNumber {
  readonly ordinal: LineNumber;
  readonly end: number;
}

/** The numbers that `title` begins with. */
function decimalOf(text: string, { start, end }: Span): DecimalHead | undefined {
  if (classAt(text, start) !== CharClass.Digit) return undefined;
  decimalNumber.lastIndex = start;
  const match = decimalNumber.exec(text);
  if (!match || decimalNumber.lastIndex >= end) return undefined;
  const levels = match.slice(1).filter((digits: string | undefined) => digits !== undefined);
  const values = levels.map(Number);
  if (values.includes(0)) return undefined;
  const isTitle = end - start <= longestDecimalTitle && !/[，；]/.test(text.slice(start, end));
  const numbersEnd = start + levels.join('.').length;
  const numeral = { start: numbersEnd - levels.at(-1)!.length, end: numbersEnd };
  const ordinal: LineNumber = { system: 'digit', value: values.at(-1)!, numeral, start, end: numbersEnd };
  return { values, isTitle, ordinal, end: decimalNumber.lastIndex };
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
  const number =
    text.charCodeAt(i) === 0x7b2c
      ? chapterNumberAt(text, i, isChapter || marks > 0)
      : (numberAt(text, i, end) ??
        romanNumberAt(text, i, end) ??
        letterNumberAt(text, i) ??
        (isChapter || marks > 0 ? blankNumberAt(text, i, end) : undefined));
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
