/** Looks into the files that the writers make: their parts, whether XML is well formed, and the order of elements. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** The tree of `xml`. @throws Error where it is not well formed */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: false });
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children.find((child) => typeof child !== 'string')!;
}

/** The parts of a DOCX or ODT file that are XML, each parsed. */
export function xmlParts(bytes: Uint8Array): ReadonlyMap<string, Element> {
  const parts = new Map<string, Element>();
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, parseXml(strFromU8(content)));
  return parts;
}

/** `element` and all inside it. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child);
}

export function named(element: Element, name: string): Element[] {
  return [...elementsIn(element)].filter((one) => one.name === name);
}

export function textIn(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** The order in which Word insists on the children of an element: the sequences of ECMA-376, part 1, as far as they are used here. */
const orders: Readonly<Record<string, string>> = {
  'w:pPr': 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr': 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr': 'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr': 'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:style': 'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:settings': 'writeProtection view zoom removePersonalInformation displayBackgroundShape embedTrueTypeFonts mirrorMargins trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  'w:tbl': 'bookmarkStart tblPr tblGrid tr',
  'w:p': 'pPr *',
  'w:tr': 'tblPrEx trPr tc',
  'w:tc': 'tcPr *',
}; // prettier-ignore

/** Where children of `root` stand out of Word's order, or are none that it knows. */
export function orderFaults(root: Element): string[] {
  const faults: string[] = [];
  for (const element of elementsIn(root)) {
    const order = orders[element.name]?.split(' ');
    if (!order) continue;
    let last = 0;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const name = child.name.replace(/^w:/, '');
      const at = order.includes(name) ? order.indexOf(name) : order.indexOf('*');
      if (at < 0) faults.push(`${element.name} holds ${child.name}`);
      else if (at < last) faults.push(`${child.name} behind ${order[last]!} in ${element.name}`);
      last = Math.max(last, at);
    }
  }
  return faults;
}

/** What stands in the one `main` of a page. */
export function mainOf(html: string): string {
  return html.slice(html.indexOf('<main>'), html.indexOf('</main>') + '</main>'.length);
}

/** The well-formed markup of an HTML file whose void elements are known: every tag closed, in the right order. */
export function assertHtmlTags(html: string): void {
  const open: string[] = [];
  for (const [tag, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/g)) {
    if (['br', 'img', 'meta', 'col', 'link'].includes(name!)) continue;
    if (slash === '') open.push(name!);
    else assert.equal(open.pop(), name, `at ${tag}`);
  }
  assert.deepEqual(open, []);
}
