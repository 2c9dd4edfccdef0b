import path from 'node:path';
import type { Message } from '../../service';
import { importFile, isDocumentName } from '../importFile';
import { Failure, exitCode } from '../failure';
import type { ExitCode } from '../failure';
import { filesOf, refuse } from '../inputs';
import { isFolderPlace, makeFolderOf, placeInFolder, refuseSamePlace } from '../outputPlaces';
import { complain, harmless } from '../terminal';
import { refuseExisting, writeWhole } from '../writeFile';
import type { Command } from './command';

const messages = {
  noFile: {
    'zh-TW': '請指定要匯入的 Word（.docx）或 ODF（.odt）檔案',
    en: 'name the Word (.docx) or ODF (.odt) files to import',
  },
  noDocuments: {
    'zh-TW': '{path}：資料夾裡沒有 Word（.docx）或 ODF（.odt）檔案',
    en: '{path}: no Word (.docx) or ODF (.odt) file in this folder',
  },
} satisfies Record<string, Message>;

/** The report that the file becomes; undefined for the standard output. */
function placeOf(input: string, out: string | undefined, several: boolean): string | undefined {
  const name = `${path.basename(input).replace(/\.\w+$/, '')}.mission.md`;
  if (out === undefined) return path.join(path.dirname(input), name);
  if (out === '-' && !several) return undefined;
  return isFolderPlace(out, several) ? placeInFolder(out, name) : out;
}

/** The Word and ODF files that `word` names; of a folder those whose names say so. */
function documentsOf(word: string): string[] {
  const files = filesOf(word, refuse, (name) => (isDocumentName(name) ? 'by name' : undefined));
  if (files.length === 0) throw new Failure(messages.noDocuments, { path: word });
  return files.map((file) => file.path);
}

/** The folder of a report's images, below that of the report. */
function imageFolderOf(report: string): string {
  return `${path.basename(report).replace(/(?:\.mission)?\.\w+$/, '')}.圖片`;
}

export const importReport: Command = {
  options: () => ({ output: { values: 'any', letter: 'o' }, force: { values: 'none' } }),
  help: {
    'zh-TW': `import 檔案…

將 Word（.docx）或 ODF（.odt）檔案匯入為報告：Word 自動產生的編號成為文字，圖片存到旁邊的資料夾。
沒有帶入的內容（註解、追蹤修訂、頁首等）逐項列出。

  -o、--output 檔案|資料夾|-   輸出位置，預設在檔案旁邊；- 為標準輸出，不含圖片
  --force                  覆寫已存在的檔案
  --locale zh-TW|en        訊息的語言
`,
    en: `import FILE…

Makes reports of Word (.docx) and ODF (.odt) files: numbers that Word counts become words, images go into a folder beside.
What is not carried over (comments, tracked changes, page headers and so on) is listed.

  -o, --output FILE|FOLDER|-   where to, default beside the file; - for standard output, without images
  --force                  overwrite files that exist
  --locale zh-TW|en        language of messages
`,
  },
  run: async ({ arguments: { paths, options }, terminal, locale }) => {
    if (paths.length === 0) throw new Failure(messages.noFile);
    const inputs = paths.flatMap(documentsOf);
    const out = options.get('output');
    const places = inputs.map((input) => [input, placeOf(input, out, inputs.length > 1)] as const);
    refuseSamePlace(places);
    const importer = await import('../../import/library');
    let code: ExitCode = exitCode.clean;
    for (const [input, place] of places) {
      try {
        const folder = imageFolderOf(place ?? input);
        const { text, images, losses } = importFile(importer, input, folder, locale);
        if (place === undefined) terminal.out(text);
        else {
          const force = options.has('force');
          const beside = path.join(path.dirname(place), folder);
          const written = [...images].map(([name, bytes]) => [path.join(beside, name), bytes] as const);
          // Nothing is written where not all can be.
          if (!force) for (const file of [place, ...written.map(([file]) => file)]) refuseExisting(file);
          makeFolderOf(written[0]?.[0] ?? place);
          for (const [file, bytes] of written) writeWhole(file, bytes, force);
          // The report last: where it is, its images are.
          writeWhole(place, Buffer.from(text, 'utf8'), force);
        }
        for (const loss of losses) terminal.error(`${harmless(`${input}: ${loss}`)}\n`);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        complain(terminal, error, locale);
        code = exitCode.trouble;
      }
    }
    return code;
  },
};
