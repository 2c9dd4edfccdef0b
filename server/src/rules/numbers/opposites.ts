/** Parts whose names divide a whole: 男性, 女性; 國內, 國外. */
import { phrasePattern } from '../../knowledge/phrases';
import type { Amount } from './amounts';

/** Who bears a part: 中央補助360萬元、縣款負擔120萬元. */
const bearing = phrasePattern`${'paid-by'}$`;
/** One outcome behind the other, each with its figure first: 5件獲支持，4件須修正，2件緩議. */
const figureFirst = /^[^、，\d]{1,14}，$/;
/** Two that make a whole, whatever their names have in common. */
const complements: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/大學|學士|學生/, /研究[所生]|碩|博士|教[師職]/],
  [/國內|[本我]國|本地|臺灣/, /[國海境]外|外[國籍]|他國/],
  [/中央/, /地方/],
  [/補助|公費/, /自[籌費付]/],
  [/室內/, /[室戶]外/],
  [/正式|編制|職員/, /約[聘僱]|臨時|工友/],
  [/日間|白[天日]/, /夜間|晚間/],
  [/住院/, /門診/],
  [/直接/, /間接/],
  [/新[建設]/, /既有|整建|改建/],
  [/陸[上域]/, /海[上域]|離岸/],
  [/成[人年]/, /兒童|孩童|未成年/],
];

function areComplements(one: string, other: string): boolean {
  return complements.some(([a, b]) => (a.test(one) && b.test(other)) || (b.test(one) && a.test(other)));
}

/** Where what is left of two labels is what sets them apart: 男性, 女性; 切花, 盆花; 國內, 國外. */
export function areOpposed(words: string, parts: readonly Amount[]): boolean {
  if (parts.length > 2 && parts.slice(1).every((part, i) => figureFirst.test(words.slice(parts[i]!.end, part.start))))
    return true;
  const labels = parts.map(({ start }) =>
    words
      .slice(Math.max(0, start - 8), start)
      .split(/\P{Script=Han}/u)
      .at(-1)!
      // 具受電能力者 and 使用岸電者 have nothing in common, and may be parts of each other.
      .replace(parts.length > 2 ? '' : /者$/, ''),
  );
  const [first = '', second = ''] = labels;
  if (labels.length === 2 && areComplements(first, second)) return true;
  return (
    first.length >= 2 &&
    labels.every(
      (label) => label.length >= 2 && (label.at(-1) === first.at(-1) || label[0] === first[0] || bearing.test(label)),
    )
  );
}
