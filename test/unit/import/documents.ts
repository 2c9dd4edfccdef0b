/** Small files of Word and ODF, written by hand as the programs write them. */
import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'; // prettier-ignore
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word file besides its body, each the inside of its root. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Relationships of the body besides, as elements. */
  readonly links?: string;
}

export function docx(body: string, parts: DocxParts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`), // prettier-ignore
    'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
  };
  const known = [];
  for (const part of ['styles', 'numbering', 'footnotes', 'comments', 'header'] as const) {
    const inside = parts[part];
    if (inside === undefined) continue;
    const root = part === 'header' ? 'hdr' : part;
    files[`word/${part}.xml`] = strToU8(`<w:${root} ${w}>${inside}</w:${root}>`);
    known.push(`<Relationship Id="r-${part}" Type="${relationships}/${part}" Target="${part}.xml"/>`);
  }
  for (const [name, bytes] of Object.entries(parts.media ?? {})) {
    files[`word/media/${name}`] = bytes;
    known.push(`<Relationship Id="r-${name}" Type="${relationships}/image" Target="media/${name}"/>`);
  }
  const relations = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${known.join('')}${parts.links ?? ''}</Relationships>`,
  );
  files['word/_rels/document.xml.rels'] = relations;
  // A note's pictures are those of its own part.
  if (parts.footnotes !== undefined) files['word/_rels/footnotes.xml.rels'] = relations;
  return zipSync(files);
}

/** A paragraph of Word. @param properties the inside of its w:pPr */
export function p(words: string, properties = ''): string {
  const run = words.startsWith('<') ? words : `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${words === '' ? '' : run}</w:p>`;
}

export const numbered = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** @param faces the declarations of fonts */
export function odt(text: string, styles = '', automatic = '', faces = ''): Uint8Array {
  const spaces = ['office', 'text', 'table', 'style', 'manifest'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ') + ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'; // prettier-ignore
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'styles.xml': strToU8(`<office:document-styles ${spaces}><office:styles>${styles}</office:styles></office:document-styles>`), // prettier-ignore
    'content.xml': strToU8(`<office:document-content ${spaces}><office:font-face-decls>${faces}</office:font-face-decls><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`), // prettier-ignore
  });
}
