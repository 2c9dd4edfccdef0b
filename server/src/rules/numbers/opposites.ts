/** Parts whose names divide a whole: 男性, 女性; 國內, 國外. */
import { phrasePattern, phrasesOf } from '../../knowledge/phrases';
import type { Amount } from './amounts';

/** Who bears a part: 中央補助360萬元、縣款負擔120萬元. */
const bearing = phrasePattern`${'paid-by'}$`;
/** One outcome behind the other, each with its figure first: 5件獲支持，4件須修正，2件緩議. */
const figureFirst = /^[^、，\d]{1,14}，$/;
/** The words for parts that make a whole with another, each with by what they divide it: 男 and 女 by 性別. */
const kindsOf = (use: 'one-part' | 'other-part', label: string): readonly string[] =>
  phrasesOf(use).flatMap(({ text, standsFor }) => (label.includes(text) ? [standsFor!] : []));

function areComplements(one: string, other: string): boolean {
  const kinds = kindsOf('one-part', one);
  return kindsOf('other-part', other).some((kind) => kinds.includes(kind));
}

/** What a part is of, in front of its figure. */
function labelOf(words: string, { start }: Amount): string {
  return words
    .slice(Math.max(0, start - 8), start)
    .split(/\P{Script=Han}/u)
    .at(-1)!;
}

/** Whether two parts divide a whole by nature, so that no third is to be expected: 男性, 女性; 國內, 國外. */
export function divideWhole(words: string, parts: readonly Amount[]): boolean {
  const [first = '', second = '', ...more] = parts.map((part) => labelOf(words, part));
  return more.length === 0 && (areComplements(first, second) || areComplements(second, first));
}

/** Where what is left of two labels is what sets them apart: 男性, 女性; 切花, 盆花; 國內, 國外. */
export function areOpposed(words: string, parts: readonly Amount[]): boolean {
  if (parts.length > 2 && parts.slice(1).every((part, i) => figureFirst.test(words.slice(parts[i]!.end, part.start))))
    return true;
  if (divideWhole(words, parts)) return true;
  // 具受電能力者 and 使用岸電者 have nothing in common, and may be parts of each other.
  const labels = parts.map((part) => labelOf(words, part).replace(parts.length > 2 ? '' : /者$/, ''));
  const [first = ''] = labels;
  return (
    first.length >= 2 &&
    labels.every(
      (label) => label.length >= 2 && (label.at(-1) === first.at(-1) || label[0] === first[0] || bearing.test(label)),
    )
  );
}
