import type { Line } from '../../report/model/line';
import type { LineFacts } from '../../report/model/lines';
import { CharClass, classAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { fixesOfOccurrences, relatedPlaces } from '../engine/occurrences';
import type { UnitEdit } from '../engine/occurrences';
import type { ReportDiscovery, ReportRule } from '../engine/rule';

/** The round brackets of one width in a line that belong to Chinese text: not inside Latin text. */
function pairsOf(words: string, facts: LineFacts, width: string): readonly Omit<Pair, 'width'>[] {
  const pairs: Omit<Pair, 'width'>[] = [];
  const unclosed: number[] = [];
  for (let close = facts.shape.number?.end ?? 0; close < words.length; close++) {
    if (words[close] === width[0]) unclosed.push(close);
    if (words[close] !== width[1]) continue;
    const open = unclosed.pop();
    if (open === undefined) continue;
    const inside = words.slice(open + 1, close);
    const weekday = /^(?:星期|[週周])?[一二三四五六日、—–\- ]+$/.test(inside);
    let before = open - 1;
    while (before >= 0 && classAt(words, before) === CharClass.Blank) before--;
    const chinese =
      classAt(words, before) === CharClass.Han ||
      classAt(words, before) === CharClass.Close ||
      /[\u4e00-\u9fff]/.test(inside);
    // (1)…；(2)… number the points of a sentence, as outline numbers do.
    const counts = /^\d{1,2}$/.test(inside);
    if (!counts && chinese) pairs.push({ start: open, end: close + 1, weekday });
  }
  return pairs.sort((a, b) => a.start - b.start);
}

/** A pair of round brackets. */
interface Pair extends Span {
  readonly width: Width;
  /** Whether it holds a weekday: a report may write these in a width of their own. */
  readonly weekday: boolean;
}

type Width = 'half' | 'full';

const brackets: Readonly<Record<Width, string>> = { half: '()', full: '（）' };

function bracketsOf({ text: prose, facts }: Line): readonly Pair[] {
  return (['half', 'full'] as const).flatMap((width) =>
    pairsOf(prose, facts, brackets[width]).map((pair) => ({ ...pair, width })),
  );
}

/**
 * Puts `to` in the place of the bracket `from` at `at`. The blank that sets a half-width bracket apart goes with it,
 * because a full-width one brings its own.
 */
function bracketEdit({ text }: Line, at: number, from: string, to: string): UnitEdit {
  const opens = from === '(';
  const neighbour = at + (opens ? -1 : 1);
  const beyond = at + (opens ? -2 : 2);
  const withBlank =
    (opens || from === ')') &&
    text[neighbour] === ' ' &&
    classAt(text, beyond) !== CharClass.Blank &&
    text[beyond] !== undefined &&
    text[beyond] !== '(';
  const start = withBlank && opens ? neighbour : at;
  const end = withBlank && !opens ? neighbour + 1 : at + 1;
  return { start, end, text: to };
}

/** So many times as many weekdays stand in brackets of the other width where those of this one are slips. */
const clearMajority = 3;

/** Tells once where `pairs` have two widths. */
function tellMixed(
  pairs: readonly (Pair & { readonly unit: Line })[],
  find: (discovery: ReportDiscovery) => void,
): void {
  const halves = pairs.filter(({ width }) => width === 'half');
  const fulls = pairs.filter(({ width }) => width === 'full');
  if (halves.length === 0 || fulls.length === 0) return;
  // The handbook asks for full width in Chinese text; where the report clearly decided otherwise, its own style wins.
  const toFull = fulls.length * 2 >= halves.length;
  const minority = toFull ? halves : fulls;
  const [first, ...others] = minority as [(typeof pairs)[number], ...typeof pairs];
  // A table may have its days in one width and the text in the other; one among many is a slip.
  if (minority[0]!.weekday && minority.length * clearMajority > pairs.length - minority.length) return;
  const [width, widthEn] = toFull ? ['全形', 'full width'] : ['半形', 'half width'];
  const [from, to] = toFull ? [brackets.half, brackets.full] : [brackets.full, brackets.half];
  find({
    message: 'mixed',
    params: { full: fulls.length, half: halves.length, width, widthEn },
    unit: first.unit,
    start: first.start,
    end: first.end,
    related: relatedPlaces(others, 'other'),
    fixes: () =>
      fixesOfOccurrences(
        minority.map(({ unit, start, end }) => ({
          unit,
          start,
          end,
          edits: [bracketEdit(unit, start, from[0]!, to[0]!), bracketEdit(unit, end - 1, from[1]!, to[1]!)],
        })),
        { title: 'unify', params: { width, widthEn }, safety: 'safe' },
      ),
  });
}

export const rule: ReportRule<Pair> = {
  per: 'report',
  notes: { per: 'line', only: { contains: ['half-bracket', 'full-bracket'] }, read: bracketsOf },
  id: 'typography/bracket-width',
  title: { 'zh-TW': '全形與半形括號混用', en: 'Full and half width brackets mixed' },
  severity: 'information',
  source: '標點符號用法表、公文書橫式書寫數字使用原則（文書處理手冊附錄4）：中文內文用全形標點',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    mixed: {
      'zh-TW': '括號全形、半形混用（全形 {full} 對、半形 {half} 對），請統一為{width}。',
      en: 'Brackets of both widths are used ({full} full, {half} half width); use {widthEn} ones throughout.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    unify: { 'zh-TW': '全文統一為{width}括號', en: 'Use {widthEn} brackets throughout' },
  },
  check: (_report, notes, _context, find) => {
    const pairs = notes.map(({ unit, note }) => ({ unit, ...note }));
    tellMixed(
      pairs.filter(({ weekday }) => !weekday),
      find,
    );
    tellMixed(
      pairs.filter(({ weekday }) => weekday),
      find,
    );
  },
};
