/** What a DOCX file needs besides what the package docx writes: Chinese settings, properties, a table of contents in order. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CalendarDate } from '../text/calendar';
import type { ReportDocument } from './document';
import { escaped } from './plainText';

/** What the settings of a Chinese document have besides: full-width marks are pressed together where two meet. */
const chineseSettings = '<w:characterSpacingControl w:val="compressPunctuation"/>';

/** The file with its settings and properties in order, and without the clock of whoever made it. */
export function finished(bytes: Uint8Array, { properties }: ReportDocument, today: CalendarDate): Uint8Array {
  const files = unzipSync(bytes);
  const settings = 'word/settings.xml';
  files[settings] = strToU8(withChineseSettings(strFromU8(files[settings]!)));
  const main = 'word/document.xml';
  files[main] = strToU8(withoutEmptyEntries(strFromU8(files[main]!)));
  const made = `${today.year}-${two(today.month)}-${two(today.day)}T00:00:00Z`;
  const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
  files['docProps/core.xml'] = strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      element('dc:title', properties.title) +
      element('dc:subject', properties.category === '' ? '' : `出國報告（出國類別：${properties.category}）`) +
      element('dc:creator', properties.agencies.join('、')) +
      element('cp:keywords', properties.keywords.join('、')) +
      '<dc:language>zh-TW</dc:language>' +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
  );
  return zipSync(files, { mtime: new Date(today.year, today.month - 1, today.day) });
}

/** `xml` with the ends of the table of contents' field in its first and last entry, not in empty paragraphs of their own. */
function withoutEmptyEntries(xml: string): string {
  const [opening, closing] = ['<w:sdtContent>', '</w:sdtContent>'];
  const [from, to] = [xml.indexOf(opening), xml.indexOf(closing)];
  if (from < 0) return xml;
  const inside = xml.slice(from + opening.length, to);
  const [first, last] = [inside.indexOf('</w:p>'), inside.lastIndexOf('<w:p>')];
  const entries = inside.slice(first + '</w:p>'.length, last);
  if (!entries.includes('</w:pPr>')) return xml;
  const begin = inside.slice('<w:p>'.length, first);
  const end = inside.slice(last + '<w:p>'.length, -'</w:p>'.length);
  const filled = entries.replace('</w:pPr>', () => `</w:pPr>${begin}`).slice(0, -'</w:p>'.length);
  return `${xml.slice(0, from)}${opening}${filled}${end}</w:p>${xml.slice(to)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `xml` with the Chinese settings at their place in the schema's order. */
function withChineseSettings(xml: string): string {
  const at = xml.search(/<w:(?:updateFields|footnotePr|endnotePr|compat)[\s>/]/);
  return at < 0
    ? xml.replace('</w:settings>', `${chineseSettings}</w:settings>`)
    : xml.slice(0, at) + chineseSettings + xml.slice(at);
}
