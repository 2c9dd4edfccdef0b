/** Reads the attendance lists of paragraphs, sentence by sentence. */
import { anyOf } from '../../knowledge/phrases';
import type { NameKind } from '../../knowledge/types';
import type { Span } from '../../text/span';
import { isBlank } from '../model/lines';
import type { LineTable } from '../model/lines';
import type { AttendanceList } from '../model/parts';
import { Cue } from '../scan/cues';
import { scanNames } from '../scan/names';
import { fewestListed, listsOfSentence } from './attendanceSentence';
import { runsOf, squeezed } from './nameRuns';
import type { ListedName } from './nameRuns';
import { ParagraphMemory } from './paragraphMemory';
import { paragraphsOf } from './paragraphs';
import type { ParagraphLines } from './paragraphs';

/** Marks of footnotes: [^2], [1], ^註^, ². */
const footnote = /\[\^[^\]\s]{1,20}\]|\[\d{1,3}\]|\^[^^\s]{1,8}\^|[¹²³⁴⁵⁶⁷⁸⁹]/g;
const bracket = /（[^（）]*）|\([^()]*\)/g;
/** Brackets with such words change who is there; all others say something besides. */
const changesList = new RegExp(`${anyOf('absent')}|${anyOf('silent')}|未派|未與會|請假`);

/** （計18個會員） is of the whole list. */
const countInBrackets = /^[（(](?:共計|合計|總計|共有|計有|共|計)\s?[\d一二三四五六七八九十]/;

/**
 * A sentence with what stands beside a name in a list blotted out: 「韓國（主辦）」, 「巴布亞紐幾內亞（下稱巴紐）」, 「智利[1]」. Offsets
 * stay as they are.
 * @param mentions the names of the sentence; those inside a remark are of the same economy as the name in front of it
 */
function withoutRemarks(
  sentence: string,
  mentions: readonly ListedName[],
): { readonly words: string; readonly named: readonly ListedName[] } {
  if (mentions.length === 0 || !/[（([^¹²³⁴⁵⁶⁷⁸⁹]/.test(sentence)) return { words: sentence, named: mentions };
  const blank = (match: string): string => ' '.repeat(match.length);
  let words = sentence.replace(footnote, blank);
  let named = mentions;
  words = words.replace(bracket, (remark, index: number) => {
    const before = words.slice(0, index).trimEnd().length;
    const owner = named.find(({ end }) => end === before);
    const inside = named.filter(({ start, end }) => start >= index && end <= index + remark.length);
    if (
      !owner ||
      changesList.test(remark) ||
      countInBrackets.test(remark) ||
      inside.some(({ economy }) => economy !== owner.economy)
    )
      return remark;
    named = named.filter((each) => !inside.includes(each));
    return blank(remark);
  });
  return { words, named };
}

/** What may stand in a list of members, rightly or not. */
export const listedKinds: readonly NameKind[] = [
  'name',
  'nonstandard',
  'misspelled',
  'own-name',
  'english',
  'other-economy',
];

/** No name is longer. */
const longestName = 12;

/** The name that begins on `line` and ends on `next`, the next one that is not blank nor the edge of a page: 馬來西|亞. */
function cutName(lines: LineTable, line: number, next: number): ListedName | undefined {
  const [before, behind] = [lines.facts[line]!, lines.facts[next]!];
  const from = Math.max(before.content.start, before.content.end - longestName);
  const head = before.text.slice(from, before.content.end);
  const tail = behind.text.slice(
    behind.content.start,
    Math.min(behind.content.end, behind.content.start + longestName),
  );
  const name = scanNames(head + tail, []).names.find(
    ({ row, start, end }) => start < head.length && end > head.length && listedKinds.includes(row.kind),
  );
  if (!name) return undefined;
  return {
    economy: name.row.economy,
    start: lines.starts[line]! + from + name.start,
    end: lines.starts[next]! + behind.content.start + name.end - head.length,
  };
}

/** The names of a paragraph that may stand in a list, those too that a line end cuts. */
function mentionsIn(lines: LineTable, paragraph: Pick<ParagraphLines, 'line' | 'toLine'>): readonly ListedName[] {
  const mentions: ListedName[] = [];
  for (let line = paragraph.line; line < paragraph.toLine; line++) {
    const offset = lines.starts[line]!;
    // Half of a name that was cut may be a name too: 巴布亞紐|幾內亞.
    const from = mentions.at(-1)?.end ?? 0;
    for (const { row, start, end } of lines.facts[line]!.names) {
      if (listedKinds.includes(row.kind) && offset + start >= from)
        mentions.push({ economy: row.economy, start: offset + start, end: offset + end });
    }
    if (isBlank(lines.facts[line]!)) continue;
    let behind = line + 1;
    while (behind < paragraph.toLine && isBlank(lines.facts[behind]!)) behind++;
    const cut = behind < paragraph.toLine ? cutName(lines, line, behind) : undefined;
    if (!cut) continue;
    while (mentions.length > 0 && mentions.at(-1)!.end > cut.start) mentions.pop();
    mentions.push(cut);
  }
  return mentions;
}

/** The attendance lists of a paragraph. */
function read(text: string, lines: LineTable, paragraph: ParagraphLines): readonly AttendanceList[] {
  const mentions = mentionsIn(lines, paragraph);
  const lists: AttendanceList[] = [];
  let start = paragraph.start;
  let next = 0;
  for (let i = paragraph.start; i <= paragraph.end; i++) {
    if (i < paragraph.end && text[i] !== '。') continue;
    const inside: ListedName[] = [];
    for (; next < mentions.length && mentions[next]!.end <= i; next++) {
      const { economy, start: from, end } = mentions[next]!;
      inside.push({ economy, start: from - start, end: end - start });
    }
    const { words, named } = withoutRemarks(text.slice(start, i), inside);
    const delta = start;
    lists.push(...listsOfSentence(words, named).map((list) => moved(list, delta)));
    start = i + 1;
  }
  return lists;
}

function moved(list: AttendanceList, delta: number): AttendanceList {
  const move = <S extends Span>(span: S): S => ({ ...span, start: span.start + delta, end: span.end + delta });
  return {
    ...move(list),
    present: list.present.map(move),
    absent: list.absent.map(move),
    silent: list.silent.map(move),
    strangers: list.strangers.map(move),
    stated: list.stated && move(list.stated),
    total: list.total && move(list.total),
    ...(list.statedAbsent && { statedAbsent: { ...move(list.statedAbsent), list: move(list.statedAbsent.list) } }),
  };
}

/** Words that say who was there, or was not, in a list alone. */
const otherCue = /未(?:參與|報名|派)|(?:視訊|線上|遠距|遠端)參與/;

/** Whether a paragraph may hold a list: it speaks of attending, or names several. */
function mayList(lines: LineTable, { line: from, toLine }: Pick<ParagraphLines, 'line' | 'toLine'>): boolean {
  let names = 0;
  for (let line = from; line < toLine; line++) {
    const facts = lines.facts[line]!;
    if ((facts.cues & (Cue.Present | Cue.Absent)) !== 0) return true;
    if (facts.names.length > 0 && otherCue.test(facts.text)) return true;
    names += facts.names.length;
  }
  return names >= fewestListed;
}

const rememberedLists = new ParagraphMemory<readonly AttendanceList[]>((lists, delta) =>
  lists.map((list) => moved(list, delta)),
);

/**
 * The attendance lists of a paragraph: who is present, absent or silent and how many are stated. Understands
 * 「A、B及我國共 14 個會員出席（C缺席）」, 「除我國外，僅A、B共 13 個會員出席」, 「除A以外，所有會員均出席，惟B未發言」 and
 * 「計有 16 個經濟體出席」. Anything else gives no list.
 */
export function readAttendance(text: string, lines: LineTable, paragraph: ParagraphLines): readonly AttendanceList[] {
  if (!mayList(lines, paragraph)) return [];
  return rememberedLists.of(lines, paragraph, () => read(text, lines, paragraph));
}

/** Fewer names side by side are no list that anybody would make whole. */
const fewestInRun = 4;

type NameRun = readonly ListedName[];

const rememberedRuns = new ParagraphMemory<readonly NameRun[]>((runs, delta) =>
  runs.map((run) => run.map(({ economy, start, end }) => ({ economy, start: start + delta, end: end + delta }))),
);

/** The lists of names of a paragraph, whatever they are lists of. */
function nameRunsOf(text: string, lines: LineTable, paragraph: ParagraphLines): readonly NameRun[] {
  return runsOf(text, mentionsIn(lines, paragraph)).flatMap(({ members }) => {
    const isList =
      members.length >= fewestInRun &&
      members.slice(1, -1).every(({ start }, index) => squeezed(text, members[index]!.end, start) === '、');
    return isList ? [members] : [];
  });
}

/**
 * The lists of names of the lines `[from, to)`, whatever they are lists of: those that are joined by 、 with another joint before the
 * last at most, so that 「美國與日本、日本與韓國」 is none.
 */
export function nameRunsIn(text: string, lines: LineTable, from: number, to: number): readonly NameRun[] {
  return paragraphsOf(lines, from, to).flatMap((paragraph) =>
    mayList(lines, paragraph) ? rememberedRuns.of(lines, paragraph, () => nameRunsOf(text, lines, paragraph)) : [],
  );
}
