/**
 * Cases by the kind of fault: a page of `kinds/` a kind, with texts that show it in other words and surroundings, and
 * right ones (or still faulty ones) of the same look. README.md beside says how a page is written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { readTsv } from '../tsv';

const folder = path.join(import.meta.dirname, 'kinds');

/** What is expected of the texts under a heading. */
export const expectations = {
  提出: 'found',
  不提出: 'silent',
  沒有錯誤: 'no-error',
  不改動: 'untouched',
  是報告: 'report',
  不是報告: 'no-report',
  章節: 'outline',
} as const;
export type Expectation = (typeof expectations)[keyof typeof expectations];

/** What a text is put into. */
const frames = {
  meeting: [
    '出國報告\n\n出國類別：開會\n出席國際會議報告\n\n服務機關：經濟部國際貿易署\n姓名職稱：林若涵科長\n派赴國家/地區：韓國濟州\n' +
      '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n\n壹、目的\n\n了解各方立場。\n\n參、出席會議情形\n\n一、工作小組會議\n\n',
    '\n',
  ],
  visit: [
    '出國報告（出國類別：考察）\n\n赴荷蘭考察報告\n\n服務機關：交通部航港局\n姓名職稱：林若涵科長\n派赴國家/地區：荷蘭\n' +
      '出國期間：114年5月4日至5月9日\n報告日期：114年6月20日\n\n壹、目的\n\n',
    '\n',
  ],
  report: ['', ''],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
type Frame = keyof typeof frames;

export interface Case {
  /** 「01-two-word-abbreviation 不提出 2」. */
  readonly name: string;
  readonly expectation: Expectation;
  /** The rules that the page is about: ids, or `typography/*` for a family. */
  readonly rules: readonly string[];
  /** The whole text that is checked. */
  readonly text: string;
  /** What findings must cover, in its offsets. */
  readonly marks: readonly (readonly [number, number])[];
  /** Words that the message of the first finding must hold. */
  readonly says: string | undefined;
  /** The titles of the chapters, those inside others indented by two blanks a level. */
  readonly outline: string | undefined;
}

/** The text without its marks, and what they mark. */
function unmarked(marked: string): Pick<Case, 'text' | 'marks'> {
  const marks: [number, number][] = [];
  let text = '';
  let open = -1;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open = text.length;
    else if (part === '⟧') marks.push([open, text.length]);
    else text += part;
  }
  return { text, marks };
}

/** Characters that nobody can see or type, as a page writes them: 〔U+200B〕. */
function withCharacters(text: string): string {
  return text.replace(/〔U\+([0-9A-F]{4,5})〕/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

function casesOf(page: string): readonly Case[] {
  const content = readFileSync(path.join(folder, `${page}.md`), 'utf8');
  const rules = /^規則：(.+)$/m.exec(content)?.[1]?.split('、') ?? [];
  const cases: Case[] = [];
  let title: keyof typeof expectations | undefined;
  let count = 0;
  const tokens = new MarkdownIt().parse(content, {});
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open' && token.tag === 'h2') {
      const words = tokens[index + 1]!.content;
      if (!Object.hasOwn(expectations, words)) throw new Error(`${page}: there is no section ${words}`);
      title = words as keyof typeof expectations;
      count = 0;
    }
    if (token.type !== 'fence') return;
    const [language, frame = 'meeting', ...more] = token.info.trim().split(' ');
    const last = cases.at(-1);
    const words = token.content.replace(/\n$/, '');
    if (language === 'says' && last) cases[cases.length - 1] = { ...last, says: words };
    else if (language === 'outline' && last) cases[cases.length - 1] = { ...last, outline: words };
    else if (language === 'text' && title && Object.hasOwn(frames, frame) && more.length === 0) {
      const [before, after] = frames[frame as Frame];
      cases.push({
        name: `${page} ${title} ${++count}`,
        expectation: expectations[title],
        rules,
        ...unmarked(before + withCharacters(words) + after),
        says: undefined,
        outline: undefined,
      });
    } else throw new Error(`${page}: a block begins with \`\`\`${token.info}`);
  });
  return cases;
}

/** The names of the pages, in order. */
export const pages: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace(/\.md$/, ''))
  .sort();

/** Every case of every page. */
export function readCases(): readonly Case[] {
  return pages.flatMap(casesOf);
}

/** The cases that are not right yet. The list may only shrink: what is right has to be taken out. */
export function readNotYet(): readonly string[] {
  return readTsv(path.join(import.meta.dirname, 'notYet.tsv'), ['case']).map((row) => row.case);
}
