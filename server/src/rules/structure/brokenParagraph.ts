import { phrasePattern } from '../../knowledge/phrases';
import { LineKind } from '../../report/model/lines';
import type { LineFacts, TextBlock } from '../../report/model/lines';
import type { Paragraph } from '../../report/model/units';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import type { ParagraphRule } from '../engine/rule';

/** Fewer Han characters are a caption, not a sentence. */
const shortest = 8;
/** A lead-in, or a first clause, of so few characters is the rest of a word that the page break cut: 「…之新工」「作：…」, 「…維也納開」「幕，…」. */
const restOfWord = 2;
/** The first clause of a line, where it is no longer than the rest of a word. */
const shortClause = new RegExp(`^[\\u3400-\\u9fff]{1,${restOfWord}}[，；。、]`);
/** Words that make a short clause of their own. */
const ownClause = phrasePattern`^(?:${'links'}|${'time-of-day'}|${'later'}|${'earlier'}|[惟另又並故亦])[，；、]`;
/** Behind a label of so many Han characters stands a value, which ends where its line does: 「時間：」, 「**對方出席人員**：」. */
const field = /^[\u3400-\u9fff／、]{2,10}$/;
/** What a day of a programme or a part of it begins with: 「第二天　返國」, 「Day 3：」, 「上午　參觀」, 「16:30 閉幕」. */
const day =
  /^\s{0,8}(?:第[一二三四五六七八九十\d]{1,3}[天日]|Day ?\d|(?:星期|週|周)[一二三四五六日]|[上下中]午|晚上|\d{1,2}[:：]\d\d|\d{1,2}[/月]\d{1,2})/;
/** What stands by itself below a table or a list. */
const note = phrasePattern`^[（(]?(?:[備附]?[註注]|說明|資料來源|${'total'}|小計|[圖表]\s?[\d一二三四五六七八九十])`;
/** A numbered line without a comma is a title up to so many code units, whatever colon it has: 「二、第一場次：家庭債務」. */
const longestTitle = 40;
/** With a comma up to so many, above several sentences: what is thought of something is told in a title like this. */
const longestOpinion = 22;
/** Paragraphs of fewer lines show no habit. */
const fewestLines = 4;
/** Lines of a page have at least so many Han characters, and differ by no more than so many, as its width allows. */
const shortestFull = 15;
const mostRagged = 3;
/** Of the broken sentence so much is marked. */
const longestMark = 12;

function isProse({ shape }: LineFacts): boolean {
  return shape.cells.length === 0 && shape.labels.length === 0 && shape.marks === 0;
}

function isBlank({ content }: LineFacts): boolean {
  return content.end === content.start;
}

/** Offset behind the line's last word, markup aside. */
function wordsEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === '*') at--;
  return at;
}

/** Whether a line begins with the rest of a word. */
function beginsCut(words: string): boolean {
  return shortClause.test(words) && !ownClause.test(words);
}

/** Whether the words of a line stop at a word or a comma, not at the end of a sentence, a bracket or a colon. */
function stopsShort(text: string, end: number): boolean {
  const last = wordsEnd(text, end) - 1;
  if (text[last] === '，' || text[last] === '、') return true;
  const charClass = classAt(text, last);
  return charClass === CharClass.Han || charClass === CharClass.Latin || charClass === CharClass.Digit;
}

function beginsWithStop(text: string, start: number): boolean {
  return '，、。；：'.includes(text[start]!);
}

/** Whether a line can be the rest of a sentence. */
function canGoOn(facts: LineFacts): boolean {
  const { shape, dates, content } = facts;
  if (!isProse(facts) || shape.number !== undefined || shape.bullet || shape.part !== undefined) return false;
  if (note.test(facts.text.slice(content.start, content.end))) return false;
  // A day of an itinerary, a dated entry.
  return dates[0]?.start !== content.start;
}

/**
 * Whether the sentence on line `first` goes on on line `next`, behind blank lines.
 * @param isWrapped whether the words of `first` begin on the lines above it, so that it is no heading however short
 */
function isBroken({ lines, text }: TextBlock, first: number, next: number, isWrapped: boolean): boolean {
  const before = lines.facts[first]!;
  const behind = lines.facts[next]!;
  if (!(mayBreakOff(before) || (isWrapped && isUnended(before))) || !canGoOn(behind)) return false;
  const start = lines.starts[first]!;
  const offset = lines.starts[next]!;
  if (!stopsShort(text, start + before.content.end)) return false;
  // No sentence begins with a comma.
  if (beginsWithStop(text, offset + behind.content.start)) return true;
  const { lead, runsOn, endsSentence, heading } = behind.shape;
  if (beginsCut(text.slice(offset + behind.content.start, offset + behind.content.end))) return true;
  const isHeading = !isWrapped && (before.shape.heading || isNumberedTitle(before));
  if (isHeading && runsOn && lead.end - lead.start <= restOfWord) return true;
  if (isHeading && isOpinion(before) && hasSentences(text, behind, offset)) return false;
  // A heading has no comma, a sentence mostly has.
  const reads = (facts: LineFacts, from: number): boolean => hasComma(text, facts, from);
  if (isHeading && !reads(before, start)) return false;
  return endsSentence || !heading || reads(behind, offset);
}

function isUnended(facts: LineFacts): boolean {
  return !facts.shape.endsSentence && isProse(facts);
}

function mayBreakOff(facts: LineFacts): boolean {
  return isUnended(facts) && facts.han >= shortest && !isField(facts);
}

/** Whether a line is a label with its value, or a day with what was done on it: 「5月18日：返抵桃園」. */
function isField({ shape, text, dates, content }: LineFacts): boolean {
  const { number, runsOn, lead } = shape;
  if (runsOn && dates[0]?.start === content.start) return true;
  if (number !== undefined || !runsOn || !field.test(text.slice(lead.start, lead.end))) return false;
  // Sentences stand behind the label of what was discussed, and may go on below.
  const value = text.slice(lead.end, content.end);
  return !(value.includes('。') && /[，；]/.test(value));
}

/** Whether a line is one of a list, which no sentence on the line above goes on with. */
function isEntry(facts: LineFacts): boolean {
  return facts.shape.number !== undefined || facts.shape.bullet || isField(facts) || day.test(facts.text);
}

function isNumberedTitle({ shape: { number, title } }: LineFacts): boolean {
  return number !== undefined && title.end - title.start <= longestTitle;
}

/** Whether a numbered line is so short that it is a title for all its comma: 「一、輕軌是街道工程，不只是軌道工程」. */
function isOpinion({ shape: { number, title } }: LineFacts): boolean {
  return number !== undefined && title.end - title.start <= longestOpinion;
}

/** Whether a line holds several sentences, as the text below a title does. */
function hasSentences(text: string, { content }: LineFacts, from: number): boolean {
  const stop = text.indexOf('。', from + content.start);
  return stop >= 0 && stop < from + content.end - 1;
}

/** Whether the line that begins at `from` of `text` has a mark that parts clauses. */
function hasComma(text: string, { content }: LineFacts, from: number): boolean {
  return /[，；]/.test(text.slice(from + content.start, from + content.end));
}

/** Every sentence that blank lines cut: the index of the line that it breaks off on, and that of the line it goes on on. */
function breaksOf(paragraph: TextBlock): readonly (readonly [number, number])[] {
  const { facts } = paragraph.lines;
  const found: (readonly [number, number])[] = [];
  let last = 0;
  const parted: (readonly [number, number])[] = [];
  let written = 0;
  const isWrap = (line: number): boolean => line > 0 && !isBlank(facts[line]!) && !isBlank(facts[line - 1]!);
  /** Where lines are as the pages of a PDF have them, so are the edges of its pages: nobody is to mend one of them. */
  const isPaged = facts.some((_, line) => isWrap(line));
  /** Whether a sentence has begun on the lines right above the last one. */
  let isWrapped = false;
  facts.forEach((one, line) => {
    if (isBlank(one)) return;
    written++;
    if (line > last + 1) {
      parted.push([last, line]);
      const isPageEdge = isPaged && facts.slice(last + 1, line).some(({ kind }) => kind === LineKind.PageEdge);
      if (!isPageEdge && isBroken(paragraph, last, line, isWrapped)) found.push([last, line]);
      isWrapped = false;
    } else if (written > 1)
      isWrapped = !isEntry(one) && (isWrapped || hasComma(paragraph.text, facts[last]!, paragraph.lines.starts[last]!));
    last = line;
  });
  const ofPage = parted.filter(([first]) => facts[first]!.shape.number === undefined);
  const unnumbered = facts.filter((one) => !isBlank(one) && one.shape.number === undefined).length;
  if (ofPage.length > 1 && ofPage.length === unnumbered - 1 && areFullLines(paragraph, ofPage)) return ofPage;
  // Where every line of a paragraph is parted from the next, a blank line says nothing: all that break off are cut.
  const isHabit = written >= fewestLines && parted.length === written - 1 && found.length > 0;
  if (!isHabit || !facts[last]!.shape.endsSentence) return found;
  return parted.filter(
    ([first, next]) =>
      found.some(([known]) => known === first) || (found[0]![0] < first && breaksOff(paragraph, first, next)),
  );
}

/** Whether lines that blank ones part are those of a page, as wide as each other but for the last, which ends a sentence. */
function areFullLines(paragraph: TextBlock, parted: readonly (readonly [number, number])[]): boolean {
  const { facts } = paragraph.lines;
  const full = parted.map(([first]) => facts[first]!);
  const widths = full.map(({ han }) => han);
  const last = facts[parted.at(-1)![1]]!;
  return (
    last.shape.endsSentence &&
    full.every((one) => !one.shape.bullet && !isField(one)) &&
    Math.min(...widths) >= shortestFull &&
    Math.max(...widths) - Math.min(...widths) <= mostRagged &&
    last.han <= Math.max(...widths) &&
    parted.every(([first, next]) => breaksOff(paragraph, first, next))
  );
}

/** Whether a line can break off, and another go on what it says, whatever they look like. */
function breaksOff({ lines, text }: TextBlock, first: number, next: number): boolean {
  const before = lines.facts[first]!;
  return (
    isProse(before) &&
    !before.shape.endsSentence &&
    canGoOn(lines.facts[next]!) &&
    stopsShort(text, lines.starts[first]! + before.content.end)
  );
}

function joinEdit({ lines, text }: TextBlock, first: number, next: number): Span & { readonly text: string } {
  const before = lines.facts[first]!;
  const behind = lines.facts[next]!;
  const end = lines.starts[first]! + before.content.end;
  const offset = lines.starts[next]!;
  const from = offset + behind.content.start;
  const words = wordsEnd(text, end);
  if (words < end) {
    // Bold words that the page break cut: 「**…之新工**」「作：」.
    const to = offset + behind.shape.lead.end;
    return {
      start: words,
      end: to,
      text: text.slice(from, to) + text.slice(words, end),
    };
  }
  const latin = (index: number): boolean =>
    classAt(text, index) === CharClass.Latin || classAt(text, index) === CharClass.Digit;
  return {
    start: end,
    end: from,
    text: latin(end - 1) && latin(from) ? ' ' : '',
  };
}

/** The last clause of a line, or as much of it as is worth marking. */
function lastClause({ lines, text }: TextBlock, line: number): Span {
  const from = lines.starts[line]! + lines.facts[line]!.content.start;
  const end = wordsEnd(text, lines.starts[line]! + lines.facts[line]!.content.end);
  let start = end - 1;
  while (start > from && end - start < longestMark && !'，。；：、'.includes(text[start - 1]!)) start--;
  return { start: (text.charCodeAt(start) & 0xfc00) === 0xdc00 ? start + 1 : start, end };
}

/** Fewer Han characters are a salutation or a line of verse. */
const shortestUnfinished = 20;

/** The comma with which a paragraph ends, as if its sentence had been left unfinished; undefined of any other. */
function lastComma({ lines, text, units }: Paragraph): Span | undefined {
  const isHeading = (line: number): boolean => /section/.test(units[line]!.surroundings.begins ?? '');
  const words = lines.facts.filter((facts, line) => !isBlank(facts) && !isHeading(line));
  const first = words[0];
  // The items of a series may end with commas.
  if (!first || !words.every(isProse) || first.shape.number !== undefined || first.shape.bullet) return undefined;
  const han = words.reduce((sum, facts) => sum + facts.han, 0);
  const line = lines.facts.lastIndexOf(words[words.length - 1]!);
  const end = lines.starts[line]! + lines.facts[line]!.content.end;
  // Two marks side by side are for typography/repeated-punctuation.
  if (!'，、'.includes(text[end - 1]!) || '，。；、：'.includes(text[end - 2]!)) return undefined;
  if (han < shortestUnfinished || !/[，。；]/.test(text.slice(0, end - 1))) return undefined;
  return units[line]!.inQuotation(lines.facts[line]!.content.end) ? undefined : { start: end - 1, end };
}

export const rule: ParagraphRule = {
  per: 'paragraph',
  id: 'structure/broken-paragraph',
  title: { 'zh-TW': '句子被空行切斷', en: 'Sentence cut by a blank line' },
  severity: 'information',
  source: '報告調查 R1（由 PDF 貼上的文字在分頁處斷句）',
  checked: '2026-11-24',
  fix: 'review',
  messages: {
    broken: {
      'zh-TW': '句子在這裡被空行切斷，下文「{next}」應接在同一段。',
      en: 'A blank line cuts the sentence here; 「{next}」 goes on with it.',
    },
    unfinished: {
      'zh-TW': '這一段以「{mark}」結束，句子似乎沒有寫完。',
      en: 'This paragraph ends with “{mark}”; its sentence seems to be unfinished.',
    },
    join: { 'zh-TW': '接成一段', en: 'Join the two parts' },
    rest: { 'zh-TW': '接續的文字', en: 'The rest of the sentence' },
  },
  check: (paragraph, _, find) => {
    const { lines, text, surroundings } = paragraph;
    const { zone, inside } = surroundings;
    if (zone === 'cover' || zone === 'contents' || inside === 'itinerary') return;
    const comma = lastComma(paragraph);
    if (comma) find({ message: 'unfinished', params: { mark: text[comma.start]! }, ...comma });
    for (const [first, next] of breaksOf(paragraph)) {
      const { content } = lines.facts[next]!;
      const start = lines.starts[next]! + content.start;
      const cut = Math.min(start + longestMark, lines.starts[next]! + content.end);
      // Never between the halves of a surrogate pair.
      const end = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800 ? cut - 1 : cut;
      find({
        message: 'broken',
        params: { next: text.slice(start, end) },
        ...(beginsWithStop(text, start) ? { start, end: start + 1 } : lastClause(paragraph, first)),
        related: [{ message: 'rest', start, end }],
        fixes: () => [{ title: 'join', safety: 'review', edits: [joinEdit(paragraph, first, next)] }],
      });
    }
  },
};
