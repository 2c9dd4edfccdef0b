import type { Message, Report } from '../../service';
import { Failure } from '../failure';
import { readInput, readText } from '../readText';
import type { CommandContext } from './command';

const messages = {
  oneFile: { 'zh-TW': '請指定一個檔案，或以 - 讀取標準輸入', en: 'name one file, or - for standard input' },
} satisfies Record<string, Message>;

/**
 * The report of the one file that the command names.
 * @throws Failure for none or several, and for one that can't be read.
 */
export async function readSingleReport({ service, arguments: { paths } }: CommandContext): Promise<Report> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new Failure(messages.oneFile);
  return service.parse(path === '-' ? await readInput('-') : readText(path), undefined, service.markupOf(path));
}
