/**
 * XML as a tree of elements with the usual prefixes, whatever prefixes a file has: `w:p`, `text:p`. Entities of a
 * document type are not read, so nothing outside is asked for and nothing swells.
 */
import { SaxesParser } from 'saxes';
import { ImportError } from './importError';

export interface XmlElement {
  /** With the usual prefix of its namespace. */
  readonly name: string;
  /** By name, with the usual prefix where the attribute has one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper than any table in a table in a table; a tree that is read by calls within calls has to end somewhere. */
const mostDepth = 400;
/** Ten times those of a report of 600 pages; each takes some 200 bytes. */
const mostElements = 1_000_000;

/** The usual prefixes of Office Open XML, transitional and strict, by words of their addresses. */
const ofOffice: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/\/2010\/wordprocessingShape$/, 'wps'],
  [/\/2010\/wordprocessingGroup$/, 'wpg'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
];

function prefixOf(uri: string): string {
  if (uri === '') return '';
  const ofOpenDocument = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+):/.exec(uri)?.[1];
  if (ofOpenDocument !== undefined) return usual[ofOpenDocument] ?? ofOpenDocument;
  const ofOffices = /^urn:(?:openoffice|org:documentfoundation):names:experimental:.*:xmlns:(field|loext):/.exec(
    uri,
  )?.[1];
  if (ofOffices !== undefined) return ofOffices;
  if (uri.endsWith('/1999/xlink')) return 'xlink';
  if (uri.endsWith('/XML/1998/namespace')) return 'xml';
  return ofOffice.find(([pattern]) => pattern.test(uri))?.[1] ?? 'other';
}

const usual: Readonly<Record<string, string>> = { drawing: 'draw', 'xsl-fo-compatible': 'fo', 'svg-compatible': 'svg' };

/**
 * The root of `xml`.
 * @throws ImportError for what is not well formed
 */
export function readXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const prefixes = new Map<string, string>();
  const named = (uri: string, local: string): string => {
    let prefix = prefixes.get(uri);
    if (prefix === undefined) prefixes.set(uri, (prefix = prefixOf(uri)));
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const open: { readonly children: (XmlElement | string)[] }[] = [{ children: [] }];
  const [top] = open;
  let elements = 0;
  parser.on('error', () => {
    throw new ImportError('broken');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++elements > mostElements || open.length > mostDepth) throw new ImportError('too-large');
    const own: Record<string, string> = {};
    for (const one of Object.values(attributes)) {
      // An attribute without a prefix is its element's own.
      if (one.prefix !== 'xmlns' && one.local !== 'xmlns') own[named(one.uri, one.local)] = one.value;
    }
    const element = { name: named(uri, local), attributes: own, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const text = (words: string): void => {
    if (open.length > 1) open.at(-1)!.children.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  const root = top!.children[0];
  if (root === undefined || typeof root === 'string') throw new ImportError('broken');
  return root;
}

/** The elements among the children. */
export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element ? elementsOf(element).filter((child) => child.name === name) : [];
}

/** Every element of that name inside, in the order of the text. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** All words inside. */
export function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
}
