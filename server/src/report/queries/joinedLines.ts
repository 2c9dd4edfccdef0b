/** A paragraph as one run of words, whatever line ends its source cut it with. */
import { CharClass, classAt } from '../../text/characters';
import { partitionPoint } from '../../text/lists';
import type { Span } from '../../text/span';
import { isBlank } from '../model/lines';
import type { Block } from '../model/units';

/** The words of a paragraph without the line ends, indents, blank lines and page edges between its lines. */
export interface JoinedLines {
  /** As the lines are read; a blank stands for a line end between two Latin words. */
  readonly words: string;
  /** Offsets in `words` where a line but the first begins. */
  readonly joints: readonly number[];
  /** Whether a line end stands inside `[start, end)` of `words`. */
  isCut(start: number, end: number): boolean;
  /** What `[start, end)` of `words` covers in the paragraph; line ends inside are covered too. */
  spanOf(start: number, end: number): Span;
}

/** A stretch of a line that is read as it stands. */
interface Piece {
  /** Where it begins in the words. */
  readonly at: number;
  /** Where it begins in the paragraph. */
  readonly offset: number;
}

function isLatin(text: string, index: number): boolean {
  const charClass = classAt(text, index);
  return charClass === CharClass.Latin || charClass === CharClass.Digit || text[index] === ',';
}

/** A single blank beside a Han character or a mark, which parts nothing: 「共 3 場」. */
const idleBlank =
  /(?<=[\p{Script=Han}，。；：、（）])[ \u00a0](?!\s)|(?<!\s)[ \u00a0](?=[\p{Script=Han}，。；：、（）])/gu;

/**
 * The words of a paragraph in one run; linear in its length.
 * @param from offset in the paragraph of the first of them
 * @param withoutIdleBlanks leaves out what blanks part nothing, so that 「共 3 場」 is read as 「共3場」
 */
export function joinedLinesOf({ units, lines }: Block, from = 0, withoutIdleBlanks = false): JoinedLines {
  const words: string[] = [];
  const pieces: Piece[] = [];
  const joints: number[] = [];
  let length = 0;
  units.forEach(({ facts, text }, index) => {
    if (isBlank(facts)) return;
    const offset = lines.starts[index]!;
    const { end } = facts.content;
    let start = Math.max(facts.content.start, from - offset);
    if (start >= end) return;
    const add = (to: number): void => {
      pieces.push({ at: length, offset: offset + start });
      words.push(text.slice(start, to));
      length += to - start;
    };
    // The words before are not put together yet: to read a character of them would copy all of them for each line.
    const before = words.at(-1) ?? '';
    if (before !== '' && isLatin(before, before.length - 1) && classAt(text, start) === CharClass.Latin) {
      words.push(' ');
      length++;
    }
    if (length > 0) joints.push(length);
    if (withoutIdleBlanks)
      for (const { index: blank } of text.slice(0, end).matchAll(idleBlank)) {
        if (blank < start) continue;
        add(blank);
        start = blank + 1;
      }
    add(end);
  });
  /** The piece that holds `at`. */
  const pieceAt = (at: number): Piece => pieces[Math.max(0, partitionPoint(pieces, (piece) => piece.at <= at) - 1)]!;
  const placeOf = (at: number): number => {
    const { at: begin, offset } = pieceAt(at);
    return offset + at - begin;
  };
  const linesBefore = (at: number): number => partitionPoint(joints, (joint) => joint <= at);
  return {
    words: words.join(''),
    isCut: (start, end) => linesBefore(start) !== linesBefore(end - 1),
    joints,
    spanOf: (start, end) => ({ start: placeOf(start), end: end > start ? placeOf(end - 1) + 1 : placeOf(start) }),
  };
}
