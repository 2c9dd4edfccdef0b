import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import type { Rule, TextEdit } from '../rule';
import { forEachNote } from '../lines';
import type { LineReader } from '../lines';

const mostRelated = 20;

/** A place where Chinese and Latin text meet, with or without a blank between. */
interface Border extends Span {
  readonly spaced: boolean;
}

const reader: LineReader<Border> = {
  lines: { traits: Trait.Joined | Trait.Spaced },
  read: (words, { shape }) => {
    const borders: Border[] = [];
    const body = shape.title.start;
    for (const { index } of words.matchAll(/(?<=[\u4e00-\u9fff])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[\u4e00-\u9fff])/gi))
      if (index >= body) borders.push({ start: index, end: index, spaced: false });
    for (const { index } of words.matchAll(/(?<=[\u4e00-\u9fff]) (?=[A-Z0-9])|(?<=[A-Z0-9]) (?=[\u4e00-\u9fff])/gi))
      if (index >= body) borders.push({ start: index, end: index + 1, spaced: true });
    return borders;
  },
};

export const rule: Rule = {
  id: 'typography/latin-spacing',
  title: { 'zh-TW': '中英文之間的空白不一致', en: 'Blanks between Chinese and Latin mixed' },
  severity: 'off',
  source: '排版慣例；文書處理手冊未規定，預設關閉',
  checked: '2026-11-23',
  fix: 'safe',
  messages: {
    mixed: {
      'zh-TW': '中文與英數字之間有 {spaced} 處空白、{joined} 處不空，請統一。',
      en: 'Chinese and Latin text are set apart in {spaced} places and not in {joined}; do one or the other.',
    },
    other: { 'zh-TW': '這裡也是', en: 'Here too' },
    unify: { 'zh-TW': '統一中英文之間的空白', en: 'Unify the blanks' },
  },
  reads: [reader],
  check: (report, _context, find) => {
    const joined: TextEdit[] = [];
    const spaced: TextEdit[] = [];
    forEachNote(report, reader, ({ start, end, spaced: hasBlank }, offset) => {
      const place = { start: offset + start, end: offset + end };
      if (hasBlank) spaced.push({ ...place, expected: ' ', text: '' });
      else joined.push({ ...place, expected: '', text: ' ' });
    });
    if (joined.length === 0 || spaced.length === 0) return;
    const minority = joined.length <= spaced.length ? joined : spaced;
    const [first, ...others] = minority;
    const around = ({ start, end }: TextEdit): { start: number; end: number } => ({ start: start - 1, end: end + 1 });
    find({
      message: 'mixed',
      params: { spaced: spaced.length, joined: joined.length },
      ...around(first!),
      related: others.slice(0, mostRelated).map((place) => ({ message: 'other', ...around(place) })),
      fixes: () => [{ title: 'unify', safety: 'safe', edits: minority }],
    });
  },
};
