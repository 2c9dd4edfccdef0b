/** A Word file as a package: its parts, and the relationships by which they name each other. */
import type { Archive } from './archive';
import { ImportError } from './importError';
import { childrenOf, readXml } from './xml';
import type { XmlElement } from './xml';

export interface Relationship {
  readonly type: string;
  /** The name of a part, or an address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** By their ids, which hold within one part. */
export type Relationships = ReadonlyMap<string, Relationship>;

export class DocxPackage {
  readonly #archive: Archive;
  /** The name of the part with the body. */
  readonly main: string;
  /** Of the part with the body. */
  readonly relationships: Relationships;

  constructor(archive: Archive) {
    this.#archive = archive;
    const found = [...this.relationshipsOf('').values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
    this.main = found ?? 'word/document.xml';
    this.relationships = this.relationshipsOf(this.main);
  }

  get hasMacros(): boolean {
    return [...this.#archive.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  }

  bytesOf(part: string): Uint8Array | undefined {
    return this.#archive.get(part);
  }

  /** @throws ImportError where there is no such part, or it is not well formed */
  xml(part: string): XmlElement {
    const bytes = this.#archive.get(part);
    if (!bytes) throw new ImportError('no-document');
    return readXml(textOf(bytes));
  }

  optionalXml(part: string): XmlElement | undefined {
    return this.#archive.has(part) ? this.xml(part) : undefined;
  }

  /** The part to which the body has a relationship of a type that ends so. */
  related(ending: string): XmlElement | undefined {
    const found = [...this.relationships.values()].find(({ type, external }) => type.endsWith(ending) && !external);
    return found && this.optionalXml(found.target);
  }

  relationshipsOf(part: string): Relationships {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const root = this.optionalXml(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    return new Map(
      childrenOf(root, 'rel:Relationship').map(({ attributes }): [string, Relationship] => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        return [attributes['Id'] ?? '', { type: attributes['Type'] ?? '', target: external ? target : within(folder, target), external }]; // prettier-ignore
      }),
    );
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** `target` of a part of `folder` as a name in the archive. */
function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
