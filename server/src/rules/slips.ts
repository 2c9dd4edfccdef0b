/** Slips that may occur once or all over a report: how they are handed to the runner. */
import type { Report } from '../report/model/report';
import type { Span } from '../text/span';
import { ownCopy } from '../text/ownCopy';
import { compareEdits } from '../text/edit';
import { forEachNote } from './lines';
import type { LineReader } from './lines';
import type { Discovery, Fix, FixSafety } from './engine/rule';
import type { Parameters } from '../text/message';
import type { TextEdit } from '../text/edit';

/** More findings of one kind than this are one finding with related places: a habit, not a slip. */
const mostSingle = 8;
/** Related places that are shown. */
export const mostRelated = 20;

/** A place to correct, and how. */
export interface Slip extends Span {
  readonly edits: readonly TextEdit[];
}

/** Keys of the rule's messages, and what goes into them. */
export interface SlipMessages {
  readonly one: string;
  /** May use `{count}`. */
  readonly many: string;
  /** At a related place. */
  readonly other: string;
  /** Title of the fix. */
  readonly fix: string;
  readonly params?: Parameters;
  /** `safe` where it is left out. */
  readonly safety?: FixSafety;
  /** How many slips are still findings of their own; 8 where it is left out. */
  readonly mostSingle?: number;
}

/** One fix for all `slips` together, then, where there are several, one for each by itself. */
export function fixesOfSlips(slips: readonly Slip[], fix: Omit<Fix, 'edits' | 'at'>): readonly Fix[] {
  const all: Fix = { ...fix, edits: slips.flatMap(({ edits }) => edits).sort(compareEdits) };
  if (slips.length < 2) return slips.length === 0 ? [] : [all];
  return [all, ...slips.map(({ start, end, edits }) => ({ ...fix, at: { start, end }, edits }))];
}

/** As `fixesOfSlips`, where each place is mended by one edit that covers it. */
export function fixesOfEdits(edits: readonly TextEdit[], fix: Omit<Fix, 'edits' | 'at'>): readonly Fix[] {
  return fixesOfSlips(
    edits.map((each) => ({ start: each.start, end: each.end, edits: [each] })),
    fix,
  );
}

/** Reports slips one by one, or as one finding where there are many. */
export function reportSlips(
  slips: readonly Slip[],
  messages: SlipMessages,
  find: (discovery: Discovery) => void,
): void {
  const { one, many, other, fix, params = {}, safety = 'safe' } = messages;
  const fixesFor = (some: readonly Slip[]): readonly Fix[] => fixesOfSlips(some, { title: fix, params, safety });
  const [first, ...others] = slips;
  if (!first) return;
  if (slips.length > (messages.mostSingle ?? mostSingle)) {
    find({
      message: many,
      params: { ...params, count: slips.length },
      start: first.start,
      end: first.end,
      related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: other, params, start, end })),
      fixes: () => fixesFor(slips),
    });
    return;
  }
  for (const slip of slips) {
    const { start, end } = slip;
    find({ message: one, params, start, end, fixes: () => fixesFor([slip]) });
  }
}

/** The edit that puts `text` in the place of `[start, end)` of a line's `words`. */
export function edit(words: string, start: number, end: number, text: string): TextEdit {
  return { start, end, expected: ownCopy(words.slice(start, end)), text };
}

/** An edit of a line that starts at `offset`, at its place in the text. */
export function placedEdit({ start, end, expected, text }: TextEdit, offset: number): TextEdit {
  return { start: offset + start, end: offset + end, expected, text };
}

/** The slips that `reader` finds on the report's lines and `accept` lets stand, at their places in the text. */
export function slipsOf(
  report: Report,
  reader: LineReader<Slip>,
  accept: (offset: number) => boolean = () => true,
): readonly Slip[] {
  const slips: Slip[] = [];
  forEachNote(report, reader, (slip, offset) => {
    if (!accept(offset + slip.start)) return;
    const edits = slip.edits.map((each) => placedEdit(each, offset));
    slips.push({ start: offset + slip.start, end: offset + slip.end, edits });
  });
  return slips;
}
