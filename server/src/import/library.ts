/**
 * What the import offers to the edges, in a bundle of its own that is loaded when it is first used. It is handed bytes
 * or pasted words, and gives the text of a report; it reads and writes nothing itself.
 */
import type { Locale } from '../text/message';
import { openArchive } from './archive';
import { readDocx } from './docx';
import { ImportError } from './importError';
import { lossLines } from './losses';
import type { ReadDocument } from './model';
import { readOdt } from './odt';
import { pastedText } from './paste';
import { reportTextOf } from './reportText';

export interface ImportedReport {
  /** The text of the report. */
  readonly text: string;
  /** The images that it shows, by file name; they belong into the folder that the text names. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What could not be carried over as it was, a line each, with its place in the text. */
  readonly losses: readonly string[];
}

function readAny(bytes: Uint8Array): ReadDocument {
  const names: string[] = [];
  openArchive(bytes, (name) => {
    names.push(name);
    return false;
  });
  if (names.some((name) => /^word\/|^\[Content_Types\]\.xml$/i.test(name))) return readDocx(bytes);
  if (names.includes('content.xml')) return readOdt(bytes);
  throw new ImportError('no-document');
}

/**
 * The report in the bytes of a Word or ODF file.
 * @param imageFolder the folder for its images, below the report's, without a slash at the end
 * @throws ImportError for what can't be read
 */
export function importReport(bytes: Uint8Array, imageFolder: string, locale: Locale): ImportedReport {
  try {
    const document = readAny(bytes);
    const written = reportTextOf(document, imageFolder);
    return { text: written.text, images: document.images, losses: lossLines(document, written, locale) };
  } catch (error) {
    // More in one place than the machine takes: cells of a row, words of a text.
    throw error instanceof RangeError ? new ImportError('too-large') : error;
  }
}

export { ImportError, pastedText };
