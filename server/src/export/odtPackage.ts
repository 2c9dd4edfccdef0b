/** Puts the parts of an ODT file into one. */
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { CalendarDate } from '../text/calendar';
import type { ReportDocument } from './document';
import { root } from './odtXml';
import { escaped } from './plainText';

const mediaType = 'application/vnd.oasis.opendocument.text';

/** The parts of an ODT file that a document makes. */
export interface OdtParts {
  /** content.xml. */
  readonly content: string;
  /** styles.xml. */
  readonly styles: string;
  readonly pictures: readonly Picture[];
}

export interface Picture {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

function manifestXml(pictures: readonly Picture[]): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/>` +
    ['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')).join('') +
    pictures.map(({ name, type }) => entry(name, type)).join('') +
    '</manifest:manifest>'
  );
}

function metaXml({ properties }: ReportDocument, { year, month, day }: CalendarDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const made = `${year}-${two(month)}-${two(day)}T00:00:00`;
  const element = (name: string, words: string): string => (words === '' ? '' : `<${name}>${escaped(words)}</${name}>`);
  const category = properties.category === '' ? '' : `出國報告（出國類別：${properties.category}）`;
  return root(
    'document-meta',
    '<office:meta><meta:generator>MissionReport</meta:generator>' +
      element('dc:title', properties.title) +
      element('dc:subject', category) +
      properties.keywords.map((word) => element('meta:keyword', word)).join('') +
      element('meta:initial-creator', properties.agencies.join('、')) +
      element('dc:creator', properties.agencies.join('、')) +
      `<meta:creation-date>${made}</meta:creation-date><dc:date>${made}</dc:date><dc:language>zh-TW</dc:language></office:meta>`,
  );
}

/** The bytes of an ODT file. @param today the day it is made */
export function packed(
  { content, styles, pictures }: OdtParts,
  document: ReportDocument,
  today: CalendarDate,
): Uint8Array {
  const files: Zippable = {
    // First and uncompressed, so that a file is known by its first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestXml(pictures)),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(styles),
    'meta.xml': strToU8(metaXml(document, today)),
    ...Object.fromEntries(pictures.map(({ name, bytes }) => [name, [bytes, { level: 0 }] as const])),
  };
  return zipSync(files, { mtime: new Date(today.year, today.month - 1, today.day) });
}
