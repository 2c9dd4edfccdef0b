/** How the parts of an ODT file are written: roots, attributes, lengths. */
import { escaped } from './plainText';

const namespaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
} as const;

export const root = (name: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name}${Object.entries(namespaces)
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
    .join('')} office:version="1.3">${inside}</office:${name}>`;

export const attributes = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');

export const mm = (length: number): string => `${Number(length.toFixed(2))}mm`;
export const pt = (size: number): string => `${size}pt`;
