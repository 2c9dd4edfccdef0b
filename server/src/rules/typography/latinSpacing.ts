import type { Line, Place } from '../../report/model/line';
import { Trait } from '../../report/scan/traits';
import { fixesOfEdits, relatedPlaces } from '../engine/occurrences';
import type { ReportRule } from '../engine/rule';

/** Where Chinese and Latin text meet on a line: without a blank between, and before a blank. */
interface Borders {
  readonly joined: readonly number[];
  readonly spaced: readonly number[];
}

/** One object a line: a table of dates has a border at every other character. */
function bordersOf({ text: prose, facts }: Line): readonly Borders[] {
  const joined: number[] = [];
  const spaced: number[] = [];
  const body = facts.shape.title.start;
  for (const { index } of prose.matchAll(/(?<=[\u4e00-\u9fff]) ?(?=[A-Z0-9])|(?<=[A-Z0-9]) ?(?=[\u4e00-\u9fff])/gi))
    if (index >= body) (prose[index] === ' ' ? spaced : joined).push(index);
  return joined.length + spaced.length > 0 ? [{ joined, spaced }] : [];
}

/** A border with the character on each side of it. */
function widened({ unit, start, end }: Place): Place {
  return { unit, start: start - 1, end: end + 1 };
}

export const rule: ReportRule<Borders> = {
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
    let joined = 0;
    let spaced = 0;
    for (const { note } of notes) {
      joined += note.joined.length;
      spaced += note.spaced.length;
    }
    if (joined === 0 || spaced === 0) return;
    const width = joined <= spaced ? 0 : 1;
    const minority = notes.flatMap(({ unit, note }) =>
      (width === 0 ? note.joined : note.spaced).map((start): Place => ({ unit, start, end: start + width })),
    );
    const [first, ...others] = minority;
    const text = width === 0 ? ' ' : '';
    find({
      message: 'mixed',
      params: { spaced, joined },
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
