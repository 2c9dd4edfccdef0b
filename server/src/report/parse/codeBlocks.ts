import type { LineRange, TextBlock } from '../model/lines';
import { linesWith } from '../model/lineQuery';
import { Trait } from '../scan/traits';

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
