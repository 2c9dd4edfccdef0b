import type * as importing from '../import/library';
import type { Locale, Message } from '../service';
import { Failure } from './failure';
import { readBytes } from './readText';

/** What import.js exports. */
export type Importer = typeof importing;

/** Whether a file's name is that of a Word or ODF document. */
export function isDocumentName(name: string): boolean {
  return /\.(?:docx|docm|odt|ott)$/i.test(name);
}

/**
 * The report in a Word or ODF file.
 * @param bytes of the file, where they are there already
 * @throws Failure where it can't be read
 */
export function importFile(
  importer: Importer,
  path: string,
  imageFolder: string,
  locale: Locale,
  bytes: Uint8Array = readBytes(path),
): importing.ImportedReport {
  try {
    return importer.importReport(bytes, imageFolder, locale);
  } catch (error) {
    if (!(error instanceof importer.ImportError)) throw error;
    const { text } = error;
    const named: Message = { 'zh-TW': `{path}：${text['zh-TW']}`, en: `{path}: ${text.en}` };
    throw new Failure(named, { path });
  }
}
