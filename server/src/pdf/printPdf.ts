/**
 * Makes a PDF with a program of the machine: LibreOffice from the ODT, or Edge or Chrome from the HTML. The only place
 * that starts another program; it is a bundle of its own, which the language server does not load. No shell, a fixed
 * list of arguments, a time limit, and a folder of its own that is removed behind it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPrinters } from './printers';
import type { Printer } from './printers';

/** Milliseconds: a first start of LibreOffice on a slow machine takes half a minute. */
const longest = 120_000;

/** What the printers are given; each takes the one it can read. */
export interface Printable {
  readonly odt: Uint8Array;
  readonly html: Uint8Array;
  /** Fonts that stand in for 標楷體 where it is not installed. */
  readonly hanFont: string;
  readonly hanSubstitutes: readonly string[];
}

export type PdfFailure = 'no-printer' | 'failed' | 'cancelled';

/** Why there is no PDF. */
export class PdfError extends Error {
  readonly why: PdfFailure;

  constructor(why: PdfFailure, message: string) {
    super(message);
    this.name = 'PdfError';
    this.why = why;
  }
}

/**
 * The PDF of `printable`.
 * @throws PdfError where no program is found, all fail, or `signal` is aborted
 */
export async function printPdf(
  printable: Printable,
  signal?: AbortSignal,
  printers: readonly Printer[] = findPrinters(),
): Promise<Uint8Array> {
  if (printers.length === 0) throw new PdfError('no-printer', 'neither LibreOffice nor Edge nor Chrome is installed');
  const failures: string[] = [];
  for (const printer of printers) {
    const folder = await mkdtemp(path.join(tmpdir(), 'mission-report-'));
    try {
      return await printWith(printer, printable, folder, signal);
    } catch (error) {
      if (signal?.aborted) throw new PdfError('cancelled', 'cancelled');
      failures.push(`${printer.program}: ${error instanceof Error ? error.message.split('\n')[0]! : String(error)}`);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  throw new PdfError('failed', failures.join('; '));
}

async function printWith(
  { kind, program }: Printer,
  printable: Printable,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const input = path.join(folder, kind === 'libreoffice' ? 'report.odt' : 'report.html');
  const output = path.join(folder, 'report.pdf');
  await writeFile(input, kind === 'libreoffice' ? printable.odt : printable.html);
  const profile = path.join(folder, 'profile');
  const words =
    kind === 'libreoffice'
      ? [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nologo', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, input]
      : ['--headless', '--disable-gpu', '--disable-extensions', '--no-first-run', '--no-pdf-header-footer', `--user-data-dir=${profile}`, `--print-to-pdf=${output}`, pathToFileURL(input).href]; // prettier-ignore
  await run(program, words, await environment(printable, folder), signal);
  return readFile(output);
}

/** The environment of the program. Where fontconfig finds fonts, it is told what stands in for 標楷體. */
async function environment({ hanFont, hanSubstitutes }: Printable, folder: string): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux' || process.env['FONTCONFIG_FILE'] !== undefined) return process.env;
  const families = hanSubstitutes.map((name) => `<family>${name}</family>`).join('');
  const file = path.join(folder, 'fonts.conf');
  await writeFile(
    file,
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>' +
      `<alias binding="same"><family>${hanFont}</family><accept>${families}</accept></alias></fontconfig>\n`,
  );
  return { ...process.env, FONTCONFIG_FILE: file };
}

function run(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      env,
      timeout: longest,
      killSignal: 'SIGKILL',
      windowsHide: true,
      shell: false,
      ...(signal && { signal }),
    } as const;
    execFile(program, words, options, (error) => {
      if (error) reject(new Error(error.message));
      else resolve();
    });
  });
}

export { findPrinters };
