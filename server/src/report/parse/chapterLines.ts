/**
 * Headings whose number nothing parts from the title: 第一章緒論, 第二節研究方法, or only a blank: 「1　目的」, 「一　目的」. Such a
 * line may as well begin a sentence, so that its neighbours have to tell what it is.
 */
import { normaliseTitle, partOf } from '../../knowledge/parts';
import type { LineNumber } from '../model/lines';
import { blankNumberAt, chapterNumberAt, isParted } from '../scan/lineNumber';

/** What a title has behind it in 目次: the page, and what leads there. */
const page = /(?<=[\s.…．‧·⋯])\d{1,3}$/;
const leader = /[\s.…．‧·⋯]/;
/** No title holds these. */
const sentenceMark = /[，。；！？!?]/;
/** A sentence that tells of a chapter goes on so: 第一章所述, 第三章說明各國作法. */
const saysOfChapter =
  /^(?:所[述列示提載言指附定]|[之的則即已亦曾]|中(?:[所的之已曾]|$)|(?:主要|首先|分別|進一步|詳細)?(?:說明|介紹|探討|敘述|論述|描述|討論|提[及到]|指出|規定|明定|載明)(?![會書與及]|[\u3400-\u9fff]{0,2}$))/;
/** No title that 目次 does not have is longer. */
const longestTitle = 25;
/** A longer line that ends no sentence goes on in the next one. */
const shortestCut = 20;
const endsLine = /[。；！？：:…」）)\d]$/;

/** A line that begins like a chapter or a section of one. */
interface ChapterLine {
  readonly line: number;
  readonly number: LineNumber;
  /** What it is called, without number and page. */
  readonly name: string;
  readonly isTight: boolean;
  /** Whether it is a title, where the report has such chapters. */
  readonly mayBeTitle: boolean;
}

/** The title that stands in `words` behind the number, without marks of bold and the page. */
function titleOf(words: string): string {
  const title = words.trim().replaceAll('*', '').replace(page, '');
  let { length } = title;
  while (length > 0 && leader.test(title[length - 1]!)) length--;
  return title.slice(0, length);
}

/** Lines that begin like chapters, each right below the one before. */
type Run = readonly ChapterLine[];

function runsOf(text: string, starts: Int32Array): readonly Run[] {
  const runs: ChapterLine[][] = [];
  const endOf = (line: number): number => starts[line + 1] ?? text.length;
  const wordsOf = (line: number): string => text.slice(starts[line], endOf(line)).trim();
  for (let line = 0; line < starts.length; line++) {
    let at = starts[line]!;
    while (' \t\u3000*'.includes(text[at] ?? '.')) at++;
    if (text.charCodeAt(at) !== 0x7b2c || endOf(line) - at > 4 * longestTitle) continue;
    const number = chapterNumberAt(text, at, true);
    if (!number) continue;
    const title = titleOf(text.slice(number.end, endOf(line)));
    if (title === '') continue;
    const before = line === 0 ? '' : wordsOf(line - 1);
    const isCut = before.length >= shortestCut && !endsLine.test(before);
    const one = {
      line,
      number,
      name: `${number.system} ${title}`,
      isTight: !isParted(text, number),
      mayBeTitle: !isCut && title.length <= longestTitle && !sentenceMark.test(title) && !saysOfChapter.test(title),
    };
    if (runs.at(-1)?.at(-1)?.line === line - 1) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

/**
 * The lines of `text` that are headings whose number nothing parts from the title; `starts` are the offsets of its lines. They are where two chapters
 * that do not stand in a list are numbered on, or 目次 and the body have the same title. A list of chapters that the body
 * does not have is that of another text, such as a law.
 */
function tightLinesOf(text: string, starts: Int32Array): readonly number[] {
  const runs = runsOf(text, starts);
  if (!runs.some((run) => run.some(({ isTight }) => isTight))) return [];
  const counts = new Map<string, number>();
  for (const { name } of runs.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isListed = ({ name }: ChapterLine): boolean => counts.get(name)! > 1;
  const chaptersIn = (run: Run): Run => run.filter(({ number }) => number.system === 'chapter');
  const chapters = runs.flatMap((run) => {
    const own = chaptersIn(run).filter((one) => one.mayBeTitle);
    return own.length === 1 ? own : [];
  });
  const isNumbered = chapters.some(({ number }, index) => chapters[index + 1]?.number.value === number.value + 1);
  return runs.flatMap((run) => {
    const own = chaptersIn(run);
    // One entry of 目次 may differ from its heading.
    const isOwn = own.length > 1 ? own.filter(isListed).length * 2 > own.length : isNumbered || run.some(isListed);
    return run.filter((one) => one.isTight && (isListed(one) || (isOwn && one.mayBeTitle))).map(({ line }) => line);
  });
}

/** So many lines of one kind that name parts of a report make chapters of it. */
const fewestParts = 2;

/** A line that begins with a number and a blank. */
interface BlankLine {
  readonly line: number;
  readonly number: LineNumber;
  readonly title: string;
  /** Whether it stands by itself: no entry of a list, nor of 目次. */
  readonly isAlone: boolean;
  readonly hasPage: boolean;
}

function isPart(title: string): boolean {
  return partOf(normaliseTitle(title)) !== undefined;
}

function blankLinesOf(text: string, starts: Int32Array): readonly BlankLine[] {
  const found: BlankLine[] = [];
  const wordsOf = (line: number): string => text.slice(starts[line], starts[line + 1] ?? text.length).trim();
  for (let line = 0; line < starts.length; line++) {
    let at = starts[line]!;
    while (' \t\u3000*'.includes(text[at] ?? '.')) at++;
    const end = starts[line + 1] ?? text.length;
    if (end - at > 4 * longestTitle) continue;
    const number = blankNumberAt(text, at, end);
    if (!number) continue;
    const words = text.slice(number.end, end).trim();
    const title = titleOf(words);
    if (title === '' || title.length > longestTitle || sentenceMark.test(title) || title.includes('|')) continue;
    const before = line === 0 ? '' : wordsOf(line - 1);
    const isNext = found.at(-1)?.line === line - 1;
    const isAlone = before === '' || (!isNext && (endsLine.test(before) || isPart(title)));
    found.push({ line, number, title, isAlone, hasPage: title.length < words.replaceAll('*', '').length });
  }
  return found;
}

/**
 * The lines of `text` that are chapters numbered 「1　目的」 or 「一　目的」: several name parts of a report, and others are numbered on from
 * one before. Entries of 目次 are those with the same words or a page.
 */
function blankChaptersOf(text: string, starts: Int32Array): readonly number[] {
  const lines = blankLinesOf(text, starts);
  return (['digit', 'han'] as const).flatMap((system) => {
    const own = lines.filter(({ number }) => number.system === system);
    const alone = own.filter((one) => one.isAlone && !one.hasPage);
    if (new Set(alone.map(({ title }) => title).filter(isPart)).size < fewestParts) return [];
    let last = 0;
    const chapters = alone.filter((one) => {
      const isNext = isPart(one.title) || one.number.value === last + 1;
      if (isNext) last = one.number.value;
      return isNext;
    });
    const titles = new Set(chapters.map(({ number, title }) => `${number.value} ${title}`));
    const isChapter = new Set(chapters.map(({ line }) => line));
    return own
      .filter((one) => isChapter.has(one.line) || one.hasPage || titles.has(`${one.number.value} ${one.title}`))
      .map(({ line }) => line);
  });
}

/** The lines of `text` that are headings of either kind; `starts` are the offsets of its lines. */
export function chapterLinesOf(text: string, starts: Int32Array): readonly number[] {
  return [...tightLinesOf(text, starts), ...blankChaptersOf(text, starts)];
}
