/** Holds ODF files against the RelaxNG schema of the standard, which the package node-webodf carries. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type * as Libxml2 from 'libxml2-wasm';

const folder = path.resolve(import.meta.dirname, '../../../node_modules/node-webodf/programs/docnosis');

interface Schema {
  validate(document: Libxml2.XmlDocument): void;
}
interface Schemas {
  readonly xml: typeof Libxml2;
  readonly document: Schema;
  readonly manifest: Schema;
}

async function readSchemas(): Promise<Schemas> {
  const xml = await import('libxml2-wasm'); // it can't be required
  const schema = (name: string): Schema => {
    const words = readFileSync(path.join(folder, `OpenDocument-v1.2-cos01-${name}.rng`), 'utf8');
    // It is the schema of ODF 1.2: 1.3 keeps all of it, under a number of its own.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- a later libxml2 may not have it; this one is pinned
    return xml.RelaxNGValidator.fromDoc(xml.XmlDocument.fromString(words.replaceAll('<value>1.2</value>', '<value>1.3</value>'))); // prettier-ignore
  };
  return { xml, document: schema('schema'), manifest: schema('manifest-schema') };
}

let schemas: Promise<Schemas> | undefined;

/** What of the ODF file `bytes` the standard does not know, each with its part and line. */
export async function odfFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const { xml, document, manifest } = await (schemas ??= readSchemas());
  const faults: string[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('.xml')) continue;
    const part = xml.XmlDocument.fromBuffer(content);
    try {
      (name === 'META-INF/manifest.xml' ? manifest : document).validate(part);
    } catch (error) {
      if (!(error instanceof xml.XmlValidateError)) throw error;
      faults.push(...error.details.map(({ line, message }) => `${name}:${line} ${message.trim()}`));
    } finally {
      part.dispose();
    }
  }
  return faults;
}
