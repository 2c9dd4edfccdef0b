import type { Line, Place } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import type { Span } from '../../text/span';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** A place where Chinese and Latin text meet, with or without a blank between. */
interface Border extends Span {
  readonly spaced: boolean;
}

function bordersOf({ prose, facts }: Line): readonly Border[] {
  const borders: Border[] = [];
  const body = facts.shape.title.start;
  for (const { index } of prose.matchAll(/(?<=[\u4e00-\u9fff])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[\u4e00-\u9fff])/gi))
    if (index >= body) borders.push({ start: index, end: index, spaced: false });
  for (const { index } of prose.matchAll(/(?<=[\u4e00-\u9fff]) (?=[A-Z0-9])|(?<=[A-Z0-9]) (?=[\u4e00-\u9fff])/gi))
    if (index >= body) borders.push({ start: index, end: index + 1, spaced: true });
  return borders;
}

/** A border with the character on each side of it. */
function widened({ unit, start, end }: Place): Place {
  return { unit, start: start - 1, end: end + 1 };
}

export const rule: ReportRule<Border> = {
  per: 'report',
  notes: { per: 'line', only: { traits: Trait.Joined | Trait.Spaced }, read: bordersOf },
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
  check: (_report, notes, _context, find) => {
    const joined: Place[] = [];
    const spaced: Place[] = [];
    for (const { unit, note } of notes)
      (note.spaced ? spaced : joined).push({ unit, start: note.start, end: note.end });
    if (joined.length === 0 || spaced.length === 0) return;
    const minority = joined.length <= spaced.length ? joined : spaced;
    const [first, ...others] = minority;
    const text = minority === joined ? ' ' : '';
    find({
      message: 'mixed',
      params: { spaced: spaced.length, joined: joined.length },
      ...widened(first!),
      related: relatedPlaces(others.map(widened), 'other'),
      fixes: () =>
        fixesOfEdits(
          minority.map(({ unit, start, end }) => ({ unit, start, end, text })),
          { title: 'unify', safety: 'safe' },
        ),
    });
  },
};
