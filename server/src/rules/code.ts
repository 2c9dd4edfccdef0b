/** Words of a report that are no prose: code, addresses and comments of Markdown. Rules of wording and typography leave them alone. */
import { linesShowing } from '../report/linesWith';
import { Trait } from '../report/scan/traits';
import type { Report } from '../report/model';
import type { LineRange } from '../report/outline';

const noBlocks: readonly LineRange[] = [];
const blocksByReport = new WeakMap<Report, readonly LineRange[]>();

/** The code blocks of a report, their fences included. A fence that is never closed fences nothing. */
export function codeBlocksOf(report: Report): readonly LineRange[] {
  let blocks = blocksByReport.get(report);
  if (!blocks) blocksByReport.set(report, (blocks = findBlocks(report)));
  return blocks;
}

function findBlocks(report: Report): readonly LineRange[] {
  const { starts, facts } = report.lines;
  let blocks: LineRange[] | undefined;
  let open = -1;
  for (const line of linesShowing(report.lines, Trait.Code)) {
    if (!report.text.startsWith('```', starts[line]! + facts[line]!.content.start)) continue;
    if (open < 0) open = line;
    else {
      (blocks ??= []).push({ from: open, to: line + 1 });
      open = -1;
    }
  }
  return blocks ?? noBlocks;
}

/** Whether `line` lies in one of `blocks`, which are in the order of the text. */
export function isCode(blocks: readonly LineRange[], line: number): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.to <= line) low = middle + 1;
    else high = middle;
  }
  return low < blocks.length && blocks[low]!.from <= line;
}

/** Stands for every unit that is no prose; it is neither Han nor Latin nor punctuation. */
const placeholder = '\ufffc';

const notProse = [
  /`[^`]+`/g,
  /<!--[^<>]*-->/g,
  /\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/g,
  /[a-z]{3,6}:\/\/[^\s()\u3001-\u9fff\uff00-\uffef]*(?:\([^\s()]*\)[^\s()\u3001-\u9fff\uff00-\uffef]*)*/gi,
  /&#?[a-z\d]{2,8};/gi,
];

/** The words of a line with everything that is no prose blotted out; offsets stay as they are. */
export function proseOf(words: string): string {
  if (!/[`<&]|\]\(|:\/\//.test(words)) return words;
  let prose = words;
  for (const pattern of notProse) prose = prose.replace(pattern, (match) => placeholder.repeat(match.length));
  return prose;
}
