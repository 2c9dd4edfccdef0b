/** The styles of a DOCX file: Word's own for title, headings, contents, captions and notes, and those of the official form. */
import { AlignmentType, HeadingLevel, LineRuleType } from 'docx';
import type { Document, IParagraphStyleOptions } from 'docx';
import type { ReportForm } from '../knowledge/types';
import { coverLineHeight, headingSize, lineHeight, points, textWidth } from './layout';

/** By level, the outermost first. */
export const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6]; // prettier-ignore

/** Twentieths of a point. */
export const twips = (pointsOfIt: number): number => Math.round(pointsOfIt * 20);

/** The styles of a document in `form`. */
export function stylesOf(form: ReportForm): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const em = twips(form.sizes.body);
  const { sizes, fonts } = form;
  const font = { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.han };
  const atLeast = (height: number): object => ({ line: twips(height), lineRule: LineRuleType.AT_LEAST });
  const coverLine = (size: number): object => atLeast(coverLineHeight(form, size));
  const line = (size = sizes.body): object => atLeast(lineHeight(form, size));
  const heading = (level: number): object => ({
    run: { size: headingSize(form, level) * 2, bold: true, color: '000000', font },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: level === 1 ? 240 : 120, after: level === 1 ? 120 : 60, ...line(headingSize(form, level)) },
      outlineLevel: level - 1,
    },
  });
  const centred = (
    id: string,
    name: string,
    size: number,
    more: Partial<IParagraphStyleOptions> = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: size * 2 },
    ...more,
    paragraph: {
      alignment: AlignmentType.CENTER,
      ...more.paragraph,
      spacing: { ...coverLine(size), ...more.paragraph?.spacing },
    },
  });
  return {
    default: {
      document: {
        run: { size: sizes.body * 2, font, language: { value: 'en-US', eastAsia: 'zh-TW' } },
        paragraph: { spacing: line() },
      },
      title: {
        run: { size: sizes.title * 2, bold: true, font, color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 0, after: 0, ...coverLine(sizes.title) },
        },
      },
      ...Object.fromEntries(headings.map((_, index) => [`heading${index + 1}`, heading(index + 1)])),
      hyperlink: { run: { color: '0563C1', underline: {} } },
      footnoteText: {
        run: { size: sizes.footnote * 2, font },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      },
      caption: {
        run: { size: sizes.body * 2, bold: false, italics: false, color: '000000', font },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 } },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      centred('CoverKind', '封面類別', sizes.kindLine),
      {
        id: 'CoverField',
        name: '封面欄位',
        basedOn: 'Normal',
        next: 'CoverField',
        quickFormat: true,
        run: { size: sizes.field * 2 },
        paragraph: { spacing: coverLine(sizes.field) },
      },
      centred('CoverNote', '封面其他', sizes.field),
      centred('FrontTitle', '摘要目次標題', sizes.frontTitle, {
        run: { size: sizes.frontTitle * 2, bold: true },
        paragraph: { outlineLevel: 0, keepNext: true, spacing: { after: 240 } },
      }),
      {
        id: 'ReportText',
        name: '報告本文',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: em * form.firstLineIndent, firstLineChars: form.firstLineIndent * 100 },
        },
      },
      {
        id: 'ReportItem',
        name: '報告條列',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: AlignmentType.BOTH },
      },
      {
        id: 'ReportQuotation',
        name: '報告引文',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: AlignmentType.BOTH, indent: { left: em * 2, right: em * 2 } },
      },
      {
        id: 'ReportCode',
        name: '報告程式碼',
        basedOn: 'Normal',
        run: { font: { ascii: 'Consolas', hAnsi: 'Consolas', eastAsia: fonts.han }, size: 20 },
        paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableText',
        name: '表格文字',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: sizes.table * 2 },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableHead',
        name: '表格標題列',
        basedOn: 'TableText',
        run: { bold: true },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      ...[1, 2, 3, 4, 5, 6].map((level): IParagraphStyleOptions => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        uiPriority: 39,
        paragraph: {
          indent: { left: em * (level - 1) },
          rightTabStop: twips(points(textWidth(form))),
        },
      })),
    ],
  };
}
