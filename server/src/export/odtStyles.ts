/** The styles of an ODT file: those that programs know by name, and those of the official form, its list and its pages. */
import type { NumberSystem } from '../report/model/lines';
import type { ReportDocument } from './document';
import { coverLineHeight, headingSize, lineHeight, millimetres, numberIndents, textWidth } from './layout';
import { attributes, mm, pt, root } from './odtXml';

/** How LibreOffice writes the numerals of the levels. */
const formats: Readonly<Record<NumberSystem, string>> = {
  formal: '壹, 貳, 參, ...',
  chapter: '一, 二, 三, ...',
  roman: 'I',
  section: '一, 二, 三, ...',
  han: '一, 二, 三, ...',
  'han-bracketed': '一, 二, 三, ...',
  digit: '1',
  'digit-bracketed': '1',
  letter: 'A',
  stem: '甲, 乙, 丙, ...',
  'stem-bracketed': '甲, 乙, 丙, ...',
};

/** Properties of text of `size` points in all three scripts that ODF tells apart. */
function textProperties(
  size: number | undefined,
  more: { readonly bold?: boolean; readonly italic?: boolean } = {},
): string {
  const values: Record<string, string> = {};
  for (const script of ['', '-asian', '-complex']) {
    const prefix = script === '' ? 'fo' : 'style';
    if (size !== undefined) values[`${prefix}:font-size${script}`] = pt(size);
    if (more.bold) values[`${prefix}:font-weight${script}`] = 'bold';
    if (more.italic) values[`${prefix}:font-style${script}`] = 'italic';
  }
  return `<style:text-properties${attributes(values)}/>`;
}

/** styles.xml of `document`. */
export function stylesXml({ form, numbering }: ReportDocument): string {
  const em = millimetres(form.sizes.body);
  const indents = numberIndents(numbering);
  const { sizes, fonts, margins, page } = form;
  const coverLine = (size: number): Record<string, string> => ({ 'style:line-height-at-least': pt(coverLineHeight(form, size)) }); // prettier-ignore
  const line = (size = sizes.body): Record<string, string> => ({ 'style:line-height-at-least': pt(lineHeight(form, size)) }); // prettier-ignore
  const face = (name: string, others: readonly string[], generic: string): string =>
    `<style:font-face${attributes({
      'style:name': name,
      'svg:font-family': [name, ...others].map((one) => (/^[\w-]+$/.test(one) ? one : `'${one}'`)).join(', '),
      'style:font-family-generic': generic,
    })}/>`;
  const style = (
    name: string,
    label: string,
    parent: string,
    paragraph: Record<string, string>,
    text = '',
    more: Record<string, string> = {},
  ): string =>
    `<style:style${attributes({
      'style:name': name,
      'style:display-name': label,
      'style:family': 'paragraph',
      'style:parent-style-name': parent,
      ...more,
    })}><style:paragraph-properties${attributes(paragraph)}/>${text}</style:style>`;
  const centred = { 'fo:text-align': 'center' };
  const headings = [1, 2, 3, 4, 5, 6].map((level) =>
    style(
      `Heading_20_${level}`,
      `Heading ${level}`,
      'Standard',
      {
        ...line(headingSize(form, level)),
        'fo:keep-with-next': 'always',
        'fo:margin-top': pt(level === 1 ? 12 : 6),
        'fo:margin-bottom': pt(level === 1 ? 6 : 3),
      },
      textProperties(headingSize(form, level), { bold: true }),
      { 'style:default-outline-level': String(level), 'style:next-style-name': 'ReportText', 'style:class': 'text' },
    ),
  );
  const contents = [1, 2, 3, 4, 5, 6].map(
    (level) =>
      `<style:style style:name="Contents_20_${level}" style:display-name="Contents ${level}" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties${attributes(line())} fo:margin-left="${mm(em * (level - 1))}"><style:tab-stops><style:tab-stop style:position="${mm(textWidth(form) - em * (level - 1))}" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`,
  );
  const levels = numbering.map(({ system, before, behind, spaced }, level) => {
    const { left, hanging } = indents[level]!;
    return `<text:list-level-style-number${attributes({
      'text:level': String(level + 1),
      'style:num-prefix': before === '' ? undefined : before,
      'style:num-suffix': behind === '' ? undefined : behind,
      'style:num-format': formats[system],
    })}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="${spaced ? 'space' : 'nothing'}" fo:text-indent="${mm(-hanging * em)}" fo:margin-left="${mm(left * em)}"/></style:list-level-properties></text:list-level-style-number>`;
  });
  const masters = (['Cover', 'Front', 'Body'] as const).map(
    (name) =>
      `<style:master-page style:name="${name}" style:page-layout-name="${name === 'Body' ? 'Numbered' : 'Unnumbered'}">${
        name === 'Body'
          ? '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
          : ''
      }</style:master-page>`,
  );
  const layout = (name: string, footer: string): string =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties${attributes({
      'fo:page-width': mm(page.width),
      'fo:page-height': mm(page.height),
      'style:print-orientation': 'portrait',
      'fo:margin-top': mm(margins.top),
      'fo:margin-right': mm(margins.right),
      'fo:margin-bottom': mm(footer === '' ? margins.bottom : margins.bottom - footerHeight),
      'fo:margin-left': mm(margins.left),
      'style:writing-mode': 'lr-tb',
    })}/><style:header-style/><style:footer-style>${footer}</style:footer-style></style:page-layout>`;
  const footerHeight = Math.min(10, margins.bottom / 2);
  return root(
    'document-styles',
    `<office:font-face-decls>${face(fonts.han, fonts.hanSubstitutes, 'script')}${face(fonts.latin, ['Liberation Serif'], 'roman')}${face('Consolas', ['Liberation Mono'], 'modern')}</office:font-face-decls>` +
      '<office:styles>' +
      `<style:default-style style:family="paragraph"><style:paragraph-properties${attributes({
        'fo:orphans': '2',
        'fo:widows': '2',
        'style:text-autospace': 'ideograph-alpha',
        'style:punctuation-wrap': 'hanging',
        'style:line-break': 'strict',
        'style:tab-stop-distance': mm(em * 2),
        'style:writing-mode': 'page',
      })}/><style:text-properties${attributes({
        'style:font-name': fonts.latin,
        'style:font-name-asian': fonts.han,
        'style:font-name-complex': fonts.latin,
        'fo:font-size': pt(sizes.body),
        'style:font-size-asian': pt(sizes.body),
        'style:font-size-complex': pt(sizes.body),
        'fo:language': 'en',
        'fo:country': 'US',
        'style:language-asian': 'zh',
        'style:country-asian': 'TW',
      })}/></style:default-style>` +
      '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>' +
      '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>' +
      style(
        'CoverKind',
        '封面類別',
        'Standard',
        { ...centred, ...coverLine(sizes.kindLine) },
        textProperties(sizes.kindLine),
      ) +
      style(
        'Title',
        'Title',
        'Standard',
        { ...centred, ...coverLine(sizes.title) },
        textProperties(sizes.title, { bold: true }),
        {
          'style:class': 'chapter',
        },
      ) +
      style(
        'CoverField',
        '封面欄位',
        'Standard',
        { ...coverLine(sizes.field), 'fo:margin-top': pt(3) },
        textProperties(sizes.field),
      ) +
      style(
        'CoverNote',
        '封面其他',
        'Standard',
        { ...centred, ...coverLine(sizes.field), 'fo:margin-top': pt(12) },
        textProperties(sizes.field),
      ) +
      style(
        'FrontTitle',
        '摘要目次標題',
        'Standard',
        { ...centred, ...line(sizes.frontTitle), 'fo:keep-with-next': 'always', 'fo:margin-bottom': pt(12) },
        textProperties(sizes.frontTitle, { bold: true }),
      ) +
      headings.join('') +
      style('ReportText', '報告本文', 'Standard', {
        ...line(),
        'fo:text-align': 'justify',
        'fo:text-indent': mm(em * form.firstLineIndent),
      }) +
      style('ReportItem', '報告條列', 'Standard', { ...line(), 'fo:text-align': 'justify' }) +
      style('ReportQuotation', '報告引文', 'Standard', {
        ...line(),
        'fo:text-align': 'justify',
        'fo:margin-left': mm(em * 2),
        'fo:margin-right': mm(em * 2),
      }) +
      style(
        'ReportCode',
        '報告程式碼',
        'Standard',
        { 'fo:line-height': '100%' },
        '<style:text-properties style:font-name="Consolas" fo:font-size="10pt" style:font-size-asian="10pt"/>',
      ) +
      style('TableText', '表格文字', 'Standard', { 'fo:line-height': '115%' }, textProperties(sizes.table)) +
      style('TableHead', '表格標題列', 'TableText', centred, textProperties(undefined, { bold: true })) +
      style(
        'Caption',
        'Caption',
        'Standard',
        { ...centred, ...line(), 'fo:margin-top': pt(6), 'fo:margin-bottom': pt(3) },
        '',
        {
          'style:class': 'extra',
        },
      ) +
      style('Figure', '圖', 'Standard', { ...centred, 'fo:keep-with-next': 'always' }) +
      style(
        'Footnote',
        'Footnote',
        'Standard',
        { 'fo:line-height': '100%', 'fo:margin-left': '5mm', 'fo:text-indent': '-5mm' },
        textProperties(sizes.footnote),
        { 'style:class': 'extra' },
      ) +
      style('Footer', 'Footer', 'Standard', { ...centred, 'fo:line-height': '100%' }, '', {
        'style:class': 'extra',
      }) +
      contents.join('') +
      `<style:style style:name="Bold" style:family="text">${textProperties(undefined, { bold: true })}</style:style>` +
      `<style:style style:name="Italic" style:family="text">${textProperties(undefined, { italic: true })}</style:style>` +
      `<style:style style:name="BoldItalic" style:family="text">${textProperties(undefined, { bold: true, italic: true })}</style:style>` +
      '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>' +
      '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>' +
      '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>' +
      `<text:list-style style:name="Numbers">${levels.join('')}</text:list-style>` +
      `<text:list-style style:name="Bullets">${Array.from({ length: 9 }, (_, level) => `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="${'•●‧'[level % 3]!}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${mm(em * (level + 1))}" fo:text-indent="${mm(-em)}" fo:margin-left="${mm(em * (level + 1))}"/></style:list-level-properties></text:list-level-style-bullet>`).join('')}</text:list-style>` +
      '<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>' +
      '</office:styles><office:automatic-styles>' +
      layout('Unnumbered', '') +
      layout(
        'Numbered',
        `<style:header-footer-properties fo:min-height="${mm(footerHeight)}" fo:margin-top="${mm(footerHeight / 2)}"/>`,
      ) +
      `</office:automatic-styles><office:master-styles>${masters.join('')}</office:master-styles>`,
  );
}
