import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as exporting from '../../export/library';
import type { DocumentFormat, ImageFile, ReportDocument } from '../../export/library';
import type { CalendarDate, Message, Parameters, ProfileId } from '../../service';
import { render } from '../../service';
import { Failure, exitCode } from '../failure';
import type { ExitCode } from '../failure';
import { createConfigurations } from '../folderConfiguration';
import { filesOf } from '../inputs';
import type { InputFile } from '../inputs';
import { isFolderPlace, makeFolderOf, placeInFolder, refuseSamePlace } from '../outputPlaces';
import { readInput, readText } from '../readText';
import { complain, harmless } from '../terminal';
import { writeWhole } from '../writeFile';
import type { Command, CommandContext } from './command';

const messages = {
  noFile: {
    'zh-TW': '請指定要匯出的報告，或以 - 讀取標準輸入',
    en: 'name the reports to export, or - for standard input',
  },
  noReports: { 'zh-TW': '{path}：資料夾裡沒有出國報告', en: '{path}: no mission report in this folder' },
  noTarget: { 'zh-TW': '請以 --to 指定格式', en: 'name the format with --to' },
  inputNeedsOut: {
    'zh-TW': '讀取標準輸入時，請以 -o 指定輸出檔案',
    en: 'with standard input, name the output with -o',
  },
  badExtension: {
    'zh-TW': '{path}：這種輸出的副檔名可用 {known}',
    en: '{path}: for this output the name may end in {known}',
  },
  missingImage: {
    'zh-TW': '{path}：找不到圖片 {image}，以文字代替',
    en: '{path}: the image {image} is not there, so words stand in its place',
  },
  outsideImage: {
    'zh-TW': '{path}：圖片 {image} 不在報告的資料夾內，沒有讀取',
    en: '{path}: the image {image} is not in the report’s folder and was not read',
  },
  noPrinter: {
    'zh-TW':
      '找不到可以產生 PDF 的程式；請安裝 LibreOffice、Microsoft Edge 或 Google Chrome，或匯出 docx、odt、html 後由 Word 或瀏覽器列印',
    en: 'nothing here can make a PDF: install LibreOffice, Microsoft Edge or Google Chrome, or export docx, odt or html and print that from Word or a browser',
  },
  pdfFailed: { 'zh-TW': '無法產生 PDF：{error}', en: 'the PDF could not be made: {error}' },
} satisfies Record<string, Message>;

const targets = ['docx', 'odt', 'html', 'pdf', 'review', 'digest'] as const;
type Target = (typeof targets)[number];

/** The kinds of files that each target may be written as, the usual one first. */
const kindsOf: Readonly<Record<Target, readonly string[]>> = {
  docx: ['docx'],
  odt: ['odt'],
  html: ['html', 'htm'],
  pdf: ['pdf'],
  review: ['docx', 'odt', 'html'],
  digest: ['docx', 'odt', 'html', 'json'],
};
const suffixOf: Readonly<Partial<Record<Target, string>>> = { review: '.審核表', digest: '.提要表' };

type Exporter = typeof exporting;

/** A place to write to: a file with the kind that its name says, or the standard output. */
interface Place {
  readonly file: string | undefined;
  readonly kind: string;
}

/** The name of a report without `.mission.md` and the like. */
function stem(name: string): string {
  return name.replace(/\.(?:md|txt|mission)$/i, '').replace(/\.mission$/i, '');
}

function placeOf(input: string, target: Target, out: string | undefined, several: boolean): Place {
  const [usual] = kindsOf[target];
  if (out === '-' && !several) return { file: undefined, kind: target === 'digest' ? 'json' : usual! };
  if (out === undefined && input === '-') throw new Failure(messages.inputNeedsOut);
  const name = `${input === '-' ? 'report' : stem(path.basename(input))}${suffixOf[target] ?? ''}.${usual!}`;
  if (out === undefined) return { file: path.join(path.dirname(input), name), kind: usual! };
  if (isFolderPlace(out, several)) return { file: placeInFolder(out, name), kind: usual! };
  const kind = path.extname(out).slice(1).toLowerCase();
  if (!kindsOf[target].includes(kind))
    throw new Failure(messages.badExtension, { path: out, known: kindsOf[target].map((one) => `.${one}`).join('、') });
  return { file: out, kind: kind === 'htm' ? 'html' : kind };
}

export const exportReport: Command = {
  options: (service) => ({
    to: { values: targets },
    output: { values: 'any', letter: 'o' },
    force: { values: 'none' },
    profile: { values: ['auto', ...service.profiles.map(({ id }) => id)] },
  }),
  help: {
    'zh-TW': `export 檔案… --to 格式

將報告匯出為 Word、ODF、網頁或 PDF，或產生出國報告審核表、提要表。

  --to docx|odt|html|pdf   報告的檔案格式
  --to review              出國報告審核表，依檢查結果預填（.docx、.odt、.html）
  --to digest              出國報告提要表（.docx、.odt、.html、.json）
  -o、--output 檔案|資料夾|-   輸出位置，預設在報告旁邊；- 為標準輸出
  --force                  覆寫已存在的檔案
  --profile ID             依此格式，預設由報告判斷
  --locale zh-TW|en        訊息的語言

PDF 由本機的 LibreOffice、Microsoft Edge 或 Google Chrome 產生。
`,
    en: `export FILE… --to FORMAT

Exports reports as Word, ODF, web page or PDF, or makes the review form or the digest record.

  --to docx|odt|html|pdf   format of the report's file
  --to review              出國報告審核表, filled from the findings (.docx, .odt, .html)
  --to digest              出國報告提要表 (.docx, .odt, .html, .json)
  -o, --output FILE|FOLDER|-   where to, default beside the report; - for standard output
  --force                  overwrite files that exist
  --profile ID             by this profile, default read off the report
  --locale zh-TW|en        language of messages

A PDF is made by the machine's LibreOffice, Microsoft Edge or Google Chrome.
`,
  },
  run: async (context) => {
    const { arguments: given, terminal, locale } = context;
    const target = given.options.get('to') as Target | undefined;
    if (given.paths.length === 0) throw new Failure(messages.noFile);
    if (target === undefined) throw new Failure(messages.noTarget);
    const inputs = given.paths.flatMap((word) => (word === '-' ? [word] : reportsOf(word, context)));
    const out = given.options.get('output');
    const places = inputs.map((input) => [input, placeOf(input, target, out, inputs.length > 1)] as const);
    refuseSamePlace(places.map(([input, { file }]) => [input, file]));
    const exporter = await import('../../export/library');
    let code: ExitCode = exitCode.clean;
    for (const [input, place] of places) {
      try {
        const bytes = await exported(context, exporter, input, target, place);
        if (place.file === undefined) process.stdout.write(bytes);
        else {
          makeFolderOf(place.file);
          writeWhole(place.file, bytes, given.options.has('force'));
        }
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        complain(terminal, error, locale);
        code = exitCode.trouble;
      }
    }
    return code;
  },
};

/** The reports that `word` names; of a folder those texts that are some. */
function reportsOf(word: string, { service }: CommandContext): string[] {
  const isReport = ({ path: file, known }: InputFile): boolean =>
    known !== 'by content' || service.recognises(readText(file), path.basename(file));
  const reports = filesOf(word).filter(isReport);
  if (reports.length === 0) throw new Failure(messages.noReports, { path: word });
  return reports.map((file) => file.path);
}

async function exported(
  context: CommandContext,
  exporter: Exporter,
  input: string,
  target: Target,
  { kind }: Place,
): Promise<Uint8Array> {
  const { service, arguments: given, terminal, locale } = context;
  const text = input === '-' ? await readInput('-') : readText(input);
  const report = service.parse(text, undefined, service.markupOf(input));
  const configuration = createConfigurations(service, locale).of(input === '-' ? 'report' : input);
  for (const problem of configuration.problems) terminal.error(`${problem}\n`);
  const { effective } = configuration;
  const asked = given.options.get('profile') as ProfileId | 'auto' | undefined;
  const options = { ...effective, profile: asked ?? effective.profile ?? 'auto', locale };
  const document = exporter.finishedDocument(report, service.profileOf(report, options));
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  if (target === 'review' || target === 'digest') {
    const fields = exporter.digestOf(report, document);
    if (kind === 'json') return new TextEncoder().encode(exporter.digestJson(fields));
    const form =
      target === 'digest'
        ? exporter.digestDocument(fields, document)
        : exporter.reviewForm(fields, service.checklist(report, service.check(report, options), options), document);
    return exporter.writeDocument(form, kind as DocumentFormat, new Map(), today);
  }
  const say = (message: Message, params: Parameters): void => {
    terminal.error(`mission-report: ${harmless(render(message, params, locale))}\n`);
  };
  const images = imagesOf(document, exporter, input, say);
  if (target === 'pdf') return pdfOf(document, exporter, images, today);
  return exporter.writeDocument(document, target, images, today);
}

/** The images of the report that lie below its folder. */
function imagesOf(
  document: ReportDocument,
  exporter: Exporter,
  input: string,
  say: (message: Message, params: Parameters) => void,
): Map<string, ImageFile> {
  const images = new Map<string, ImageFile>();
  const folder = input === '-' ? process.cwd() : path.dirname(input);
  for (const source of exporter.imageSources(document)) {
    const below = exporter.imagePath(source);
    const params = { path: input, image: source };
    if (below === undefined) {
      say(messages.outsideImage, params);
      continue;
    }
    let image: ImageFile | undefined;
    try {
      image = exporter.readImage(readFileSync(path.join(folder, below)));
    } catch {
      // said below
    }
    if (image) images.set(source, image);
    else say(messages.missingImage, params);
  }
  return images;
}

async function pdfOf(
  document: ReportDocument,
  exporter: Exporter,
  images: Map<string, ImageFile>,
  today: CalendarDate,
): Promise<Uint8Array> {
  const { PdfError, printPdf } = await import('../../pdf/printPdf');
  const { han, hanSubstitutes } = document.form.fonts;
  const odt = await exporter.writeDocument(document, 'odt', images, today);
  const html = await exporter.writeDocument(document, 'html', images, today);
  try {
    return await printPdf({ odt, html, hanFont: han, hanSubstitutes });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    throw error.why === 'no-printer'
      ? new Failure(messages.noPrinter)
      : new Failure(messages.pdfFailed, { error: error.message });
  }
}
