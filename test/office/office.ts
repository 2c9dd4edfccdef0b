/** LibreOffice and Poppler's tools, for looking at finished files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, prepareOffice } from './setup.mjs';

let fontsFile: string | undefined;

/**
 * Converts `files` with LibreOffice into `to`, all in one run.
 * @throws Error where it can't open one of them as it is
 */
export function convert(
  files: readonly string[],
  format: 'pdf' | 'odt' | 'docx' | 'txt:Text (encoded):UTF8',
  to: string,
): void {
  fontsFile ??= prepareOffice().fontsFile;
  mkdirSync(to, { recursive: true });
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const said = execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', format, '--outdir', to, ...files],
    {
      encoding: 'utf8',
      env: { ...process.env, FONTCONFIG_FILE: fontsFile },
      timeout: 200_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const converted = said.match(/^convert /gm)?.length ?? 0;
  if (converted !== files.length) throw new Error(`LibreOffice converted ${converted} of ${files.length}: ${said}`);
}

const tool = (name: string, ...words: readonly string[]): string =>
  execFileSync(name, words, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** The words of a PDF, page by page. */
export function pagesOf(pdf: string): string[] {
  return tool('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
}

export function fontsOf(pdf: string): string[] {
  return tool('pdffonts', pdf).split('\n').slice(2).filter((line) => line !== '').map((line) => line.split(/\s+/)[0]!); // prettier-ignore
}

export interface Word {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

/** The words of a PDF with their places in points, from the upper left corner. */
export function wordsOf(pdf: string): Word[] {
  const words: Word[] = [];
  let page = 0;
  for (const line of tool('pdftotext', '-bbox', pdf, '-').split('\n')) {
    if (line.includes('<page ')) page++;
    if (!line.includes('<word ')) continue;
    const place = (name: string): number => Number(line.split(`${name}="`)[1]!.split('"')[0]);
    const text = line.slice(line.indexOf('>') + 1, line.lastIndexOf('</word>'));
    words.push({ page, left: place('xMin'), right: place('xMax'), bottom: place('yMax'), text });
  }
  return words;
}

/** Pictures of the pages, kept for whoever wants to look. */
export function drawPages(pdf: string, prefix: string): void {
  tool('pdftoppm', '-r', '60', '-png', pdf, prefix);
}
