/** What the writers of pages share: lengths, where numbers stand, and how wide images become. */
import type { ReportForm } from '../knowledge/types';
import { columnsOf } from './columns';
import { wordsOf } from './document';
import type { CoverLine, NumberingLevel } from './document';

/** Width of the text on a page, in millimetres. */
export function textWidth({ page, margins }: ReportForm): number {
  return page.width - margins.left - margins.right;
}

const pointsOfMillimetre = 72 / 25.4;

export function millimetres(points: number): number {
  return points / pointsOfMillimetre;
}

export function points(millimetresOfIt: number): number {
  return millimetresOfIt * pointsOfMillimetre;
}

/** Size of a heading of `level` (1 for the outermost) in points. */
export function headingSize({ sizes }: ReportForm, level: number): number {
  return sizes.headings[Math.min(level, sizes.headings.length) - 1]!;
}

/** The line of a font takes about so many times the size of its letters: 1.15 in Times New Roman, more in some of Han. */
const usualLine = 1.2;

/**
 * Height of a line of letters of `size`, both in points. Writers ask for no less than that, so that lines of Han
 * characters and lines with Latin words between them stand at one distance, whatever the fonts of the machine.
 */
export function lineHeight({ lineSpacing }: ReportForm, size: number): number {
  return Number((size * lineSpacing * usualLine).toFixed(2));
}

/** Height of a line of the cover, which has to stay on one page. No font of Han characters takes more. */
export function coverLineHeight({ lineSpacing }: ReportForm, size: number): number {
  return size * lineSpacing;
}

/** Width of a number of `level` and the gap behind it, in characters: 一、 takes two, （一） three. */
function numberWidth({ system, before, behind, spaced }: NumberingLevel): number {
  const narrow = system === 'digit' || system === 'digit-bracketed';
  const marks = [...before, ...behind].reduce((width, mark) => width + (mark.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
  return (narrow ? 0.5 : 1) + marks + (spaced ? 0.5 : 0);
}

export interface NumberIndent {
  /** Where the words stand, and how far before them the number does; in characters of the body. */
  readonly left: number;
  readonly hanging: number;
}

/** The indents of the levels: the two outermost at the margin, each further one a character in. */
export function numberIndents(levels: readonly NumberingLevel[]): readonly NumberIndent[] {
  return levels.map((level, index) => {
    const hanging = Math.max(1, numberWidth(level));
    return { left: Math.max(0, index - 1) + hanging, hanging };
  });
}

/** The white on a cover above its first line, its title and its fields, in points. */
export interface CoverSpaces {
  readonly top: number;
  readonly title: number;
  readonly fields: number;
}

const usualSpaces: CoverSpaces = { top: 60, title: 100, fields: 140 };
/** Of the height of a crowded cover, what is left free: gaps between scripts may take a line more. */
const slack = 0.07;
/** White below every field, in points. */
const behindField = 3;

/** The white of `cover`: as usual, or less where its words need the room; it stays on one page in any font. */
export function coverSpaces(form: ReportForm, cover: readonly CoverLine[]): CoverSpaces {
  const { sizes, margins, page } = form;
  const width = points(textWidth(form));
  const sizeOf = { kind: sizes.kindLine, title: sizes.title, field: sizes.field, note: sizes.field };
  let height = 0;
  for (const { role, label, content } of cover) {
    const size = sizeOf[role];
    const words = content.map((inline) => (inline.kind === 'break' ? '\n' : wordsOf([inline]))).join('');
    const room = Math.max(4, width / size - (role === 'field' ? label.length + 3 : 0));
    for (const line of words.split('\n')) height += Math.max(1, Math.ceil(columnsOf(line) / 2 / room)) * coverLineHeight(form, size); // prettier-ignore
    if (role === 'field') height += behindField;
  }
  const { top, title, fields } = usualSpaces;
  const left = points(page.height - margins.top - margins.bottom) * (1 - slack) - height;
  const share = Math.min(1, Math.max(0.1, left / (top + title + fields)));
  return { top: top * share, title: title * share, fields: fields * share };
}

export interface ImageFile {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The images that were found, by the address that the report has of them. */
export type Images = ReadonlyMap<string, ImageFile>;

/** No image is taller than this share of the page's text. */
const tallest = 0.8;

/** The size of an image on the page in millimetres: 96 pixels to the inch, no wider than the text. */
export function imageSizeOn(
  { page, margins }: ReportForm,
  image: ImageFile,
): { readonly width: number; readonly height: number } {
  const most = {
    width: textWidth({ page, margins } as ReportForm),
    height: (page.height - margins.top - margins.bottom) * tallest,
  };
  const natural = { width: (image.width * 25.4) / 96, height: (image.height * 25.4) / 96 };
  const scale = Math.min(1, most.width / natural.width, most.height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

/** What stands in the place of an image that is not there. */
export function missingImage(description: string, source: string): string {
  return `〔圖：${description === '' ? source : description}〕`;
}
