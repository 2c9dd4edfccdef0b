/** The captions of tables and figures: 「表 1　行程」. */
import type { LineFacts } from '../report/model/lines';
import type { Report } from '../report/model/report';
import { wordsOf } from './document';
import type { Block, Caption } from './document';
import { isBlankLine } from './lines';

const longestCaption = 80;

/** 「表 1　…」: what it names, the gap, the number, the gap, the words. */
const caption = /^([表圖])([ \u3000]{0,2})(\d{1,3}|[一二三四五六七八九十]{1,3})([ \u3000：:．.、]{1,3})(\S.*)$/;

export interface CaptionWords extends Pick<Caption, 'sequence' | 'gaps' | 'number'> {
  readonly title: string;
}

/** What a line is made of that names a table or a figure. */
export function captionIn(words: string, facts: LineFacts): CaptionWords | undefined {
  if (words.length > longestCaption || !/^\*{0,2}[表圖]/.test(words)) return undefined;
  const found = caption.exec(words.replace(/^\*\*(.*)\*\*$/, '$1'));
  if (!found || facts.shape.endsSentence) return undefined;
  const [, sequence, before, number, behind, title] = found as unknown as readonly [string, '表' | '圖', string, string, string, string]; // prettier-ignore
  return { sequence, gaps: [before, behind], number, title };
}

/** Counts the captions of tables and those of figures as a word processor does. */
export class CaptionCount {
  readonly #counted = { 表: 0, 圖: 0 };

  /** Whether counting gives the number of the next caption. */
  next({ sequence, number }: CaptionWords): boolean {
    const value = ++this.#counted[sequence];
    const automatic = number === String(value);
    if (!automatic) this.#counted[sequence] = /^\d+$/.test(number) ? Number(number) : value;
    return automatic;
  }
}

/** Whether the next line below `line` that is not blank begins with an image, or with a table of images. */
export function isFigureBelow({ lines: { facts } }: Report, line: number, to: number): boolean {
  let next = line + 1;
  while (next < to && isBlankLine(facts[next]!)) next++;
  return next < to && /^\|?\s*!\[/.test(facts[next]!.written.trimStart());
}

/** The block beyond the figures beside `index`, in steps of `step`. */
function beyondFigures(blocks: readonly Block[], index: number, step: 1 | -1): Block | undefined {
  let at = index + step;
  while (blocks[at]?.kind === 'figure') at += step;
  return blocks[at];
}

function captionOf(block: Block | undefined, place: Caption['place']): Caption | undefined {
  return block?.kind === 'caption' && block.sequence === '圖' && block.place === place ? block : undefined;
}

/** Whether `blocks` end with a figure that no caption names yet. */
export function endsWithFigure(blocks: readonly Block[]): boolean {
  return blocks.at(-1)?.kind === 'figure' && !captionOf(beyondFigures(blocks, blocks.length, -1), 'above');
}

/** `blocks`, with figures that say nothing of themselves described by the caption at them. */
export function describedByCaptions(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'figure' || block.description !== '') return block;
    const caption =
      captionOf(beyondFigures(blocks, index, -1), 'above') ?? captionOf(beyondFigures(blocks, index, 1), 'below');
    return caption ? { ...block, description: wordsOf(caption.content) } : block;
  });
}
