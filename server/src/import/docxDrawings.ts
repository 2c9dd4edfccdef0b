/** Reads what is drawn or put into a Word file: images, boxes of text, embedded objects, charts. */
import type { Builder } from './builder';
import { imageType } from './builder';
import { alternativeOf, shownWords } from './docxElements';
import type { DocxPackage, Relationship, Relationships } from './docxPackage';
import { descendantsOf, elementsOf } from './xml';
import type { XmlElement } from './xml';

/** Adds a block, once the paragraph is there that the drawing stands in. */
type Later = () => void;

export class DrawingReader {
  readonly #package: DocxPackage;
  readonly #builder: Builder;
  readonly #readBox: (box: XmlElement) => void;

  /** @param readBox adds the paragraphs of a box of text as blocks */
  constructor(package_: DocxPackage, builder: Builder, readBox: (box: XmlElement) => void) {
    this.#package = package_;
    this.#builder = builder;
    this.#readBox = readBox;
  }

  /**
   * What a drawing adds behind its paragraph. What can't be carried over is told.
   * @param relationships of the part that it stands in
   */
  read(drawing: XmlElement, relationships: Relationships): readonly Later[] {
    const parts = [...drawnIn(drawing)];
    const named = (...names: readonly string[]): readonly XmlElement[] => parts.filter(({ name }) => names.includes(name)); // prettier-ignore
    const about = named('wp:docPr')[0]?.attributes;
    const description = about?.['descr'] ?? about?.['title'] ?? '';
    const later: Later[] = [];
    const images = [
      ...named('a:blip').map(({ attributes }) => attributes['r:embed'] ?? attributes['r:link']),
      ...named('v:imagedata').map(({ attributes }) => attributes['r:id']),
    ];
    for (const id of images) later.push(...this.#image(relationships.get(id ?? ''), description));
    const boxes = named('w:txbxContent');
    for (const box of boxes) {
      const hasImages = [...descendantsOf(box, 'a:blip'), ...descendantsOf(box, 'v:imagedata')].length > 0;
      if (shownWords(box).trim() === '' && !hasImages) continue;
      this.#builder.lose('text-box', shownWords(box));
      later.push(() => {
        this.#readBox(box);
      });
    }
    const lettering = named('v:textpath');
    for (const { attributes } of lettering) this.#builder.lose('drawing', attributes['string'] ?? '');
    const isNothingElse = images.length + boxes.length + lettering.length === 0;
    // Of an embedded table or document its picture comes along, if anything does.
    if (drawing.name === 'w:object') this.#builder.lose('object', programOf(drawing));
    // A line or a frame is no content.
    else if (isNothingElse && named('a:graphicData').some((data) => !elementsOf(data).some(({ name }) => isShape.test(name))))
      this.#builder.lose('drawing', description === '' ? (about?.['name'] ?? '') : description); // prettier-ignore
    return later;
  }

  #image(relationship: Relationship | undefined, description: string): readonly Later[] {
    if (relationship?.external) {
      this.#builder.lose('linked-image', relationship.target);
      return [];
    }
    const bytes = relationship && this.#package.bytesOf(relationship.target);
    const type = bytes && imageType(bytes);
    if (!bytes || type === undefined) {
      this.#builder.lose('unreadable-image', relationship?.target.split('/').at(-1) ?? description);
      return [];
    }
    const image = this.#builder.image(bytes, type);
    return [
      () => {
        this.#builder.add({ kind: 'figure', image, description });
      },
    ];
  }
}

const isShape = /^(?:wps:wsp|wpg:|other:wgp)/;

/** What `drawing` is made of; a box of text is one thing, whatever stands in it. */
function* drawnIn(drawing: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(drawing)) {
    if (child.name === 'mc:AlternateContent') {
      for (const inner of alternativeOf(child)) {
        yield inner;
        yield* drawnIn(inner);
      }
      continue;
    }
    yield child;
    if (child.name !== 'w:txbxContent') yield* drawnIn(child);
  }
}

/** The program that an embedded object is of: Excel.Sheet.12. */
function programOf(object: XmlElement): string {
  return elementsOf(object).find(({ attributes }) => attributes['ProgID'] !== undefined)?.attributes['ProgID'] ?? '';
}
