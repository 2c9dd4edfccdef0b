import type { Line } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import { tellOccurrences } from '../engine/occurrences';
import type { UnitOccurrence } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** The marks that stand on a line more than once in a row. */
function repeatedMarksOf({ text: prose }: Line): readonly UnitOccurrence[] {
  const found: UnitOccurrence[] = [];
  for (const { 0: marks, index } of prose.matchAll(/，{2,}|。{2,}|、{2,}|；{2,}|：{2,}|！{2,}|？{2,}/g)) {
    if ('。、'.includes(marks[0]!) && marks.length >= 3) continue; // an ellipsis in the making
    const end = index + marks.length;
    found.push({ start: index, end, edits: [{ start: index + 1, end, text: '' }] });
  }
  return found;
}

/** Two or three marks that part clauses, and differ, side by side: 。，。; one of them may be of half width or end the sentence by itself. */
const clash =
  /(?<![，。、；：])([，。、；：])(?!\1)([，。、；：])(?:(?!\2)[，。、；：])?(?![，。、；：])|(?<![，。、；：])[，。、；：][,.;:．](?![\w,.．])|(?<=[\u4e00-\u9fff」）])[,.;:．！？][，。、；：](?![，。、；：])/g;

/** Where two marks stand of which one will do: which one, the author knows. */
function clashesOf({ text }: Line): readonly Span[] {
  return [...text.matchAll(clash)]
    .filter(({ 0: marks }) => marks[0] !== marks[1])
    .map(({ 0: marks, index }) => ({ start: index, end: index + marks.length }));
}

/** Marks that repeat each other are mended by themselves, two that clash are not. */
type Note = { readonly repeated: UnitOccurrence } | { readonly clash: Span };

export const rule: ReportRule<Note> = {
  per: 'report',
  notes: {
    per: 'line',
    only: { traits: Trait.Repeated },
    read: (line) => [
      ...repeatedMarksOf(line).map((repeated) => ({ repeated })),
      ...clashesOf(line).map((span) => ({ clash: span })),
    ],
  },
  id: 'typography/repeated-punctuation',
  title: { 'zh-TW': '標點符號重複', en: 'Repeated punctuation' },
  severity: 'warning',
  source: '標點符號用法表（文書處理手冊附錄4）',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    one: { 'zh-TW': '標點符號重複，請刪去多餘的。', en: 'The mark is there twice; delete one.' },
    many: {
      'zh-TW': '標點符號重複（全文 {count} 處），請刪去多餘的。',
      en: 'Marks are there twice ({count} places); delete the extra ones.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    clash: {
      'zh-TW': '「{first}」與「{second}」不會連用，請留一個。',
      en: '“{first}” and “{second}” never stand side by side; keep one.',
    },
    keep: { 'zh-TW': '只留「{mark}」', en: 'Keep “{mark}” alone' },
    delete: { 'zh-TW': '刪去重複的標點', en: 'Delete the repeated mark' },
  },
  check: (_report, notes, _context, find) => {
    const repeated = notes.flatMap(({ unit, note }) => ('repeated' in note ? [{ unit, ...note.repeated }] : []));
    tellOccurrences(repeated, { one: 'one', many: 'many', other: 'other', fix: 'delete' }, find);
    for (const { unit, note } of notes) {
      if (!('clash' in note)) continue;
      const { start, end } = note.clash;
      const [first, second] = unit.text.slice(start, end) as unknown as [string, string];
      find({
        message: 'clash',
        params: { first, second },
        severity: 'information',
        unit,
        start,
        end,
        fixes: () =>
          [first, second].map((mark) => ({
            title: 'keep',
            params: { mark },
            safety: 'review',
            edits: [{ unit, start, end, text: mark }],
          })),
      });
    }
  },
};
