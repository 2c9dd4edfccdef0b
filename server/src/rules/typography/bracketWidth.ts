import { CharClass, classAt } from '../../text/characters';
import type { LineFacts } from '../../report/lines';
import type { Report } from '../../report/model';
import { shifted } from '../../text/span';
import type { Span } from '../../text/span';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';
import type { Rule, TextEdit } from '../rule';

const half = '()';
const full = '（）';
const mostRelated = 20;

/** The round brackets of one width in a line that belong to Chinese text: not weekdays, not inside Latin text. */
function pairsOf(words: string, facts: LineFacts, width: string): readonly Span[] {
  const pairs: Span[] = [];
  const from = facts.shape.number?.end ?? 0;
  for (let open = words.indexOf(width[0]!, from); open >= 0; open = words.indexOf(width[0]!, open + 1)) {
    const close = words.indexOf(width[1]!, open);
    if (close < 0) break;
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
    if (!weekday && !counts && chinese) pairs.push({ start: open, end: close + 1 });
  }
  return pairs;
}

const halfReader: LineReader<Span> = {
  lines: { holding: ['half-bracket'] },
  read: (words, facts) => pairsOf(words, facts, half),
};

const fullReader: LineReader<Span> = {
  lines: { holding: ['full-bracket'] },
  read: (words, facts) => pairsOf(words, facts, full),
};

/** The pairs that `reader` finds in the report, at their places in the text. */
function placesOf(report: Report, reader: LineReader<Span>): readonly Span[] {
  const places: Span[] = [];
  forEachNote(report, reader, (pair, offset) => {
    places.push(shifted(pair, offset));
  });
  return places;
}

/**
 * Puts `to` in the place of the bracket `from` at `at`. The blank that sets a half-width bracket apart goes with it,
 * because a full-width one brings its own.
 */
function bracketEdit(text: string, at: number, from: string, to: string): TextEdit {
  const opens = from === half[0];
  const neighbour = at + (opens ? -1 : 1);
  const beyond = at + (opens ? -2 : 2);
  const withBlank =
    (opens || from === half[1]) &&
    text[neighbour] === ' ' &&
    classAt(text, beyond) !== CharClass.Blank &&
    !'\n\r('.includes(text[beyond] ?? '\n');
  const start = withBlank && opens ? neighbour : at;
  const end = withBlank && !opens ? neighbour + 1 : at + 1;
  return { start, end, expected: text.slice(start, end), text: to };
}

export const rule: Rule = {
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
  reads: [halfReader, fullReader],
  check: (report, _context, find) => {
    const halves = placesOf(report, halfReader);
    // Only a report with both widths is looked at closely.
    if (halves.length === 0) return;
    const fulls = placesOf(report, fullReader);
    if (fulls.length === 0) return;
    // The handbook asks for full width in Chinese text; where the report clearly decided otherwise, its own style wins.
    const toFull = fulls.length * 2 >= halves.length;
    const minority = toFull ? halves : fulls;
    const [first, ...others] = minority;
    const [width, widthEn] = toFull ? ['全形', 'full width'] : ['半形', 'half width'];
    const [from, to] = toFull ? [half, full] : [full, half];
    find({
      message: 'mixed',
      params: { full: fulls.length, half: halves.length, width, widthEn },
      start: first!.start,
      end: first!.end,
      related: others.slice(0, mostRelated).map(({ start, end }) => ({ message: 'other', start, end })),
      fixes: () => {
        const edits = minority.flatMap(({ start, end }) => [
          bracketEdit(report.text, start, from[0]!, to[0]!),
          bracketEdit(report.text, end - 1, from[1]!, to[1]!),
        ]);
        return [
          {
            title: 'unify',
            params: { width, widthEn },
            safety: 'safe',
            edits: edits.sort((a, b) => a.start - b.start),
          },
        ];
      },
    });
  },
};
