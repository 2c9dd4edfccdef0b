/** What single elements of a Word file say. */
import { childOf, elementsOf } from './xml';
import type { XmlElement } from './xml';

/** Whether an on/off property is on: `<w:b/>`, `<w:b w:val="0"/>`; undefined where nothing is said. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  if (!element) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? 'true');
}

export function valueOf(properties: XmlElement | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attributes['w:val'];
}

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The level of a paragraph in the outline, 0 for the outermost. @param properties its w:pPr */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const value = valueOf(properties, 'w:outlineLvl');
  return value !== undefined && /^\d$/.test(value) ? Number(value) : undefined;
}

/** Whether a tracked change takes the end of a paragraph away. @param properties its w:pPr */
export function hasDeletedEnd(properties: XmlElement | undefined): boolean {
  const ofMark = childOf(properties, 'w:rPr');
  return childOf(ofMark, 'w:del') !== undefined || childOf(ofMark, 'w:moveFrom') !== undefined;
}

/**
 * What of the forms of one thing is read, of which newer programs show the first and others the last. Emoji are told by
 * their code in the first, and are words in the last.
 */
export function alternativeOf(alternatives: XmlElement): readonly XmlElement[] {
  const choice = childOf(alternatives, 'mc:Choice');
  const isKnown = choice && !/\bw16se\b/.test(choice.attributes['Requires'] ?? '');
  const chosen = isKnown ? choice : (childOf(alternatives, 'mc:Fallback') ?? choice);
  return chosen ? elementsOf(chosen) : [];
}

/** The words that a reader sees: without the codes of fields and what was deleted. */
export function shownWords(element: XmlElement | undefined): string {
  if (!element) return '';
  if (element.name === 'w:instrText' || element.name === 'w:delText' || element.name === 'mc:Fallback') return '';
  const words = element.children.map((child) => (typeof child === 'string' ? child : shownWords(child))).join('');
  return element.name === 'w:p' ? `${words} ` : words;
}

/** The rows of a table, with those in frames that a program puts around them. */
export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? rowsOf(child) : [],
  );
}

/** The cells of a row, likewise. */
export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return elementsOf(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? cellsOf(child) : [],
  );
}
