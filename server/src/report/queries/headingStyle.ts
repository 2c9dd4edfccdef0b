/** How the report at hand writes its headings, so that what is inserted looks like what is there. */
import type { PartId } from '../../knowledge/types';
import { lineEnd } from '../model/lines';
import type { NumberSystem, TextBlock } from '../model/lines';
import type { Report } from '../model/report';
import type { Section, SectionNumber } from '../model/parts';
import {
  isFormalNumeral,
  isRomanCharacter,
  toFormal,
  toHan,
  toRoman,
  toRomanCharacter,
  toStem,
} from '../../text/numerals';

const mostByWords = 99;
const mostStems = 10;
const mostLetters = 26;

/** The numeral of `value` in `system`, without brackets and punctuation; undefined where it has none. */
export function numeralOf(system: NumberSystem, value: number): string | undefined {
  const most = system === 'letter' ? mostLetters : system.startsWith('stem') ? mostStems : mostByWords;
  if (value < 1 || value > most) return undefined;
  switch (system) {
    case 'formal':
      return toFormal(value);
    case 'roman':
      return toRoman(value);
    case 'chapter':
    case 'section':
    case 'han':
    case 'han-bracketed':
      return toHan(value);
    case 'digit':
    case 'digit-bracketed':
      return String(value);
    case 'letter':
      return String.fromCharCode(0x40 + value);
    case 'stem':
    case 'stem-bracketed':
      return toStem(value);
  }
}

/** The system that has the numerals of `number`: a chapter may be 第一章, 第壹章 or 第1章. */
function numeralSystemOf({ text }: Pick<TextBlock, 'text'>, { system, numeral }: SectionNumber): NumberSystem {
  if (system !== 'chapter' && system !== 'section') return system;
  if (/\d/.test(text[numeral.start]!)) return 'digit';
  return isFormalNumeral(text.charCodeAt(numeral.start)) ? 'formal' : system;
}

/** The numeral of `value` as `number` writes its own. */
export function numeralLike(block: Pick<TextBlock, 'text'>, number: SectionNumber, value: number): string | undefined {
  if (isRomanCharacter(block.text.charCodeAt(number.numeral.start))) return toRomanCharacter(value);
  return numeralOf(numeralSystemOf(block, number), value);
}

/** `value` written as `sibling` writes its number: 「（二）」 beside 「（一）」, 「(2)」 beside 「(1)」. */
export function numberLike(report: TextBlock, sibling: SectionNumber, value: number): string | undefined {
  const { start, end } = sibling.numeral;
  const numeral = numeralLike(report, sibling, value);
  if (numeral === undefined) return undefined;
  return report.text.slice(sibling.start, start) + numeral + report.text.slice(end, sibling.end);
}

/** `value` written in the usual way: 壹、 一、 （一） 1. (1). */
export function numberIn(system: NumberSystem, value: number): string | undefined {
  const numeral = numeralOf(system, value);
  if (numeral === undefined) return undefined;
  switch (system) {
    case 'chapter':
      return `第${numeral}章　`;
    case 'section':
      return `第${numeral}節　`;
    case 'formal':
    case 'han':
    case 'stem':
      return `${numeral}、`;
    case 'han-bracketed':
    case 'stem-bracketed':
      return `（${numeral}）`;
    case 'digit':
    case 'letter':
    case 'roman':
      return `${numeral}. `;
    case 'digit-bracketed':
      return `(${numeral}) `;
  }
}

/** The line end that the report uses. */
export function lineEndOf(report: TextBlock): string {
  const end = lineEnd(report.lines, 0);
  if (report.text.startsWith('\r\n', end)) return '\r\n';
  return report.text[end] === '\r' ? '\r' : '\n';
}

/** Whether a number of `system` begins a chapter, or a section of one, and never an item of a list. */
export function beginsSection(system: NumberSystem): boolean {
  return system === 'formal' || system === 'chapter' || system === 'section';
}

/** Parts that never carry a number. */
export const unnumberedParts: ReadonlySet<PartId> = new Set(['abstract', 'contents', 'attachments']);

export interface ChapterStyle {
  /** `#` marks before a chapter, 0 in plain text. */
  readonly marks: number;
  /** 「壹、」 for a value; empty where chapters are not numbered. */
  readonly number: (value: number) => string;
  /** What stands behind the title: 「：」 where every chapter has it. */
  readonly ending: string;
}

/** How the report writes the headings of its chapters. */
export function chapterStyle(report: Report, chapters: readonly Section[]): ChapterStyle {
  const { text, abstract } = report;
  const numbered = chapters.find(({ number }) => number !== undefined);
  const sibling = numbered?.number;
  const gap = numbered && sibling ? text.slice(sibling.end, numbered.title.start).replaceAll('*', '') : '';
  const endings = new Set(chapters.map(({ title }) => text[title.end - 1]));
  const ending = endings.size === 1 ? [...endings][0]! : '';
  return {
    marks: (chapters[0] ?? abstract)?.marks ?? 0,
    number: (value) => {
      if (chapters.length > 0 && !sibling) return '';
      const written = sibling ? numberLike(report, sibling, value) : numberIn('formal', value);
      return written === undefined ? '' : written + gap;
    },
    ending: ending === '：' || ending === ':' ? ending : '',
  };
}
