/** What of a report is prose: code, addresses and comments are not. */
import type { TextBlock } from './model';
import { linesWith } from './lineQuery';
import type { LineRange } from './outline';
import { Trait } from './scan/traits';

/** The lines of code blocks, their fences included. A fence that is never closed fences nothing. */
export function codeBlocksOf({ lines }: Pick<TextBlock, 'lines'>): readonly LineRange[] {
  const { facts } = lines;
  const blocks: LineRange[] = [];
  let open = -1;
  for (const line of linesWith(lines, { traits: Trait.Code })) {
    const { text, content } = facts[line]!;
    if (!text.startsWith('```', content.start)) continue;
    if (open < 0) open = line;
    else {
      blocks.push({ from: open, to: line + 1 });
      open = -1;
    }
  }
  return blocks;
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
