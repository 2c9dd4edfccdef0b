/** The way in: Word and ODF files, and what is pasted, as text of a report. */
import type { Core } from '../server/core';
import { base64Of, bytesOf } from '../protocol';
import type { Importer } from '../server/host';
import type { ImportParams, ImportResult, PasteParams, PasteResult } from '../protocol';
import type { Locale } from '../../service';

export function importOf({ base64, imageFolder }: ImportParams, importer: Importer, locale: Locale): ImportResult {
  try {
    const { text, images, losses } = importer.importReport(bytesOf(base64), imageFolder, locale);
    return { text, images: [...images].map(([name, bytes]) => ({ name, base64: base64Of(bytes) })), losses };
  } catch (error) {
    if (error instanceof importer.ImportError) return { refused: error.text[locale] };
    throw error;
  }
}

/** @param report the text of the report that is pasted into */
export async function pasteOf(
  { html, text }: PasteParams,
  report: string,
  { service }: Core,
  importer: () => Promise<Importer>,
): Promise<PasteResult> {
  if (html !== '') {
    const read = (await importer()).pastedText(html, report, text);
    if (read !== undefined) return read === text.trimEnd() ? null : read;
  }
  const joined = service.joinedText(text);
  return joined === text ? null : joined;
}
